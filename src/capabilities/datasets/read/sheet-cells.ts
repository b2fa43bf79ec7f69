import { readErrors } from './errors.ts';
import { readLimits } from './read-limits.ts';
import type { Shown } from './workbook-parts.ts';
import type { XmlSeen } from './workbook-xml.ts';

export interface SheetContext {
  /** of the file and of the sheet, for sentences */
  name: string;
  sheet: string;
  texts: readonly string[];
  styles: readonly Shown[];
  from1904: boolean;
}

export interface SheetRow {
  /** from 1 */
  number: number;
  /** by column; a cell that is not there is undefined */
  cells: string[];
}

const mostColumns = 16_384;
const longestText = 1_000_000;

/** Hears the XML of a sheet and tells its rows, every value as text: numbers as JavaScript writes them, moments in ISO. */
export class SheetCells implements Required<XmlSeen> {
  readonly #context: SheetContext;
  readonly #onRow: (row: SheetRow) => void;
  #row: SheetRow = { number: 0, cells: [] };
  #column = -1;
  #kind = 'n';
  #style = 0;
  #text = '';
  #isValue = false;
  #phonetic = 0;

  constructor(context: SheetContext, onRow: (row: SheetRow) => void) {
    this.#context = context;
    this.#onRow = onRow;
  }

  open = (tag: string, attributes: Readonly<Record<string, string>>): void => {
    if (tag === 'row') this.#beginRow(attributes['r']);
    else if (tag === 'c') this.#beginCell(attributes);
    else if (tag === 'rPh') this.#phonetic += 1;
    else if (tag === 'v' || (tag === 't' && this.#kind === 'inlineStr')) this.#isValue = this.#phonetic === 0;
  };

  text = (piece: string): void => {
    if (!this.#isValue) return;
    this.#text += piece;
    if (this.#text.length > longestText) throw this.#broken('a cell holds more than a million characters');
  };

  close = (tag: string): void => {
    if (tag === 'v' || tag === 't') this.#isValue = false;
    else if (tag === 'rPh') this.#phonetic -= 1;
    else if (tag === 'c') this.#endCell();
    else if (tag === 'row') this.#onRow(this.#row);
  };

  #beginRow(given: string | undefined): void {
    const number = given === undefined ? this.#row.number + 1 : Number(given);
    const { name, sheet } = this.#context;
    const limit = readLimits.sheetRows;
    if (number > limit) throw readErrors.sheetTooLong({ name, sheet, limit });
    if (!Number.isInteger(number) || number <= this.#row.number) throw this.#broken('its rows are not in order');
    this.#row = { number, cells: [] };
    this.#column = -1;
  }

  #beginCell({ r, t, s }: Readonly<Record<string, string>>): void {
    this.#column = r === undefined ? this.#column + 1 : columnOf(r);
    if (!(this.#column >= 0 && this.#column < mostColumns)) throw this.#broken(`there is no cell ${r}`);
    this.#kind = t ?? 'n';
    this.#style = Number(s ?? 0);
    this.#text = '';
  }

  #endCell(): void {
    const value = this.#value(this.#text);
    if (value !== '') this.#row.cells[this.#column] = value;
    this.#kind = 'n';
  }

  #value(text: string): string {
    switch (this.#kind) {
      case 's':
        return text === '' ? '' : (this.#context.texts[Number(text)] ?? '');
      case 'b':
        return text === '1' || text === 'true' ? 'true' : 'false';
      case 'n':
        return this.#numberOrMoment(text);
      default:
        return text;
    }
  }

  #numberOrMoment(text: string): string {
    const number = Number(text);
    if (text === '' || !Number.isFinite(number)) return text;
    const shown = this.#context.styles[this.#style] ?? 'number';
    return shown === 'number' ? String(number) : momentOf(number, shown, this.#context.from1904);
  }

  #broken(reason: string): Error {
    return readErrors.brokenWorkbook({ name: this.#context.name, reason });
  }
}

/** `BC12` is column 54, from 0. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & ~0x20;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + (letter - 0x40);
  }
  return column - 1;
}

const day_ms = 86_400_000;

/** Days since the last day of 1899, in which Excel counts a 29 February 1900 that never was; or since 1904. */
export function momentOf(serial: number, shown: Exclude<Shown, 'number'>, from1904: boolean): string {
  const whole_ms = Math.round(serial * day_ms);
  if (shown === 'time' && serial >= 0 && serial < 1) return new Date(whole_ms).toISOString().slice(11, 19);
  if (serial < 0 || serial > lastSerial) return String(serial);
  const firstDay = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const text = new Date(whole_ms + firstDay).toISOString();
  if (shown === 'date' && whole_ms % day_ms === 0) return text.slice(0, 10);
  return `${text.slice(0, 10)} ${text.slice(11, text.endsWith('.000Z') ? 19 : 23)}`;
}

/** 31 December 9999 */
const lastSerial = 2_958_465;
