import { join } from 'node:path';
import type { Config } from '../../platform/config/config.ts';
import { defineTexts } from '../../platform/text/define-texts.ts';

/** Where the keys belong that are kept apart from what they open and sign. */
interface Keys {
  secrets: string;
  checkpoints: string;
}

export const keysOf = ({ secretsKeyFile, dataFolder }: Config): Keys => ({
  secrets: secretsKeyFile,
  checkpoints: join(dataFolder, 'audit-checkpoint.key'),
});

export const backupTexts = defineTexts(
  {
    database: 'Saving the database',
    blobs: 'Saving the files',
    saved: (p: { file: string; size: string; rows: string; blobs: string }) =>
      `Saved in ${p.file}: ${p.size}, with ${p.rows} rows and ${p.blobs} files.`,
    keysApart: (p: Keys) =>
      `The keys of this installation are not in it: keep ${p.secrets} and ${p.checkpoints} in another place than the backup.`,
    notSaved: 'Broken off. No backup was made.',
    restoring: 'Checking and restoring',
    restored: (p: { data: string; made: string; rows: string; blobs: string }) =>
      `Restored in ${p.data}, as it was on ${p.made}: ${p.rows} rows and ${p.blobs} files.`,
    keysBack: (p: Keys) =>
      `Before you start Peil, put the keys that you kept apart back as ${p.secrets} and ${p.checkpoints}.`,
    notRestored: 'Broken off. Nothing was restored.',
  },
  {
    database: 'De database bewaren',
    blobs: 'De bestanden bewaren',
    saved: (p) => `Bewaard in ${p.file}: ${p.size}, met ${p.rows} rijen en ${p.blobs} bestanden.`,
    keysApart: (p) =>
      `De sleutels van deze installatie zitten er niet in: bewaar ${p.secrets} en ${p.checkpoints} op een andere plaats dan de back-up.`,
    notSaved: 'Afgebroken. Er is geen back-up gemaakt.',
    restoring: 'Controleren en terugzetten',
    restored: (p) => `Teruggezet in ${p.data}, zoals het was op ${p.made}: ${p.rows} rijen en ${p.blobs} bestanden.`,
    keysBack: (p) =>
      `Zet, voordat u Peil start, de sleutels die u apart bewaarde terug als ${p.secrets} en ${p.checkpoints}.`,
    notRestored: 'Afgebroken. Er is niets teruggezet.',
  },
);
