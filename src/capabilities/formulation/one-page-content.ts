import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { findOpenProposal } from '../decisions/index.ts';
import {
  type Decision,
  firstGates,
  laterGates,
  type PolicyGate,
  type Proposal,
  type SignOff,
  type Waiver,
} from '../decisions/contract.ts';
import { listNames } from '../identity/index.ts';
import { findRiskClass } from '../risk/index.ts';
import { snapshotOfStakeholders } from '../stakeholders/index.ts';
import type { ValueResult } from '../value/contract.ts';
import { alternatives as listed } from './alternatives.ts';
import { dataRequirements } from './data-requirements.ts';
import { type Evidence, gatherEvidence } from './gather-evidence.ts';
import type { OnePageContent } from './one-page-contract.ts';
import type { AtStake } from './problem-contract.ts';
import { isAnswered } from './rules.ts';
import { showTranslation } from './show-translation.ts';
import { type SignatureStanding, standingSignatures } from './standing-signatures.ts';
import { formulationDb } from './tables.ts';
import { translationFields } from './translation-contract.ts';

interface Asked {
  problemId: string;
  evaluate: (evidence: Evidence) => Promise<ValueResult | null>;
}

/**
 * What the page says of a problem as it stands. Nothing in it depends on who asks; on the day only whether a signature on the table
 * still counts.
 */
export async function gatherOnePage(ctx: Context, db: AnyDb, { problemId, evaluate }: Asked): Promise<OnePageContent> {
  const evidence = await gatherEvidence(db, problemId);
  const { problem, opportunity, objectives, alternatives } = evidence;
  const evaluation = await evaluate(evidence);
  const gates: OnePageContent['gates'] = [];
  for (const gate of firstGates) gates.push(await gateOf(ctx, db, { evidence, gate, evaluation }));
  // Of a later gate nothing is said until something is on its table, so that pages of before keep their hash.
  for (const gate of laterGates) {
    const said = await gateOf(ctx, db, { evidence, gate, evaluation });
    if (said.decision !== null || said.proposal !== null) gates.push(said);
  }
  return {
    problemId,
    title: problem.title,
    phase: problem.phase,
    opportunity: opportunity.texts,
    objectives: objectives.map(({ id, text, keyResults }) => ({
      id,
      text,
      keyResults: keyResults.map(({ id, metric, unit, baseline, target, by, source }) => ({
        id,
        metric,
        unit,
        baseline,
        target,
        by,
        source,
      })),
    })),
    value: valueOf(evidence, evaluation),
    alternatives: alternatives.text,
    options: (await listed.list(db, problemId)).map(({ id, kind, name, description }) => ({
      id,
      kind,
      name,
      description,
    })),
    ...(await inTermsOf(db, problemId)),
    stakeholders: await countStakeholders(db, problemId),
    riskClass: await findRiskClass(db, problemId),
    gates,
    level: await findLevel(db, problemId),
  };
}

function valueOf({ value }: Evidence, result: ValueResult | null): OnePageContent['value'] {
  if (!result || value.hash === null) return null;
  const { currency, task, best, netPerYear, baselines, ceiling, verdict, interval } = result;
  const { draws, p05, p50, p95, chancePositive } = interval;
  return {
    modelHash: value.hash,
    currency,
    task,
    atStake: value.atStake && withoutInterval(value.atStake),
    best,
    netPerYear,
    baselines,
    ceiling,
    verdict,
    interval: { draws, p05, p50, p95, chancePositive },
  };
}

/** The page has the interval of the whole answer beside it. */
const withoutInterval = ({ amount, currency, basis }: AtStake) => ({ amount, currency, basis });

/** The translation as everybody may see it, and the data; what nobody wrote is absent. */
async function inTermsOf(
  db: AnyDb,
  problemId: string,
): Promise<Pick<OnePageContent, 'translation' | 'dataRequirements'>> {
  const shown = await showTranslation(db, problemId);
  const answered = translationFields.filter((field) => isAnswered(shown[field]));
  const answers = Object.fromEntries(answered.map((field) => [field, shown[field]]));
  const links = shown.links
    .filter(({ isLinked }) => isLinked)
    .map(({ keyResultId, contributes, text }) => ({ keyResultId, contributes, text }));
  const rows = await dataRequirements.list(db, problemId);
  return {
    ...(answered.length + links.length > 0 ? { translation: { answers, links } } : {}),
    ...(rows.length > 0
      ? { dataRequirements: rows.map(({ position: _position, version: _version, ...written }) => written) }
      : {}),
  };
}

async function countStakeholders(db: AnyDb, problemId: string): Promise<OnePageContent['stakeholders']> {
  const stakeholders = await snapshotOfStakeholders(db, problemId);
  const questions = stakeholders.flatMap((each) => each.questions);
  return {
    named: stakeholders.length,
    mustBeHeard: stakeholders.filter((each) => each.mustBeHeard).length,
    heard: stakeholders.filter((each) => each.hearings.length > 0).length,
    openQuestions: questions.filter(({ answer }) => answer.trim() === '').length,
  };
}

async function gateOf(
  ctx: Context,
  db: AnyDb,
  { evidence, gate, evaluation }: { evidence: Evidence; gate: PolicyGate; evaluation: ValueResult | null },
): Promise<OnPage> {
  const decision = evidence.decided[gate];
  const at = { problemId: evidence.problem.id, gate };
  const proposal = await findOpenProposal(db, at);
  const standing = await standingSignatures(ctx, db, { ...at, proposal, evidence, evaluation });
  return {
    id: gate,
    decision: decision && {
      outcome: decision.outcome,
      reasons: decision.reasons,
      at: decision.at,
      ...insteadOf(decision),
      people: peopleOf(decision),
      ...objectionsOf(decision.signOffs),
      ...waiversOf(decision.waivers),
      openConditions: decision.conditions
        .filter(({ metAt }) => metAt === null)
        .map(({ id, text, due }) => ({ id, text, due })),
      snapshotHash: decision.snapshotHash,
    },
    proposal: proposal && onTable(proposal, standing),
  };
}

type OnPage = OnePageContent['gates'][number];

// What there is none of is absent, and not empty, so that pages of older releases keep their hash.

const insteadOf = ({ redirect, lessons, reviewDate }: Decision) => ({
  ...(redirect ? { redirect } : {}),
  ...(lessons ? { lessons } : {}),
  ...(reviewDate ? { reviewDate } : {}),
});

function peopleOf(decision: Decision): NonNullable<OnPage['decision']>['people'] {
  return decision.people.map(({ role, meaning, userId, onBehalfOf = null, at = decision.at }, place) => {
    const signed = decision.signOffs.find((each) => each.userId === userId && each.role === role && each.at === at);
    return {
      who: userId ?? placeOfName(decision, place),
      role,
      meaning,
      ...behalf(onBehalfOf),
      ...(at === decision.at ? {} : { at }),
      ...remarked(signed?.remark),
    };
  });
}

function objectionsOf(signOffs: readonly SignOff[]): Pick<NonNullable<OnPage['decision']>, 'objections'> {
  const objecting = signOffs.filter(({ verdict }) => verdict === 'objects');
  if (objecting.length === 0) return {};
  return {
    objections: objecting.map(({ userId, role, onBehalfOf, at, remark }) => ({
      who: userId,
      role,
      ...behalf(onBehalfOf),
      at,
      remark,
    })),
  };
}

function waiversOf(waivers: readonly Waiver[]): Pick<NonNullable<OnPage['decision']>, 'waivers'> {
  if (waivers.length === 0) return {};
  return {
    waivers: waivers.map(({ said, reason, waivedBy, onBehalfOf, at }) => ({
      said,
      reason,
      who: waivedBy,
      ...behalf(onBehalfOf),
      at,
    })),
  };
}

const onTable = (
  { terms, signOffs, waivers }: Proposal,
  standing: readonly SignatureStanding[],
): NonNullable<OnPage['proposal']> => ({
  outcome: terms.outcome,
  signOffs: signOffs.map(({ userId, role, meaning, verdict, at, onBehalfOf, remark }, place) => ({
    who: userId,
    role,
    meaning,
    ...behalf(onBehalfOf),
    verdict,
    at,
    ...remarked(remark),
    ...standing[place],
  })),
  ...waiversOf(waivers),
});

const remarked = (remark = '') => (remark.trim() === '' ? {} : { remark });

const behalf = (onBehalfOf: string | null) => (onBehalfOf === null ? {} : { onBehalfOf });

/** Names of people without an account can be erased, so the page keeps where the name stands, and not the name. */
const placeOfName = ({ id }: Pick<Decision, 'id'>, at: number): string => `${id}/${at}`;

async function findLevel(db: AnyDb, problemId: string): Promise<OnePageContent['level']> {
  const row = await formulationDb(db)
    .selectFrom('level')
    .select(['number', 'hash', 'at'])
    .where('problem_id', '=', problemId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** The names behind `who` and `onBehalfOf`, as far as they are known today. */
export async function namesOnPage(
  db: AnyDb,
  content: OnePageContent,
  { decisions, language }: { decisions: readonly Decision[]; language: Locale },
): Promise<Map<string, string>> {
  const whos = content.gates.flatMap(({ decision, proposal }) =>
    [
      ...(decision?.people ?? []),
      ...(decision?.objections ?? []),
      ...(decision?.waivers ?? []),
      ...(proposal?.signOffs ?? []),
      ...(proposal?.waivers ?? []),
    ].flatMap(({ who, onBehalfOf = who }) => [who, onBehalfOf]),
  );
  const names = await listNames(db, [...new Set(whos)], language);
  for (const decision of decisions)
    for (const [at, { name }] of decision.people.entries())
      if (name !== undefined) names.set(placeOfName(decision, at), name);
  return names;
}
