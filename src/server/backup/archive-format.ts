import { z } from 'zod';
import { columnTypes } from './stored-table.ts';

/**
 * A backup is a tar archive, compressed with Zstandard, so that it can be looked into without Peil. Its entries stand in
 * the order of `sections`, and by name within a section: nothing can stand there twice. Sums come at the end, because
 * the archive is written while it is being made.
 */
export const formatName = 'peil.backup';
export const formatVersion = 1;

export const headerName = 'header.json';
export const contentsName = 'contents.json';

const sections = [
  { section: 'header', shape: /^header\.json$/ },
  { section: 'checkpoints', shape: /^checkpoints\/([a-z0-9][a-z0-9.-]*\.txt)$/ },
  { section: 'database', shape: /^database\/([a-z][a-z0-9_]*)\/\d{8}\.jsonl$/ },
  { section: 'blobs', shape: /^blobs\/([0-9a-f]{64})$/ },
  { section: 'contents', shape: /^contents\.json$/ },
] as const;
export type Section = (typeof sections)[number]['section'];

export interface Place {
  section: Section;
  /** order of the section */
  rank: number;
  /** what it is in its section: name of the file, of the table, or hash of the blob */
  key: string;
}

/** Where an entry of this name stands; null for every name that no backup has. */
export function placeOf(name: string): Place | null {
  for (const [rank, { section, shape }] of sections.entries()) {
    const match = shape.exec(name);
    if (match) return { section, rank, key: match[1] ?? '' };
  }
  return null;
}

export const checkpointEntry = (file: string): string => `checkpoints/${file}`;
export const blobEntry = (sha256: string): string => `blobs/${sha256}`;
export const partEntry = (table: string, number: number): string =>
  `database/${table}/${String(number).padStart(8, '0')}.jsonl`;

/** What must be readable of every format there will ever be. */
export const anyHeader = z.looseObject({ format: z.literal(formatName), version: z.int().min(1) });

const column = z.strictObject({ name: z.string(), type: z.enum(columnTypes) });

export const header = anyHeader.extend({
  version: z.literal(formatVersion),
  /** version of the Peil that made it */
  peil: z.string(),
  madeAt: z.iso.datetime(),
  database: z.enum(['sqlite', 'postgres']),
  /** the steps that the schema has had */
  steps: z.array(z.string()),
  tables: z.array(z.strictObject({ name: z.string(), columns: z.array(column) })),
});
export type Header = z.infer<typeof header>;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const contents = z.strictObject({
  /** every entry before the blobs */
  entries: z.array(z.strictObject({ name: z.string(), size: z.int().min(0), sha256 })),
  /** blobs are called by their hash; this is the hash of their list, a line `<size> <name>` each */
  blobs: z.strictObject({ count: z.int().min(0), size: z.int().min(0), sha256 }),
});
export type Contents = z.infer<typeof contents>;
