import { countOutcomes } from './cases.ts';
import type { BinaryValueModel, MulticlassValueModel } from './contract.ts';
import type { ModelProblem } from './model-problem.ts';
import { saying } from './problem-texts.ts';

/** Rates follow from a table only when there are cases of each truth in it. */
export function findBinaryCaseProblems({ today }: BinaryValueModel): ModelProblem[] {
  if (today?.kind !== 'cases') return [];
  const { tp, fn, fp, tn } = countOutcomes(today.rows);
  const path = ['today', 'rows'];
  const missing = tp + fn === 0 ? 'positive' : fp + tn === 0 ? 'negative' : undefined;
  if (missing === undefined) return [];
  return [{ path, ...saying((t) => t.noCases[missing]) }];
}

export function findMulticlassCaseProblems({ today, classes, decisions }: MulticlassValueModel): ModelProblem[] {
  if (today?.kind !== 'cases') return [];
  const names = classes.map(({ name }) => name);
  const unknown = today.rows.flatMap(({ truth, decision }, index): ModelProblem[] => {
    const path = ['today', 'rows', index];
    if (!names.includes(truth))
      return [{ path: [...path, 'truth'], ...saying((t) => t.noClass({ given: truth, known: names.join(', ') })) }];
    if (decisions.includes(decision)) return [];
    const given = { given: decision, known: decisions.join(', ') };
    return [{ path: [...path, 'decision'], ...saying((t) => t.noDecision(given)) }];
  });
  const empty = names.filter((name) => !today.rows.some(({ truth, count }) => truth === name && count > 0));
  if (unknown.length > 0 || empty.length === 0) return unknown;
  return [{ path: ['today', 'rows'], ...saying((t) => t.emptyClasses({ names: empty.join(', ') })) }];
}
