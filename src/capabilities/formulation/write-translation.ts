import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { differingFields, saveAnswers } from './answers.ts';
import { formulationErrors } from './errors.ts';
import { lockForWriting, refuseStopped } from './lock-problem.ts';
import { getProblem } from './problem-queries.ts';
import { showTranslation } from './show-translation.ts';
import type { Translation, TranslationTexts } from './translation-contract.ts';
import { findTranslation, isAccepted, translationPage } from './translation-queries.ts';

interface Given {
  problemId: string;
  texts: Partial<TranslationTexts>;
  version: number;
}

/** Saves one or more answers of the translation, once G0 was given; see `saveAnswers` for what is a conflict. */
export async function writeTranslation(ctx: Context, given: Given): Promise<Translation> {
  const { problemId, texts } = given;
  refuseStopped(await getProblem(ctx.db, problemId));
  await refuseBeforeAcceptance(ctx.db, problemId);
  if (differingFields(translationPage, texts, await findTranslation(ctx.db, problemId)).length > 0) {
    await change(ctx, async (tx) => {
      await lockAcceptedProblem(tx, problemId);
      const data = await saveAnswers(tx, translationPage, given);
      const subject = { kind: 'translation', id: problemId };
      tx.record({ type: 'translation.written', subject, problemId, data: { ...data } });
    });
  }
  return showTranslation(ctx.db, problemId);
}

/** Throws 423 on a stopped problem, and where the opportunity was not accepted yet. */
export async function lockAcceptedProblem(tx: Tx, problemId: string): Promise<void> {
  await lockForWriting(tx, problemId);
  await refuseBeforeAcceptance(tx.db, problemId);
}

async function refuseBeforeAcceptance(db: AnyDb, problemId: string): Promise<void> {
  if (!(await isAccepted(db, problemId))) throw formulationErrors.notAcceptedYet();
}
