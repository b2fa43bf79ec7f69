import { casesForShare } from '../../statistics/index.ts';
import type { CheckOutcome } from '../check-contract.ts';
import { atLeast, missing, notAssessed, outcomeOf } from './judge-figure.ts';
import { isBinary, type Judging } from './measured.ts';

/** Fewer hits, or fewer others, and every measure of the test is mostly chance. */
const leastOfEach = 100;

/** Whether the test can decide: with fewer cases the interval of the measure is wider than what it must tell apart. */
export function judgeSizeForEvaluation(judging: Judging): CheckOutcome {
  const { plan, measured } = judging;
  const { split } = measured;
  if (plan.target === null) return notAssessed('size_evaluation', missing('no_target'));
  if (plan.positive === null) return notAssessed('size_evaluation', missing('no_positive_value'));
  if (!isBinary(judging)) return notAssessed('size_evaluation', missing('other_task'));
  if (split === null || split.test.positives === null) return notAssessed('size_evaluation', missing('no_split'));
  const { rows, positives } = split.test;
  const figures = [
    atLeast({ key: 'test_positives', value: positives, unit: 'rows', failAt: leastOfEach }),
    atLeast({ key: 'test_negatives', value: rows - positives, unit: 'rows', failAt: leastOfEach }),
  ];
  if (plan.gateMetric === null) return outcomeOf('size_evaluation', figures);
  const { expected, within } = plan.gateMetric;
  const needed = casesForShare({ share: expected, within });
  if (needed === null) return outcomeOf('size_evaluation', figures, [missing('not_computable')]);
  const enough = atLeast({ key: 'positives_to_decide', value: positives, unit: 'rows', failAt: needed });
  return outcomeOf('size_evaluation', [...figures, enough]);
}
