import { open } from 'node:fs/promises';

export function headOf(path: string, length: number): Promise<Buffer> {
  return partOf(path, 0, length);
}

export function tailOf(path: string, length: number): Promise<Buffer> {
  return partOf(path, -length, length);
}

/** From the end where `from` is negative. */
async function partOf(path: string, from: number, length: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const start = from < 0 ? Math.max(0, (await file.stat()).size + from) : from;
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
