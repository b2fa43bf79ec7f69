import type { ParquetColumn } from './parquet-table.ts';

/** A seeded stream of numbers between 0 and 1 (mulberry32), so that every run sees the same columns. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = seeded(20_261_129);
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('');

const doubles: (() => number)[] = [
  normal,
  () => 1e9 + normal(),
  () => 1e15 + Math.round(normal() * 8) / 8,
  () => Math.exp(2 * normal()),
  () => Math.exp(2 * normal()) * (random() < 0.5 ? -1 : 1),
  () => normal() * 1e300,
  () => normal() * 1e-310,
  () => Math.round(normal() * 3),
  () => normal() ** 7,
  () => (random() < 0.9 ? 0 : random() * 1e6),
  () => random() * 2 ** Math.floor(random() * 40 - 20),
];
const unusual = ['NaN', 'Infinity', '-Infinity', null];

function doubleColumn(index: number): ParquetColumn {
  const draw = doubles[index % doubles.length] ?? normal;
  const [rows, share] = [1 + Math.floor(random() * 400), random() < 0.5 ? 0 : random() * 0.3];
  const value = () => (random() < share ? unusual[Math.floor(random() * 4)]! : String(draw()));
  return { name: `double ${index}`, type: 'DOUBLE', values: Array.from({ length: rows }, value) };
}

function wholeColumn(index: number): ParquetColumn {
  const [far, digitsOf] = [index % 3 === 0, 1 + Math.floor(random() * 17)];
  const value = () => (far ? `92233720368547${digits(4)}` : `${random() < 0.4 ? '-' : ''}${digits(digitsOf)}`);
  const rows = 1 + Math.floor(random() * 400);
  return { name: `whole ${index}`, type: 'BIGINT', values: Array.from({ length: rows }, value) };
}

function decimalColumn(index: number): ParquetColumn {
  const type = ['DECIMAL(9,2)', 'DECIMAL(18,4)', 'DECIMAL(27,9)', 'DECIMAL(36,6)'][index % 4]!;
  const [, width, scale] = /(\d+),(\d+)/.exec(type)!.map(Number) as [number, number, number];
  const lead = index % 2 ? digits(width - scale - 2) : '';
  const value = () => `${lead}${digits(2)}.${digits(scale)}`;
  const rows = 2 + Math.floor(random() * 300);
  return { name: `decimal ${index}`, type, values: Array.from({ length: rows }, value) };
}

/** 200 columns of numbers of every size, with gaps, NaN and infinities in half of those that can have them. */
export const numericColumns: readonly ParquetColumn[] = [
  ...Array.from({ length: 120 }, (_, index) => doubleColumn(index)),
  ...Array.from({ length: 40 }, (_, index) => wholeColumn(index)),
  ...Array.from({ length: 40 }, (_, index) => decimalColumn(index)),
];
export const rowsOf = (columns: readonly ParquetColumn[]): number =>
  Math.max(...columns.map(({ values }) => values.length));

const dayOf = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10);
const momentOf = (seconds: number) => new Date(seconds * 1000).toISOString().replace('T', ' ').replace('Z', '');

/** Days and moments of some centuries, most of them before 1970. */
function timeColumn(index: number): ParquetColumn {
  const [isDay, spread] = [index % 2 === 0, 10 ** (1 + (index % 4))];
  const rows = 1 + Math.floor(random() * 400);
  const days = () => Math.round(normal() * spread) - 10_000;
  const one = () => (isDay ? dayOf(days()) : momentOf(days() * 86_400 + Math.floor(random() * 86_400_000) / 1000));
  const values = Array.from({ length: rows }, () => (random() < 0.1 ? null : one()));
  return { name: `time ${index}`, type: isDay ? 'DATE' : 'TIMESTAMP', values };
}

const letters = ['a', 'é', '東', '👩‍🚀', ' ', 'z', "'", 'NA', 'ß', '0'];

/** Texts of every script, of few values and of many. */
function textColumn(index: number): ParquetColumn {
  const most = [2, 5, 40, 100_000][index % 4]!;
  const word = (seed: number) =>
    Array.from({ length: seed % 5 }, (_, at) => letters[(seed * (at + 3)) % letters.length]).join('') + seed;
  const rows = 1 + Math.floor(random() * 400);
  const one = () => (random() < 0.1 ? null : word(Math.floor(random() ** 2 * most)));
  return { name: `text ${index}`, type: 'VARCHAR', values: Array.from({ length: rows }, one) };
}

export const timeColumns: readonly ParquetColumn[] = Array.from({ length: 20 }, (_, index) => timeColumn(index));
export const textColumns: readonly ParquetColumn[] = Array.from({ length: 20 }, (_, index) => textColumn(index));
