import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SecretKey } from './key-file.ts';
import type { SecretRow } from './tables.ts';

export type SealedSecret = Pick<SecretRow, 'name' | 'key_id' | 'nonce' | 'ciphertext'>;

const algorithm = 'aes-256-gcm';
const tagBytes = 16;

/** AES-256-GCM (NIST SP 800-38D) with a random nonce; the name is bound to it, so that no row passes for another. */
export function sealSecret(name: string, value: string, key: SecretKey): SealedSecret {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, key.bytes, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(name));
  const ciphertext = Buffer.concat([cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { name, key_id: key.id, nonce: nonce.toString('base64'), ciphertext: ciphertext.toString('base64') };
}

/** Null where the row is not what this key sealed under this name. */
export function openSecret({ name, nonce, ciphertext }: SealedSecret, key: SecretKey): string | null {
  const bytes = Buffer.from(ciphertext, 'base64');
  try {
    const decipher = createDecipheriv(algorithm, key.bytes, Buffer.from(nonce, 'base64'), { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(name));
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
