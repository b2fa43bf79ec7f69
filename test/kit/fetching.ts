import { text } from 'node:stream/consumers';
import { fetchFrom } from '../../src/capabilities/datasets/connect/fetch-from.ts';
import type { Fetched, FetchOptions } from '../../src/capabilities/datasets/connect/fetching.ts';
import type { Connection } from '../../src/capabilities/datasets/connection-contract.ts';

export type FetchedText = Omit<Fetched, 'content'> & { text: string };

/** Fetches everything and keeps it as text; this machine is allowed unless told otherwise. */
export async function fetchAll(connection: Connection, how: Partial<FetchOptions> = {}): Promise<FetchedText[]> {
  const options: FetchOptions = {
    signal: new AbortController().signal,
    allowance: { hosts: ['127.0.0.1'], isPersonal: false },
    folders: [],
    secret: () => Promise.resolve(null),
    limit_bytes: 1_000_000,
    ...how,
  };
  const all: FetchedText[] = [];
  for await (const { content, ...file } of fetchFrom(connection, options))
    all.push({ ...file, text: await text(content) });
  return all;
}
