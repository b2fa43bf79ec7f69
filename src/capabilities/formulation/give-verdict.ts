import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import { rolesOfActor } from '../identity/index.ts';
import { formulationErrors } from './errors.ts';
import { lockForWriting } from './lock-problem.ts';
import { showKeyResult } from './show-objective.ts';
import { formulationDb } from './tables.ts';
import type { KeyResultVerdict, VerdictRole, VerdictWord } from './verdict-contract.ts';
import { listVerdictsOf } from './verdict-queries.ts';

interface Given {
  problemId: string;
  keyResultId: string;
  role: VerdictRole;
  verdict: VerdictWord;
  reason: string;
}

/** Adds a verdict; what the same person said before in this role is kept, and no longer stands. */
export async function giveVerdict(ctx: Context, given: Given): Promise<KeyResultVerdict> {
  const { problemId, keyResultId, role, verdict, reason } = given;
  const id = await change(ctx, async (tx) => {
    await lockForWriting(tx, problemId);
    const keyResult = await showKeyResult(tx.db, given);
    const { roles } = await rolesOfActor(ctx, tx.db, problemId);
    if (!roles.includes(role)) throw formulationErrors.roleNotHeld({ role });
    const { last } = await formulationDb(tx.db)
      .selectFrom('key_result_verdict')
      .select((eb) => eb.fn.max('number').as('last'))
      .where('problem_id', '=', problemId)
      .executeTakeFirstOrThrow();
    const row = { id: newId(tx.now), number: (last ?? 0) + 1, user_id: ctx.actor.userId, at: tx.now };
    const about = { problem_id: problemId, key_result_id: keyResultId, key_result_version: keyResult.version };
    await formulationDb(tx.db)
      .insertInto('key_result_verdict')
      .values({ ...row, ...about, role, verdict, reason })
      .execute();
    const subject = { kind: 'key_result', id: keyResultId };
    tx.record({ type: 'key_result_verdict.given', subject, problemId, data: { role, verdict } });
    return row.id;
  });
  const shown = (await listVerdictsOf(ctx.db, problemId)).find((each) => each.id === id);
  if (!shown) throw formulationErrors.keyResultNotFound({ id: keyResultId });
  return shown;
}
