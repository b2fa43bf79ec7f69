import { readdirSync, readFileSync } from 'node:fs';

/** The processes that a process started, whichever of its threads did. */
export function childrenOf(pid: number): number[] {
  return orNone(() =>
    readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      orNone(() => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').trim().split(' ').filter(Boolean)),
    ),
  ).map(Number);
}

/** The system says it in units of 1,024 bytes; a MB is a million bytes, here and in every limit. */
const mbOf = (kb: string): number => (Number(kb) * 1024) / 1e6;

/** Resident memory in MB, whole pages that others share as well; 0 of one that ended meanwhile. */
export function memoryOf(pid: number): number {
  const [status = ''] = orNone(() => [readFileSync(`/proc/${pid}/status`, 'utf8')]);
  const [, kb = '0'] = /VmRSS:\s+(\d+)/.exec(status) ?? [];
  return mbOf(kb);
}

/** Resident memory of a process and of all below it; what several share is counted for each. */
export const memoryOfAll = (pid: number): number =>
  memoryOf(pid) + childrenOf(pid).reduce((sum, child) => sum + memoryOfAll(child), 0);

/** Of a process and of all below it, each page counted once: of those that several share, each has its part. */
export const sharedOutMemoryOfAll = (pid: number): number =>
  sharedOutMemoryOf(pid) + childrenOf(pid).reduce((sum, child) => sum + sharedOutMemoryOfAll(child), 0);

function sharedOutMemoryOf(pid: number): number {
  const [rollup = ''] = orNone(() => [readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')]);
  const [, kb = '0'] = /^Pss:\s+(\d+)/m.exec(rollup) ?? [];
  return mbOf(kb);
}

/** A process may end while it is looked at. */
function orNone<T>(look: () => T[]): T[] {
  try {
    return look();
  } catch {
    return [];
  }
}

/** The most that a process and all below it had while `work` ran, looked at fifty times a second. */
export async function mostMemory<T>(pid: number, work: () => Promise<T>): Promise<{ most_mb: number; result: T }> {
  let most_mb = memoryOfAll(pid);
  const timer = setInterval(() => (most_mb = Math.max(most_mb, memoryOfAll(pid))), 20);
  try {
    const result = await work();
    return { most_mb: Math.max(most_mb, memoryOfAll(pid)), result };
  } finally {
    clearInterval(timer);
  }
}
