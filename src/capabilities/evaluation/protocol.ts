import { createHash } from 'node:crypto';
import type { Brief } from './brief.ts';
import type { Asked, EvaluationTask, qualityMetrics } from './evaluation-contract.ts';

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
  /** of their ids and truths; null where those were not told, and only the numbers say whether they are the same */
  caseDigest: string | null;
  /** the predictions have a column of ids */
  namesCases: boolean;
}

export function protocolOf(
  { task, versionId, asked }: { task: EvaluationTask; versionId: string | null; asked: Asked },
  { counts, caseDigest = null, quality }: Brief,
): Protocol {
  const byTruth =
    quality.task === 'regression'
      ? [counts.cases]
      : quality.cells.map((row) => row.reduce((total, cases) => total + cases, 0));
  const { split, segment, positiveClass, columns } = asked;
  const namesCases = columns.id !== undefined;
  return { task, data: versionId, split, segment, positiveClass, cases: byTruth, caseDigest, namesCases };
}

/** Told by their numbers alone. */
export const isOfAsMany = (a: Protocol, b: Protocol): boolean =>
  a.task === b.task && a.positiveClass === b.positiveClass && a.cases.join() === b.cases.join();

/** Whether only what is said of the predictions differs, and not what they are of; by their numbers where neither tells ids. */
export const isOfSameCases = (a: Protocol, b: Protocol): boolean => isOfAsMany(a, b) && a.caseDigest === b.caseDigest;

/** Whether it is so once it is measured again: where an older release measured, the ids that are there were not told. */
export const canBeOfSameCases = (own: Protocol, other: Protocol): boolean =>
  isOfSameCases(own, other) || (isOfAsMany(own, other) && own.caseDigest === null && own.namesCases);

/** Null where the data is not known: then nothing compares. */
export function protocolKey({ namesCases: _names, caseDigest, ...protocol }: Protocol): string | null {
  if (protocol.data === null) return null;
  // Without ids it is the key of before there were digests, and compares with what was measured then.
  return digest(caseDigest === null ? protocol : { ...protocol, caseDigest });
}

export const euroKey = (key: string | null, valueHash: string | null): string | null =>
  key === null || valueHash === null ? null : digest([key, valueHash]);

/** Of what is ordered by a metric and not by euros: what is told apart by scores does not compare with what is so by classes. */
export const qualityKey = (key: string | null, quality: Brief['quality']): string | null =>
  key === null || mainMetric(quality) !== 'f1' ? key : digest([key, 'f1']);

/** By which models are ordered where there are no euros. One that has no scores has no area under a curve. */
export function mainMetric(quality: Brief['quality']): (typeof qualityMetrics)[number] {
  if (quality.task === 'binary') return quality.metrics.auc === null ? 'f1' : 'auc';
  return quality.task === 'multiclass' ? 'accuracy' : 'meanSize';
}

/** Of that metric: the larger the better, but for errors. */
export function mainFigure(quality: Brief['quality']): number | null {
  if (quality.task === 'binary') return quality.metrics.auc ?? quality.metrics.f1;
  return quality.task === 'multiclass' ? (quality.accuracy?.value ?? null) : quality.meanSize;
}

export const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
