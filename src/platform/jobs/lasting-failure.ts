import { AppError } from '../errors/app-error.ts';

/**
 * What an attempt failed of for good, to be kept and told. Whatever may pass by itself (something away, too busy, a stop)
 * and what is nobody's mistake is thrown on, so that the job comes again.
 */
export function lastingFailure(error: unknown, { signal }: { signal: AbortSignal }): AppError {
  const isLasting = error instanceof AppError && error.status !== 503 && error.status !== 429;
  if (signal.aborted || !isLasting) throw error;
  return error;
}
