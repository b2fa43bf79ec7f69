import type { Context } from '../../platform/context/context.ts';
import { findTask } from '../formulation/index.ts';
import type { Board, Suggestion } from './approach-contract.ts';
import { listApproaches } from './approach-queries.ts';
import { isDataAdequate } from './board-access.ts';
import { frameworksErrors } from './errors.ts';
import { type ShippedSuggestion, suggestionsFor } from './shipped/shipped-suggestions.ts';

export async function showBoard(ctx: Context, problemId: string): Promise<Board> {
  const isOpen = await isDataAdequate(ctx.db, problemId);
  const task = await findTask(ctx.db, problemId);
  const approaches = await listApproaches(ctx.db, problemId);
  const taken = new Set(approaches.map(({ suggestion }) => suggestion));
  const open = suggestionsFor(task).filter(({ key }) => !taken.has(key));
  return {
    isOpen,
    closedBecause: isOpen ? null : sayClosed(ctx),
    task,
    approaches,
    suggestions: open.map((suggestion) => inLanguage(suggestion, ctx.locale)),
  };
}

/** Why board and selection are closed, in the words of the refusal. */
export function sayClosed({ locale }: Pick<Context, 'locale'>): string {
  return frameworksErrors.boardClosed().text(locale);
}

export function inLanguage({ key, kind, words }: ShippedSuggestion, locale: Context['locale']): Suggestion {
  return { key, kind, ...words[locale] };
}
