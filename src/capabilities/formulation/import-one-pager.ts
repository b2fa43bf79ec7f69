import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { formulationErrors } from './errors.ts';
import { refuseStopped } from './lock-problem.ts';
import type { OnePager } from './opportunity-import-contract.ts';
import type { Opportunity, OpportunityField, OpportunityTexts } from './opportunity-contract.ts';
import { getProblem } from './problem-queries.ts';
import { type ReadOnePager, readOnePager } from './read-one-pager.ts';
import { isAnswered } from './rules.ts';
import { findOpportunity } from './text-queries.ts';
import { writeOpportunity } from './write-opportunity.ts';

const longest = 20_000;

/** Where each part would go, beside what stands there now. */
export async function previewOnePager(
  db: AnyDb,
  { problemId, markdown }: { problemId: string; markdown: string },
): Promise<OnePager> {
  refuseStopped(await getProblem(db, problemId));
  const { texts } = await findOpportunity(db, problemId);
  const { parts, ...read } = readOnePager(markdown);
  return { ...read, parts: parts.map((part) => ({ ...part, current: texts[part.field] })) };
}

interface Given {
  problemId: string;
  markdown: string;
  /** questions whose present text may go */
  replace: readonly OpportunityField[];
  version: number;
}

/** Fills what is empty and what may be replaced; what found no place is added to the context, under its own heading. */
export async function importOnePager(
  ctx: Context,
  { problemId, markdown, replace, version }: Given,
): Promise<Opportunity> {
  refuseStopped(await getProblem(ctx.db, problemId));
  const current = await findOpportunity(ctx.db, problemId);
  const texts = placeOnePager(readOnePager(markdown), { current: current.texts, replace });
  for (const [field, text] of Object.entries(texts)) {
    if (text.length > longest) throw formulationErrors.importTooLong({ field, length: text.length, limit: longest });
  }
  return writeOpportunity(ctx, { problemId, texts, version });
}

/** What the import writes; a question that keeps its text is absent. */
export function placeOnePager(
  { parts, unplaced }: Pick<ReadOnePager, 'parts' | 'unplaced'>,
  { current, replace }: { current: OpportunityTexts; replace: readonly OpportunityField[] },
): Partial<OpportunityTexts> {
  const texts: Partial<OpportunityTexts> = {};
  for (const { field, text } of parts) if (!isAnswered(current[field]) || replace.includes(field)) texts[field] = text;
  const left = unplaced.map(({ heading, text }) => [heading, text].filter(Boolean).join('\n'));
  const context = texts.context ?? current.context;
  const isKnown = (text: string) => context.includes(text);
  const added = left.filter((text) => !isKnown(text));
  if (added.length > 0) texts.context = [context, ...added].filter(isAnswered).join('\n\n');
  return texts;
}
