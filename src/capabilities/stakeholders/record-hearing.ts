import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import { insertQuestion } from './ask-question.ts';
import type { Stakeholder, WayOfHearing } from './contract.ts';
import { stakeholderErrors } from './errors.ts';
import { lockPresent } from './lock-row.ts';
import { type GivenPerson, namedPerson } from './named-person.ts';
import { refuseMoreOf } from './positions.ts';
import { getStakeholder } from './queries.ts';
import { stakeholderDb } from './tables.ts';

interface Given {
  problemId: string;
  stakeholderId: string;
  heardOn: string;
  how: WayOfHearing;
  heardBy?: GivenPerson;
  said: string;
  questions: readonly string[];
}

export async function recordHearing(ctx: Context, given: Given): Promise<Stakeholder> {
  const { problemId, stakeholderId, questions } = given;
  await change(ctx, async (tx) => {
    await lockPresent(tx, 'stakeholder', { problemId, id: stakeholderId });
    await refuseMoreOf(tx.db, 'stakeholder_hearing', stakeholderId);
    refuseFuture(tx, given.heardOn);
    const hearingId = newId(tx.now);
    await insertHearing(tx, { ...given, hearingId, heardBy: given.heardBy ?? { userId: ctx.actor.userId } });
    const subject = { kind: 'hearing', id: hearingId };
    tx.record({ type: 'hearing.recorded', subject, problemId, data: { stakeholderId, how: given.how } });
    for (const text of questions) await insertQuestion(tx, { problemId, stakeholderId, hearingId, text });
  });
  return getStakeholder(ctx.db, { problemId, stakeholderId }, ctx.locale);
}

/** A day ahead is still today somewhere on earth. */
export function refuseFuture(tx: Tx, heardOn: string): void {
  const latest = new Date(tx.now + 14 * 3_600_000).toISOString().slice(0, 10);
  const today = new Date(tx.now).toISOString().slice(0, 10);
  if (heardOn > latest) throw stakeholderErrors.futureHearing({ heardOn, today });
}

async function insertHearing(tx: Tx, given: Given & { hearingId: string; heardBy: GivenPerson }): Promise<void> {
  const { userId, name, mark } = await namedPerson(tx.db, given.heardBy);
  await stakeholderDb(tx.db)
    .insertInto('stakeholder_hearing')
    .values({
      id: given.hearingId,
      problem_id: given.problemId,
      stakeholder_id: given.stakeholderId,
      heard_on: given.heardOn,
      heard_by_user_id: userId,
      heard_by_name: name,
      heard_by_mark: mark,
      how: given.how,
      said: given.said,
      version: 1,
      removed_at: null,
    })
    .execute();
}
