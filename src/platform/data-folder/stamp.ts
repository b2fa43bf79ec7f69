import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../whole-file.ts';
import { dataFolderErrors } from './errors.ts';

/**
 * How files lie in a data folder. Raised when an older Peil would misread them; tables are the business of the database's
 * own schema steps, and adding files that an older Peil leaves alone needs no new number.
 */
export const dataFormat = 1;

export const stampFile = 'peil-data.json';

const stampSchema = z.object({
  format: z.int().min(1),
  /** the version that brought the folder to this format, for the sentence to an older one */
  peil: z.string(),
});

/**
 * Refuses a folder that a newer Peil wrote, and stamps one that is new or older. A folder without a stamp is a new one, or
 * one from before there were stamps, which is of format 1.
 */
export async function checkStamp(folder: string, version: string): Promise<void> {
  const path = join(folder, stampFile);
  const stamp = await readStamp(path);
  if (stamp && stamp.format > dataFormat)
    throw dataFolderErrors.newer({ path: folder, theirs: stamp.peil, ours: version });
  if (stamp?.format === dataFormat) return;
  await writeWhole(path, `${JSON.stringify({ format: dataFormat, peil: version }, null, 2)}\n`);
}

async function readStamp(path: string): Promise<z.output<typeof stampSchema> | null> {
  try {
    return stampSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    if (error instanceof SyntaxError || error instanceof z.ZodError) throw dataFolderErrors.brokenStamp({ path });
    throw error;
  }
}
