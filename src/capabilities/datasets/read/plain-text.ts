import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { decoder, findEncoding } from './decode-text.ts';
import { readErrors } from './errors.ts';
import { headOf } from './file-head.ts';
import type { ReadFileTask } from './read-file-protocol.ts';
import type { TextEncoding } from '../read-options-contract.ts';

/** The text as UTF-8 without a mark: the file itself where it is that already. */
export async function plainText({
  file,
  options,
  scratchFolder,
}: ReadFileTask): Promise<{ path: string; encoding: TextEncoding }> {
  const head = await headOf(file.path, 4096);
  const found = findEncoding(head, options.encoding);
  const { encoding } = found;
  if (head.length === found.mark_bytes) throw readErrors.empty({ name: file.name });
  if (encoding === 'utf-8' && found.mark_bytes === 0) return { path: file.path, encoding };
  const path = join(scratchFolder, 'plain.txt');
  await pipeline(createReadStream(file.path), decoder(found, file.name), createWriteStream(path, { flags: 'wx' }));
  return { path, encoding };
}
