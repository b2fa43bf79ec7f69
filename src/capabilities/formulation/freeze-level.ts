import type { Tx } from '../../platform/context/change.ts';
import type { Decision } from '../decisions/contract.ts';
import type { Level } from './level-contract.ts';
import { formulationDb } from './tables.ts';

/** The level is the very evidence that was signed, under the same hash; triggers see to it that it stays so. */
export async function freezeLevel(
  tx: Tx,
  {
    problemId,
    gate,
    decision,
    snapshot,
  }: { problemId: string; gate: Level['gate']; decision: Decision; snapshot: { text: string; hash: string } },
): Promise<void> {
  const { last } = await formulationDb(tx.db)
    .selectFrom('level')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('problem_id', '=', problemId)
    .executeTakeFirstOrThrow();
  const number = (last ?? 0) + 1;
  await formulationDb(tx.db)
    .insertInto('level')
    .values({
      problem_id: problemId,
      number,
      gate,
      snapshot: snapshot.text,
      hash: snapshot.hash,
      decision_id: decision.id,
      at: tx.now,
    })
    .execute();
  const data = { number, gate, hash: snapshot.hash, decisionId: decision.id };
  tx.record({ type: 'level.frozen', subject: { kind: 'level', id: `${problemId}/${number}` }, problemId, data });
}
