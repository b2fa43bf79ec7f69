import { canonicalJson, chainHash, detailsHash, genesisHash } from './event-hash.ts';
import type { ExportedLine } from './exported-line.ts';
import { MerkleRange } from './merkle-range.ts';
import type { Finding } from './verdict.ts';

/** Follows a chain line by line: the first finding is the first broken place, and ends the following. */
export class ChainCheck {
  readonly range = MerkleRange.empty();
  hash = genesisHash;
  unsealed = 0;
  erased = 0;

  /** The events that hold so far. */
  get size(): number {
    return this.range.size;
  }

  /** Null where the line is what must come next. */
  take(line: ExportedLine | null): Finding | null {
    const sequence = this.size + 1;
    if (!line) return { code: 'unreadable', sequence };
    return line.hash === null || line.event.sequence === null
      ? this.#takeUnsealed(line, sequence)
      : this.#takeSealed(line, line.hash, sequence);
  }

  #takeUnsealed(line: ExportedLine, sequence: number): Finding | null {
    if (line.hash !== null || line.event.sequence !== null) return { code: 'altered', sequence };
    this.unsealed += 1;
    return checkDetails(line, sequence);
  }

  #takeSealed({ event, details }: ExportedLine, stated: string, sequence: number): Finding | null {
    if (this.unsealed > 0) return { code: 'reordered', sequence };
    if (event.sequence !== sequence) return this.#misplaced(event, stated, sequence);
    const hash = chainHash(this.hash, event);
    if (hash !== stated) return { code: 'altered', sequence };
    const finding = checkDetails({ event, details, hash }, sequence);
    if (finding) return finding;
    if (details && 'erasedAt' in details) this.erased += 1;
    this.hash = hash;
    this.range.append(Buffer.from(hash, 'hex'));
    return null;
  }

  #misplaced(event: ExportedLine['event'], stated: string, sequence: number): Finding {
    // Where only the number was changed, the hash still says which event this is.
    if (chainHash(this.hash, { ...event, sequence }) === stated) return { code: 'altered', sequence };
    const found = event.sequence ?? 0;
    return found < sequence ? { code: 'repeated', sequence, found } : { code: 'deleted', sequence, found };
  }
}

function checkDetails({ event, details }: ExportedLine, sequence: number): Finding | null {
  if (event.dataHash === null) return details === null ? null : { code: 'details_altered', sequence };
  if (details === null) return { code: 'details_missing', sequence };
  if ('erasedAt' in details) return null;
  return detailsHash(details.salt, canonicalJson(details.data)) === event.dataHash
    ? null
    : { code: 'details_altered', sequence };
}
