import { randomFillSync } from 'node:crypto';

const pool = new Uint8Array(10 * 512);
let used = pool.length;

/**
 * A UUIDv7 (RFC 9562): sortable by time of creation, so that indexes stay compact.
 * Random bits come in batches: one call into the kernel for 512 ids.
 */
export function newId(now: number = Date.now()): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, (used += 10));
  const time = now.toString(16).padStart(12, '0');
  const hex = Buffer.from(random).toString('hex');
  const variant = ((Number.parseInt(hex.slice(3, 4), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`;
}

/** When a UUIDv7 was made, in epoch milliseconds. */
export function timeOfId(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}
