import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from '../kit/bench.ts';
import { startServer } from '../kit/server-process.ts';

const idle_ms = 60_000;
const pageBytes = 4096;

/** Resident memory of a process and of all that it started, in MB; shared pages are counted for each. */
async function residentMb(pid: number): Promise<number> {
  const pages = Number((await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ')[1]);
  const children = await childrenOf(pid);
  const below = await Promise.all(children.map(residentMb));
  return (pages * pageBytes) / 1e6 + below.reduce((sum, each) => sum + each, 0);
}

async function childrenOf(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`);
  const lists = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '')),
  );
  return lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number));
}

/** What Peil takes from a machine on which nobody does anything with it. */
export const bench: Bench = {
  name: 'idle memory',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'peil-bench-'));
    const server = await startServer({ dataFolder: join(folder, 'data') });
    try {
      await new Promise((resolve) => setTimeout(resolve, idle_ms));
      const mb = Math.round((await residentMb(server.pid)) * 10) / 10;
      return [
        {
          name: `server and its children after ${idle_ms / 1000} s idle`,
          value: mb,
          unit: 'MB',
          limit: { atMost: 150 },
        },
      ];
    } finally {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};
