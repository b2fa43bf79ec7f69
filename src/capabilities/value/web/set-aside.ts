import { type Draft, valueAt } from './draft-path.ts';
import { listOf } from './draft-context.ts';

/** What was written for each kind, with the tables it was written for. */
export type Aside = Readonly<Record<string, { tables: string; parts: unknown }>>;

interface Switch {
  from: string;
  to: string;
  now: unknown;
}

/** Puts aside what stands there now, and finds what was put aside for the kind that comes. */
export function asideOf(aside: Aside, draft: Draft, { from, to, now }: Switch): { kept: Aside; parts: unknown } {
  const tables = tablesOf(draft);
  const found = aside[to];
  // Figures of other kinds or decisions would come back under wrong names.
  const parts = found?.tables === tables ? found.parts : undefined;
  return { kept: { ...aside, [from]: { tables, parts: now } }, parts };
}

const tablesOf = (draft: Draft): string =>
  JSON.stringify([listOf(draft['classes']).map((each) => valueAt(each, 'name')), draft['decisions']]);
