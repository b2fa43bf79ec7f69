import type { Locale } from '../../platform/text/locale.ts';
import type { Decision, Outcome } from '../decisions/contract.ts';
import type { FormulationGate, GateItem } from './gate-contract.ts';
import type { Evidence } from './gather-evidence.ts';
import type { Objective } from './okr-contract.ts';
import type { OpportunityTexts } from './opportunity-contract.ts';
import type { Phase } from './problem-contract.ts';
import { isAnswered, percent, requiredOpportunityFields } from './rules.ts';
import type { Supplied } from './gather-supplied.ts';
import { formulationTexts } from './texts.ts';
import type { Station } from './thread-contract.ts';

/** Items of formulation itself: their texts are in `formulationTexts.gate`. */
type ItemId = keyof (typeof formulationTexts)['en']['gate'];
/** What a go needs; the text comes at the edge. */
export type EvidenceItem = Pick<GateItem, 'id' | 'station' | 'field' | 'isDone'> & {
  /** for what another capability asks, in its words */
  say?: (locale: Locale) => string;
  /** for what is answered in a conversation */
  talk?: string;
};

/** What a gate looks at, done and open; whether it is asked, the policy says. */
export function listEvidence(
  gate: FormulationGate,
  { evidence, supplied, today }: { evidence: Evidence; supplied: Supplied; today: string },
): EvidenceItem[] {
  const { stakeholders, steering, checklist, risk, own } = supplied;
  if (gate === 'g0') return [...listG0Evidence(evidence), ...stakeholders, ...steering];
  return [...listG1Evidence(evidence, today), ...own, ...stakeholders, ...checklist, ...risk, ...steering];
}

/** What is asked, in words. */
export function sayItem({ id, say }: EvidenceItem, locale: Locale): string {
  return say?.(locale) ?? formulationTexts[locale].gate[id as ItemId];
}

/** The evidence for G0, is this a problem worth the work? (R49, R50) */
function listG0Evidence({ opportunity }: Evidence): EvidenceItem[] {
  return opportunityEvidence(opportunity.texts);
}

/**
 * The evidence for G1, is machine learning the answer? (R49, R54, R56, R59)
 * @param today year-month-day
 */
export function listG1Evidence(evidence: Evidence, today: string): EvidenceItem[] {
  const { problem, opportunity, objectives, value, decided, openConditions } = evidence;
  const isHeldBack = openConditions.some(({ blocks }) => blocks === 'g1');
  return [
    ...opportunityEvidence(opportunity.texts),
    item('opportunity.accepted', isGo(decided.g0)),
    // What was decided stands on the dates of its day: that they pass is for the level to tell, not for the gate.
    ...(problem.phase === 'formulation' ? requirementsEvidence(objectives, today) : writtenRequirements(objectives)),
    ...valueEvidence(value),
    ...(isHeldBack ? [item('decision.conditions', false)] : []),
  ];
}

export function opportunityEvidence(texts: OpportunityTexts): EvidenceItem[] {
  return requiredOpportunityFields.map((field) => item(`opportunity.${field}` as ItemId, isAnswered(texts[field])));
}

/** A key result that had to be reached before today cannot be reached any more. */
export function requirementsEvidence(objectives: readonly Objective[], today: string): EvidenceItem[] {
  const first = firstDate(objectives);
  return [
    ...writtenRequirements(objectives),
    ...(first !== null && first < today ? [item('requirements.dates', false)] : []),
  ];
}

/** What is asked of the requirements on any day. */
export function writtenRequirements(objectives: readonly Objective[]): EvidenceItem[] {
  return [
    item('requirements.objective', objectives.length > 0),
    item('requirements.keyResult', quantified(objectives).length > 0),
  ];
}

/** The day by which the first quantified key result must be reached. */
export function firstDate(objectives: readonly Objective[]): string | null {
  return (
    quantified(objectives)
      .flatMap(({ by }) => by ?? [])
      .sort()[0] ?? null
  );
}

function quantified(objectives: readonly Objective[]) {
  return objectives.flatMap((objective) => objective.keyResults).filter((each) => each.isQuantified);
}

export function valueEvidence({ isComplete }: { isComplete: boolean }): EvidenceItem[] {
  return [item('value.model', isComplete)];
}

function item(id: ItemId, isDone: boolean): EvidenceItem {
  const [station, field = null] = id.split('.') as [Station, string?];
  return { id, station, field, isDone };
}

export function countOpen(items: readonly Pick<EvidenceItem, 'isDone'>[]): number {
  return items.filter((each) => !each.isDone).length;
}

/** Beside the required texts: an objective, a key result, the value model, the alternatives. */
const asksOfG1 = requiredOpportunityFields.length + 4;

/** How much of what a go needs is there, in per cent. */
export function completenessOf(openItems: number): number {
  return percent(Math.max(0, asksOfG1 - openItems), asksOfG1);
}

/**
 * What can be decided at a gate as things stand: a no-go or a defer at any time, since stopping early is a good result too,
 * and a go unless something bars it. After a no-go only reopening; after a go nothing, since what was signed stands.
 */
export function allowedOutcomes(
  gate: FormulationGate,
  { phase, isAccepted, isBarred }: { phase: Phase; isAccepted: boolean; isBarred: boolean },
): Outcome[] {
  if (phase === 'stopped') return ['reopen'];
  if (phase !== 'formulation' || (gate === 'g0' && isAccepted)) return [];
  return isBarred ? ['no_go', 'defer'] : ['go', 'conditional_go', 'no_go', 'defer'];
}

/** The phase after a decision; a go at G0 opens the terms of machine learning, and the problem stays in formulation. */
export function phaseAfter(gate: FormulationGate, outcome: Outcome): Phase {
  const afterGo = gate === 'g1' ? 'modelling' : 'formulation';
  return (
    { go: afterGo, conditional_go: afterGo, no_go: 'stopped', defer: 'formulation', reopen: 'formulation' } as const
  )[outcome];
}

export function isGo(decision: Pick<Decision, 'outcome'> | null): boolean {
  return decision?.outcome === 'go' || decision?.outcome === 'conditional_go';
}
