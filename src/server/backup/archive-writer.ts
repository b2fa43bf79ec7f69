import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import { pack } from 'tar-stream';
import { blobEntry, contentsName } from './archive-format.ts';
import { type Counted, Ledger } from './ledger.ts';
import { syncFolder } from '../../platform/sync-folder.ts';

// Level 1 made a million audit events smaller than gzip did at level 6 (decision 007). The sum finds what the disk has
// damaged.
const compression = {
  params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 },
};

type Chunks = AsyncIterable<Buffer> | Iterable<Buffer>;

/** Writes FILE.partial, and gives it its name when it is whole and on the disk. */
export class ArchiveWriter {
  readonly #file: string;
  readonly #pack = pack();
  readonly #ledger = new Ledger();
  readonly #written: Promise<void>;
  readonly #madeAt: Date;

  private constructor(file: string, target: Writable, { signal, madeAt }: { signal: AbortSignal; madeAt: Date }) {
    this.#file = file;
    this.#madeAt = madeAt;
    const tar = Readable.from(this.#pack, { objectMode: false });
    this.#written = pipeline(tar, createZstdCompress(compression), target, { signal });
    // Whoever waits hears of it; until then it is no unhandled one.
    this.#written.catch(() => {});
  }

  static async create(file: string, options: { signal: AbortSignal; madeAt: Date }): Promise<ArchiveWriter> {
    // Only its owner may read it: it holds what the database holds.
    const handle = await open(partial(file), 'wx', 0o600);
    return new ArchiveWriter(file, handle.createWriteStream({ flush: true }), options);
  }

  async addText(name: string, text: string): Promise<void> {
    const bytes = Buffer.from(text);
    this.#ledger.add(await this.#add(name, bytes.length, [bytes]));
  }

  async addFile(name: string, size: number, chunks: AsyncIterable<Buffer>): Promise<void> {
    this.#ledger.add(await this.#add(name, size, chunks));
  }

  /** Answers the hash of what was read, which ought to be the blob's name. */
  async addBlob(hash: string, size: number, chunks: AsyncIterable<Buffer>): Promise<string> {
    const { name, sha256 } = await this.#add(blobEntry(hash), size, chunks);
    this.#ledger.addBlob({ name, size });
    return sha256;
  }

  async finish(): Promise<void> {
    const bytes = Buffer.from(`${JSON.stringify(this.#ledger.contents())}\n`);
    await this.#add(contentsName, bytes.length, [bytes]);
    this.#pack.finalize();
    await this.#written;
    await rename(partial(this.#file), this.#file);
    await syncFolder(dirname(this.#file));
  }

  /** Removes what was written. */
  async discard(): Promise<void> {
    this.#pack.destroy(new Error('the backup is given up'));
    await this.#written.catch(() => {});
    await rm(partial(this.#file), { force: true });
  }

  /** Why the archive cannot be written is what counts: that nothing can be added to it any more only follows. */
  async #add(name: string, size: number, chunks: Chunks): Promise<Counted> {
    try {
      return await this.#put(name, size, chunks);
    } catch (error) {
      if (this.#pack.destroying) await this.#written;
      throw error;
    }
  }

  async #put(name: string, size: number, chunks: Chunks): Promise<Counted> {
    const hash = createHash('sha256');
    let ended: (error?: Error | null) => void = () => {};
    const done = new Promise<void>((resolve, reject) => {
      ended = (error) => (error ? reject(error) : resolve());
    });
    const entry = this.#pack.entry({ name, size, mode: 0o600, mtime: this.#madeAt }, ended);
    entry.on('error', () => {});
    done.catch(() => {});
    for await (const chunk of chunks) {
      hash.update(chunk);
      if (!entry.write(chunk)) await this.#orFailure(once(entry, 'drain'));
    }
    entry.end(null);
    await this.#orFailure(done);
    return { name, size, sha256: hash.digest('hex') };
  }

  /** Where the archive cannot be written, nothing in it goes on. */
  async #orFailure(step: Promise<unknown>): Promise<void> {
    step.catch(() => {});
    await Promise.race([step, this.#written]);
  }
}

export const partial = (file: string): string => `${file}.partial`;
