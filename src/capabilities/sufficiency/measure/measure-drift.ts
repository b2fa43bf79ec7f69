import { chanceOfDistance, stabilityIndex } from '../../statistics/index.ts';
import type { Measured } from '../checks/measured.ts';
import { leastOfMonth } from '../checks/stability.ts';
import { type Asking, askRows, rowsOf } from './ask-rows.ts';
import { type Binning, cellCount, cellSql } from './bin-features.ts';
import { portionsOf } from './rows-sql.ts';

interface MonthCell extends Record<string, string | number> {
  month: string;
  feature: number;
  cell: number;
  n: number;
}

/** How far each month lies from the one before, for every feature: one pass counts several. */
export async function measureDrift(asking: Asking, binnings: readonly Binning[]): Promise<Measured['drift']> {
  const { moment } = asking.table.plan;
  if (!rowsOf(asking).has(moment)) return [];
  const found: Measured['drift'][number][] = [];
  for (const some of portionsOf(binnings, 16)) {
    const counted = await askRows<MonthCell>(asking, (at) => {
      const celled = some.map((binning, index) => `${cellSql(at, binning)} as b${index}`).join(', ');
      const inner = `select strftime(${at.moment(moment)}, '%Y-%m') as month, ${celled} from ${at.from} where ${at.moment(moment)} is not null`;
      const each = some.map(
        (_, index) => `select month, ${index} as feature, b${index} as cell, count(*) as n from celled group by 1, 3`,
      );
      return `with celled as materialized (${inner}) ${each.join(' union all ')}`;
    });
    some.forEach((binning, index) =>
      found.push(
        ...distancesOf(
          binning,
          counted.filter(({ feature }) => feature === index),
        ),
      ),
    );
  }
  return found;
}

function distancesOf(binning: Binning, counted: readonly MonthCell[]): Measured['drift'][number][] {
  const months = [...new Set(counted.map(({ month }) => month))].sort();
  const cellsOf = new Map(months.map((month) => [month, Array.from({ length: cellCount(binning) }, () => 0)]));
  for (const { month, cell, n } of counted) cellsOf.get(month)?.splice(cell, 1, n);
  const enough = months.filter((month) => (cellsOf.get(month) ?? []).reduce((sum, n) => sum + n, 0) >= leastOfMonth);
  return enough.flatMap((month, at) => {
    const [b, a] = [cellsOf.get(month) ?? [], cellsOf.get(enough[at - 1] ?? '')];
    if (!a) return [];
    const index = stabilityIndex(a, b);
    if (index.status === 'not_computable') return [];
    const chance = chanceOfDistance('stability_index', index.value, { a, b });
    const value = chance.status === 'not_computable' ? 1 : chance.value;
    return [{ column: binning.column, month, index: index.value, chance: value }];
  });
}
