import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { type Fit, type FitAnswer, type FitQuestion, fitQuestions } from './alternative-contract.ts';
import { lockForWriting } from './lock-problem.ts';
import { refuseStale } from '../../platform/errors/refuse-stale.ts';
import { formulationDb } from './tables.ts';

/** The four questions, answered or not. */
export async function listFits(db: AnyDb, problemId: string): Promise<Fit[]> {
  const rows = await formulationDb(db)
    .selectFrom('fit_answer')
    .select(['question', 'answer', 'reason', 'version', 'changed_at as changedAt'])
    .where('problem_id', '=', problemId)
    .execute();
  return fitQuestions.map((question) => rows.find((row) => row.question === question) ?? unanswered(question));
}

const unanswered = (question: FitQuestion): Fit => ({
  question,
  answer: null,
  reason: '',
  version: 0,
  changedAt: null,
});

interface Given {
  problemId: string;
  question: FitQuestion;
  answer: FitAnswer | null;
  reason: string;
  version: number;
}

export async function answerFitQuestion(ctx: Context, given: Given): Promise<Fit> {
  const { problemId, question, answer, reason, version } = given;
  await change(ctx, async (tx) => {
    await lockForWriting(tx, problemId);
    const current = await getFit(tx.db, given);
    const theirs = { answer: current.answer, reason: current.reason };
    refuseStale({ given: version, current: current.version }, { yours: { answer, reason }, theirs });
    const row = { answer, reason, version: version + 1, changed_at: tx.now };
    await formulationDb(tx.db)
      .insertInto('fit_answer')
      .values({ problem_id: problemId, question, ...row })
      .onConflict((conflict) => conflict.columns(['problem_id', 'question']).doUpdateSet(row))
      .execute();
    const subject = { kind: 'fit_question', id: question };
    tx.record({ type: 'fit.answered', subject, problemId, data: { answer, version: version + 1 } });
  });
  return getFit(ctx.db, given);
}

async function getFit(db: AnyDb, { problemId, question }: Pick<Given, 'problemId' | 'question'>): Promise<Fit> {
  return (await listFits(db, problemId)).find((fit) => fit.question === question) ?? unanswered(question);
}
