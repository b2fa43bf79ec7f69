import type { ValueResult } from '../value/contract.ts';
import type { PolicyGate } from '../decisions/contract.ts';
import { nothingOwned, type Owned } from './gate-owners.ts';
import type { Evidence } from './gather-evidence.ts';
import type { Supplied, WithData } from './gather-supplied.ts';
import type { G1Snapshot } from './level-contract.ts';

/** What G0 is signed on: the problem itself, and nothing of a solution. */
export type G0Snapshot = Pick<
  G1Snapshot,
  'problemId' | 'previousDecisionId' | 'title' | 'opportunity' | 'stakeholders' | 'steering' | 'attachments'
> & { gate: 'g0' };
/** What G2 is signed on: all of G1, re-priced, and what the data have shown. */
export type G2Snapshot = Omit<G1Snapshot, 'gate'> & { gate: 'g2' } & Readonly<Record<string, unknown>>;
/** What G3 is signed on: the go on the data, and the way that was chosen. */
export type G3Snapshot = Pick<G1Snapshot, 'problemId' | 'previousDecisionId' | 'title' | 'steering'> & {
  gate: 'g3';
  dataDecisionId: string | null;
} & Readonly<Record<string, unknown>>;
export type GateSnapshot = G0Snapshot | G1Snapshot | G2Snapshot | G3Snapshot;

interface Composed {
  evidence: Evidence;
  written: Supplied['written'];
  evaluation: ValueResult | null;
  owned?: Owned;
  writtenWithData?: WithData;
}

/**
 * The evidence for a gate, exactly as it is signed. It names the decision before it, so that each decision changes what the
 * next one stands on: of two at the same instant, one has seen something else.
 */
export function composeSnapshot(gate: PolicyGate, composed: Composed): GateSnapshot {
  return { g0: composeG0, g1: composeG1, g2: composeG2, g3: composeG3 }[gate](composed);
}

function composeG2(composed: Composed): G2Snapshot {
  const { owned = nothingOwned, evidence, writtenWithData = { measured: [], metrics: [] } } = composed;
  const previousDecisionId = evidence.decided.g2?.id ?? null;
  return { ...composeG1(composed), ...owned.written, ...writtenWithData, gate: 'g2', previousDecisionId };
}

function composeG3({ evidence: { problem, decided }, written, owned = nothingOwned }: Composed): G3Snapshot {
  return {
    ...owned.written,
    gate: 'g3',
    problemId: problem.id,
    previousDecisionId: decided.g3?.id ?? null,
    dataDecisionId: decided.g2?.id ?? null,
    title: problem.title,
    steering: written.steering,
  };
}

function composeG0({ evidence: { problem, opportunity, decided }, written }: Composed): G0Snapshot {
  return {
    gate: 'g0',
    problemId: problem.id,
    previousDecisionId: decided.g0?.id ?? null,
    title: problem.title,
    opportunity: opportunity.texts,
    stakeholders: written.stakeholders,
    steering: written.steering,
    attachments: written.attachments,
  };
}

function composeG1({ evidence, written, evaluation }: Composed): G1Snapshot {
  const { problem, opportunity, objectives, alternatives, value, decided } = evidence;
  return {
    gate: 'g1',
    problemId: problem.id,
    previousDecisionId: decided.g1?.id ?? null,
    title: problem.title,
    opportunity: opportunity.texts,
    objectives: objectives.map(({ id, text, keyResults }) => ({
      id,
      text,
      keyResults: keyResults.map(({ id, metric, unit, baseline, target, by, source, direction }) => ({
        id,
        metric,
        unit,
        baseline,
        target,
        by,
        source,
        direction,
      })),
    })),
    alternatives: alternatives.text,
    valueModel: value.model,
    evaluation,
    ...written,
  };
}

/** In the order in which a problem passes them; what is stored is ordered by the alphabet. */
const inOrder = [
  'title',
  'opportunity',
  'attachments',
  'stakeholders',
  'objectives',
  'verdicts',
  'checklist',
  'translation',
  'dataRequirements',
  'alternatives',
  'weighed',
  'valueModel',
  'measured',
  'metrics',
  'risk',
  'steering',
];
/** What follows from the rest, and the decision before it, would only repeat the difference. */
const notWritten = new Set(['gate', 'problemId', 'previousDecisionId', 'dataDecisionId', 'evaluation']);

/** What people wrote themselves. */
export function writtenPart(snapshot: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const keys = new Set([...inOrder, ...Object.keys(snapshot)]);
  const shown = [...keys].filter((key) => key in snapshot && !notWritten.has(key));
  return Object.fromEntries(shown.map((key) => [key, snapshot[key]]));
}
