import type { Services } from '../../platform/context/context.ts';
import { type Checkpoint, writeCheckpointText } from './checkpoint.ts';
import { appendNote, findLastCheckpoint } from './checkpoint-folder.ts';
import { MerkleRange } from './merkle-range.ts';
import { getHead } from './queries.ts';
import { type SignerKey, signNote } from './signed-note.ts';

/**
 * Signs how far the chain has come and keeps that outside the database; null where nothing was sealed since the last
 * one. Only what is committed is attested, so a crash never leaves a checkpoint ahead of the database.
 */
export async function writeCheckpoint(
  services: Pick<Services, 'database' | 'config' | 'clock'>,
  key: SignerKey,
): Promise<Checkpoint | null> {
  const { database, config, clock } = services;
  const head = await getHead(database.reader);
  const last = await findLastCheckpoint(config.checkpointFolder);
  if (head.sequence <= (last?.checkpoint.size ?? 0)) return null;
  const root = MerkleRange.fromText(head.sequence, head.frontier).root().toString('base64');
  const checkpoint = { origin: key.name, size: head.sequence, root };
  await appendNote(config.checkpointFolder, signNote(writeCheckpointText(checkpoint), key), clock.now());
  return checkpoint;
}
