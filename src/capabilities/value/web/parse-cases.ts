/** A count of one truth and one decision. */
export interface CaseRow {
  truth: string;
  decision: string;
  count: number;
}

/** What a truth or a decision may be called in a spreadsheet, by the word the model has for it. */
export interface CaseNames {
  truths: readonly (readonly string[])[];
  decisions: readonly (readonly string[])[];
}

type Parsed = { rows: CaseRow[] } | { notUnderstood: string };

const cellsOf = (line: string): string[] =>
  line
    .split(line.includes('\t') ? '\t' : /;/.test(line) ? ';' : ',')
    .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));

/** Whole numbers as spreadsheets write them: 1234, 1,234, 1.234, 1 234. */
function readCount(text: string): number | null {
  const plain = /^\d{1,3}([.,\s\u00a0\u202f]\d{3})+$/.test(text) ? text.replaceAll(/[.,\s\u00a0\u202f]/g, '') : text;
  return /^\d{1,15}$/.test(plain) ? Number(plain) : null;
}

/** The first of a word's names is what the model calls it. */
function find(word: string, names: readonly (readonly string[])[]): string | null {
  const wanted = word.toLowerCase();
  return names.find((known) => known.some((name) => name.toLowerCase() === wanted))?.[0] ?? null;
}

/** Reads what was pasted: a matrix with names above and beside, or a list of truth, decision and count. */
export function parseCases(text: string, names: CaseNames): Parsed {
  const lines = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map(cellsOf);
  const [head = []] = lines;
  const columns = head.slice(1).map((cell) => find(cell, names.decisions));
  if (columns.length > 0 && columns.every((name) => name !== null)) return parseMatrix(lines.slice(1), columns, names);
  return parseList(lines, names);
}

function parseMatrix(lines: readonly string[][], columns: readonly string[], names: CaseNames): Parsed {
  const rows: CaseRow[] = [];
  for (const [first = '', ...cells] of lines) {
    const truth = find(first, names.truths);
    if (truth === null) return { notUnderstood: first };
    for (const [index, decision] of columns.entries()) {
      const count = readCount(cells[index] ?? '');
      if (count === null) return { notUnderstood: cells[index] ?? first };
      rows.push({ truth, decision, count });
    }
  }
  return rows.length > 0 ? { rows } : { notUnderstood: columns.join(' ') };
}

function readRow([first = '', second = '', third = '']: string[], names: CaseNames): CaseRow | null {
  const [truth, decision, count] = [find(first, names.truths), find(second, names.decisions), readCount(third)];
  return truth === null || decision === null || count === null ? null : { truth, decision, count };
}

function parseList(lines: readonly string[][], names: CaseNames): Parsed {
  // A first line without a count is a heading.
  const hasHeading = lines.length > 1 && readCount(lines[0]?.[2] ?? '') === null;
  const rows: CaseRow[] = [];
  for (const cells of hasHeading ? lines.slice(1) : lines) {
    const row = readRow(cells, names);
    if (row === null) return { notUnderstood: cells.join(' ') };
    rows.push(row);
  }
  return rows.length > 0 ? { rows } : { notUnderstood: '' };
}
