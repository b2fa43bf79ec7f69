import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson, toJson } from '../../platform/json.ts';
import type { AlternativeFigures } from '../value/contract.ts';
import { rankAlternatives } from '../value/index.ts';
import type { Alternative, AlternativeFields, AlternativeKind, AlternativeList } from './alternative-contract.ts';
import { checkValueDraft } from './check-value-draft.ts';
import { formulationErrors } from './errors.ts';
import { type Listed, ListedThings } from './listed-things.ts';
import { getProblem } from './problem-queries.ts';
import { findValueModel } from './value-queries.ts';

/** What could be done instead of a model, as a list within the problem. */
export const alternatives = new ListedThings<AlternativeFields>({
  table: 'alternative',
  notFound: formulationErrors.alternativeNotFound,
  toColumns: ({ kind, name, description, figures }) => ({ kind, name, description, figures: toJson(figures) }),
  toFields: ({ kind, name, description, figures }) => ({
    kind: kind as AlternativeKind,
    name: name as string,
    description: description as string,
    figures: fromJson<AlternativeFigures>(figures as string),
  }),
});

const needed = ['buildCost', 'runCostPerYear', 'brings'] as const;

export function showAlternative(stored: Listed<AlternativeFields>): Alternative {
  return { ...stored, missing: needed.filter((field) => stored.figures[field] === undefined) };
}

/** The alternatives, and where the value model is complete, their rank beside its baselines. */
export async function showAlternatives({ db, locale }: Context, problemId: string): Promise<AlternativeList> {
  await getProblem(db, problemId);
  const stored = await alternatives.list(db, problemId);
  const { model } = checkValueDraft((await findValueModel(db, problemId)).model, locale);
  if (!model) return { alternatives: stored.map(showAlternative), ranking: null };
  const { currency, options, notPriced } = rankAlternatives(model, stored);
  const nameOf = (id: string | null) => stored.find((each) => each.id === id)?.name ?? null;
  return {
    alternatives: stored.map(showAlternative),
    ranking: {
      currency,
      options: options.map(({ id, ...option }) => ({ alternativeId: id, name: nameOf(id), ...option })),
      notPriced: notPriced.map(({ id, reason }) => ({ alternativeId: id, reason })),
    },
  };
}

/** One that has all its figures is weighed against the rest (R56). */
export async function hasValuedAlternative(db: AnyDb, problemId: string): Promise<boolean> {
  return (await alternatives.list(db, problemId)).some((each) => showAlternative(each).missing.length === 0);
}
