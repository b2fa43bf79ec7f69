import type { AnyDb } from '../../platform/db/database.ts';
import { findLastDecision, listDecisionsOf } from '../decisions/index.ts';
import { type AnswerPage, findAnswers, type StoredAnswers } from './answers.ts';
import { listObjectivesOf } from './okr-queries.ts';
import { isAnswered } from './rules.ts';
import { formulationDb } from './tables.ts';
import {
  type KeyResultLink,
  type TranslationField,
  translationFields,
  type TranslationTexts,
} from './translation-contract.ts';

export const translationPage: AnswerPage<TranslationField> = { table: 'translation_text', fields: translationFields };

/** The answers as they were written; the task is one of its list, since only the contract lets it in. */
export async function findTranslation(
  db: AnyDb,
  problemId: string,
): Promise<StoredAnswers<TranslationField> & { texts: TranslationTexts }> {
  const stored = await findAnswers(db, translationPage, problemId);
  return { ...stored, texts: stored.texts as TranslationTexts };
}

/** The kind of task that was chosen; empty: none yet. */
export async function findTask(db: AnyDb, problemId: string): Promise<TranslationTexts['task']> {
  return (await findTranslation(db, problemId)).texts.task;
}

/** Every key result that is not removed, in order, with how the prediction moves it. */
export async function listLinks(db: AnyDb, problemId: string): Promise<KeyResultLink[]> {
  const rows = await formulationDb(db)
    .selectFrom('key_result_link')
    .selectAll()
    .where('problem_id', '=', problemId)
    .execute();
  const objectives = await listObjectivesOf(db, problemId);
  return objectives
    .flatMap((objective) => objective.keyResults)
    .map(({ id, metric }) => {
      const { text, version, contributes } = rows.find((row) => row.key_result_id === id) ?? unlinked;
      return { keyResultId: id, metric, contributes: contributes === 1, text, isLinked: isAnswered(text), version };
    });
}

const unlinked = { contributes: 1, text: '', version: 0 };

/** The ML problem is not thought about before the opportunity is accepted (R50). */
export async function isAccepted(db: AnyDb, problemId: string): Promise<boolean> {
  const last = await findLastDecision(db, { problemId, gate: 'g0' });
  return last?.outcome === 'go' || last?.outcome === 'conditional_go';
}

/** Once was enough to think about it, whatever was decided later. */
export async function wasAccepted(db: AnyDb, problemId: string): Promise<boolean> {
  const decisions = await listDecisionsOf(db, problemId);
  return decisions.some(({ gate, outcome }) => gate === 'g0' && (outcome === 'go' || outcome === 'conditional_go'));
}
