import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bench, percentile } from '../kit/bench.ts';

const rounds = 200;
const page = Buffer.alloc(4096, 1);

/** What the disk of this machine takes to keep one page: every figure about durable writes is read beside it. */
function measure(file: string): number[] {
  const handle = openSync(file, 'w');
  try {
    return Array.from({ length: rounds }, (_, round) => {
      writeSync(handle, page, 0, page.length, round * page.length);
      const start = performance.now();
      fdatasyncSync(handle);
      return performance.now() - start;
    });
  } finally {
    closeSync(handle);
  }
}

export const bench: Bench = {
  name: 'fsync',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'peil-bench-'));
    try {
      const samples = measure(join(folder, 'pages'));
      return [
        { name: 'fdatasync of 4 KiB, p50', value: percentile(samples, 0.5), unit: 'ms' },
        { name: 'fdatasync of 4 KiB, p95', value: percentile(samples, 0.95), unit: 'ms' },
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
