import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { GivenFile } from './bounded.ts';
import { kindOfContent } from './file-kind.ts';

/** Enough for a person to see how a file is read, and for most of its types. */
const head_bytes = 4 * 1024 * 1024;

/** The first lines of a large text, as a file of their own; null for what is small, packed, or no lines. */
export async function cutHead(file: GivenFile, scratchFolder: string): Promise<GivenFile | null> {
  if (file.size_bytes <= head_bytes) return null;
  const head = await firstBytes(file.path);
  if (kindOfContent(head.subarray(0, 4096)) !== 'text') return null;
  const end = endOfLines(head);
  if (end === 0) return null;
  const path = join(scratchFolder, 'head');
  const written = await open(path, 'wx');
  try {
    await written.writeFile(head.subarray(0, end));
  } finally {
    await written.close();
  }
  return { path, name: file.name, size_bytes: end };
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(head_bytes), 0, head_bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Just behind the last line break; in UTF-16 a character has two bytes. */
function endOfLines(head: Buffer): number {
  const mark = head.readUInt16BE(0);
  if (mark === 0xfffe) return behind(head, Buffer.from([0x0a, 0x00]));
  if (mark === 0xfeff) return behind(head, Buffer.from([0x00, 0x0a]));
  return behind(head, Buffer.from([0x0a]));
}

function behind(head: Buffer, lineBreak: Buffer): number {
  let at = head.lastIndexOf(lineBreak);
  // Found across two characters: it is no line break.
  while (at > 0 && at % lineBreak.length !== 0) at = head.lastIndexOf(lineBreak, at - 1);
  return at < 0 ? 0 : at + lineBreak.length;
}
