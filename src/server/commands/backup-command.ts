import { schemaSteps } from '../../migrations/index.ts';
import type { Config } from '../../platform/config/config.ts';
import { writeBackup } from '../backup/write-backup.ts';
import { backupTexts, keysOf } from './backup-texts.ts';
import { eachPercent } from './each-percent.ts';
import { formatsOf } from './formats.ts';
import { brokenOff, unlessAskedToEnd } from './unless-asked-to-end.ts';
import type { Terminal } from './terminal.ts';

/** `peil backup`: answers the exit code. */
export async function backupCommand(file: string, config: Config, terminal: Terminal): Promise<number> {
  const texts = backupTexts[terminal.locale];
  const made = await unlessAskedToEnd(config, (signal) =>
    writeBackup(file, config, {
      steps: schemaSteps,
      signal,
      report: eachPercent((share, part) => terminal.progress(share, texts[part])),
    }),
  );
  if (made === null) return brokenOff(terminal, texts.notSaved);
  const { count, size } = formatsOf(terminal.locale);
  const counts = { rows: count(made.rows), blobs: count(made.blobs) };
  terminal.say(texts.saved({ file, size: size(made.size_bytes), ...counts }));
  terminal.say(texts.keysApart(keysOf(config)));
  return 0;
}
