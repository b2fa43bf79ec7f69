import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { Question } from './contract.ts';
import { refuseStale } from '../../platform/errors/refuse-stale.ts';
import { lockPresent } from './lock-row.ts';
import { getQuestion } from './queries.ts';
import { stakeholderDb } from './tables.ts';

interface Given {
  problemId: string;
  questionId: string;
  version: number;
  fields: { text?: string; answer?: string };
}

/** An answer closes the question on that day; taking the answer away opens it again. */
export async function editQuestion(ctx: Context, { problemId, questionId, version, fields }: Given): Promise<Question> {
  await change(ctx, async (tx) => {
    const row = await lockPresent(tx, 'stakeholder_question', { problemId, id: questionId });
    const theirs = { text: row.text, answer: row.answer };
    refuseStale({ given: version, current: row.version }, { yours: fields, theirs });
    const { text, answer } = { ...theirs, ...fields };
    const isAnswered = answer.trim() !== '';
    const today = new Date(tx.now).toISOString().slice(0, 10);
    const answered_on = isAnswered ? (row.answered_on ?? today) : null;
    await stakeholderDb(tx.db)
      .updateTable('stakeholder_question')
      .set({ text, answer, answered_on, version: version + 1 })
      .where('id', '=', questionId)
      .execute();
    const type = isAnswered && row.answered_on === null ? 'question.answered' : 'question.edited';
    const data = { fields: Object.keys(fields), version: version + 1 };
    tx.record({ type, subject: { kind: 'question', id: questionId }, problemId, data });
  });
  return getQuestion(ctx.db, questionId);
}
