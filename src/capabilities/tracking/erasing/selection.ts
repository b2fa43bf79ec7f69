import type { Context } from '../../../platform/context/context.ts';
import type { Selection } from './deleted-queries.ts';

export interface AskedToErase {
  /** null: what is in the inbox */
  problemId: string | null;
  olderThanDays: number;
  only?: { experimentIds: readonly string[]; runIds: readonly string[]; modelIds: readonly string[] } | undefined;
}

const day_ms = 86_400_000;

export function selectionOf(
  { clock }: Pick<Context, 'clock'>,
  { problemId, olderThanDays, only }: AskedToErase,
): Selection {
  return { problemId, before: clock.now() - olderThanDays * day_ms, only: only ?? null };
}
