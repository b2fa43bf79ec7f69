import { searchable } from '../../platform/text/searchable.ts';

/** Words that say nothing of what a problem is about, English and Dutch; shorter ones fall away by their length. */
const ordinary = new Set(
  `about above after again against also although always because been before being below between both could does doing
  done down during each every from further have having here hers himself into itself just like made make many might more
  most much must never only other ours over same should since some still such than that their them then there these they
  this those through under until upon very well were what when where which while will with within without would your
  often problem problems happens happen people need needs want wants better late make takes take
  aan alle alles alleen altijd ander andere anders beter daar daarom deze door echt elke even geen gaat geweest haar had
  hebben heeft hier hoeveel hoewel iemand iets indien jullie kunnen maar meer meest men met mijn moet moeten naar niet
  niets nog nooit onder ons onze ook over soms steeds tegen toch tussen veel vaak voor waar waarom wanneer want waren wat
  weer welk welke werd wordt worden zal zich zijn zonder zoals zouden probleem problemen gebeurt mensen nodig willen wordt`.split(
    /\s+/,
  ),
);

const shortest = 4;
/** Long enough to tell words apart, short enough for "flights", "flight" and "vertraging", "vertragingen" to meet. */
const stemLength = 7;
const mostAsked = 12;
const mostKept = 400;
/** A word in a title says more of what a problem is about than one somewhere in its texts. */
export const inTitle = 3;

/** What to look for: the stems of the words that say something, the longest first, since those are the rarest. */
export function stemsOf(text: string): string[] {
  return [...allStems(text)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, mostAsked);
}

/** What a problem is found by: each stem with its weight, those of the title first. */
export function telling({ title, text }: { title: string; text: string }): Map<string, number> {
  const weights = new Map([...allStems(title)].map((stem) => [stem, inTitle]));
  for (const stem of allStems(text)) {
    if (weights.size >= mostKept) break;
    if (!weights.has(stem)) weights.set(stem, 1);
  }
  return weights;
}

function allStems(text: string): Set<string> {
  const words = searchable(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length >= shortest && !ordinary.has(word)).map(stemOf));
}

/** The endings of plurals are cut, and long words to their beginning. */
function stemOf(word: string): string {
  const singular = word.length > shortest + 1 ? word.replace(/(?:en|s)$/, '') : word;
  return singular.slice(0, stemLength).toWellFormed();
}
