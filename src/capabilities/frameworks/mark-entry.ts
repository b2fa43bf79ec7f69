import type { EntryFacts, EntryMark } from './catalogue-contract.ts';
import { monthsFrom } from './days.ts';

/** Support that ends within so many months is an alarm for who chose it: time enough to move. */
const monthsAhead = 12;
/** Facts older than this are looked at again. */
const monthsFresh = 12;

/** What the reader must know of these facts today, the gravest first. */
export function marksOf(facts: EntryFacts, today: string): EntryMark[] {
  const { status, endOfSupport, asOf, basis } = facts;
  const isEnded = endOfSupport !== null && endOfSupport <= today;
  const endsSoon =
    endOfSupport !== null && status !== 'retired' && !isEnded && endOfSupport <= monthsFrom(today, monthsAhead);
  const marks: [EntryMark, boolean][] = [
    ['retired', status === 'retired'],
    ['ended', isEnded],
    ['ends_soon', endsSoon],
    ['maintenance', status === 'maintenance'],
    ['stale', monthsFrom(asOf, monthsFresh) < today],
    ['unchecked', basis === 'general_knowledge'],
  ];
  return marks.filter(([, is]) => is).map(([mark]) => mark);
}

/** Not to be chosen any more. */
export function isOver(marks: readonly EntryMark[]): boolean {
  return marks.includes('retired') || marks.includes('ended');
}
