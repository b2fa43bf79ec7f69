import bidiFactory from 'bidi-js';

/** What setting lines needs to know of a font. */
export interface Face {
  covers(codePoint: number): boolean;
  /** in points, at the size that is set */
  width(text: string): number;
}

/** A piece of a line that is drawn in one stroke. */
export interface Run {
  /** as it is drawn: signs that the font lacks are boxes */
  text: string;
  width: number;
  /** as it was written, where what is drawn says it otherwise: for who listens and for who copies */
  actual?: string;
}

export interface Line {
  /** from left to right on the paper */
  runs: readonly Run[];
  width: number;
  isRightToLeft: boolean;
}

/** Drawn in the place of a sign that the font does not have. */
export const missingSign = '▯';

/** One sign as people count them, and how it is drawn. */
interface Sign {
  written: string;
  drawn: string;
}

// Its types speak of a module with a default; what Node loads is the function itself.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The lines of a text, each no wider than `width`; the writer's own line breaks are kept. */
export function layLines(text: string, width: number, face: Face): Line[] {
  return text.split(/\r\n|\r|\n/).flatMap((paragraph) => layParagraph(paragraph, width, face));
}

/** The text as it is drawn, in the order in which it was written. */
export function drawable(text: string, face: Pick<Face, 'covers'>): string {
  return signsOf(text, face)
    .map(({ drawn }) => drawn)
    .join('');
}

function layParagraph(paragraph: string, width: number, face: Face): Line[] {
  const signs = signsOf(paragraph, face);
  const text = signs.map(({ drawn }) => drawn).join('');
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text);
  const isRightToLeft = (paragraphs[0]?.level ?? 0) % 2 === 1;
  let at = 0;
  return breakSigns(signs, width, face).map((line) => {
    const from = at;
    at += lengthOf(line);
    const runs = inOrder(runsOf(trimmedEnd(line), { levels, from, text })).map(({ drawn, ...rest }) => ({
      ...rest,
      text: drawn,
      width: face.width(drawn),
    }));
    return { runs, width: runs.reduce((sum, run) => sum + run.width, 0), isRightToLeft };
  });
}

function signsOf(text: string, face: Pick<Face, 'covers'>): Sign[] {
  return Array.from(graphemes.segment(text), ({ segment }) => ({ written: segment, drawn: drawnAs(segment, face) }));
}

function drawnAs(written: string, face: Pick<Face, 'covers'>): string {
  if (/^\s/.test(written)) return written === '\t' ? '    ' : written === '\u00a0' ? written : ' ';
  const seen = written.normalize('NFC').replaceAll(/[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu, '');
  const points = Array.from(seen, (sign) => sign.codePointAt(0) ?? 0);
  return points.every((point) => face.covers(point)) ? seen : missingSign;
}

const lengthOf = (signs: readonly Sign[]): number => signs.reduce((sum, { drawn }) => sum + drawn.length, 0);

function trimmedEnd(signs: readonly Sign[]): readonly Sign[] {
  const last = signs.findLastIndex(({ drawn }) => drawn.trim() !== '');
  return signs.slice(0, last + 1);
}

/** A line ends after a space or hyphen, or between signs the font lacks; a word that is too long is broken. */
function breakSigns(signs: readonly Sign[], width: number, face: Face): Sign[][] {
  const lines: Sign[][] = [[]];
  let used = 0;
  for (const word of wordsOf(signs)) {
    const wide = widthOf(trimmedEnd(word), face);
    if (used > 0 && used + wide > width) {
      lines.push([]);
      used = 0;
    }
    const pieces = wide > width ? piecesOf(word, width, face) : [word];
    for (const [at, piece] of pieces.entries()) {
      if (at > 0) lines.push([]);
      lines.at(-1)?.push(...piece);
      used = (at > 0 ? 0 : used) + widthOf(piece, face);
    }
  }
  return lines;
}

function wordsOf(signs: readonly Sign[]): Sign[][] {
  const words: Sign[][] = [];
  let ended = true;
  for (const sign of signs) {
    const isSpace = sign.drawn.startsWith(' ');
    if (ended && !isSpace) words.push([]);
    if (words.length === 0) words.push([]);
    words.at(-1)?.push(sign);
    ended = isSpace || sign.drawn === '-' || sign.drawn === missingSign;
  }
  return words;
}

function piecesOf(word: readonly Sign[], width: number, face: Face): Sign[][] {
  const pieces: Sign[][] = [[]];
  let used = 0;
  for (const sign of word) {
    const wide = face.width(sign.drawn);
    if (used > 0 && used + wide > width) {
      pieces.push([]);
      used = 0;
    }
    pieces.at(-1)?.push(sign);
    used += wide;
  }
  return pieces;
}

const widthOf = (signs: readonly Sign[], face: Face): number => face.width(signs.map(({ drawn }) => drawn).join(''));

interface Levelled {
  level: number;
  drawn: string;
  actual?: string;
}

/** Runs of one direction each, in the order of writing; what the font lacks is a run of its own. */
function runsOf(
  signs: readonly Sign[],
  { levels, from, text }: { levels: Uint8Array; from: number; text: string },
): Levelled[] {
  const runs: (Levelled & { isMissing: boolean; written: string })[] = [];
  let at = from;
  for (const { drawn, written } of signs) {
    const level = levels[at] ?? 0;
    const isMissing = drawn === missingSign && written !== missingSign;
    const shown = level % 2 === 1 ? mirrored(drawn, { levels, at, text }) : drawn;
    const last = runs.at(-1);
    if (last && last.level === level && last.isMissing === isMissing) {
      last.drawn += shown;
      last.written += written;
    } else runs.push({ level, drawn: shown, written, isMissing });
    at += drawn.length;
  }
  return runs.map(({ level, drawn, written, isMissing }) => {
    const isReversed = level % 2 === 1;
    return {
      level,
      drawn: isReversed && !hasLetters.test(drawn) ? reversed(drawn) : drawn,
      ...(isMissing || isReversed ? { actual: written } : {}),
    };
  });
}

/** The font turns a run with letters of these scripts by itself; of signs alone it does not know the direction. */
const hasLetters = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

const reversed = (text: string): string =>
  Array.from(graphemes.segment(text), ({ segment }) => segment)
    .toReversed()
    .join('');

/** A bracket opens to the other side where the text runs to the left. */
function mirrored(drawn: string, { levels, at, text }: { levels: Uint8Array; at: number; text: string }): string {
  return bidi.getMirroredCharactersMap(text, levels, at, at + drawn.length - 1).get(at) ?? drawn;
}

/** From left to right on the paper: rule L2 of the Unicode Bidirectional Algorithm (UAX 9), over runs. */
function inOrder(runs: readonly Levelled[]): Levelled[] {
  const ordered = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let from = 0; from < ordered.length; from++) {
      let to = from;
      while (to < ordered.length && (ordered[to]?.level ?? 0) >= level) to++;
      if (to > from) ordered.splice(from, to - from, ...ordered.slice(from, to).toReversed());
      from = Math.max(from, to);
    }
  }
  return ordered;
}
