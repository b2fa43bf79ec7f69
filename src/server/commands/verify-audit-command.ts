import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type AuditVerdict, describeVerdict, verifyDatabase, verifyExport } from '../../capabilities/audit/index.ts';
import type { Config } from '../../platform/config/config.ts';
import { offlineErrors } from './offline-errors.ts';
import type { Terminal } from './terminal.ts';
import { isThere, withOfflineData } from './with-offline-data.ts';

export interface VerifyOptions {
  /** an export; null: what the data folder or the database holds */
  file: string | null;
  /** null: only the chain itself can be checked */
  checkpointFolder: string | null;
  /** a file with the keys, kept apart from the checkpoints; null: those beside the checkpoints */
  keys: string | null;
}

/** `peil audit verify`: says what it found, what is wrong first. Answers whether the trail is intact. */
export async function verifyAuditCommand(config: Config, options: VerifyOptions, terminal: Terminal): Promise<boolean> {
  const verdict = await verify(config, options);
  for (const sentence of describeVerdict(verdict, terminal.locale)) terminal.say(sentence);
  return verdict.intact;
}

async function verify(config: Config, { file, checkpointFolder, keys }: VerifyOptions): Promise<AuditVerdict> {
  for (const path of [file, checkpointFolder, keys])
    if (path !== null && !(await isThere(path))) throw offlineErrors.noSuchPath({ path });
  const verifierKeys = keys === null ? {} : { verifierKeys: (await readFile(keys, 'utf8')).split('\n') };
  const witness = { checkpointFolder, ...verifierKeys };
  if (file !== null) return verifyExport(createReadStream(file), witness);
  return withOfflineData(config, (services) => verifyDatabase(services, witness));
}
