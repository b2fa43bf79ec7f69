import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BlobStore } from './blob-store.ts';
import { DiskBlobs } from './disk-blobs.ts';
import { asSha256, type Sha256 } from './sha256.ts';

let folder: string;
let blobs: BlobStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'peil-blobs-'));
  blobs = await DiskBlobs.open(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex') as Sha256;
const limit_bytes = 10_000_000;
const put = (bytes: Buffer, options = {}) => blobs.put(Readable.from([bytes]), { limit_bytes, ...options });
const filesLeft = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

test('LC2 what is put is read back, under the SHA-256 of its bytes', async () => {
  const bytes = randomBytes(300_000);
  const chunks = Readable.from([bytes.subarray(0, 1), bytes.subarray(1, 70_000), bytes.subarray(70_000)]);
  const stored = await blobs.put(chunks, { limit_bytes });
  expect(stored).toEqual({ sha256: sha256Of(bytes), size_bytes: 300_000, isNew: true });
  expect(await buffer(await blobs.get(stored.sha256))).toEqual(bytes);
  expect(await blobs.stat(stored.sha256)).toEqual({ size_bytes: 300_000 });
  expect(await blobs.localPath(stored.sha256)).toBe(
    join(folder, 'sha256', stored.sha256.slice(0, 2), stored.sha256.slice(2, 4), stored.sha256),
  );
});

test('house bytes whose use is refused do not stay, unless they were here or somebody else keeps them', async () => {
  const refuse = () => Promise.reject(new Error('not wanted'));
  const putFor = (text: string, use: () => Promise<unknown>) =>
    blobs.putFor(Readable.from([Buffer.from(text)]), { limit_bytes }, use);
  await expect(putFor('new', refuse)).rejects.toThrow('not wanted');
  expect(filesLeft()).toEqual([]);
  await put(Buffer.from('known'));
  await expect(putFor('known', refuse)).rejects.toThrow('not wanted');
  expect(filesLeft()).toHaveLength(1);
  await expect(
    putFor('shared', async () => {
      await put(Buffer.from('shared'));
      return refuse();
    }),
  ).rejects.toThrow('not wanted');
  expect(filesLeft()).toHaveLength(2);
});

test('house property: of many who put the same bytes at once they stay if anybody keeps them, else they go', async () => {
  const whetherKept = fc.array(fc.boolean(), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(whetherKept, async (wishes) => {
      const bytes = randomBytes(64);
      const each = wishes.map((isKept, at) =>
        blobs.putFor(Readable.from([bytes]), { limit_bytes }, async () => {
          await new Promise((resolve) => setTimeout(resolve, at % 3));
          if (!isKept) throw new Error('not wanted');
        }),
      );
      await Promise.allSettled(each);
      expect(await blobs.has(sha256Of(bytes))).toBe(wishes.some(Boolean));
    }),
    { seed: 1, numRuns: 40 },
  );
});

test('LC2 an empty file is a file', async () => {
  const { sha256 } = await put(Buffer.alloc(0));
  expect(await buffer(await blobs.get(sha256))).toHaveLength(0);
});

test('LC2 a part of a file is read by its first and last byte', async () => {
  const { sha256 } = await put(Buffer.from('0123456789'));
  expect((await buffer(await blobs.get(sha256, { start: 2, end: 4 }))).toString()).toBe('234');
});

test('LC2 the same bytes twice are one file, also at the same time', async () => {
  const bytes = randomBytes(50_000);
  const stored = await Promise.all(Array.from({ length: 8 }, () => put(bytes)));
  expect(new Set(stored.map((each) => each.sha256)).size).toBe(1);
  expect(await put(bytes)).toMatchObject({ isNew: false });
  expect(filesLeft()).toHaveLength(1);
});

test('LC2 a kept file cannot be written by accident', async () => {
  const { sha256 } = await put(Buffer.from('kept'));
  expect(statSync(await blobs.localPath(sha256)).mode & 0o222).toBe(0);
});

test('house more than the limit is refused as it arrives, and nothing is left', async () => {
  let given = 0;
  const endless = new Readable({
    read() {
      given += 1000;
      this.push(Buffer.alloc(1000));
    },
  });
  await expect(blobs.put(endless, { limit_bytes: 5_000 })).rejects.toMatchObject({
    code: 'blob.too_large',
    status: 413,
  });
  expect(given).toBeLessThan(200_000);
  expect(endless.destroyed).toBe(true);
  expect(filesLeft()).toEqual([]);
});

test('house exactly the limit is taken', async () => {
  expect(await put(Buffer.alloc(5_000), { limit_bytes: 5_000 })).toMatchObject({ size_bytes: 5_000 });
});

test('house a stream that breaks off leaves nothing', async () => {
  const broken = new Readable({
    read() {
      this.push(Buffer.alloc(1000));
      this.destroy(new Error('the line is dead'));
    },
  });
  await expect(blobs.put(broken, { limit_bytes })).rejects.toThrow('the line is dead');
  expect(filesLeft()).toEqual([]);
});

test('house other content than the sender says is refused', async () => {
  const expected = sha256Of(Buffer.from('this'));
  await expect(put(Buffer.from('that'), { expected })).rejects.toMatchObject({ code: 'blob.other_content' });
  expect(filesLeft()).toEqual([]);
  expect(await put(Buffer.from('this'), { expected })).toMatchObject({ sha256: expected });
});

test('house a disk that is full is a clear state, and nothing is left', async () => {
  const full = new Readable({
    read() {
      this.destroy(Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }));
    },
  });
  await expect(blobs.put(full, { limit_bytes })).rejects.toMatchObject({ code: 'blob.disk_full', status: 503 });
  expect(filesLeft()).toEqual([]);
});

test('house what a killed process had begun is removed at start', async () => {
  mkdirSync(join(folder, 'incoming'), { recursive: true });
  writeFileSync(join(folder, 'incoming', 'half'), 'half of a fi');
  await DiskBlobs.open(folder);
  expect(existsSync(join(folder, 'incoming', 'half'))).toBe(false);
});

test('house a file that is not here is told, and removing it twice is no mistake', async () => {
  const { sha256 } = await put(Buffer.from('gone soon'));
  await blobs.remove(sha256);
  await blobs.remove(sha256);
  expect(await blobs.has(sha256)).toBe(false);
  expect(await blobs.stat(sha256)).toBeUndefined();
  await expect(blobs.get(sha256)).rejects.toMatchObject({ code: 'blob.not_found', status: 404 });
});

test.each(['', '../../etc/passwd', 'AB'.repeat(32), `${'a'.repeat(63)}/`, `${'a'.repeat(64)}\n`, 'a'.repeat(65)])(
  'house %j names no file',
  (text) => expect(asSha256(text)).toBeUndefined(),
);
