import { columnNames } from './column-names.ts';
import { readErrors } from './errors.ts';
import type { ReadFileTask } from './read-file-protocol.ts';
import { readLimits } from './read-limits.ts';
import type { SheetRow } from './sheet-cells.ts';
import { looksLikeHeader } from './sniff-dialect.ts';

/** Makes lines of CSV of the rows of a sheet. The first row that holds anything says how many columns there are. */
export class SheetTable {
  readonly #task: ReadFileTask;
  readonly #sheet: string;
  #names: string[] | null = null;
  #header = true;
  #lines: string[] = [];
  #rows = 0;
  #longest_bytes = 0;
  #bad = { count: 0, line: 0, found: 0 };

  constructor(task: ReadFileTask, sheet: string) {
    this.#task = task;
    this.#sheet = sheet;
  }

  add({ number, cells }: SheetRow): void {
    if (number <= (this.#task.options.skipRows ?? 0) || cells.length === 0) return;
    if (this.#names === null && this.#begin(cells)) return;
    const columns = this.#names?.length ?? 0;
    if (cells.length > columns) this.#refuseOrSkip(number, cells.length);
    else this.#write(Array.from({ length: columns }, (_, index) => inCsv(cells[index])).join(','));
  }

  /** What was made since the last time. */
  take(): string {
    const lines = this.#lines.join('');
    this.#lines = [];
    return lines;
  }

  finish(): { names: string[]; header: boolean; rows: number; skipped: number; longest_bytes: number } {
    const { name } = this.#task.file;
    const names = this.#names;
    if (names === null) throw readErrors.emptySheet({ name, sheet: this.#sheet });
    const { count, line, found } = this.#bad;
    const columns = names.length;
    if (count > 0 && this.#task.options.badRows !== 'skip')
      throw readErrors.badRows({ name, columns, count, line, found });
    if (this.#rows === 0 && count > 0) throw readErrors.allRowsBad({ name, columns, count });
    if (this.#rows === 0) throw readErrors.headerOnly({ name, columns });
    return { names, header: this.#header, rows: this.#rows, skipped: count, longest_bytes: this.#longest_bytes };
  }

  /** Answers whether the row held the names. */
  #begin(cells: readonly string[]): boolean {
    const { options, file } = this.#task;
    const first = Array.from(cells, (cell) => cell ?? '');
    this.#header = options.header ?? looksLikeHeader(first);
    const given = this.#header ? first : first.map(() => '');
    this.#names = columnNames(given, { file: file.name, duplicates: options.duplicateNames ?? 'refuse' });
    return this.#header;
  }

  #refuseOrSkip(number: number, found: number): void {
    if (this.#bad.count === 0) this.#bad = { count: 0, line: number, found };
    this.#bad.count += 1;
  }

  #write(line: string): void {
    this.#rows += 1;
    const bytes = Buffer.byteLength(line);
    if (bytes > readLimits.line_bytes)
      throw readErrors.lineTooLong({
        name: this.#task.file.name,
        line: this.#rows,
        limit_bytes: readLimits.line_bytes,
      });
    this.#longest_bytes = Math.max(this.#longest_bytes, bytes);
    this.#lines.push(`${line}\n`);
  }
}

/** Nothing is no value. A NUL, which XML cannot hold, needs no thought. */
function inCsv(value: string | undefined): string {
  return value === undefined ? '' : `"${value.replaceAll('"', '""')}"`;
}
