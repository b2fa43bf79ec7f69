import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '../../platform/ids.ts';
import { writeWhole } from '../../platform/whole-file.ts';
import { readSignerKey, type SignerKey, signerKey, writeSignerKey } from './signed-note.ts';

const keyFile = 'audit-checkpoint.key';

/**
 * The key that signs the checkpoints of this installation, made on the first start. Its name is the origin of the log:
 * unique, and without a host name, since the log may move.
 */
export async function openCheckpointKey(dataFolder: string): Promise<SignerKey> {
  const path = join(dataFolder, keyFile);
  const kept = (await readIfThere(path)) ?? (await createKey(dataFolder, path));
  const key = readSignerKey(kept);
  if (!key)
    throw new Error(
      `${path} holds no Ed25519 signer key. Restore the file from a backup, or move it away to start a new origin.`,
    );
  return key;
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** After a crash there is a whole key or none. */
async function createKey(dataFolder: string, path: string): Promise<string> {
  await mkdir(dataFolder, { recursive: true });
  const text = `${writeSignerKey(signerKey(`peil-audit/${newId()}`, randomBytes(32)))}\n`;
  await writeWhole(path, text, { mode: 0o600 });
  return text;
}
