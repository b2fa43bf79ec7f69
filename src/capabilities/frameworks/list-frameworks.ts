import type { Context } from '../../platform/context/context.ts';
import type { Answer, Request } from '../../platform/endpoint/define-endpoint.ts';
import { searchable } from '../../platform/text/searchable.ts';
import type { Entry, listFrameworks as endpoint } from './catalogue-contract.ts';
import { listEntries } from './catalogue-queries.ts';
import { today } from './days.ts';
import { shippedEdition } from './shipped/shipped-entry.ts';

type Wanted = Request<typeof endpoint>['query'];

/** The catalogue as it counts today, as far as it is asked for. */
export async function listFrameworks(ctx: Context, wanted: Wanted): Promise<Answer<typeof endpoint>> {
  const entries = await listEntries(ctx.db, today(ctx.clock));
  return { shippedVersion: shippedEdition, entries: entries.filter((entry) => isWanted(entry, wanted)) };
}

const plainFilters = ['kind', 'offer', 'managed', 'offline', 'trains'] as const;

function isWanted(entry: Entry, wanted: Wanted): boolean {
  const { runsOn, mark, text, hidden } = wanted;
  if (entry.isHidden && hidden === 'without') return false;
  if (plainFilters.some((field) => wanted[field] !== undefined && wanted[field] !== entry[field])) return false;
  if (runsOn !== undefined && !entry.runsOn.includes(runsOn)) return false;
  if (mark !== undefined && !entry.marks.includes(mark)) return false;
  return text === undefined || hasWords(entry, text);
}

function hasWords({ key, name, description, runsOnDetail, successor }: Entry, text: string): boolean {
  const where = searchable([key, name, description.en, description.nl, runsOnDetail, successor].join(' '));
  return searchable(text)
    .split(/\s+/)
    .every((word) => where.includes(word));
}
