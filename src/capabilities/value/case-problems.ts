import { countOutcomes } from './cases.ts';
import type { BinaryValueModel, MulticlassValueModel } from './contract.ts';
import type { ModelProblem } from './model-problem.ts';

/** Rates follow from a table only when there are cases of each truth in it. */
export function findBinaryCaseProblems({ today }: BinaryValueModel): ModelProblem[] {
  if (today?.kind !== 'cases') return [];
  const { tp, fn, fp, tn } = countOutcomes(today.rows);
  const path = ['today', 'rows'];
  const missing = tp + fn === 0 ? 'positive' : fp + tn === 0 ? 'negative' : undefined;
  if (missing === undefined) return [];
  return [
    { path, message: `The table of cases has no ${missing} case, so no rate follows from it; give some of each.` },
  ];
}

export function findMulticlassCaseProblems({ today, classes, decisions }: MulticlassValueModel): ModelProblem[] {
  if (today?.kind !== 'cases') return [];
  const names = classes.map(({ name }) => name);
  const unknown = today.rows.flatMap(({ truth, decision }, index): ModelProblem[] => {
    const path = ['today', 'rows', index];
    if (!names.includes(truth))
      return [
        {
          path: [...path, 'truth'],
          message: `"${truth}" is not among the classes; expected is one of: ${names.join(', ')}.`,
        },
      ];
    if (decisions.includes(decision)) return [];
    return [
      {
        path: [...path, 'decision'],
        message: `"${decision}" is not among the decisions; expected is one of: ${decisions.join(', ')}.`,
      },
    ];
  });
  const empty = names.filter((name) => !today.rows.some(({ truth, count }) => truth === name && count > 0));
  if (unknown.length > 0 || empty.length === 0) return unknown;
  const message = `The table has no cases of: ${empty.join(', ')}; give some of each class.`;
  return [{ path: ['today', 'rows'], message }];
}
