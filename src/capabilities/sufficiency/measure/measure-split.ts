import type { MeasuredSplit } from '../checks/measured.ts';
import { type Asking, askRows, rowsOf } from './ask-rows.ts';

interface SideRow extends Record<string, number | null> {
  side: number;
  rows: number;
  positives: number | null;
  first: number | null;
  last: number | null;
}

/** The two sides of the split, and what they have in common. */
export async function measureSplit(asking: Asking): Promise<MeasuredSplit | null> {
  const rows = rowsOf(asking);
  if (rows.side === null || !rows.has(rows.plan.target)) return null;
  const sides = await askRows<SideRow>(asking, (at) => {
    const [hit, side] = [at.hit, at.side];
    const { moment, target } = at.plan;
    const epoch = at.has(moment) ? `epoch(${at.moment(moment)})` : 'null';
    return `select ${side} as side, count(*) as rows,
      ${hit ? `coalesce(sum(${hit}), 0)::bigint` : 'null'} as positives, min(${epoch}) as first, max(${epoch}) as last
      from ${at.from} where ${side} is not null and ${at.has(target) ? at.value(target) : 'null'} is not null group by 1`;
  });
  const [learning, test] = [0, 1].map((side) => sides.find((each) => each.side === side));
  if (!learning || !test) return null;
  return {
    learning: { rows: learning.rows, positives: learning.positives },
    test: { rows: test.rows, positives: test.positives },
    sharedEntities: await sharedBy(asking, rows.plan.entity),
    sharedRows: await countSharedRows(asking),
    earlyTestRows: learning.last === null ? null : await countEarly(asking, learning.last),
    lateLabels: test.first === null ? null : await countLateLabels(asking, test.first),
  };
}

/** Different values on both sides. */
async function sharedBy(asking: Asking, names: readonly string[]): Promise<number | null> {
  if (rowsOf(asking).together(names) === null) return null;
  const [row] = await askRows<{ n: number }>(asking, (at) => {
    const sided = `select ${at.together(names)} as g, ${at.side} as side from ${at.from}`;
    return `select count(*) as n from (select g from (${sided}) where side is not null group by g having min(side) <> max(side))`;
  });
  return row?.n ?? 0;
}

/** Rows of the test that were learnt from, but for what names them and when it was. */
async function countSharedRows(asking: Asking): Promise<number> {
  const { plan, names } = rowsOf(asking);
  const own = new Set<string | null>([
    ...plan.key,
    plan.moment,
    plan.labelTime,
    plan.split?.by === 'column' ? plan.split.column : null,
    ...plan.fieldTimes.map(({ knownAt }) => knownAt),
  ]);
  const compared = names.filter((name) => !own.has(name));
  if (compared.length === 0) return 0;
  const [row] = await askRows<{ n: number }>(asking, (at) => {
    const sided = `select ${at.together(compared)} as g, ${at.side} as side from ${at.from}`;
    const both = `select sum(side) as tested, min(side) as low, max(side) as high from (${sided}) where side is not null group by g`;
    return `select coalesce(sum(tested), 0)::bigint as n from (${both}) where low <> high`;
  });
  return row?.n ?? 0;
}

/** Without a day of its own a split by a column can run back in time. */
async function countEarly(asking: Asking, lastLearnt: number): Promise<number> {
  const [row] = await askRows<{ n: number }>(asking, (at) => {
    const { moment } = at.plan;
    const isEarly = at.has(moment) ? `epoch(${at.moment(moment)}) < ${lastLearnt}` : 'false';
    return `select count(*) filter (${at.side} = 1 and ${isEarly}) as n from ${at.from}`;
  });
  return row?.n ?? 0;
}

async function countLateLabels(asking: Asking, testBegins: number): Promise<number | null> {
  if (!rowsOf(asking).has(asking.table.plan.labelTime)) return null;
  const [row] = await askRows<{ n: number }>(asking, (at) => {
    const { labelTime } = at.plan;
    const isLate = at.has(labelTime) ? `epoch(${at.moment(labelTime)}) > ${testBegins}` : 'false';
    return `select count(*) filter (${at.side} = 0 and ${isLate}) as n from ${at.from}`;
  });
  return row?.n ?? 0;
}
