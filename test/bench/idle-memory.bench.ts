import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from '../kit/bench.ts';
import { memoryOfAll } from '../kit/process-memory.ts';
import { startServer } from '../kit/server-process.ts';

const idle_ms = 60_000;

/** What Peil takes from a machine on which nobody does anything with it. */
export const bench: Bench = {
  name: 'idle memory',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'peil-bench-'));
    const server = await startServer({ dataFolder: join(folder, 'data') });
    try {
      await new Promise((resolve) => setTimeout(resolve, idle_ms));
      return [
        {
          name: `resident memory of the server and its children after ${idle_ms / 1000} s idle`,
          value: Math.round(memoryOfAll(server.pid) * 10) / 10,
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
