import type { MeasuredFeature } from '../checks/measured.ts';
import { suspectAuc } from '../checks/leakage.ts';
import { findSignalInThread } from '../model/find-signal-in-thread.ts';
import type { SignalFound } from '../model/find-signal.ts';
import type { Amounts } from '../model/worth.ts';
import { type Asking, askRows, rowsOf } from './ask-rows.ts';
import { type Binning, cellCount, cellSql } from './bin-features.ts';

const mostRows = 24_000;
const mostFeatures = 40;

interface Given {
  binnings: readonly Binning[];
  features: readonly MeasuredFeature[];
  amounts: Amounts | null;
  rows: number;
}

/**
 * What a model would be given and can have: nothing from later, nothing that is the answer, no names of cases. The best
 * forty, by what each tells alone on its own.
 */
export function usableFeatures(asking: Asking, features: readonly MeasuredFeature[]): string[] {
  const lost = new Set(
    asking.table.plan.serving
      .filter(({ available }) => available === 'too_late' || available === 'never')
      .map(({ column }) => column),
  );
  return features
    .filter(({ column, lateRows, auc }) => !lost.has(column) && (lateRows ?? 0) === 0 && (auc ?? 0.5) <= suspectAuc)
    .filter(({ mayName, distinct, filled }) => !(mayName && filled >= 50 && distinct > 0.95 * filled))
    .toSorted((a, b) => (b.auc ?? 0.5) - (a.auc ?? 0.5))
    .slice(0, mostFeatures)
    .map(({ column }) => column);
}

/** Rows by what is in them, in an order that has nothing to do with it: the same rows give the same sample. */
export async function measureSignal(
  asking: Asking,
  { binnings, features, amounts, rows }: Given,
): Promise<SignalFound> {
  const usable = new Set(usableFeatures(asking, features));
  const used = binnings.filter(({ column }) => usable.has(column));
  const known = rowsOf(asking);
  if (known.hit === null || known.side === null || used.length === 0) return { signal: null, curve: [] };
  const sample = await askRows<{ packed: string }>(asking, (at) => {
    const mark = `cast('0x' || substr(${at.together(known.names)}, 1, 8) as bigint)`;
    const celled = used.map((binning) => cellSql(at, binning));
    const every = Math.max(1, Math.ceil(rows / mostRows));
    const [hit, side] = [at.hit, at.side];
    return `select concat_ws(' ', y, side, ${used.map((_, index) => `b${index}`).join(', ')}) as packed from (
      select ${mark} as mark, ${hit} as y, ${side} as side, ${celled.map((cell, index) => `${cell} as b${index}`).join(', ')}
      from ${at.from}) where y is not null and side is not null and mark % ${every} = 0 order by md5(mark::varchar), packed limit ${2 * mostRows}`;
  });
  return findSignalInThread({ ...unpack(sample, used.map(cellCount)), amounts }, asking.signal);
}

function unpack(sample: readonly { packed: string }[], sizes: readonly number[]) {
  const cells = new Uint16Array(sample.length * sizes.length);
  const hits = new Uint8Array(sample.length);
  const [learning, test]: [number[], number[]] = [[], []];
  sample.forEach(({ packed }, row) => {
    const [hit = 0, side = 0, ...found] = packed.split(' ').map(Number);
    hits[row] = hit;
    cells.set(found, row * sizes.length);
    (side === 1 ? test : learning).push(row);
  });
  return { sizes, cells, hits, learning, test };
}
