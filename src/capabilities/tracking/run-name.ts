import { randomInt } from 'node:crypto';

/** The tag under which clients know the name of a run; both are one thing. */
export const runNameTag = 'mlflow.runName';

const qualities = ['brisk', 'calm', 'clear', 'deep', 'early', 'even', 'fair', 'high', 'keen', 'late', 'level', 'mild'];
const waters = ['brook', 'canal', 'dune', 'dyke', 'ebb', 'flood', 'gauge', 'lock', 'polder', 'quay', 'sluice', 'tide'];

/** For a run that nobody named: easy to say to somebody else. */
export function inventRunName(): string {
  const pick = (words: readonly string[]) => words[randomInt(words.length)] ?? '';
  return `${pick(qualities)}-${pick(waters)}-${randomInt(1000)}`;
}
