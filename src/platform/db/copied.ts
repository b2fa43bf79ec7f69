import { buffer } from 'node:stream/consumers';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';

/** The only row of a `copy (select ...) to stdout`: what PostgreSQL wrote, which is a third of what it takes to answer rows one by one. */
export interface Copied {
  copied: Buffer;
}

export const isCopy = (text: string): boolean => /^\s*copy\s*\(/.test(text);

/** All of it at once: whoever asks bounds the rows, and the connection is for the next one then. */
export async function copiedBy(client: pg.PoolClient, text: string): Promise<{ command: 'COPY'; rows: Copied[] }> {
  return { command: 'COPY', rows: [{ copied: await buffer(client.query(copyTo(text))) }] };
}
