import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeWhole } from '../whole-file.ts';
import { secretsErrors } from './errors.ts';

export interface SecretKey {
  /** the first 16 hexadecimal digits of SHA-256 over the key */
  id: string;
  bytes: Buffer;
}

const explanation = '# Keys that open the secrets of Peil, newest first. Keep a copy apart from the backups.';

export function newSecretKey(): SecretKey {
  return secretKey(randomBytes(32));
}

function secretKey(bytes: Buffer): SecretKey {
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 16), bytes };
}

/** The keys, newest first; none in an empty file, null where there is no file. */
export async function readKeyFile(path: string): Promise<SecretKey[] | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return text.split('\n').flatMap((line, index) => readLine(line.trim(), { path, line: index + 1 }));
}

function readLine(text: string, at: { path: string; line: number }): SecretKey[] {
  if (text === '' || text.startsWith('#')) return [];
  const [, id, encoded = ''] = /^([0-9a-f]{16}) ([A-Za-z0-9+/]{43}=)$/.exec(text) ?? [];
  const key = secretKey(Buffer.from(encoded, 'base64'));
  if (key.id !== id) throw secretsErrors.keyUnreadable(at);
  return [key];
}

/** For the owner alone, and whole or not at all. */
export async function writeKeyFile(path: string, keys: readonly SecretKey[]): Promise<void> {
  const lines = keys.map(({ id, bytes }) => `${id} ${bytes.toString('base64')}`);
  await mkdir(dirname(path), { recursive: true });
  await writeWhole(path, `${[explanation, ...lines].join('\n')}\n`, { mode: 0o600 });
}
