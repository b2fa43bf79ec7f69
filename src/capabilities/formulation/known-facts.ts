import type { AnyDb } from '../../platform/db/database.ts';
import { defineTexts } from '../../platform/text/define-texts.ts';
import type { Locale } from '../../platform/text/locale.ts';
import type { KnownFacts } from '../risk/index.ts';
import { dayOf } from './days.ts';
import { type Evidence, gatherEvidence } from './gather-evidence.ts';
import type { Phase } from './problem-contract.ts';

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
  },
);

/** What the problem says of the rows that a regulator asks about. */
export async function gatherKnownFacts(
  { db, locale }: { db: AnyDb; locale: Locale },
  problemId: string,
): Promise<KnownFacts> {
  return knownFactsOf(await gatherEvidence(db, problemId), locale);
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
