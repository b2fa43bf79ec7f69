import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readAsParquet } from '../../src/capabilities/datasets/read/read-as-parquet.ts';
import { openAnalytics } from '../../src/platform/analytics/analytics.ts';
import { openLog } from '../../src/platform/log/log.ts';
import { childrenOf, memoryOf, memoryOfAll } from './process-memory.ts';

export interface ReadingReport {
  name: string;
  /** of the error; null: it was read */
  code: string | null;
  /** how much more memory the server had at most than before */
  grown_mb: number;
  /** the same, of the server and every process that it started together */
  grownTogether_mb: number;
  /** the most that any process had that it started */
  largestChild_mb: number;
  longestWait_ms: number;
}

/** A server that reads files, and is measured meanwhile: `reading-process <folder> <name>...` sends a report of each. */
const [, , folder = '', ...names] = process.argv;
const analytics = await openAnalytics({ folder: join(folder, 'spill'), log: openLog('silent') });
await analytics.query('select 1', [], { files: [] });

for (const name of names) process.send?.(await measure(name));
await analytics.close();
process.disconnect();

async function measure(name: string): Promise<ReadingReport> {
  const before = process.memoryUsage().rss;
  const together_mb = memoryOfAll(process.pid);
  const most = { own: before, together_mb, child_mb: 0 };
  const look = () => {
    most.own = Math.max(most.own, process.memoryUsage().rss);
    most.together_mb = Math.max(most.together_mb, memoryOfAll(process.pid));
    most.child_mb = Math.max(most.child_mb, ...childrenOf(process.pid).map(memoryOf));
  };
  const timer = setInterval(look, 20);
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  const code = await read(name);
  loop.disable();
  clearInterval(timer);
  look();
  const grown_mb = Math.round((most.own - before) / 1024 / 1024);
  return {
    name,
    code,
    grown_mb,
    grownTogether_mb: most.together_mb - together_mb,
    largestChild_mb: most.child_mb,
    longestWait_ms: Math.round(loop.max / 1e6),
  };
}

async function read(name: string): Promise<string | null> {
  const path = join(folder, name);
  const file = { path, name, size_bytes: (await stat(path)).size };
  const { signal } = new AbortController();
  return readAsParquet({ analytics, file, options: {}, scratchFolder: join(folder, 'scratch'), signal }).then(
    () => null,
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );
}
