import type { MeasuredFeature } from '../checks/measured.ts';
import { type Asking, askRows, rowsOf } from './ask-rows.ts';
import { type PlannedRows, portionsOf } from './rows-sql.ts';

interface FeatureRow extends Record<string, number | null> {
  filled: number;
  late: number | null;
}

/** Values with fewer rows than this are one: by itself each tells its class by chance. */
const leastOfValue = 20;
/** Cells in which a number is looked at where it is not simply more or less. */
const cells = 20;

/** How well each feature alone tells the classes apart, whether it names cases, and whether it was known in time. */
export async function measureFeatures(asking: Asking): Promise<MeasuredFeature[]> {
  const rows = rowsOf(asking);
  const features = rows.features.filter((name) => rows.has(name));
  const counted = await countFeatures(asking, features);
  const found: MeasuredFeature[] = [];
  for (const [index, column] of features.entries()) {
    const auc = rows.hit === null ? null : await aucOf(asking, column);
    const { filled = 0, distinct = 0, lateRows = null } = counted[index] ?? {};
    found.push({ column, auc, filled, distinct, mayName: rows.mayName(column), lateRows });
  }
  return found;
}

type Counts = Pick<MeasuredFeature, 'filled' | 'distinct' | 'lateRows'>;

async function countFeatures(asking: Asking, features: readonly string[]): Promise<Counts[]> {
  const found: Counts[] = [];
  for (const some of portionsOf(features, 32)) {
    const [row] = await askRows<FeatureRow>(asking, (at) => {
      const counts = some.flatMap((name, index) => [
        `count(${at.value(name)}) as f${index}`,
        `count(distinct ${at.value(name)}) as d${index}`,
        `${lateSql(at, name)} as l${index}`,
      ]);
      return `select ${counts.join(', ')} from ${at.from}`;
    });
    found.push(
      ...some.map((_, index) => ({
        filled: row?.[`f${index}`] ?? 0,
        distinct: row?.[`d${index}`] ?? 0,
        lateRows: row?.[`l${index}`] ?? null,
      })),
    );
  }
  return found;
}

/** Rows in which the field was known only after the prediction had to be there. A moment is known when it has passed. */
function lateSql(at: PlannedRows, name: string): string {
  const { moment, fieldTimes } = at.plan;
  const knownAt = fieldTimes.find(({ column }) => column === name)?.knownAt ?? null;
  if (!at.has(moment) || !at.has(knownAt)) return 'null';
  return `count(*) filter (${at.value(name)} is not null and ${at.moment(knownAt)} > ${at.moment(moment)})`;
}

/** The better of two looks: as more or less, and by the share of hits in each cell or value. Empty is a value too. */
async function aucOf(asking: Asking, column: string): Promise<number | null> {
  const isOrdered = rowsOf(asking).shapeOf(column) !== 'list';
  const looks = isOrdered ? [orderedSql, cellsSql] : [valuesSql];
  let best: number | null = null;
  for (const look of looks) {
    const [row] = await askRows<{ auc: number | null }>(asking, (at) => aucSql(look(at, column)));
    const auc = row?.auc ?? null;
    if (auc !== null) best = Math.max(best ?? 0.5, auc, 1 - auc);
  }
  return best;
}

/** Chance that a hit lies above another, from counts by rank `r`: equal ranks count half (Mann and Whitney). */
const aucSql = (ranked: string): string =>
  `select sum(p * (below + n / 2.0)) / nullif(sum(p) * sum(n), 0) as auc from (
    select p::double as p, n::double as n, (sum(n) over (order by r) - n)::double as below from (
      select r, sum(p) as p, sum(n) as n from (${ranked}) group by r))`;

const labelled = (at: PlannedRows, value: string): string =>
  `select v, y from (select ${value} as v, ${at.hit} as y from ${at.from}) where y is not null`;

const orderedSql = (at: PlannedRows, column: string): string =>
  `select v as r, sum(y) as p, sum(1 - y) as n from (${labelled(at, at.ordered(column))}) where v is not null group by v`;

/** Cells by rank, so that each has about as many rows. */
const cellsSql = (at: PlannedRows, column: string): string => {
  const ranked = `select case when v is null then -1 else floor(${cells} * share) end as cell, y from (
    select v, y, percent_rank() over (order by v nulls last) as share from (${labelled(at, at.ordered(column))}))`;
  return byShare(ranked);
};

const valuesSql = (at: PlannedRows, column: string): string => {
  const ranked = `select case when v is not null and count(*) over (partition by v) < ${leastOfValue} then chr(30) else v end as cell, y
    from (${labelled(at, at.text(column))})`;
  return byShare(ranked);
};

const byShare = (celled: string): string =>
  `select avg(y) as r, sum(y) as p, sum(1 - y) as n from (${celled}) group by cell`;
