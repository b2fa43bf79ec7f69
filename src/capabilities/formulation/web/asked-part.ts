import type { KeyResult, Objective } from '../contract.ts';

/** The part of the requirements where an open question of the gate is answered. */
export type AskedPart =
  | { kind: 'newObjective' }
  | { kind: 'newKeyResult'; objectiveId: string }
  | { kind: 'keyResult'; keyResultId: string };

type Asked = Pick<Objective, 'id'> & { keyResults: readonly Pick<KeyResult, 'id' | 'by' | 'missing'>[] };

/** @param field of the gate: `objective`, `keyResult` (one with everything), `dates` (one whose date has passed) */
export function askedPart(field: string | undefined, objectives: readonly Asked[]): AskedPart | null {
  const [first] = objectives;
  const keyResults = objectives.flatMap((objective) => objective.keyResults);
  if (field === 'dates') return partOf(earliest(keyResults));
  if (field !== 'objective' && field !== 'keyResult') return null;
  if (!first) return { kind: 'newObjective' };
  if (field === 'objective') return null;
  const [unfinished] = keyResults.filter(({ missing }) => missing.length > 0);
  return partOf(unfinished) ?? { kind: 'newKeyResult', objectiveId: first.id };
}

const partOf = (keyResult: Pick<KeyResult, 'id'> | undefined): AskedPart | null =>
  keyResult ? { kind: 'keyResult', keyResultId: keyResult.id } : null;

/** Where some dates have passed, the earliest one has. */
function earliest<Dated extends Pick<KeyResult, 'by' | 'missing'>>(keyResults: readonly Dated[]): Dated | undefined {
  const dated = keyResults.filter(({ by, missing }) => by !== null && missing.length === 0);
  return dated.toSorted((a, b) => (a.by ?? '').localeCompare(b.by ?? ''))[0];
}
