import type { AnyDb } from '../../platform/db/database.ts';
import { defineTexts } from '../../platform/text/define-texts.ts';
import type { Locale } from '../../platform/text/locale.ts';
import type { Decision } from '../decisions/contract.ts';
import type { KnownFacts } from '../risk/index.ts';
import { dayOf } from './days.ts';
import { listNames } from '../identity/index.ts';
import { isGo } from './gate-rules.ts';
import { type Evidence, gatherEvidence } from './gather-evidence.ts';
import type { Phase } from './problem-contract.ts';
import { sayReason } from './signing-words.ts';

interface Waived {
  gate: string;
  name: string;
  on: string;
  item: string;
  reason: string;
}

const texts = defineTexts(
  {
    identity: (p: { title: string; id: string; phase: string }) => `“${p.title}” (${p.id}), phase: ${p.phase}.`,
    keyResult: (p: { metric: string; from: string; to: string; unit: string; by: string }) =>
      `${p.metric}: from ${p.from} to ${p.to} ${p.unit}, by ${p.by}.`,
    phases: {
      formulation: 'formulation',
      modelling: 'modelling',
      release: 'release',
      operation: 'operation',
      retired: 'retired',
      stopped: 'stopped',
    } satisfies Record<Phase, string>,
    errorCosts: 'The value model says what each outcome is worth.',
    thresholds: 'The break-even frontier follows from the value model, and is frozen at the go.',
    decided: (p: { on: string; reasons: string }) => `Decided on ${p.on}: ${p.reasons}`,
    waived: (p: Waived) => `${p.gate}, left open by ${p.name} on ${p.on}: ${p.item} Reason: ${p.reason}`,
    nothingWaived: (p: { gate: string; on: string }) =>
      `${p.gate}, decided on ${p.on}: nothing that was asked was left open.`,
    nameless: 'somebody without a name',
  },
  {
    identity: (p) => `“${p.title}” (${p.id}), fase: ${p.phase}.`,
    keyResult: (p) => `${p.metric}: van ${p.from} naar ${p.to} ${p.unit}, uiterlijk ${p.by}.`,
    phases: {
      formulation: 'formulering',
      modelling: 'modellering',
      release: 'vrijgave',
      operation: 'bedrijf',
      retired: 'buiten gebruik',
      stopped: 'gestopt',
    },
    errorCosts: 'Het waardemodel zegt wat elke uitkomst waard is.',
    thresholds: 'De break-evengrens volgt uit het waardemodel, en wordt bij de go vastgelegd.',
    decided: (p) => `Besloten op ${p.on}: ${p.reasons}`,
    waived: (p) => `${p.gate}, opengelaten door ${p.name} op ${p.on}: ${p.item} Reden: ${p.reason}`,
    nothingWaived: (p) => `${p.gate}, besloten op ${p.on}: niets dat werd gevraagd, is opengelaten.`,
    nameless: 'iemand zonder naam',
  },
);

/** What the problem says of the rows that a regulator asks about. */
export async function gatherKnownFacts(
  { db, locale }: { db: AnyDb; locale: Locale },
  problemId: string,
): Promise<KnownFacts> {
  const evidence = await gatherEvidence(db, problemId);
  return { ...knownFactsOf(evidence, locale), waivers: await waiversOf(db, evidence, locale) };
}

/** The exceptions behind each go that stands: what was left open, by whom and why. */
async function waiversOf(
  db: AnyDb,
  { decided }: Evidence,
  locale: Locale,
): Promise<NonNullable<KnownFacts['waivers']>> {
  const t = texts[locale];
  const taken = Object.values(decided).filter((decision): decision is Decision => isGo(decision));
  const ids = taken.flatMap(({ waivers }) => waivers.map((each) => each.waivedBy));
  const names = await listNames(db, [...new Set(ids)], locale);
  const sentences = taken.flatMap(({ gate, at, waivers }) =>
    waivers.length === 0
      ? [t.nothingWaived({ gate: gate.toUpperCase(), on: dayOf(at) })]
      : waivers.map(({ said, reason, waivedBy, at: on }) =>
          t.waived({
            gate: gate.toUpperCase(),
            name: names.get(waivedBy) ?? t.nameless,
            on: dayOf(on),
            item: said[locale],
            reason: sayReason(reason, locale),
          }),
        ),
  );
  return { station: 'decision', sentences };
}

function knownFactsOf({ problem, objectives, alternatives, value, decided }: Evidence, locale: Locale): KnownFacts {
  const t = texts[locale];
  const lastDecision = decided.g1 ?? decided.g0;
  const keyResults = objectives.flatMap((each) => each.keyResults).filter((each) => each.isQuantified);
  const { id, title, phase } = problem;
  return {
    identity: { station: 'opportunity', sentences: [t.identity({ title, id, phase: t.phases[phase] })] },
    objectives: {
      station: 'requirements',
      sentences: keyResults.map(({ metric, baseline, target, unit, by }) =>
        t.keyResult({ metric, from: baseline ?? '', to: target ?? '', unit, by: by ?? '' }),
      ),
    },
    alternatives: { station: 'decision', sentences: alternatives.text.trim() === '' ? [] : [alternatives.text] },
    decision: {
      station: 'decision',
      sentences: lastDecision ? [t.decided({ on: dayOf(lastDecision.at), reasons: lastDecision.reasons })] : [],
    },
    errorCosts: { station: 'value', sentences: value.isComplete ? [t.errorCosts] : [] },
    thresholds: { station: 'value', sentences: value.isComplete ? [t.thresholds] : [] },
  };
}
