import type { AnyDb } from '../../platform/db/database.ts';
import { getProblem } from './problem-queries.ts';
import { isAnswered } from './rules.ts';
import type { Translation, TranslationTexts } from './translation-contract.ts';
import { findTranslation, isAccepted, listLinks, wasAccepted } from './translation-queries.ts';
import { judgeTranslation } from './translation-rules.ts';

/**
 * The translation as callers see it: answers, links, and what is missing. What came along with a template or a copy is kept,
 * and shows once the opportunity is accepted: before, nobody is to think of a solution (R50).
 */
export async function showTranslation(db: AnyDb, problemId: string): Promise<Translation> {
  await getProblem(db, problemId);
  const stored = await findTranslation(db, problemId);
  const storedLinks = await listLinks(db, problemId);
  const isLocked = !(await isAccepted(db, problemId));
  const isHidden = isLocked && !(await wasAccepted(db, problemId));
  const texts = isHidden ? emptied(stored.texts) : stored.texts;
  const links = isHidden ? storedLinks.map((link) => ({ ...link, text: '', isLinked: false })) : storedLinks;
  const isKept =
    isHidden && (Object.values(stored.texts).some(isAnswered) || storedLinks.some((link) => link.isLinked));
  const { version, changedAt } = stored;
  return { ...texts, isLocked, isKept, version, changedAt, links, ...judgeTranslation(texts, links) };
}

const emptied = (texts: TranslationTexts) =>
  Object.fromEntries(Object.keys(texts).map((field) => [field, ''])) as unknown as TranslationTexts;
