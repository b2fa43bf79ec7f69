import { z } from 'zod';

/** What a reader of an export may rely on; unknown members of an event stay, because they are part of what is hashed. */
const headerSchema = z.looseObject({
  format: z.literal('peil.audit'),
  version: z.literal(1),
  size: z.int().min(0),
});

const hexHash = z.string().regex(/^[0-9a-f]{64}$/);
const lineSchema = z.strictObject({
  hash: hexHash.nullable(),
  event: z.looseObject({ sequence: z.int().min(1).nullable(), dataHash: hexHash.nullable() }),
  details: z
    .union([
      z.strictObject({ salt: z.string().regex(/^[0-9a-f]{32}$/), data: z.unknown() }),
      z.strictObject({ erasedAt: z.string() }),
    ])
    .nullable(),
});

export type ExportedLine = z.output<typeof lineSchema>;

/** Null where the text is no header of an export that this version knows. */
export function readExportHeader(text: string): { size: number } | null {
  return headerSchema.safeParse(parseJson(text)).data ?? null;
}

export function readExportedLine(text: string): ExportedLine | null {
  return lineSchema.safeParse(parseJson(text)).data ?? null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
