import { Transform } from 'node:stream';
import { readErrors } from './errors.ts';
import type { TextEncoding } from '../read-options-contract.ts';

/** How the bytes of a text are to be read: `mark_bytes` of a byte order mark lie in front of them. */
export interface FoundEncoding {
  encoding: TextEncoding;
  mark_bytes: number;
  isBigEndian: boolean;
}

const marks: readonly (FoundEncoding & { bytes: readonly number[] })[] = [
  { bytes: [0xff, 0xfe], encoding: 'utf-16', mark_bytes: 2, isBigEndian: false },
  { bytes: [0xfe, 0xff], encoding: 'utf-16', mark_bytes: 2, isBigEndian: true },
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8', mark_bytes: 3, isBigEndian: false },
];

/** By its mark, else by the zero bytes that UTF-16 has in every text of our alphabet; what is said counts where it can. */
export function findEncoding(head: Buffer, said: TextEncoding | undefined): FoundEncoding {
  const marked = marks.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte));
  if (marked && (marked.encoding === 'utf-16' || said !== 'utf-16')) return marked;
  const zeros = zerosAt(head.subarray(0, 4096));
  const isBigEndian = zeros.even > zeros.odd;
  const looksLike16 = Math.max(zeros.even, zeros.odd) > 0.4 && Math.min(zeros.even, zeros.odd) < 0.05;
  if (said === 'utf-16' || (said === undefined && looksLike16))
    return { encoding: 'utf-16', mark_bytes: 0, isBigEndian };
  return { encoding: said ?? 'utf-8', mark_bytes: 0, isBigEndian: false };
}

function zerosAt(bytes: Buffer): { even: number; odd: number } {
  const zeros: [number, number] = [0, 0];
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) zeros[at % 2 === 0 ? 0 : 1] += 1;
  const half = Math.max(1, bytes.length / 2);
  return { even: zeros[0] / half, odd: zeros[1] / half };
}

/** What Windows writes where Latin-1 has control characters (WHATWG Encoding Standard, windows-1252). */
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Makes UTF-8 of the bytes behind the mark. */
export function decoder({ encoding, mark_bytes, isBigEndian }: FoundEncoding, name: string): Transform {
  let skip = mark_bytes;
  const decode = encoding === 'utf-16' ? utf16Decoder(isBigEndian, name) : decodeWindows;
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      const bytes = chunk.subarray(Math.min(skip, chunk.length));
      skip -= chunk.length - bytes.length;
      passOn(() => (encoding === 'utf-8' ? bytes : Buffer.from(decode(bytes, true))), done);
    },
    flush: (done) => {
      if (encoding === 'utf-16') passOn(() => Buffer.from(decode(Buffer.alloc(0), false)), done);
      else done();
    },
  });
}

function passOn(make: () => Buffer, done: (error?: Error | null, data?: Buffer) => void): void {
  try {
    done(null, make());
  } catch (error) {
    done(error as Error);
  }
}

function decodeWindows(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  return text.replaceAll(/[\x80-\x9f]/g, (letter) => windows1252[letter.charCodeAt(0) - 0x80] ?? letter);
}

function utf16Decoder(isBigEndian: boolean, name: string): (bytes: Buffer, stream: boolean) => string {
  const decoder = new TextDecoder(isBigEndian ? 'utf-16be' : 'utf-16le', { fatal: true, ignoreBOM: true });
  return (bytes, stream) => {
    try {
      return decoder.decode(bytes, { stream });
    } catch {
      throw readErrors.notUtf16({ name });
    }
  };
}
