import type { ReadingChange } from '../diff-contract.ts';
import type { StoredReading } from '../join-readings.ts';

type Told = Omit<ReadingChange, 'column'>;

/**
 * What was read otherwise in the one version than in the other: a separator that changed, values that were refused in a
 * column. Nothing where either was read before this was kept.
 */
export function compareReadings(before: StoredReading | null, after: StoredReading | null): ReadingChange[] {
  if (!before || !after) return [];
  const whole: ReadingChange[] = [
    ...dialectChanges(before, after),
    ...changed('sheet', before.sheet, after.sheet),
    ...changed('skipped', String(before.skipped), String(after.skipped)),
  ].map((each) => ({ column: null, ...each }));
  const columns = after.columns.flatMap((column) => {
    const old = before.columns.find(({ name }) => name === column.name);
    if (!old) return [];
    return [
      ...changed('note', old.note ?? null, column.note ?? null),
      ...changed('emptied', String(old.emptied ?? 0), String(column.emptied ?? 0)),
    ].map((each) => ({ column: column.name, ...each }));
  });
  return [...whole, ...columns];
}

function dialectChanges({ dialect: before }: StoredReading, { dialect: after }: StoredReading): Told[] {
  if (!before || !after) return [];
  return (['delimiter', 'quote', 'encoding', 'decimal'] as const).flatMap((what) =>
    changed(what, before[what], after[what]),
  );
}

const changed = (what: Told['what'], before: string | null, after: string | null): Told[] =>
  before === after ? [] : [{ what, before, after }];
