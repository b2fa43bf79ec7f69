import { type OpportunityField, opportunityFields } from './opportunity-contract.ts';

export interface ReadOnePager {
  title: string | null;
  parts: { field: OpportunityField; headings: string[]; text: string }[];
  unplaced: { heading: string | null; text: string }[];
}

interface Section {
  heading: string | null;
  /** 1 to 6 by its marks; 7 for a line in bold, which stands below them all */
  level: number;
  text: string;
}

/**
 * What headings of one-pagers say, English and Dutch. The first that fits holds, so the ones that share a word with
 * another ("what stakeholders said", "current decision") stand before it.
 */
const meanings: readonly [OpportunityField, RegExp][] = [
  [
    'context',
    /stakeholders? (said|say|told)|belanghebbenden (zeiden|zeggen|vertelden)|(what )?else|tried before|eerder geprobeerd/,
  ],
  [
    'currentDecision',
    /decid|decision|beslis|besluit|today.s (practice|process)|current (practice|process|rule|approach|way of working)|werkwijze|huidige (praktijk|aanpak|regel|proces)/,
  ],
  ['frequency', /how (often|many)|frequen|volume|hoe ?vaak|hoeveel (keer|gevallen)|aantal/],
  ['cost', /\bcosts?\b|\bprice\b|\bloss(es)?\b|damage|financial|kost|schade|verlies|financi/],
  [
    'affected',
    /affect|\bwho\b|impact on|stakeholder|customers?|users?|audience|getroffen|betrokken|belanghebbend|doelgroep|klanten|gebruikers|\bwie\b|(er )?last van/,
  ],
  [
    'evidence',
    /eviden|proof|what shows|figures|measure|sources?|\bdata\b|bewijs|blijkt|cijfers|onderbouwing|metingen|bron(nen)?|gegevens/,
  ],
  [
    'context',
    /context|background|remarks|notes|constraints|other|omstandigheden|achtergrond|opmerkingen|overig|verder|randvoorwaarden/,
  ],
  [
    'currentSituation',
    /happens|situation|problem|opportunity|issue|summary|gebeurt|situatie|proble(em|men)|\bkans\b|aanleiding|knelpunt|samenvatting/,
  ],
];
/** A solution has no place in the opportunity, also where its heading shares a word: "the cost of our solution". */
const ofSolution = /solution|approach we|proposal|proposed|oplossing|voorstel|aanpak die/;

/** Reads a one-pager in Markdown: which of its parts answers which question, and what answers none. */
export function readOnePager(markdown: string): ReadOnePager {
  const sections = splitSections(markdown);
  const title = titleOf(sections);
  const read: ReadOnePager = { title, parts: [], unplaced: [] };
  let open: { field: OpportunityField | null; level: number } | null = null;
  for (const section of sections) {
    const field = fieldOf(section, title);
    // A heading that says nothing by itself belongs to the one it stands under.
    if (field === null && open && section.level > open.level) {
      addText(read, open.field, { heading: section.heading, text: headed(section), isBelow: true });
      continue;
    }
    open = section.heading === null || section.heading === title ? null : { field, level: section.level };
    if (section.text !== '' || (section.heading !== null && section.heading !== title))
      addText(read, field, {
        heading: section.heading === title ? null : section.heading,
        text: section.text,
        isBelow: false,
      });
  }
  read.parts = read.parts.filter(({ text }) => text !== '');
  read.unplaced = read.unplaced.filter(({ heading, text }) => heading !== null || text !== '');
  read.parts.sort((a, b) => opportunityFields.indexOf(a.field) - opportunityFields.indexOf(b.field));
  return read;
}

function addText(
  { parts, unplaced }: ReadOnePager,
  field: OpportunityField | null,
  { heading, text, isBelow }: { heading: string | null; text: string; isBelow: boolean },
): void {
  const join = (before: string) => [before, text].filter((part) => part !== '').join('\n\n');
  const last = unplaced.at(-1);
  if (field === null && isBelow && last) last.text = join(last.text);
  else if (field === null) unplaced.push({ heading, text });
  else {
    const part = parts.find((each) => each.field === field);
    if (part) part.text = join(part.text);
    else parts.push({ field, headings: [], text });
    if (heading !== null && !isBelow) parts.find((each) => each.field === field)?.headings.push(heading);
  }
}

const headed = ({ heading, text }: Section): string => [heading, text].filter(Boolean).join('\n');

/** The first heading names the whole where it stands at the top of everything and answers no question itself. */
function titleOf(sections: readonly Section[]): string | null {
  const first = sections.find((section) => section.heading !== null);
  if (!first?.heading) return null;
  const isTop = sections.every(
    (section) => section === first || section.heading === null || section.level > first.level,
  );
  return isTop && meaningOf(first.heading) === null ? first.heading : null;
}

function fieldOf({ heading }: Section, title: string | null): OpportunityField | null {
  return heading === null || heading === title ? null : meaningOf(heading);
}

function meaningOf(heading: string): OpportunityField | null {
  const plain = heading.toLowerCase().replace(/[’‘]/g, "'");
  if (ofSolution.test(plain)) return null;
  return meanings.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** Headings with # or underlined, and lines that are bold as a whole; not within a block of code. */
function splitSections(markdown: string): Section[] {
  const sections: { heading: string | null; level: number; lines: string[] }[] = [
    { heading: null, level: 0, lines: [] },
  ];
  const isCode = codeLines();
  for (const line of markdown.replaceAll('\r\n', '\n').split('\n')) {
    const lines = sections.at(-1)?.lines ?? [];
    const heading = isCode(line) ? null : (marked(line) ?? bold(line) ?? underlined(line, lines));
    if (heading?.takesLineAbove) lines.pop();
    if (heading) sections.push({ heading: bare(heading.text), level: heading.level, lines: [] });
    else lines.push(line);
  }
  return sections.map(({ lines, ...section }) => ({ ...section, text: lines.join('\n').trim() }));
}

/** Tells of one line after another whether it is in a block of code, its fences included. */
function codeLines(): (line: string) => boolean {
  let fence: string | null = null;
  return (line) => {
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1];
    if (mark === undefined || (fence !== null && fence !== mark)) return fence !== null;
    fence = fence === null ? mark : null;
    return true;
  };
}

interface FoundHeading {
  text: string;
  level: number;
  takesLineAbove?: true;
}

function marked(line: string): FoundHeading | null {
  const [, marks = '', text = ''] = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t#]*$/.exec(line) ?? [];
  return text === '' ? null : { text, level: marks.length };
}

function bold(line: string): FoundHeading | null {
  const text = /^(\*\*|__)([^*_]{1,120}?):?\1:?\s*$/.exec(line.trim())?.[2];
  return text === undefined ? null : { text, level: 7 };
}

/** A line of its own above = or -: a rule below a paragraph is none. */
function underlined(line: string, before: readonly string[]): FoundHeading | null {
  const [above = '', aboveThat = ''] = [before.at(-1)?.trim(), before.at(-2)?.trim()];
  const marks = /^ {0,3}(=+|-{2,})[ \t]*$/.exec(line)?.[1];
  if (marks === undefined || above === '' || aboveThat !== '') return null;
  return { text: above, level: marks.startsWith('=') ? 1 : 2, takesLineAbove: true };
}

/** Without numbers in front, emphasis, and a colon at the end. */
function bare(heading: string): string {
  return heading
    .replace(/^[\d.)\s]+(?=\S)/, '')
    .replace(/[*_`]+/g, '')
    .replace(/:\s*$/, '')
    .trim();
}
