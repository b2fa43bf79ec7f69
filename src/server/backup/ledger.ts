import { createHash } from 'node:crypto';
import type { Contents } from './archive-format.ts';

export interface Counted {
  name: string;
  /** in bytes */
  size: number;
  sha256: string;
}

/** What went into an archive or came out of it: both sides keep one, and the two must agree. */
export class Ledger {
  readonly #entries: Counted[] = [];
  readonly #blobList = createHash('sha256');
  #blobs = { count: 0, size: 0 };

  add(entry: Counted): void {
    this.#entries.push(entry);
  }

  /** Blobs are too many to be remembered one by one, and prove themselves by their names. */
  addBlob({ name, size }: Omit<Counted, 'sha256'>): void {
    this.#blobList.update(`${size} ${name}\n`);
    this.#blobs = { count: this.#blobs.count + 1, size: this.#blobs.size + size };
  }

  contents(): Contents {
    return { entries: this.#entries, blobs: { ...this.#blobs, sha256: this.#blobList.copy().digest('hex') } };
  }

  /** The first entry that is not as stated; null where all is. */
  findDifference(stated: Contents): string | null {
    const { entries, blobs } = this.contents();
    const longer = entries.length > stated.entries.length ? entries : stated.entries;
    const differing = longer.find((_, index) => !isSame(entries[index], stated.entries[index]));
    if (differing) return differing.name;
    return blobs.count === stated.blobs.count && blobs.sha256 === stated.blobs.sha256 ? null : 'blobs/';
  }
}

const isSame = (one: Counted | undefined, other: Counted | undefined) =>
  one?.name === other?.name && one?.size === other?.size && one?.sha256 === other?.sha256;
