import type { Config } from '../../platform/config/config.ts';
import { startProblem } from './start-errors.ts';
import type { Terminal } from './terminal.ts';
import { untilAskedToEnd } from './until-asked-to-end.ts';

/** A long work that cleans up behind itself on Ctrl-C; null then. What a person can mend is thrown as an AppError. */
export async function unlessAskedToEnd<T>(
  config: Config,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | null> {
  const ending = new AbortController();
  void untilAskedToEnd().then(() => ending.abort());
  try {
    return await work(ending.signal);
  } catch (error) {
    if (ending.signal.aborted) return null;
    throw startProblem(error, config) ?? error;
  }
}

/** The exit code that shells give a program that was asked to end. */
const endedBySignal = 130;

export function brokenOff(terminal: Terminal, sentence: string): number {
  terminal.tell(sentence);
  return endedBySignal;
}
