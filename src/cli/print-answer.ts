import type { Terminal } from '../server/commands/terminal.ts';
import { oneLine } from './one-line.ts';
import { cliTexts } from './texts.ts';

type Row = Readonly<Record<string, unknown>>;

const widestCell = 60;

/** An answer for people: a list as a table, a thing as names with values. `--json` is for programs. */
export function printAnswer(value: unknown, terminal: Terminal): void {
  const texts = cliTexts[terminal.locale];
  if (value === null || value === undefined) return terminal.say(texts.done);
  if (Array.isArray(value)) return printRows(value as unknown[], terminal);
  if (typeof value !== 'object') return terminal.say(cell('', value));
  const entries = Object.entries(value);
  const lists = entries.filter((entry): entry is [string, Row[]] => isTable(entry[1]));
  const rest = entries.filter(([, content]) => !isTable(content));
  const widest = Math.max(0, ...rest.map(([name]) => name.length));
  for (const [name, content] of rest) terminal.say(`${name.padEnd(widest)}  ${cell(name, content)}`.trimEnd());
  for (const [name, rows] of lists) {
    if (entries.length > 1) terminal.say(`\n${name}`);
    printRows(rows, terminal);
  }
}

function isTable(value: unknown): boolean {
  return (
    Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item))
  );
}

function printRows(rows: readonly unknown[], terminal: Terminal): void {
  if (rows.length === 0) return terminal.say(cliTexts[terminal.locale].nothing);
  if (!isTable(rows)) {
    for (const row of rows) terminal.say(cell('', row));
    return;
  }
  const things = (rows as readonly Row[]).map(withAskedColumns);
  const columns = [...new Set(things.flatMap((row) => Object.keys(row)))].filter((name) =>
    things.some((row) => isShown(row[name])),
  );
  const cells = things.map((row) => columns.map((name) => shortened(cell(name, row[name]))));
  const widths = columns.map((name, at) => Math.max(name.length, ...cells.map((row) => row[at]?.length ?? 0)));
  for (const row of [columns, ...cells])
    terminal.say(
      row
        .map((text, at) => text.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

/** What was asked for by its columns stands in columns of its own. */
function withAskedColumns({ values, ...row }: Row): Row {
  const isAsked = typeof values === 'object' && values !== null && !Array.isArray(values);
  return isAsked ? { ...row, ...values } : { ...row, ...(values === undefined ? {} : { values }) };
}

/** What has parts of its own does not fit in a table: it is shown when its thing is shown alone. */
function isShown(value: unknown): boolean {
  return value !== undefined && value !== null && typeof value !== 'object';
}

function shortened(text: string): string {
  return text.length > widestCell ? `${text.slice(0, widestCell - 1)}…` : text;
}

const isMoment = (name: string, value: unknown): value is number =>
  typeof value === 'number' && /(^a|A)t$/.test(name) && value > 1e11 && value < 1e14;

function cell(name: string, value: unknown): string {
  if (value === null || value === undefined) return '-';
  if (isMoment(name, value)) return new Date(value).toISOString().replace('.000Z', 'Z');
  const text = typeof value === 'string' ? value : (named(value) ?? JSON.stringify(value));
  return oneLine(text);
}

/** What is told by its id and its name reads as that. */
function named(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Object.keys(value).toSorted().join(' ') !== 'id name') return null;
  const { id, name } = value as { id: unknown; name: unknown };
  if (typeof name !== 'string' || name === '') return typeof id === 'string' ? id : null;
  return typeof id === 'string' ? `${name} (${id})` : name;
}
