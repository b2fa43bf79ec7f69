import type { Block } from './one-page-frame.ts';
import { drawable, type Face, layLines, missingSign } from './pdf-lines.ts';
import {
  type Element,
  measure_pt,
  paper,
  type Pdf,
  quiet,
  rule,
  type Sheet,
  stepOf,
  type Weight,
} from './pdf-sheet.ts';

const ink = '#1a2430';
const body = { weight: 'plain', size: 9, color: ink } as const;
const small = { weight: 'plain', size: 7.5, color: quiet } as const;
const headings = {
  1: { weight: 'bold', size: 17, color: ink, before: 0, after: 4 },
  2: { weight: 'bold', size: 12, color: ink, before: 13, after: 3 },
  3: { weight: 'bold', size: 9.5, color: ink, before: 7, after: 1 },
} as const;

export interface Page {
  sheet: Sheet;
  whole: Element;
  /** the bookmark of each level that is open */
  outline: Pdf['outline'][];
  /** whether a sign was written that the font does not have */
  hasMissing: boolean;
}

export function drawBlock(page: Page, block: Block): void {
  switch (block.kind) {
    case 'heading':
      return drawHeading(page, block);
    case 'sentence':
      return drawText(page, { tag: 'P', text: oneLine(block.text) });
    case 'words':
      return drawText(page, { tag: 'BlockQuote', text: block.text.trim(), isQuoted: true });
    case 'list':
      return drawList(page, block.items);
    case 'table':
      return drawTable(page, block);
    case 'seal':
      return drawSeal(page, block.lines);
  }
}

/** As HTML shows it: outside of what people wrote over several lines, a line break is a space. */
const oneLine = (text: string): string => text.trim().replaceAll(/[^\S\u00a0]+/g, ' ');

function lay(page: Page, text: string, given: { weight: Weight; size: number; width: number }) {
  const face = page.sheet.face(given.weight, given.size);
  page.hasMissing ||= isMissingIn(text, face);
  return layLines(text, given.width, face);
}

function isMissingIn(text: string, face: Face): boolean {
  const count = (within: string) => within.split(missingSign).length;
  return count(drawable(text, face)) > count(text);
}

function part(page: Page, tag: string, within: Element = page.whole): Element {
  const element = page.sheet.pdf.struct(tag);
  within.add(element);
  return element;
}

function drawHeading(page: Page, { level, text }: Extract<Block, { kind: 'heading' }>): void {
  const { sheet } = page;
  const { before, after, ...style } = headings[level];
  const lines = lay(page, oneLine(text), { ...style, width: measure_pt });
  // A heading never stands alone at the end of a page.
  sheet.keep(before + lines.length * stepOf(style.size) + after + 3 * stepOf(body.size));
  sheet.space(before);
  if (level === 2) underline(sheet, sheet.y - 4);
  mark(page, level, oneLine(text));
  const element = part(page, `H${level}`);
  sheet.fill(element, { ...style, lines, x: 0, width: measure_pt });
  element.end();
  sheet.y += after;
}

function mark({ sheet, outline }: Page, level: 1 | 2 | 3, text: string): void {
  const options = { expanded: true, top: sheet.y, left: paper.width };
  outline.length = level;
  const item = outline[level - 1]?.addItem(text, options);
  if (item) outline.push(item);
}

interface Text {
  tag: string;
  text: string;
  isQuoted?: boolean;
  within?: Element;
}

function drawText(page: Page, { tag, text, isQuoted = false, within = page.whole }: Text): void {
  const { sheet } = page;
  const x = isQuoted ? 10 : 0;
  const width = measure_pt - x;
  const bar = (top: number, height: number) => void sheet.pdf.rect(paper.side, top, 2.2, height + 0.3).fill(rule);
  const element = part(page, tag, within);
  const lines = lay(page, text, { ...body, width });
  sheet.fill(element, { ...body, lines, x, width }, isQuoted ? bar : undefined);
  element.end();
  sheet.y += 3;
}

function drawList(page: Page, items: readonly string[]): void {
  const { sheet } = page;
  const list = part(page, 'L');
  for (const text of items) {
    const width = measure_pt - 14;
    const lines = lay(page, oneLine(text), { ...body, width });
    // An item stays together where it fits on a page.
    if (lines.length < 20) sheet.keep(lines.length * stepOf(body.size));
    const item = part(page, 'LI', list);
    const label = part(page, 'Lbl', item);
    const dot = layLines('•', width, sheet.face(body.weight, body.size));
    for (const line of dot) sheet.line(label, line, { ...body, x: 3, width, y: sheet.y });
    label.end();
    const content = part(page, 'LBody', item);
    sheet.fill(content, { ...body, lines, x: 14, width });
    content.end();
    item.end();
  }
  list.end();
  sheet.y += 3;
}

function drawTable(page: Page, { head, rows }: Extract<Block, { kind: 'table' }>): void {
  const { sheet } = page;
  const table = part(page, 'Table');
  const columns = head.length;
  const first = measure_pt * 0.6;
  const rest = (measure_pt - first) / Math.max(1, columns - 1);
  sheet.y += 2;
  for (const [at, cells] of [head, ...rows].entries()) {
    const isHead = at === 0;
    const weight = isHead ? 'bold' : 'plain';
    const laid = cells.map((cell, column) =>
      lay(page, oneLine(cell), { ...body, weight, width: (column === 0 ? first : rest) - 6 }),
    );
    const height = Math.max(...laid.map((lines) => lines.length)) * stepOf(body.size) + 4;
    sheet.keep(isHead ? height * (1 + Math.min(rows.length, 6)) : height);
    const row = part(page, 'TR', table);
    for (const [column, lines] of laid.entries()) {
      const scope = isHead ? 'Column' : 'Row';
      const cell = isHead || column === 0 ? headCell(page, row, scope) : part(page, 'TD', row);
      const place = column === 0 ? { x: 0, width: first - 6 } : { x: first + (column - 1) * rest, width: rest };
      for (const [line, each] of lines.entries())
        sheet.line(cell, each, {
          ...body,
          weight,
          ...place,
          align: column === 0 ? 'left' : 'right',
          y: sheet.y + 2 + line * stepOf(body.size),
        });
      cell.end();
    }
    row.end();
    sheet.y += height;
    underline(sheet, sheet.y);
  }
  table.end();
  sheet.y += 5;
}

function headCell({ sheet }: Page, row: Element, scope: 'Column' | 'Row'): Element {
  const options = { scope };
  // Named by itself, since the types of the library do not know which cells a heading is for.
  const element = sheet.pdf.struct('TH', options as object);
  row.add(element);
  return element;
}

function drawSeal(page: Page, lines: readonly string[]): void {
  const { sheet } = page;
  const laid = lines.map((line) => lay(page, oneLine(line), { ...small, width: measure_pt }));
  sheet.keep(14 + laid.flat().length * stepOf(small.size));
  sheet.space(10);
  underline(sheet, sheet.y - 4);
  for (const line of laid) {
    const element = part(page, 'P');
    sheet.fill(element, { ...small, lines: line, x: 0, width: measure_pt });
    element.end();
  }
}

/** A line from side to side. */
function underline(sheet: Sheet, y: number): void {
  sheet.decorate(() => {
    sheet.pdf.lineWidth(0.5).strokeColor(rule);
    sheet.pdf
      .moveTo(paper.side, y)
      .lineTo(paper.width - paper.side, y)
      .stroke();
  });
}
