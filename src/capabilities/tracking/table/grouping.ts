import { type RawBuilder, sql } from 'kysely';
import type { Comparison, Filter } from '../../../platform/filter/filter.ts';
import { tableErrors } from './errors.ts';
import { parentTag } from './parent-tag.ts';
import { readColumn } from './run-columns.ts';

export interface Grouping {
  /** what runs are told apart by: joined to `run`, and its value */
  joined: RawBuilder<unknown>;
  value: RawBuilder<string | number | null>;
  /** the runs of one group; null: of those that have none */
  group: (value: string | null) => { filter: Filter | null; experimentId?: string };
}

/** By `experiment`, `status`, `parent`, `params.kind` or `tags.team`. Throws 400. */
export function readGrouping(by: string): Grouping {
  if (by === 'experiment')
    return {
      joined: sql``,
      value: sql.ref<number>('run.experiment_id'),
      group: (value) => ({ filter: null, experimentId: value ?? '' }),
    };
  if (by === 'status')
    return {
      joined: sql``,
      value: sql.ref<string>('run.status'),
      group: (value) => ({ filter: compare({ entity: 'attribute', key: 'status' }, value ?? '') }),
    };
  const column = by === 'parent' ? ({ entity: 'tag', key: parentTag } as const) : readColumn(by);
  if (!column || column.entity === 'metric') throw tableErrors.badGrouping({ given: by });
  const table = column.entity === 'param' ? 'run_param' : 'run_tag';
  return {
    joined: sql`left join ${sql.table(table)} as g on g.run_id = run.id and g.key = ${column.key}`,
    value: sql.ref<string | null>('g.value'),
    group: (value) => ({ filter: compare(column, value) }),
  };
}

const compare = ({ entity, key }: Pick<Comparison, 'entity' | 'key'>, value: string | null): Comparison => ({
  kind: 'compare',
  entity,
  key,
  operator: value === null ? 'IS NULL' : '=',
  value,
  position: 0,
});
