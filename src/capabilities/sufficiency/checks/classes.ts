import type { CheckOutcome } from '../check-contract.ts';
import { atLeast, missing, notAssessed, outcomeOf, told } from './judge-figure.ts';
import type { Judging } from './measured.ts';

const [fewCases, tooFewCases] = [100, 30];

/** How many cases each class has; what is repeated, or of the same customer, is not another case. */
export function judgeClasses({ plan, measured }: Judging): CheckOutcome {
  const { classes, labelled, task } = measured;
  if (plan.target === null || labelled === null) return notAssessed('classes', missing('no_target'));
  if (task === 'regression') return notAssessed('classes', missing('other_task'));
  if (labelled === 0) return notAssessed('classes', missing('too_few_rows'));
  if (classes.length < 2) return notAssessed('classes', missing('one_class_only'));
  const figures = classes.flatMap(({ value, rows, entities }) => [
    atLeast({
      key: 'cases_of_class',
      subject: value,
      value: Math.min(rows, entities ?? rows),
      unit: 'rows',
      warnAt: fewCases,
      failAt: tooFewCases,
    }),
    told({ key: 'share_of_class', subject: value, value: rows / labelled, unit: 'share' }),
  ]);
  return outcomeOf('classes', figures);
}
