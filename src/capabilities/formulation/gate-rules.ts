import type { Locale } from '../../platform/text/locale.ts';
import { type Decision, type LaterGate, laterGates, type Outcome, type PolicyGate } from '../decisions/contract.ts';
import type { GateItem } from './gate-contract.ts';
import type { Owned } from './gate-owners.ts';
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
  gate: PolicyGate,
  { evidence, supplied, owned, today }: { evidence: Evidence; supplied: Supplied; owned: Owned; today: string },
): EvidenceItem[] {
  const { stakeholders, steering, checklist, risk, own } = supplied;
  if (gate === 'g0') return [...listG0Evidence(evidence), ...stakeholders, ...steering];
  if (gate === 'g1')
    return [...listG1Evidence(evidence, today), ...own, ...stakeholders, ...checklist, ...risk, ...steering];
  const withData = gate === 'g2' ? supplied.withData : [];
  return [...listLaterEvidence(gate, evidence), ...withData, ...owned.items, ...steering];
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

/** What formulation itself asks at a gate after a go; the rest is asked by who owns its evidence. */
function listLaterEvidence(gate: LaterGate, { value, openConditions }: Evidence): EvidenceItem[] {
  const isHeldBack = openConditions.some(({ blocks }) => blocks === gate);
  return [
    ...(gate === 'g2' ? valueEvidence(value) : []),
    ...(isHeldBack ? [{ id: 'conditions.met', station: 'decision', field: 'conditions', isDone: false } as const] : []),
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

/** Where a problem stands as far as its gates are concerned. */
export interface GateStanding {
  phase: Phase;
  /** the latest decision at each gate */
  decided: Readonly<Record<PolicyGate, Pick<Decision, 'outcome'> | null>>;
  /** that there are here, in their order */
  gates: readonly PolicyGate[];
}

/** The gate before this one, where that must have a go first and has none; null where nothing is waited for. */
export function opensAfter(gate: PolicyGate, { decided, gates }: Omit<GateStanding, 'phase'>): PolicyGate | null {
  if (!isLater(gate)) return null;
  const before = gates[gates.indexOf(gate) - 1] ?? 'g1';
  return isGo(decided[before]) ? null : before;
}

/** The gate that is to be decided now; null where none is. */
export function gateToDecide({ phase, decided, gates }: GateStanding): PolicyGate | null {
  if (phase === 'formulation') return isGo(decided.g0) ? 'g1' : 'g0';
  if (phase !== 'modelling') return null;
  return gates.find((gate) => isLater(gate) && !isGo(decided[gate])) ?? null;
}

/**
 * What can be decided at a gate as things stand: a no-go or a defer at any time, since stopping early is a good result too,
 * and a go unless something bars it. After a no-go only reopening, at the gate that stopped it; after a go nothing, since what
 * was signed stands.
 */
export function allowedOutcomes(
  gate: PolicyGate,
  { isBarred, ...standing }: GateStanding & { isBarred: boolean },
): Outcome[] {
  const { phase, decided } = standing;
  if (phase === 'stopped') return isStoppedAt(gate, standing) ? ['reopen'] : [];
  const isOpen = isLater(gate)
    ? phase === 'modelling' && opensAfter(gate, standing) === null && !isGo(decided[gate])
    : phase === 'formulation' && !(gate === 'g0' && isGo(decided.g0));
  if (!isOpen) return [];
  return isBarred ? ['no_go', 'defer'] : ['go', 'conditional_go', 'no_go', 'defer'];
}

/** Until there is a go, a problem that was stopped at one of the first gates is reopened at either. */
function isStoppedAt(gate: PolicyGate, { decided }: Pick<GateStanding, 'decided'>): boolean {
  const later = laterGates.find((each) => decided[each]?.outcome === 'no_go');
  return later === undefined ? !isLater(gate) : gate === later;
}

const isLater = (gate: PolicyGate): gate is LaterGate => (laterGates as readonly string[]).includes(gate);

/**
 * The phase after a decision; a go at G0 opens the terms of machine learning, and the problem stays in formulation. After the go
 * at G1 it stays in modelling, whatever a later gate says, unless that stops it.
 */
export function phaseAfter(gate: PolicyGate, outcome: Outcome): Phase {
  if (outcome === 'no_go') return 'stopped';
  if (isLater(gate)) return 'modelling';
  return gate === 'g1' && isGo({ outcome }) ? 'modelling' : 'formulation';
}

/** Gates at which a go freezes a level. */
export const freezesLevel = (gate: PolicyGate): gate is 'g1' | 'g2' => gate === 'g1' || gate === 'g2';

export function isGo(decision: Pick<Decision, 'outcome'> | null): boolean {
  return decision?.outcome === 'go' || decision?.outcome === 'conditional_go';
}
