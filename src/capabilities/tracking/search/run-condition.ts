import { type RawBuilder, sql } from 'kysely';
import {
  amongst,
  type Asked,
  compareFact,
  compareNumber,
  compareText,
  condition,
  refuseField,
} from '../../../platform/filter/condition.ts';
import type { Comparison, Filter } from '../../../platform/filter/filter.ts';
import { inView, type View } from '../view.ts';
import { runAttribute, runAttributeNames } from './run-attributes.ts';

/** The filter, if there is one, and what was deleted or was not, as one condition on `run`. */
export function runsIn(view: View, filter: Filter | null, asked: Asked): RawBuilder<boolean> {
  const isIn = inView(view, 'run');
  return filter ? sql`${isIn} and (${runCondition(filter, asked)})` : isIn;
}

/** The filter as a condition on `run`. Throws `filter.bad_filter` for what cannot be compared so. */
export function runCondition(filter: Filter, asked: Asked): RawBuilder<boolean> {
  return condition(filter, (asks) => {
    switch (asks.entity) {
      case 'metric':
        return ofMetric(asks, asked);
      case 'param':
        return compareFact(ofRun('run_param', asks.key), asks, asked);
      case 'tag':
        return compareFact(ofRun('run_tag', asks.key), asks, asked);
      case 'attribute':
        return ofAttribute(asks, asked);
      case 'dataset':
        return ofDataset(asks, asked);
    }
  });
}

/** The last value counts. What is not a number is unequal to every number, and compares with none. */
function ofMetric(asks: Comparison, asked: Asked): RawBuilder<boolean> {
  const holds = compareNumber(sql`m.value`, asks, asked);
  const held = asks.operator === '!=' ? sql`(m.is_nan = 1 or ${holds})` : sql`m.is_nan = 0 and ${holds}`;
  return sql`exists (select 1 from run_metric m where m.run_id = run.id and m.key = ${asks.key} and ${held})`;
}

const ofRun = (table: 'run_param' | 'run_tag', key: string) =>
  sql`select 1 from ${sql.table(table)} f where f.run_id = run.id and f.key = ${key}`;

const datasetColumns: Readonly<Record<string, string>> = { name: 'name', digest: 'digest', context: 'context' };

/** Data that the run was given. */
function ofDataset(asks: Comparison, asked: Asked): RawBuilder<boolean> {
  const column = Object.hasOwn(datasetColumns, asks.key) ? datasetColumns[asks.key] : undefined;
  if (!column) throw refuseField(asks, asked, 'datasets.name, datasets.digest, datasets.context');
  const value = sql.ref<never>(`d.${column}`);
  const holds = Array.isArray(asks.value)
    ? amongst(value, asks.operator, asks.value)
    : compareText(value, asks, { ...asked, need: 'textOperator' });
  return sql`exists (select 1 from run_dataset d where d.run_id = run.id and ${holds})`;
}

function ofAttribute(asks: Comparison, asked: Asked): RawBuilder<boolean> {
  const attribute = runAttribute(asks.key);
  if (!attribute) throw refuseField(asks, asked, runAttributeNames);
  const column = sql.ref<never>(`run.${attribute.column}`);
  if (attribute.type === 'number') return compareNumber(column, asks, asked);
  const { operator, value } = asks;
  if (attribute.column !== 'id' || !Array.isArray(value))
    return compareText(column, asks, { ...asked, need: 'attributeOperator' });
  return amongst(column, operator, value);
}
