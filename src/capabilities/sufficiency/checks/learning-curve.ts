import { expectedError, fitLearningCurve, rowsForError } from '../../statistics/index.ts';
import type { CheckOutcome } from '../check-contract.ts';
import { atMost, missing, notAssessed, outcomeOf, told } from './judge-figure.ts';
import { isBinary, type Judging } from './measured.ts';

/** Of the error that twice the rows would take away: a hundredth of AUC is worth asking for more. */
const worthAsking = 0.01;
const muchToGain = 0.05;

/** Whether more of the same data would make it better, or whether something else is needed. */
export function judgeLearningCurve(judging: Judging): CheckOutcome {
  const { plan, measured } = judging;
  if (plan.target === null) return notAssessed('learning_curve', missing('no_target'));
  if (plan.positive === null) return notAssessed('learning_curve', missing('no_positive_value'));
  if (!isBinary(judging)) return notAssessed('learning_curve', missing('other_task'));
  if (measured.split === null) return notAssessed('learning_curve', missing('no_split'));
  const curve = fitLearningCurve(measured.curve);
  if (curve.status === 'not_computable') return notAssessed('learning_curve', missing('too_few_rows'));
  const now = expectedError(curve, curve.largest).error;
  const gain = now - expectedError(curve, 2 * curve.largest).error;
  const needed = rowsForError(curve, curve.floor + worthAsking);
  return outcomeOf('learning_curve', [
    atMost({ key: 'gain_of_twice_the_rows', value: gain, unit: 'auc', warnAt: worthAsking, failAt: muchToGain }),
    told({ key: 'best_with_such_data', value: 1 - curve.floor, unit: 'auc' }),
    // Beyond four times what was tried the curve says little, so it is not told.
    ...(needed.status === 'enough' || needed.status === 'reachable'
      ? [told({ key: 'rows_to_come_near', value: needed.rows, unit: 'rows' })]
      : []),
  ]);
}
