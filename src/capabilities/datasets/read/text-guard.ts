import { isUtf8 } from 'node:buffer';
import { readErrors } from './errors.ts';

/** Refuses what is no UTF-8 text, with the line where it begins, while the bytes go by. */
export class TextGuard {
  readonly #file: string;
  #line: number;
  #cut: Buffer = Buffer.alloc(0);

  constructor(file: string, firstLine: number) {
    this.#file = file;
    this.#line = firstLine;
  }

  push(chunk: Buffer): void {
    const nul = chunk.indexOf(0);
    if (nul >= 0)
      throw readErrors.nulBytes({ name: this.#file, line: this.#line + countLines(chunk.subarray(0, nul)) });
    const bytes = this.#cut.length > 0 ? Buffer.concat([this.#cut, chunk]) : chunk;
    const whole = bytes.length - lengthCutOff(bytes);
    if (!isUtf8(bytes.subarray(0, whole))) throw this.#refuse(bytes.subarray(0, whole));
    this.#cut = Buffer.from(bytes.subarray(whole));
    this.#line += countLines(chunk);
  }

  end(): void {
    if (this.#cut.length > 0) throw readErrors.notUtf8({ name: this.#file, line: this.#line });
  }

  #refuse(bytes: Buffer): Error {
    let line = this.#line;
    for (let from = 0; from < bytes.length;) {
      const found = bytes.indexOf(0x0a, from);
      const end = found < 0 ? bytes.length : found;
      if (!isUtf8(bytes.subarray(from, end))) break;
      line += 1;
      from = end + 1;
    }
    return readErrors.notUtf8({ name: this.#file, line });
  }
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) lines += 1;
  return lines;
}

/** So many bytes at the end begin a character whose rest is still to come. */
function lengthCutOff(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if ((byte & 0b1100_0000) === 0b1000_0000) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needed > back ? back : 0;
  }
  return 0;
}
