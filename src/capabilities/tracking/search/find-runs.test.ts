import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../../test/kit/databases.ts';
import type { TestPeil } from '../../../../test/kit/app.ts';
import { insertMany } from '../../../platform/db/insert-many.ts';
import { parseFilter } from '../../../platform/filter/parse-filter.ts';
import { trackingDb } from '../tables.ts';
import { findRuns } from './find-runs.ts';
import { runCondition } from './run-condition.ts';
import { readOrder } from './run-order.ts';

/** Enough that none of the ways is the one for few. */
const inFirst = 2_100;
const inSecond = 300;

interface Tried {
  id: string;
  experiment: number;
  startedAt: number | null;
  /** undefined: never measured */
  auc: number | undefined;
  kind: string;
}

/** Ties, what is not a number, and what lacks: all of them often. */
function tried(n: number): Tried {
  return {
    id: String(n * 7919).padStart(32, '0'),
    experiment: n < inFirst ? 1 : 2,
    startedAt: n % 11 === 0 ? null : 1_000 + (n % 400),
    auc: n % 5 === 0 ? undefined : n % 7 === 0 ? NaN : (n * 31) % 50,
    kind: n % 300 === 0 ? 'rare' : `kind ${n % 3}`,
  };
}

const all = Array.from({ length: inFirst + inSecond }, (_, n) => tried(n));

describeEachDatabase('DS1 a page of very many runs', (kit) => {
  let peil: TestPeil;
  beforeAll(async () => {
    peil = await kit.openPeil();
    const db = peil.services.database.writer;
    const on = trackingDb(db);
    for (const id of [1, 2])
      await on
        .insertInto('experiment')
        .values({
          id,
          name: `e${id}`,
          artifact_root: '',
          problem_id: null,
          created_by: 'u',
          created_at: 1,
          changed_at: 1,
          deleted_at: null,
        })
        .execute();
    await insertMany(db, {
      into: 'run',
      columns: {
        id: 'text',
        experiment_id: 'integer',
        name: 'text',
        status: 'text',
        client_user: 'text',
        started_at: 'bigint',
        artifact_uri: 'text',
        created_by: 'text',
        created_at: 'bigint',
      },
      rows: all.map((run) => [run.id, run.experiment, run.id, 'FINISHED', '', run.startedAt, '', 'u', 1]),
      tail: '',
    });
    await insertMany(db, {
      into: 'run_metric',
      columns: {
        run_id: 'text',
        experiment_id: 'integer',
        key: 'text',
        step: 'bigint',
        at: 'bigint',
        value: 'double precision',
        is_nan: 'integer',
      },
      rows: all.flatMap(({ id, experiment, auc }) =>
        auc === undefined
          ? []
          : [[id, experiment, 'auc', 0, 0, Number.isNaN(auc) ? 0 : auc, Number(Number.isNaN(auc))]],
      ),
      tail: '',
    });
    await insertMany(db, {
      into: 'run_param',
      columns: { run_id: 'text', key: 'text', value: 'text' },
      rows: all.map(({ id, kind }) => [id, 'kind', kind]),
      tail: '',
    });
  });
  afterAll(() => peil.close());

  const filters: Record<string, (run: Tried) => boolean> = {
    '': () => true,
    'metrics.auc > 40': ({ auc }) => (auc ?? 0) > 40,
    "params.kind = 'rare'": ({ kind }) => kind === 'rare',
    "params.kind = 'kind 1' and metrics.auc <= 30": ({ kind, auc }) =>
      kind === 'kind 1' && auc !== undefined && auc <= 30,
    "params.kind = 'rare' and metrics.auc > 3": ({ kind, auc }) => kind === 'rare' && (auc ?? 0) > 3,
    "params.kind = 'rare' or metrics.auc = 7": ({ kind, auc }) => kind === 'rare' || auc === 7,
    "not params.kind = 'kind 0'": ({ kind }) => kind !== 'kind 0',
    "params.kind LIKE 'kind%' and metrics.auc != 3": ({ kind, auc }) =>
      kind !== 'rare' && auc !== undefined && auc !== 3,
  };
  const orders: Record<string, (run: Tried) => [number, number]> = {
    'metrics.auc DESC': ({ auc }) => [lack(auc), -(auc ?? 0)],
    'metrics.auc ASC': ({ auc }) => [lack(auc), auc ?? 0],
    'start_time ASC': ({ startedAt }) => [startedAt === null ? 2 : 0, startedAt ?? 0],
    '': () => [0, 0],
  };

  test('is the one of all of them, sorted', async () => {
    const any = fc.record<{ text: string; order: string; experimentIds: number[]; offset: number; asksRest: boolean }>({
      text: fc.constantFrom(...Object.keys(filters)),
      order: fc.constantFrom(...Object.keys(orders)),
      experimentIds: fc.constantFrom([1], [2], [1, 2], [2, 3, 1]),
      offset: fc.constantFrom(0, 50, 1_500),
      asksRest: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(any, async ({ text, order, experimentIds, offset, asksRest }) => {
        const filter = parseFilter(text);
        const holdsWith = (some: typeof filter) =>
          some ? runCondition(some, { text, kind: kit.kind }) : sql<boolean>`1 = 1`;
        const rows = await findRuns(peil.services.database.reader, {
          experimentIds,
          isReadable: sql`1 = 1`,
          filter,
          holds: holdsWith(filter),
          ...(asksRest ? { holdsWith } : {}),
          keys: readOrder(order === '' ? [] : [order]),
          offset,
          limit: 60,
        });
        const isAsked = filters[text] ?? (() => false);
        const keyOf = orders[order] ?? (() => [0, 0]);
        const expected = all
          .filter((run) => experimentIds.includes(run.experiment) && isAsked(run))
          .toSorted(
            (one, other) =>
              compare([...keyOf(one), ...newest(one)], [...keyOf(other), ...newest(other)]) ||
              (one.id < other.id ? -1 : 1),
          )
          .slice(offset, offset + 60);
        expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      }),
      { seed: 46, numRuns: 150 },
    );
  });
});

/** Numbers first, then what is none, then what was never measured. */
const lack = (value: number | undefined): number => (value === undefined ? 2 : Number(Number.isNaN(value)));
const newest = ({ startedAt }: Tried): [number, number] => [Number(startedAt === null), -(startedAt ?? 0)];

function compare(one: readonly number[], other: readonly number[]): number {
  for (const [index, value] of one.entries()) {
    const difference = value - (other[index] ?? 0);
    // What is no number differs from nothing.
    if (difference) return difference;
  }
  return 0;
}
