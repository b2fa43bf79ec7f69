import type { AnyDb } from '../../platform/db/database.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { checkValueDraft } from './check-value-draft.ts';
import { getProblem } from './problem-queries.ts';
import type { ProblemValueModel } from './value-model-contract.ts';
import { findValueModel } from './value-queries.ts';

/** The value model as callers see it, with what it still needs. */
export async function showValueModel(
  { db, locale }: { db: AnyDb; locale: Locale },
  problemId: string,
): Promise<ProblemValueModel> {
  await getProblem(db, problemId);
  const stored = await findValueModel(db, problemId);
  const { problems } = checkValueDraft(stored.model, locale);
  return { ...stored, problems };
}
