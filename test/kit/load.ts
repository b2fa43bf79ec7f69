import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { LoadOrder, LoadReport } from './load-child.ts';

/** Puts a load on a server from a process of its own. Throws where a request was refused. */
export async function load(order: LoadOrder): Promise<LoadReport> {
  const report = await loadThatMayFail(order);
  if (report.refused === 0) return report;
  const all = report.answered + report.refused;
  throw new Error(`${report.refused} of ${all} requests were refused, the first with:\n${report.refusal}`);
}

/** The same of a server that is not ours: what it refuses is counted. */
export async function loadThatMayFail(order: LoadOrder): Promise<LoadReport> {
  const child = fork(join(import.meta.dirname, 'load-child.ts'));
  child.send(order);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the process that puts the load ended with ${code} and without a report`);
  });
  ended.catch(() => {});
  const [report] = (await Promise.race([once(child, 'message'), ended])) as [LoadReport];
  return report;
}

export const perSecond = ({ answered, duration_ms }: LoadReport): number => (answered / duration_ms) * 1000;
