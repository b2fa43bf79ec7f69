import type { ValueResult } from '../value/contract.ts';
import type { FormulationGate } from './gate-contract.ts';
import type { Evidence } from './gather-evidence.ts';
import type { Supplied } from './gather-supplied.ts';
import type { G1Snapshot } from './level-contract.ts';

/** What G0 is signed on: the problem itself, and nothing of a solution. */
export type G0Snapshot = Pick<
  G1Snapshot,
  'problemId' | 'previousDecisionId' | 'title' | 'opportunity' | 'stakeholders' | 'steering' | 'attachments'
> & { gate: 'g0' };
export type GateSnapshot = G0Snapshot | G1Snapshot;

interface Composed {
  evidence: Evidence;
  written: Supplied['written'];
  evaluation: ValueResult | null;
}

/**
 * The evidence for a gate, exactly as it is signed. It names the decision before it, so that each decision changes what the
 * next one stands on: of two at the same instant, one has seen something else.
 */
export function composeSnapshot(gate: FormulationGate, composed: Composed): GateSnapshot {
  return gate === 'g0' ? composeG0(composed) : composeG1(composed);
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

export function composeG1({ evidence, written, evaluation }: Composed): G1Snapshot {
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
  'risk',
  'steering',
];
/** What follows from the rest, and the decision before it, would only repeat the difference. */
const notWritten = new Set(['gate', 'problemId', 'previousDecisionId', 'evaluation']);

/** What people wrote themselves. */
export function writtenPart(snapshot: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const keys = new Set([...inOrder, ...Object.keys(snapshot)]);
  const shown = [...keys].filter((key) => key in snapshot && !notWritten.has(key));
  return Object.fromEntries(shown.map((key) => [key, snapshot[key]]));
}
