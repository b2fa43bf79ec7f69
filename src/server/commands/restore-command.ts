import { schemaSteps } from '../../migrations/index.ts';
import type { Config } from '../../platform/config/config.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import { backupTexts, keysOf } from './backup-texts.ts';
import { eachPercent } from './each-percent.ts';
import { formatsOf } from './formats.ts';
import { brokenOff, unlessAskedToEnd } from './unless-asked-to-end.ts';
import type { Terminal } from './terminal.ts';

/** `peil restore`: answers the exit code. */
export async function restoreCommand(file: string, config: Config, terminal: Terminal): Promise<number> {
  const texts = backupTexts[terminal.locale];
  const report = eachPercent<string>((share, what) => terminal.progress(share, what));
  const restored = await unlessAskedToEnd(config, (signal) =>
    restoreBackup(file, config, {
      steps: schemaSteps,
      signal,
      // What is read is not yet in place.
      report: (share) => report(Math.min(share, 0.99), texts.restoring),
    }),
  );
  if (restored === null) return brokenOff(terminal, texts.notRestored);
  terminal.progress(1, texts.restoring);
  const { count, moment } = formatsOf(terminal.locale);
  const counts = { rows: count(restored.rows), blobs: count(restored.blobs) };
  terminal.say(texts.restored({ data: config.dataFolder, made: moment(restored.madeAt), ...counts }));
  terminal.say(texts.keysBack(keysOf(config)));
  return 0;
}
