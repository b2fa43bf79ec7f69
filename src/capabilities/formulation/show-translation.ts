import type { AnyDb } from '../../platform/db/database.ts';
import { getProblem } from './problem-queries.ts';
import type { Translation } from './translation-contract.ts';
import { findTranslation, isAccepted, listLinks } from './translation-queries.ts';
import { judgeTranslation } from './translation-rules.ts';

/** The translation as callers see it: answers, links, and what is missing. */
export async function showTranslation(db: AnyDb, problemId: string): Promise<Translation> {
  await getProblem(db, problemId);
  const { texts, version, changedAt } = await findTranslation(db, problemId);
  const links = await listLinks(db, problemId);
  const isLocked = !(await isAccepted(db, problemId));
  return { ...texts, isLocked, version, changedAt, links, ...judgeTranslation(texts, links) };
}
