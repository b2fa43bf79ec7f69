import { countOnce, countRows } from '../kit/count-rows.ts';

/** As the reports call them, from least to most. */
export const damages = ['None', 'Minor', 'Medium', 'Substantial'] as const;
export type Damage = (typeof damages)[number];
/** How large the crew reports the animal to have been. */
export const sizes = ['Small', 'Medium', 'Large'] as const;
export type Size = (typeof sizes)[number];

/** Whole years in which reporting had become usual: what a year brings is counted in these. */
export const firstYear = 1999;
export const lastYear = 2001;

/** Counted in the strikes that airlines reported; those of the military and of business jets are left out. */
export interface Measured {
  reports: number;
  /** a year, in the years above: the mean, the quietest and the busiest */
  perYear: { low: number; likely: number; high: number };
  byDamage: Record<Damage, number>;
  counts: readonly { damage: Damage; size: Size; count: number }[];
  /** of the reports with substantial damage: with an amount for the repair, and the median of those amounts in dollars */
  priced: { reports: number; medianRepair_usd: number };
}

const reports = `
  select
    "Effect Amount of damage" as damage, "Wildlife Size" as size, year("Flight Date") as year, "Cost Repair" as repair
  from read_csv($file)
  where "Aircraft Airline Operator" not in ('MILITARY', 'BUSINESS')`;
const known = `('${damages.join("', '")}')`;

const byCellSql = `
  with report as (${reports})
  select damage, size, count(*)::double as count from report where damage in ${known} group by damage, size order by damage, size`;

const wholeSql = `
  with report as (${reports}),
  year as (select count(*) as reports from report where year between ${firstYear} and ${lastYear} group by year)
  select
    (select count(*) from report where damage in ${known})::double as reports,
    (select min(reports) from year)::double as low,
    (select avg(reports) from year)::double as likely,
    (select max(reports) from year)::double as high,
    (select count(*) from report where damage = 'Substantial' and repair > 0)::double as priced,
    (select median(repair) from report where damage = 'Substantial' and repair > 0)::double as "medianRepair"`;

type Whole = Record<'reports' | 'low' | 'likely' | 'high' | 'priced' | 'medianRepair', number>;

export async function measure(file: string): Promise<Measured> {
  const counts = await countRows<Measured['counts'][number]>(byCellSql, file);
  const whole = await countOnce<Whole>(wholeSql, file);
  const byDamage = Object.fromEntries(
    damages.map((damage) => [
      damage,
      counts.filter((each) => each.damage === damage).reduce((sum, each) => sum + each.count, 0),
    ]),
  ) as Record<Damage, number>;
  return {
    reports: whole.reports,
    perYear: { low: whole.low, likely: Math.round(whole.likely), high: whole.high },
    byDamage,
    counts,
    priced: { reports: whole.priced, medianRepair_usd: whole.medianRepair },
  };
}
