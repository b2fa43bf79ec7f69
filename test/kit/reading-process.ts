import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readAsParquet } from '../../src/capabilities/datasets/read/read-as-parquet.ts';
import { openAnalytics } from '../../src/platform/analytics/analytics.ts';
import { openLog } from '../../src/platform/log/log.ts';

export interface ReadingReport {
  name: string;
  /** of the error; null: it was read */
  code: string | null;
  /** how much more memory the server had at most than before */
  grown_mb: number;
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
  const most = { own: before, child_mb: 0 };
  const look = () => {
    most.own = Math.max(most.own, process.memoryUsage().rss);
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
  return { name, code, grown_mb, largestChild_mb: most.child_mb, longestWait_ms: Math.round(loop.max / 1e6) };
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

function childrenOf(pid: number): string[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
}

function memoryOf(pid: string): number {
  try {
    const [, kb = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kb) / 1024);
  } catch {
    // It ended meanwhile.
    return 0;
  }
}
