import { readErrors } from './errors.ts';
import { readLimits } from './read-limits.ts';

const lineFeed = 0x0a;
const quote = 0x22;
const backslash = 0x5c;
const opening: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const closing: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/** Bounds the length and the depth of records while their bytes go by; whether they are JSON is DuckDB's to say. */
export class JsonGuard {
  longest_bytes = 0;
  readonly #file: string;
  readonly #byLine: boolean;
  readonly #special = new Uint8Array(256);
  #line = 1;
  #depth = 0;
  #isText = false;
  #offset = 0;
  #recordStart = 0;
  #escapedAt = -1;

  /** `byLine`: a line break ends a record, whatever is open; else a record is what is at the second level of a list. */
  constructor(file: string, byLine: boolean) {
    this.#file = file;
    this.#byLine = byLine;
    for (const byte of [lineFeed, quote, backslash, ...opening, ...closing]) this.#special[byte] = 1;
  }

  push(chunk: Buffer): void {
    const special = this.#special;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] as number;
      if (special[byte] === 1) this.#see(byte, this.#offset + at);
    }
    this.#offset += chunk.length;
    this.#measure(this.#offset);
  }

  end(): void {
    this.#measure(this.#offset);
  }

  #see(byte: number, position: number): void {
    if (byte === lineFeed) this.#seeLineFeed(position);
    else if (this.#isText) this.#seeInText(byte, position);
    else if (byte === quote) this.#isText = true;
    else if (opening.has(byte)) this.#open(position);
    else if (closing.has(byte)) this.#close(position);
  }

  #seeLineFeed(position: number): void {
    this.#line += 1;
    if (!this.#byLine) return;
    this.#measure(position);
    this.#recordStart = position + 1;
    this.#depth = 0;
    this.#isText = false;
  }

  #seeInText(byte: number, position: number): void {
    if (this.#escapedAt === position) return;
    if (byte === backslash) this.#escapedAt = position + 1;
    else if (byte === quote) this.#isText = false;
  }

  #open(position: number): void {
    this.#depth += 1;
    if (!this.#byLine && this.#depth === 2) this.#recordStart = position;
    const { jsonDepth } = readLimits;
    if (this.#depth > jsonDepth) throw readErrors.tooDeep({ name: this.#file, line: this.#line, limit: jsonDepth });
  }

  #close(position: number): void {
    if (this.#depth > 0) this.#depth -= 1;
    if (this.#byLine || this.#depth !== 1) return;
    this.#measure(position);
    this.#recordStart = position;
  }

  #measure(end: number): void {
    const length = end - this.#recordStart;
    if (length > this.longest_bytes) this.longest_bytes = length;
    const limit_bytes = readLimits.line_bytes;
    if (length > limit_bytes) throw readErrors.lineTooLong({ name: this.#file, line: this.#line, limit_bytes });
  }
}
