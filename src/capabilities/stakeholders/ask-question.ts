import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import type { Question } from './contract.ts';
import { lockPresent } from './lock-row.ts';
import { refuseMoreOf } from './positions.ts';
import { getQuestion } from './queries.ts';
import { stakeholderDb } from './tables.ts';

export async function askQuestion(
  ctx: Context,
  { problemId, stakeholderId, text }: { problemId: string; stakeholderId: string; text: string },
): Promise<Question> {
  const id = await change(ctx, async (tx) => {
    await lockPresent(tx, 'stakeholder', { problemId, id: stakeholderId });
    return insertQuestion(tx, { problemId, stakeholderId, hearingId: null, text });
  });
  return getQuestion(ctx.db, id);
}

interface NewQuestion {
  problemId: string;
  stakeholderId: string;
  hearingId: string | null;
  text: string;
}

export async function insertQuestion(tx: Tx, given: NewQuestion): Promise<string> {
  const { problemId, stakeholderId, hearingId, text } = given;
  await refuseMoreOf(tx.db, 'stakeholder_question', stakeholderId);
  const id = newId(tx.now);
  await stakeholderDb(tx.db)
    .insertInto('stakeholder_question')
    .values({
      id,
      problem_id: problemId,
      stakeholder_id: stakeholderId,
      hearing_id: hearingId,
      text,
      answer: '',
      asked_on: new Date(tx.now).toISOString().slice(0, 10),
      answered_on: null,
      version: 1,
      removed_at: null,
    })
    .execute();
  tx.record({ type: 'question.asked', subject: { kind: 'question', id }, problemId, data: { stakeholderId } });
  return id;
}
