import type { ValueResult } from '../value/contract.ts';
import type { Evidence } from './gather-evidence.ts';
import type { G1Snapshot } from './level-contract.ts';

/**
 * The evidence for G1, exactly as it is signed. It names the decision before it, so that each decision changes what the
 * next one stands on: of two at the same instant, one has seen something else.
 */
export function composeSnapshot(evidence: Evidence, evaluation: ValueResult | null): G1Snapshot {
  const { problem, opportunity, objectives, alternatives, value, lastDecision } = evidence;
  return {
    gate: 'g1',
    problemId: problem.id,
    previousDecisionId: lastDecision?.id ?? null,
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
  };
}

/** What people wrote themselves: what follows from it, and the decision before it, would only repeat the difference. */
export function writtenPart({ title, opportunity, objectives, alternatives, valueModel }: Partial<G1Snapshot>) {
  return { title, opportunity, objectives, alternatives, valueModel };
}
