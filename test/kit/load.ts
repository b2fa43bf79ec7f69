import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { LoadOrder, LoadReport } from './load-child.ts';

/** Puts a load on a server from a process of its own. Throws where a request was refused. */
export async function load(order: LoadOrder): Promise<LoadReport> {
  const child = fork(join(import.meta.dirname, 'load-child.ts'));
  child.send(order);
  const [report] = (await once(child, 'message')) as [LoadReport];
  if (report.refused > 0)
    throw new Error(`${report.refused} of ${report.answered + report.refused} requests were refused`);
  return report;
}

export const perSecond = ({ answered, duration_ms }: LoadReport): number => Math.round((answered / duration_ms) * 1000);
