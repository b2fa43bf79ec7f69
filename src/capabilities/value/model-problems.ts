import type { Amount, BinaryValueModel, MulticlassValueModel, RegressionValueModel, ValueModel } from './contract.ts';
import { findBinaryCaseProblems, findMulticlassCaseProblems } from './case-problems.ts';
import { applyChanges } from './apply-changes.ts';
import { findClassShareProblems, findSegmentProblems } from './segment-problems.ts';
import { findDoubles, isOne, type ModelProblem, printed, sumOf } from './model-problem.ts';
import { decimalToNumber } from './money.ts';

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
      const message = `The column "${amount.column}" has mean ${given} here and ${earlier} in another amount on the same cases; give one mean.`;
      problems.push({ path: [...path, 'mean'], message });
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
  if (precision === 0) {
    return [
      {
        path,
        message: `A precision of 0 means that no hit is caught, but the recall is ${recall}; give a precision above 0.`,
      },
    ];
  }
  const falseAlarms = (alarms * (1 - precision)) / precision;
  if (falseAlarms <= 1 - positives + 1e-9) return [];
  const lowest = printed(alarms / (alarms + 1 - positives));
  const message =
    `With base rate ${positives} and recall ${recall}, a precision of ${precision} needs more false alarms than there are ` +
    `negative cases; the precision is at least ${lowest}, that of acting on every negative case.`;
  return [{ path, message }];
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
    return [{ path, message: `Given are ${rows.length} rows; expected is one row for each of the ${height} classes.` }];
  }
  return rows.flatMap((row, index) =>
    row.length === width
      ? []
      : [
          {
            path: [...path, index],
            message: `Given are ${row.length} columns; expected is one for each of the ${width} decisions.`,
          },
        ],
  );
}

function findRateProblems(
  rates: readonly (readonly number[])[],
  model: MulticlassValueModel,
  path: (string | number)[],
): ModelProblem[] {
  const sums = rates.flatMap((row, index) => {
    const sum = sumOf(row);
    const message = `The rates of the class "${model.classes[index]?.name ?? index}" add up to ${printed(sum)}; expected is 1.`;
    return isOne(sum) ? [] : [{ path: [...path, index], message }];
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
  if (!isOne(shares)) {
    problems.push({
      path: ['classes'],
      message: `The likely shares of the classes add up to ${printed(shares)}; expected is 1.`,
    });
  }
  if (defaultDecision !== undefined && !decisions.includes(defaultDecision)) {
    const message = `"${defaultDecision}" is not among the decisions; expected is one of: ${decisions.join(', ')}.`;
    problems.push({ path: ['defaultDecision'], message });
  }
  return problems;
}

/** A cost per unit that differs by row may not turn into a gain anywhere in the range of its mean. */
function findNegativeCosts(amount: Amount, path: string): ModelProblem[] {
  if (amount.kind === 'constant') return [];
  return (['low', 'likely', 'high'] as const).flatMap((field) => {
    const mean = amount.mean[field];
    const cost = mean === undefined ? 0 : decimalToNumber(amount.rate) * mean + decimalToNumber(amount.plus);
    const message = `With a mean of ${mean} the cost per unit is ${printed(cost)}; a cost is expected to be 0 or more.`;
    return cost < 0 ? [{ path: [path, 'mean', field], message }] : [];
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
  const message =
    'There is nothing to compare with: give today’s practice, or targetSigma, the standard deviation of the target, ' +
    'which prices predicting one number for every case.';
  return [...problems, { path: ['targetSigma'], message }];
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
      .map(({ path, message }) => ({
        path: ['scenarios', index, 'changes', ...path],
        message: `In the scenario "${name}": ${message}`,
      })),
  );
  return [...doubles, ...inside];
}

/** What the schema of single fields cannot see: figures that contradict each other. */
export function findModelProblems(model: ValueModel): ModelProblem[] {
  return [...findTaskProblems(model), ...findScenarioProblems(model)];
}
