import { readErrors } from './errors.ts';
import { readLimits } from './read-limits.ts';
import type { Separators } from './parse-records.ts';

/** One record of a CSV as it lies in the file. */
export interface ScannedRecord {
  /** in the file, from 1, where it begins */
  line: number;
  /** 0: an empty line */
  fields: number;
  /** something stands behind a closing quote */
  isBroken: boolean;
  /** its bytes without the line break, where they are kept */
  bytes: readonly Buffer[];
}

const ordinary = 0;
const delimiterByte = 1;
const quoteByte = 2;
const lineFeed = 3;
const carriageReturn = 4;
const space = 5;

type State = 'start' | 'plain' | 'quoted' | 'closed';

/**
 * Finds the records of a CSV (RFC 4180, with any delimiter and quote) in one pass over its bytes, which are UTF-8. It
 * judges the shape of every row, exactly and with its line; what the values are is left to DuckDB, which is much faster.
 */
export class RecordScanner {
  /** how the records ended, for DuckDB, which takes one kind of line break a file */
  readonly breaks = { lf: 0, crlf: 0, cr: 0 };
  longest_bytes = 0;
  blanks = 0;
  readonly #classes = new Uint8Array(256);
  readonly #onRecord: (record: ScannedRecord) => void;
  readonly #file: string;
  readonly #quote: string;
  readonly #keepsBytes: boolean;
  #state: State = 'start';
  #line: number;
  #recordLine: number;
  #quoteLine = 1;
  #fields = 0;
  #isBroken = false;
  #afterReturn = false;
  /** of the chunk at hand in the file */
  #offset = 0;
  #recordStart = 0;
  #closedAt = -1;
  #kept: Buffer[] = [];

  constructor(
    { delimiter, quote }: Separators,
    given: { file: string; firstLine: number; keepsBytes: boolean; onRecord: (record: ScannedRecord) => void },
  ) {
    this.#classes[0x20] = space;
    this.#classes[0x0a] = lineFeed;
    this.#classes[0x0d] = carriageReturn;
    if (quote !== '') this.#classes[quote.charCodeAt(0)] = quoteByte;
    this.#classes[delimiter.charCodeAt(0)] = delimiterByte;
    this.#quote = quote;
    this.#file = given.file;
    this.#line = given.firstLine;
    this.#recordLine = given.firstLine;
    this.#keepsBytes = given.keepsBytes;
    this.#onRecord = given.onRecord;
  }

  push(chunk: Buffer): void {
    const classes = this.#classes;
    const { length } = chunk;
    for (let at = 0; at < length; at += 1) {
      const from = at;
      while (at < length && classes[chunk[at] as number] === ordinary) at += 1;
      if (at > from) this.#seeText();
      if (at < length) this.#seeSpecial(classes[chunk[at] as number] as number, at, chunk);
    }
    this.#offset += length;
    this.#refuseLong(this.#offset);
    if (this.#keepsBytes && this.#recordStart < this.#offset) this.#keepRest(chunk);
  }

  end(): void {
    if (this.#state === 'quoted')
      throw readErrors.openQuote({ name: this.#file, line: this.#quoteLine, quote: this.#quote });
    if (this.#offset > this.#recordStart) this.#endRecord(this.#offset, null);
  }

  #seeText(): void {
    this.#afterReturn = false;
    if (this.#state === 'start') this.#state = 'plain';
    else if (this.#state === 'closed') {
      this.#isBroken = true;
      this.#state = 'plain';
    }
  }

  #seeSpecial(what: number, at: number, chunk: Buffer): void {
    if (what === lineFeed) return this.#seeLineFeed(at, chunk);
    this.#afterReturn = false;
    if (what === quoteByte) return this.#seeQuote(this.#offset + at);
    if (this.#state === 'quoted') return;
    if (what === delimiterByte) {
      this.#fields += 1;
      this.#state = 'start';
    } else if (what === carriageReturn) {
      this.#endRecord(this.#offset + at, chunk);
      this.breaks.cr += 1;
      this.#afterReturn = true;
    }
  }

  #seeQuote(position: number): void {
    switch (this.#state) {
      case 'start':
        this.#state = 'quoted';
        this.#quoteLine = this.#line;
        return;
      case 'quoted':
        this.#state = 'closed';
        this.#closedAt = position;
        return;
      case 'closed':
        // Two in a row stand for one inside the text.
        if (position !== this.#closedAt + 1) this.#isBroken = true;
        this.#state = this.#isBroken ? 'plain' : 'quoted';
        return;
      case 'plain':
        return;
    }
  }

  #seeLineFeed(at: number, chunk: Buffer): void {
    if (this.#afterReturn) {
      this.#afterReturn = false;
      this.breaks.cr -= 1;
      this.breaks.crlf += 1;
      this.#recordStart = this.#offset + at + 1;
      return;
    }
    if (this.#state === 'quoted') {
      this.#line += 1;
      return;
    }
    this.breaks.lf += 1;
    this.#endRecord(this.#offset + at, chunk);
  }

  #endRecord(end: number, chunk: Buffer | null): void {
    this.#refuseLong(end);
    const isBlank = this.#fields === 0 && this.#state === 'start';
    const length = end - this.#recordStart;
    if (length > this.longest_bytes) this.longest_bytes = length;
    if (isBlank) this.blanks += 1;
    if (this.#keepsBytes && chunk)
      this.#kept.push(chunk.subarray(Math.max(0, this.#recordStart - this.#offset), end - this.#offset));
    this.#onRecord({
      line: this.#recordLine,
      fields: isBlank ? 0 : this.#fields + 1,
      isBroken: this.#isBroken,
      bytes: this.#kept,
    });
    this.#kept = [];
    this.#line += 1;
    this.#recordLine = this.#line;
    this.#recordStart = end + 1;
    this.#fields = 0;
    this.#isBroken = false;
    this.#state = 'start';
  }

  #keepRest(chunk: Buffer): void {
    const from = Math.max(0, this.#recordStart - (this.#offset - chunk.length));
    this.#kept.push(chunk.subarray(from));
  }

  #refuseLong(end: number): void {
    const limit_bytes = readLimits.line_bytes;
    if (end - this.#recordStart > limit_bytes)
      throw readErrors.lineTooLong({ name: this.#file, line: this.#recordLine, limit_bytes });
  }
}
