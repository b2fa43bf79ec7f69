import { Transform } from 'node:stream';
import type { AppError } from '../../../platform/errors/app-error.ts';
import { readErrors } from './errors.ts';
import { readLimits } from './read-limits.ts';

export interface GivenFile {
  path: string;
  /** as a person knows it */
  name: string;
  size_bytes: number;
}

/** Lets pass what data may be; what grows beyond that while it is unpacked is refused as soon as it does. */
export function bounded({ name, packed_bytes }: { name: string; packed_bytes: number }): Transform {
  const { unpacked_bytes, unpackedRatio: ratio, ratioCountsFrom_bytes } = readLimits;
  const suspicious = Math.max(ratioCountsFrom_bytes, ratio * packed_bytes);
  let passed = 0;
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      passed += chunk.length;
      if (passed > unpacked_bytes) done(readErrors.tooLarge({ name, limit_bytes: unpacked_bytes }));
      else if (passed > suspicious) done(readErrors.growsTooMuch({ name, ratio }));
      else done(null, chunk);
    },
  });
}

export function asBroken(name: string, error: NodeJS.ErrnoException): AppError {
  return readErrors.brokenArchive({ name, reason: error.code ?? error.message });
}
