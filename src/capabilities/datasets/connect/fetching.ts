import { type Readable, Transform } from 'node:stream';
import { AppError } from '../../../platform/errors/app-error.ts';
import type { Allowance } from '../../../platform/outbound/find-addresses.ts';
import type { FileFormat, ReadOptions } from '../read-options-contract.ts';
import { connectErrors } from './errors.ts';

export interface FetchOptions {
  signal: AbortSignal;
  /** bytes of the file at hand that have arrived */
  onProgress?: (received_bytes: number) => void;
  /** which addresses inside the house may be connected to */
  allowance: Allowance;
  /** absolute paths of the folders of this machine that may be read, with all below them */
  folders: readonly string[];
  /** the password or token of this connection, when it is needed; null: none is kept */
  secret: () => Promise<string | null>;
  /** more of one file is refused, as soon as it arrives */
  limit_bytes: number;
  /** for one file; two hours unless told */
  timeout_ms?: number;
}

/**
 * What says which data this was. `reference`: its id names this content and no other, at the place itself, for ever;
 * `observed`: it may be another tomorrow, and these facts were seen.
 */
export type Snapshot =
  | { kind: 'reference'; id: string; facts: Readonly<Record<string, string>> }
  | { kind: 'observed'; facts: Readonly<Record<string, string>> };

/** One file on its way. `content` must be read or destroyed before the next one is asked for. */
export interface Fetched {
  name: string;
  content: Readable;
  size_bytes?: number;
  snapshot: Snapshot;
  /** how it must be read, where whoever sends it knows */
  read?: { format: FileFormat; options: ReadOptions };
}

export const usualTimeout_ms = 2 * 3_600_000;

/** Counts what arrives, refuses what is too much, takes too long or breaks off, and says it in the place's own name. */
export function watched(source: Readable, where: string, options: FetchOptions): Readable {
  const { limit_bytes, onProgress, signal, timeout_ms = usualTimeout_ms } = options;
  let received_bytes = 0;
  const content = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      received_bytes += chunk.length;
      if (received_bytes > limit_bytes) return done(connectErrors.tooLarge({ where, limit_bytes }));
      onProgress?.(received_bytes);
      done(null, chunk);
    },
  });
  const stop = (error: Error) => content.destroy(error);
  const tooLong = () => stop(connectErrors.tookTooLong({ where, limit_s: timeout_ms / 1000 }));
  const timer = setTimeout(tooLong, timeout_ms).unref();
  const abort = () => stop(signal.reason as Error);
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  source.on('error', (error) =>
    stop(error instanceof AppError ? error : connectErrors.brokenOff({ where, received_bytes })),
  );
  content.once('close', () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
    source.destroy();
  });
  return source.pipe(content);
}

/** What a system says of a failure, short enough for a sentence. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code ?? message ?? 'unknown').slice(0, 200);
}
