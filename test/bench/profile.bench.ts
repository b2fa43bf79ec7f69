import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { dataFile } from '../../examples/kit/data-file.ts';
import { profileTable } from '../../src/capabilities/statistics/index.ts';
import { type DuckDbAnalytics, openAnalytics } from '../../src/platform/analytics/analytics.ts';
import { openLog } from '../../src/platform/log/log.ts';
import type { Bench, Figure } from '../kit/bench.ts';
import { wideRows, wideTable } from '../kit/wide-table.ts';

interface Measured {
  first_s: number;
  all_s: number;
  peak_mb: number;
}

async function measure(
  analytics: DuckDbAnalytics,
  parquet: string,
  { target, segment }: { target: string; segment: string },
): Promise<Measured> {
  const source = { query: analytics.query.bind(analytics), parquet: [parquet] };
  const start = performance.now();
  let first_s = 0;
  const segments = [{ name: segment, rule: { column: segment } }];
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
    const made = await measure(analytics, wide, { target: 'truth0', segment: 'text0' });
    loop.disable();
    const example = await measure(analytics, dataFile('flights-3m.parquet'), { target: 'delay', segment: 'origin' });
    return [
      { name: `first pass over ${wideRows} rows x 50 columns`, value: made.first_s, unit: 's', limit: { atMost: 5 } },
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
