import type { AnyDb } from '../../platform/db/database.ts';
import type { Locale } from '../../platform/text/locale.ts';
import {
  type Opportunity,
  opportunityFields,
  type OpportunityTexts,
  type SolutionHint,
} from './opportunity-contract.ts';
import { getProblem } from './problem-queries.ts';
import { judgeOpportunity } from './rules.ts';
import { findSolutionWords } from './solution-words.ts';
import { findOpportunity } from './text-queries.ts';
import { formulationTexts } from './texts.ts';

/** The opportunity as callers see it: texts, what is missing, and a hint where a text names a solution. */
export async function showOpportunity(
  { db, locale }: { db: AnyDb; locale: Locale },
  problemId: string,
): Promise<Opportunity> {
  await getProblem(db, problemId);
  const { texts, version, changedAt } = await findOpportunity(db, problemId);
  return { ...texts, version, changedAt, ...judgeOpportunity(texts), hints: hintsFor(texts, locale) };
}

function hintsFor(texts: OpportunityTexts, locale: Locale): SolutionHint[] {
  return opportunityFields.flatMap((field) => {
    const words = findSolutionWords(texts[field]);
    if (words.length === 0) return [];
    const quoted = words.map((word) => `“${word}”`).join(', ');
    return [{ field, words, message: formulationTexts[locale].solutionHint({ words: quoted }) }];
  });
}
