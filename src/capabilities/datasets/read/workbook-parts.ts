import type { Readable } from 'node:stream';
import { readErrors } from './errors.ts';
import { readLimits } from './read-limits.ts';
import { readXml } from './workbook-xml.ts';

/** What the cells of a sheet refer to (ECMA-376 part 1, 18.2, 18.4 and 18.8). */
export interface Sheet {
  name: string;
  /** of the relation that says which part it is */
  relation: string;
}

export async function readSheets(content: Readable, name: string): Promise<{ sheets: Sheet[]; from1904: boolean }> {
  const sheets: Sheet[] = [];
  let from1904 = false;
  await readXml(content, name, {
    open: (tag, attributes) => {
      if (tag === 'sheet') sheets.push({ name: attributes['name'] ?? '', relation: relationOf(attributes) });
      if (tag === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
    },
  });
  return { sheets, from1904 };
}

/** Its prefix is the writer's choice. */
function relationOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
}

/** Paths in the archive, by relation. */
export async function readRelations(content: Readable, name: string): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await readXml(content, name, {
    open: (tag, { Id, Target }) => {
      if (tag === 'Relationship' && Id && Target)
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  return targets;
}

/** Texts that cells name by their number. */
export async function readSharedTexts(content: Readable, name: string): Promise<string[]> {
  const texts: string[] = [];
  let held = 0;
  let text = '';
  let isText = false;
  let phonetic = 0;
  await readXml(content, name, {
    open: (tag) => {
      if (tag === 'si') text = '';
      if (tag === 'rPh') phonetic += 1;
      isText = tag === 't' && phonetic === 0;
    },
    text: (piece) => {
      if (!isText) return;
      text += piece;
      held += piece.length;
      if (held > readLimits.sharedTexts_bytes)
        throw readErrors.tooLarge({ name, limit_bytes: readLimits.sharedTexts_bytes });
    },
    close: (tag) => {
      isText = false;
      if (tag === 'rPh') phonetic -= 1;
      if (tag !== 'si') return;
      texts.push(text);
      // An entry takes room even where its text is empty.
      held += 16;
    },
  });
  return texts;
}

/** What a cell of a style shows: a number, or a moment. */
export type Shown = 'number' | 'date' | 'moment' | 'time';

export async function readStyles(content: Readable, name: string): Promise<Shown[]> {
  const codes = new Map<number, string>();
  const styles: Shown[] = [];
  let isCells = false;
  await readXml(content, name, {
    open: (tag, attributes) => {
      const id = Number(attributes['numFmtId']);
      if (tag === 'numFmt') codes.set(id, attributes['formatCode'] ?? '');
      if (tag === 'cellXfs') isCells = true;
      if (tag === 'xf' && isCells) styles.push(shownBy(id, codes.get(id)));
    },
    close: (tag) => {
      if (tag === 'cellXfs') isCells = false;
    },
  });
  return styles;
}

const builtInDates: ReadonlySet<number> = new Set([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const builtInTimes: ReadonlySet<number> = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56]);

export function shownBy(id: number, code: string | undefined): Shown {
  if (code === undefined) {
    if (id === 22) return 'moment';
    if (builtInTimes.has(id)) return 'time';
    return builtInDates.has(id) ? 'date' : 'number';
  }
  // What stands in quotes, behind a backslash or in brackets is no part of a moment, but for [h], [m] and [s].
  const bare = code
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
    .replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';')[0] as string;
  const hasDay = /[yd]/i.test(bare.replaceAll(/general/gi, ''));
  const hasTime = /[hs]/i.test(bare);
  if (hasDay) return hasTime ? 'moment' : 'date';
  if (hasTime) return 'time';
  return /^m+$/i.test(bare.trim()) ? 'date' : 'number';
}
