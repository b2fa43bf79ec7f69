import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { dataFile } from '../../examples/kit/data-file.ts';
import { profileTable } from '../../src/capabilities/statistics/index.ts';
import { type DuckDbAnalytics, openAnalytics } from '../../src/platform/analytics/analytics.ts';
import { openLog } from '../../src/platform/log/log.ts';
import type { Bench, Figure } from '../kit/bench.ts';

const rows = 1_000_000;

/** Between 0 and 1, by the row and a number of its own: the same table on every machine. */
const drawn = (own: number) => `(hash(r * 64 + ${own})::double / 18446744073709551616.0::double)`;
const normal = (own: number) => `sqrt(-2 * ln(${drawn(own)} + 1e-300)) * cos(6.283185307 * ${drawn(own + 1)})`;

/** 25 numbers, of which some have gaps, 10 whole numbers, 10 texts, 3 moments and 2 truths. */
function wideTable(): string {
  const columns = [
    ...Array.from({ length: 20 }, (_, i) => `${normal(2 * i)} * ${i + 1} + ${i * 10} as number${i}`),
    ...Array.from(
      { length: 5 },
      (_, i) =>
        `case when r % 50 = ${i} then null when r % 50 = ${i + 5} then 'nan'::double else exp(${normal(40 + i)}) end as skewed${i}`,
    ),
    ...Array.from({ length: 10 }, (_, i) => `floor(${drawn(50 + i)} * ${10 ** ((i % 6) + 1)})::bigint as whole${i}`),
    ...Array.from({ length: 8 }, (_, i) => `'value ' || floor(${drawn(60 + i)} * ${5 + i * 20})::int as text${i}`),
    ...[100_000_000, 100_000].map((most, i) => `'id-' || (hash(r * 2 + ${i}) % ${most}) as id${i}`),
    ...Array.from(
      { length: 3 },
      (_, i) => `timestamp '1960-01-01' + to_seconds(floor(${drawn(70 + i)} * 2e9)::bigint) as moment${i}`,
    ),
    ...Array.from({ length: 2 }, (_, i) => `${drawn(80 + i)} < 0.3 as truth${i}`),
  ];
  return `select ${columns.join(', ')} from range(${rows}) t(r)`;
}

interface Measured {
  first_s: number;
  all_s: number;
  peak_mb: number;
}

async function measure(
  analytics: DuckDbAnalytics,
  parquet: string,
  { target, segments }: { target: string; segments: string[] },
): Promise<Measured> {
  const source = { query: analytics.query.bind(analytics), parquet: [parquet] };
  const start = performance.now();
  let first_s = 0;
  for await (const { part } of profileTable(source, { target: { column: target }, segments }))
    if (part === 'first') first_s = (performance.now() - start) / 1000;
  const all_s = (performance.now() - start) / 1000;
  const status = await readFile(`/proc/${analytics.queries.pid}/status`, 'utf8');
  return { first_s, all_s, peak_mb: Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? NaN) / 1000 };
}

async function figures(folder: string): Promise<Figure[]> {
  const analytics = await openAnalytics({ folder: join(folder, 'spill'), log: openLog('error') });
  try {
    const wide = join(folder, 'wide.parquet');
    await analytics.query(`copy (${wideTable()}) to '${wide}' (format parquet)`, [], { files: [wide] });
    const loop = monitorEventLoopDelay({ resolution: 1 });
    loop.enable();
    const made = await measure(analytics, wide, { target: 'truth0', segments: ['text0'] });
    loop.disable();
    const example = await measure(analytics, dataFile('flights-3m.parquet'), { target: 'delay', segments: ['origin'] });
    return [
      { name: `first pass over ${rows} rows x 50 columns`, value: made.first_s, unit: 's', limit: { atMost: 5 } },
      { name: 'the whole profile, with a target and a segment', value: made.all_s, unit: 's', limit: { atMost: 25 } },
      { name: 'most memory of the analytics process', value: made.peak_mb, unit: 'MB', limit: { atMost: 2000 } },
      { name: 'longest wait of the event loop meanwhile', value: loop.max / 1e6, unit: 'ms' },
      { name: 'first pass over the 3 million flights', value: example.first_s, unit: 's' },
      { name: 'the whole profile of the flights', value: example.all_s, unit: 's' },
    ];
  } finally {
    await analytics.close();
  }
}

/** What a team waits for after it has brought data in. */
export const bench: Bench = {
  name: 'profile of a table',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'peil-bench-'));
    try {
      return await figures(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
