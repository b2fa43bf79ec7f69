import { createHash } from 'node:crypto';
import type { Asked, EvaluationTask } from './evaluation-contract.ts';
import type { Judged } from './judged-contract.ts';

/** What must be equal for one figure to be better than another. */
export interface Protocol {
  task: EvaluationTask;
  /** of the version, by its id */
  data: string | null;
  split: string | null;
  segment: string | null;
  /** what is told apart */
  positiveClass: string | null;
  /** how many cases there were of each truth: other cases are other questions */
  cases: readonly number[];
}

export function protocolOf(
  { task, versionId, asked }: { task: EvaluationTask; versionId: string | null; asked: Asked },
  { counts, quality }: Judged,
): Protocol {
  const byTruth =
    quality.task === 'regression'
      ? [counts.cases]
      : quality.cells.map((row) => row.reduce((total, cases) => total + cases, 0));
  const { split, segment, positiveClass } = asked;
  return { task, data: versionId, split, segment, positiveClass, cases: byTruth };
}

/** Null where the data is not known: then nothing compares. */
export const protocolKey = (protocol: Protocol): string | null => (protocol.data === null ? null : digest(protocol));

export const euroKey = (key: string | null, valueHash: string | null): string | null =>
  key === null || valueHash === null ? null : digest([key, valueHash]);

export const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
