import type { z } from 'zod';
import { checkedIn } from '../../platform/endpoint/field-words.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { type ValueModel, valueModelSchema } from '../value/contract.ts';
import { formulationTexts } from './texts.ts';
import type { ValueDraft } from './value-draft-field.ts';

export interface DraftProblem {
  path: string;
  kind: 'missing' | 'wrong';
  message: string;
}

export interface CheckedDraft {
  /** null: not complete yet */
  model: ValueModel | null;
  problems: DraftProblem[];
  /** fields that no value model has: a slip of the pen that no filling in will mend */
  unknownFields: string[];
}

/** Holds a draft against the full value model: what is missing, what does not fit, and what is no field at all. */
export const checkValueDraft = (draft: ValueDraft | null, locale: Locale): CheckedDraft =>
  // What is wrong is put into words as it is asked for, so all of it is asked here.
  checkedIn(locale, () => check(draft, locale));

function check(draft: ValueDraft | null, locale: Locale): CheckedDraft {
  const parsed = parse(draft ?? {}, locale);
  if (parsed instanceof RangeError) {
    const { message } = parsed;
    return { model: null, problems: [{ path: '', kind: 'wrong', message }], unknownFields: [] };
  }
  if (parsed.success) return { model: parsed.data, problems: [], unknownFields: [] };
  const { issues } = parsed.error;
  return {
    model: null,
    problems: issues
      .filter((issue) => issue.code !== 'unrecognized_keys')
      .map((issue) => problem(draft, issue, locale)),
    unknownFields: issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path.map(String), key].join('.')) : [],
    ),
  };
}

/** Value compares amounts with one another; where one of them is no amount at all, it says so by a RangeError. */
function parse(draft: ValueDraft, locale: Locale): RangeError | ReturnType<typeof valueModelSchema.safeParse> {
  try {
    return valueModelSchema.safeParse(draft, locale === 'nl' ? { error: otherwiseInDutch } : undefined);
  } catch (error) {
    if (error instanceof RangeError) return error;
    throw error;
  }
}

function problem(draft: ValueDraft | null, issue: z.core.$ZodIssue, locale: Locale): DraftProblem {
  const path = issue.path.map(String).join('.');
  const isMissing = valueAt(draft, issue.path) === undefined;
  return isMissing
    ? { path, kind: 'missing', message: formulationTexts[locale].stillEmpty }
    : { path, kind: 'wrong', message: issue.message };
}

/** What a schema has no words of its own for. */
const otherwiseInDutch = ({ input }: { input?: unknown }): string =>
  `Dit past hier niet; gegeven is ${typeof input === 'number' ? String(input).replace('.', ',') : JSON.stringify(input)}.`;

function valueAt(draft: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined,
    draft ?? {},
  );
}
