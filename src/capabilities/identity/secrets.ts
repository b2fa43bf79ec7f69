import { createHash, randomBytes } from 'node:crypto';

/** Makes a token recognisable to people and to scanners for leaked secrets. */
export const apiTokenPrefix = 'peil_';

/** 256 random bits, safe in an address, a cookie and a header. */
export function newSecret(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** What the database keeps of a secret. A plain hash suffices: 256 random bits cannot be guessed from it. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
