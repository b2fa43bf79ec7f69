import type { AnyDb } from '../../platform/db/database.ts';
import { listNames } from '../identity/index.ts';
import { conversationErrors } from './errors.ts';

const mention = /@\[([^\]\s]{1,64})\]/g;

/** Ids of the people whom a text mentions, each once. */
export function mentionedIn(text: string): string[] {
  return [...new Set([...text.matchAll(mention)].map((match) => match[1] ?? ''))];
}

/** Throws 400 where a text mentions somebody who is not there; answers whom it mentions. */
export async function checkMentions(db: AnyDb, text: string): Promise<string[]> {
  const ids = mentionedIn(text);
  const known = await listNames(db, ids);
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length > 0) throw conversationErrors.unknownMention({ ids: unknown });
  return ids;
}
