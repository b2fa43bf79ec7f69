import type { ProblemRole } from '../identity/contract.ts';
import type { ThreadKind, ThreadState } from './contract.ts';

/** What decides over a thread. */
export interface ThreadCase {
  kind: ThreadKind;
  state: ThreadState;
  openedBy: string;
  /** who gave the answer that stands */
  answeredBy: string | null;
}

/** Somebody who wants something of a thread. */
export interface Asker {
  userId: string;
  roles: readonly ProblemRole[];
  /** one person at their own machine, who holds every role: four eyes are waived, nothing else is */
  isAlone: boolean;
}

export function mayOpenSteering({ roles }: Asker): boolean {
  return roles.includes('sme');
}

/** Not the expert who made the remark, and not an expert only: it steers those who do the rest. */
export function mayAnswer({ kind, state, openedBy }: ThreadCase, asker: Asker): boolean {
  if (kind !== 'steering' || state !== 'open') return false;
  return asker.roles.some((role) => role !== 'sme') && (asker.isAlone || asker.userId !== openedBy);
}

/** An expert accepts what somebody else answered: so a steering remark always passes two people. */
export function mayAccept({ answeredBy }: Pick<ThreadCase, 'answeredBy'>, asker: Asker): boolean {
  return answeredBy !== null && asker.roles.includes('sme') && (asker.isAlone || asker.userId !== answeredBy);
}

export function mayResolve(thread: ThreadCase, asker: Asker): boolean {
  return thread.state === 'open' && (thread.kind !== 'steering' || mayAccept(thread, asker));
}

export function mayReopen({ kind, state }: Pick<ThreadCase, 'kind' | 'state'>, { roles }: Asker): boolean {
  return state === 'resolved' && (kind !== 'steering' || roles.length > 0);
}

/** What an open steering remark still needs before a gate. */
export function waitsFor({ kind, state, answeredBy }: ThreadCase): 'answer' | 'acceptance' | null {
  if (kind !== 'steering' || state !== 'open') return null;
  return answeredBy === null ? 'answer' : 'acceptance';
}
