import type { Context } from '../../platform/context/context.ts';
import type { ValueModel } from '../value/contract.ts';
import { binaryDecisions, readDecisionPrices } from '../value/index.ts';
import { likelyBest } from './likely-best.ts';
import { evaluationErrors } from './errors.ts';
import type { Asked, EvaluationTask } from './evaluation-contract.ts';
import type { CaseSource, DecisionScale } from './measure/case-rows.ts';
import { askFile, cellSql, Params, tableSql, textSql } from './predictions/prediction-file.ts';

interface Choosing {
  source: CaseSource;
  task: EvaluationTask;
  asked: Asked;
  model: ValueModel | null;
  signal: AbortSignal;
}

const mostClasses = 25;
/** What the class is usually called that something is done about. */
const usualPositives = ['1', 'true', 'yes', 'ja', 'positive', 'pos', 'y', 't', '-1'];

/** Which truths and decisions there are: those of the value model, or else those of the data. */
export async function chooseScale(ctx: Pick<Context, 'analytics'>, choosing: Choosing): Promise<DecisionScale> {
  const { task, model, asked } = choosing;
  if (task === 'multiclass' && model?.task === 'multiclass') return scaleOfModel(model);
  const truths = await listValues(ctx, choosing, choosing.source.columns.truth);
  if (task === 'binary') return scaleOfBinary(truths, asked);
  const predicted = await listValues(ctx, choosing, choosing.source.columns.predicted ?? '');
  const classes = [...new Set([...truths, ...predicted])].toSorted();
  if (classes.length > mostClasses) throw evaluationErrors.tooManyClasses({ limit: mostClasses });
  return { ...byName(classes), truths: classes, decisions: classes };
}

const byName = (decisions: readonly string[]) => ({
  positiveClass: null,
  threshold: null,
  decisionOf: Object.fromEntries(decisions.map((name, index) => [name, index])),
});

/** A predicted class stands for the decision of its name; where there is none, for the one that pays best for that class. */
function scaleOfModel(model: Extract<ValueModel, { task: 'multiclass' }>): DecisionScale {
  const { truths, decisions } = readDecisionPrices(model);
  const own = byName(decisions);
  const best = Object.fromEntries(truths.map((name, truth) => [name, likelyBest(model, truth)]));
  return { ...own, truths, decisions, decisionOf: { ...best, ...own.decisionOf } };
}

function scaleOfBinary(values: readonly string[], { positiveClass, threshold }: Asked): DecisionScale {
  const positive = positiveClass ?? guessPositive(values);
  // Where no row has a truth, that is what is told, once the rows are counted.
  if (values.length > 0 && !values.includes(positive)) throw evaluationErrors.noPositive({ given: positive, values });
  const others = values.filter((each) => each !== positive);
  return {
    truths: [positive, others.length === 1 ? (others[0] ?? '') : others.join(' / ')],
    decisions: [...binaryDecisions],
    positiveClass: positive,
    threshold,
    decisionOf: {},
  };
}

function guessPositive(values: readonly string[]): string {
  if (values.length === 0) return '1';
  if (values.length === 1) throw evaluationErrors.oneClass({ value: values[0] ?? '' });
  const found = usualPositives.find((usual) => values.some((each) => each.toLowerCase() === usual));
  const positive = values.find((each) => each.toLowerCase() === found);
  if (values.length > 2 || positive === undefined) throw evaluationErrors.notBinary({ values });
  return positive;
}

async function listValues(
  { analytics }: Pick<Context, 'analytics'>,
  { source, signal }: Choosing,
  column: string,
): Promise<string[]> {
  const place = source.names.indexOf(column);
  if (place < 0) return [];
  const params = new Params();
  const table = tableSql(source.file, { width: source.names.length, params });
  // Each cell as it is first: only those that differ are read as a text.
  const cells = `select distinct ${cellSql(place)} as cell from ${table}`;
  const sql = `select distinct ${textSql('cell')} as value from (${cells}) where value is not null order by 1 limit ${mostClasses + 1}`;
  const rows = await askFile<{ value: string }>(analytics, source.file, { sql, params, signal });
  return rows.map(({ value }) => value);
}
