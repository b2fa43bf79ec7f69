import type { Amount, BinaryValueModel, MulticlassValueModel, RegressionValueModel, ValueModel } from './contract.ts';
import { findBinaryCaseProblems, findMulticlassCaseProblems } from './case-problems.ts';
import { applyChanges } from './apply-changes.ts';
import { findClassShareProblems, findSegmentProblems } from './segment-problems.ts';
import { findDoubles, isOne, type ModelProblem, sumOf } from './model-problem.ts';
import { decimalToNumber } from './money.ts';
import { problemTexts, saying } from './problem-texts.ts';

/** Amounts that use one column for the same cases must agree on its mean. */
function findColumnProblems(
  amounts: readonly { amount: Amount; path: (string | number)[]; group: string }[],
): ModelProblem[] {
  const means = new Map<string, string>();
  const problems: ModelProblem[] = [];
  for (const { amount, path, group } of amounts) {
    if (amount.kind === 'constant') continue;
    const { low, likely, high } = amount.mean;
    const given = [low, likely, high].filter((part) => part !== undefined).join(' / ');
    const earlier = means.get(`${group} ${amount.column}`) ?? given;
    means.set(`${group} ${amount.column}`, earlier);
    if (earlier !== given) {
      const { column } = amount;
      problems.push({ path: [...path, 'mean'], ...saying((t) => t.oneMean({ column, given, earlier })) });
    }
  }
  return problems;
}

function findPrecisionProblems({ baseRate, today }: BinaryValueModel): ModelProblem[] {
  if (today?.kind !== 'recall-and-precision') return [];
  const [recall, precision, positives] = [today.recall.likely, today.precision.likely, baseRate.likely];
  const path = ['today', 'precision', 'likely'];
  const alarms = positives * recall;
  if (alarms === 0) return [];
  if (precision === 0) return [{ path, ...saying((t, write) => t.noPrecision({ recall: write(recall) })) }];
  const falseAlarms = (alarms * (1 - precision)) / precision;
  if (falseAlarms <= 1 - positives + 1e-9) return [];
  const lowest = alarms / (alarms + 1 - positives);
  const said = saying((t, write) =>
    t.lowPrecision({
      positives: write(positives),
      recall: write(recall),
      precision: write(precision),
      lowest: write(lowest),
    }),
  );
  return [{ path, ...said }];
}

function findBinaryProblems(model: BinaryValueModel): ModelProblem[] {
  const { tp, fn, fp, tn } = model.values;
  const columns = findColumnProblems([
    { amount: tp, path: ['values', 'tp'], group: 'positive' },
    { amount: fn, path: ['values', 'fn'], group: 'positive' },
    { amount: fp, path: ['values', 'fp'], group: 'negative' },
    { amount: tn, path: ['values', 'tn'], group: 'negative' },
  ]);
  return [...columns, ...findPrecisionProblems(model), ...findBinaryCaseProblems(model)];
}

function findShapeProblems(
  rows: readonly (readonly unknown[])[],
  model: MulticlassValueModel,
  path: (string | number)[],
): ModelProblem[] {
  const [height, width] = [model.classes.length, model.decisions.length];
  if (rows.length !== height) {
    return [{ path, ...saying((t) => t.rows({ given: rows.length, expected: height })) }];
  }
  return rows.flatMap((row, index) =>
    row.length === width
      ? []
      : [{ path: [...path, index], ...saying((t) => t.columns({ given: row.length, expected: width })) }],
  );
}

function findRateProblems(
  rates: readonly (readonly number[])[],
  model: MulticlassValueModel,
  path: (string | number)[],
): ModelProblem[] {
  const sums = rates.flatMap((row, index) => {
    const sum = sumOf(row);
    const name = model.classes[index]?.name ?? String(index);
    return isOne(sum) ? [] : [{ path: [...path, index], ...saying((t, write) => t.rates({ name, sum: write(sum) })) }];
  });
  return [...findShapeProblems(rates, model, path), ...sums];
}

function findMulticlassProblems(model: MulticlassValueModel): ModelProblem[] {
  const { classes, decisions, values, defaultDecision, today, expected } = model;
  const shares = sumOf(classes.map(({ share }) => share.likely));
  const amounts = values.flatMap((row, truth) =>
    row.map((amount, decision) => ({ amount, path: ['values', truth, decision], group: String(truth) })),
  );
  const problems = [
    ...findDoubles(
      classes.map(({ name }) => name),
      (index) => ['classes', index, 'name'],
    ),
    ...findDoubles(decisions, (index) => ['decisions', index]),
    ...findShapeProblems(values, model, ['values']),
    ...findColumnProblems(amounts),
    ...findMulticlassCaseProblems(model),
    ...(today?.kind === 'confusion' ? findRateProblems(today.rates, model, ['today', 'rates']) : []),
    ...(expected?.kind === 'confusion' ? findRateProblems(expected.rates, model, ['expected', 'rates']) : []),
  ];
  if (!isOne(shares)) problems.push({ path: ['classes'], ...saying((t, write) => t.classes({ sum: write(shares) })) });
  if (defaultDecision !== undefined && !decisions.includes(defaultDecision)) {
    const given = { given: defaultDecision, known: decisions.join(', ') };
    problems.push({ path: ['defaultDecision'], ...saying((t) => t.noDecision(given)) });
  }
  return problems;
}

/** A cost per unit that differs by row may not turn into a gain anywhere in the range of its mean. */
function findNegativeCosts(amount: Amount, path: string): ModelProblem[] {
  if (amount.kind === 'constant') return [];
  return (['low', 'likely', 'high'] as const).flatMap((field) => {
    const mean = amount.mean[field];
    if (mean === undefined) return [];
    const cost = decimalToNumber(amount.rate) * mean + decimalToNumber(amount.plus);
    const said = saying((t, write) => t.gain({ mean: write(mean), cost: write(cost) }));
    return cost < 0 ? [{ path: [path, 'mean', field], ...said }] : [];
  });
}

function findRegressionProblems(model: RegressionValueModel): ModelProblem[] {
  const columns = findColumnProblems([
    { amount: model.overCostPerUnit, path: ['overCostPerUnit'], group: 'all' },
    { amount: model.underCostPerUnit, path: ['underCostPerUnit'], group: 'all' },
  ]);
  const problems = [
    ...columns,
    ...findNegativeCosts(model.overCostPerUnit, 'overCostPerUnit'),
    ...findNegativeCosts(model.underCostPerUnit, 'underCostPerUnit'),
  ];
  if (model.today !== undefined || model.targetSigma !== undefined) return problems;
  return [...problems, { path: ['targetSigma'], ...saying((t) => t.nothingToCompare) }];
}

function findTaskProblems(model: ValueModel): ModelProblem[] {
  if (model.task === 'binary') return [...findBinaryProblems(model), ...findSegmentProblems(model)];
  const parts = findSegmentProblems(model);
  return model.task === 'multiclass'
    ? [...findMulticlassProblems(model), ...parts, ...findClassShareProblems(model)]
    : [...findRegressionProblems(model), ...parts];
}

/** A scenario must fit together as the base case must; what is wrong in the base case is said once, there. */
function findScenarioProblems(model: ValueModel): ModelProblem[] {
  const scenarios = model.scenarios ?? [];
  const doubles = findDoubles(
    scenarios.map(({ name }) => name),
    (index) => ['scenarios', index, 'name'],
  );
  const known = new Set(findTaskProblems(model).map(({ message }) => message));
  const inside = scenarios.flatMap(({ name, changes }, index) =>
    findTaskProblems(applyChanges(model, changes))
      .filter(({ message }) => !known.has(message))
      .map(({ path, message, nl }) => ({
        path: ['scenarios', index, 'changes', ...path],
        message: problemTexts.en.inScenario({ name, said: message }),
        nl: problemTexts.nl.inScenario({ name, said: nl }),
      })),
  );
  return [...doubles, ...inside];
}

/** What the schema of single fields cannot see: figures that contradict each other. */
export function findModelProblems(model: ValueModel): ModelProblem[] {
  return [...findTaskProblems(model), ...findScenarioProblems(model)];
}
