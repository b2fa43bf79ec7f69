import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { asBroken, bounded, type GivenFile } from './bounded.ts';
import { readErrors } from './errors.ts';
import { openZip } from './zip-archive.ts';

/** The one file inside a gzip or zip, as a stream that is bounded while it is unpacked. */
export async function unwrap(file: GivenFile, kind: 'gzip' | 'zip'): Promise<{ name: string; content: Readable }> {
  if (kind === 'gzip') return { name: file.name.replace(/\.gz$/i, ''), content: gunzipped(file) };
  const archive = await openZip(file);
  const entries = archive.entries.filter(({ name }) => isData(name));
  const [entry] = entries;
  if (!entry || entries.length > 1) {
    archive.close();
    throw readErrors.notOneFile({ name: file.name, count: entries.length });
  }
  return { name: entry.name.split('/').at(-1) ?? entry.name, content: await archive.read(entry) };
}

/** What macOS adds to every archive is nobody's data. */
function isData(name: string): boolean {
  return !name.endsWith('/') && !name.startsWith('__MACOSX/') && !/(^|\/)\.DS_Store$/.test(name);
}

function gunzipped(file: GivenFile): Readable {
  const unzip = createGunzip();
  const content = bounded({ name: file.name, packed_bytes: file.size_bytes });
  const broken = (error: NodeJS.ErrnoException) => content.destroy(asBroken(file.name, error));
  const packed = createReadStream(file.path).on('error', broken);
  packed.pipe(unzip).on('error', broken).pipe(content);
  content.on('close', () => {
    packed.destroy();
    unzip.destroy();
  });
  return content;
}
