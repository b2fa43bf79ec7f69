import type { AnalyticsFailure, AnalyticsTask } from './analytics-protocol.ts';

/** A failure that the child already has words for. */
export class TaskFailure extends Error {
  readonly failure: AnalyticsFailure;

  constructor(failure: AnalyticsFailure) {
    super(failure.reason);
    this.failure = failure;
  }
}

/** Why DuckDB refused, from the class of error with which its messages begin. */
export function failureOf(error: unknown, task: AnalyticsTask): AnalyticsFailure {
  if (error instanceof TaskFailure) return error.failure;
  const message = nameFilesByView((error as Error).message, task);
  if (message.startsWith('INTERRUPT Error')) return { reason: 'cancelled' };
  if (/no space left on device/i.test(message)) return { reason: 'diskFull' };
  if (message.startsWith('Out of Memory Error')) return { reason: 'tooMuchMemory' };
  return { reason: 'sql', message: firstParagraph(message) };
}

/** People know the views; where their files lie is nobody's business. */
export function nameFilesByView(message: string, { views }: Pick<AnalyticsTask, 'views'>): string {
  let named = message;
  for (const [view, files] of Object.entries(views)) for (const file of files) named = named.replaceAll(file, view);
  return named;
}

/** Behind the empty line follow an excerpt with a pointer, or a stack. */
export function firstParagraph(message: string): string {
  return (message.split('\n\n')[0] ?? message).replaceAll(/\s+/g, ' ').trim();
}
