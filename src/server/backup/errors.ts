import { defineErrors } from '../../platform/errors/define-errors.ts';

/** Why there is no backup, or why one is not restored: for the person at the terminal. */
export const backupErrors = defineErrors('backup', {
  noData: {
    status: 404,
    en: (p: { place: string }) =>
      `There is no Peil in ${p.place}. Give --data the folder that \`peil serve\` named, or --database its database.`,
    nl: (p) =>
      `Er is geen Peil in ${p.place}. Geef --data de map die \`peil serve\` noemde, of --database de database ervan.`,
  },
  fileIsThere: {
    status: 409,
    en: (p: { file: string }) => `${p.file} is there already and stays as it is. Give the backup another name.`,
    nl: (p) => `${p.file} bestaat al en blijft zoals het is. Geef de back-up een andere naam.`,
  },
  beingWritten: {
    status: 409,
    en: (p: { file: string }) =>
      `${p.file} is there: another backup is writing it, or one was broken off. Wait for that one, or remove the file.`,
    nl: (p) =>
      `${p.file} is er al: een andere back-up schrijft het, of er is er een afgebroken. Wacht daarop, of verwijder het bestand.`,
  },
  notWritable: {
    status: 403,
    en: (p: { path: string; reason: string }) => `${p.path} cannot be written (${p.reason}). Give another path.`,
    nl: (p) => `${p.path} is niet te schrijven (${p.reason}). Geef een ander pad.`,
  },
  diskFull: {
    status: 503,
    en: (p: { path: string }) =>
      `The disk of ${p.path} is full. What was written of it is removed; make room and try again.`,
    nl: (p) =>
      `De schijf van ${p.path} is vol. Wat ervan geschreven was, is weggehaald; maak ruimte en probeer opnieuw.`,
  },
  damagedBlob: {
    status: 422,
    en: (p: { path: string }) =>
      `${p.path} is not what its name says: the disk has damaged it. No backup was made; put the file back from an earlier backup, or move it away, and try again.`,
    nl: (p) =>
      `${p.path} is niet wat de naam zegt: de schijf heeft het beschadigd. Er is geen back-up gemaakt; zet het bestand terug uit een eerdere back-up, of haal het weg, en probeer opnieuw.`,
  },
  unreadable: {
    status: 404,
    en: (p: { file: string; reason: string }) => `${p.file} cannot be read (${p.reason}). Give the path of a backup.`,
    nl: (p) => `${p.file} is niet te lezen (${p.reason}). Geef het pad van een back-up.`,
  },
  notABackup: {
    status: 422,
    en: (p: { file: string }) => `${p.file} is no backup of Peil. Give the file that \`peil backup\` wrote.`,
    nl: (p) => `${p.file} is geen back-up van Peil. Geef het bestand dat \`peil backup\` schreef.`,
  },
  newerFormat: {
    status: 409,
    en: (p: { file: string; given: number; known: number }) =>
      `${p.file} has format ${p.given}; this Peil reads formats up to ${p.known}. Restore it with the newer Peil that made it.`,
    nl: (p) =>
      `${p.file} heeft formaat ${p.given}; deze Peil leest formaten tot en met ${p.known}. Zet het terug met de nieuwere Peil die het maakte.`,
  },
  newerSteps: {
    status: 409,
    en: (p: { file: string; peil: string; steps: readonly string[] }) =>
      `${p.file} was made by a newer Peil, ${p.peil} (this one does not know ${p.steps.join(', ')}). Restore it with that one.`,
    nl: (p) =>
      `${p.file} is gemaakt door een nieuwere Peil, ${p.peil} (deze kent ${p.steps.join(', ')} niet). Zet het daarmee terug.`,
  },
  damaged: {
    status: 422,
    en: (p: { file: string; entry: string }) =>
      `${p.file} is damaged: ${p.entry} in it is not what was saved. Nothing was restored; take another backup or another copy of this one.`,
    nl: (p) =>
      `${p.file} is beschadigd: ${p.entry} erin is niet wat is bewaard. Er is niets teruggezet; neem een andere back-up of een andere kopie van deze.`,
  },
  unreadableArchive: {
    status: 422,
    en: (p: { file: string; reason: string }) =>
      `${p.file} is damaged or not whole (${p.reason}). Nothing was restored; take another backup or another copy of this one.`,
    nl: (p) =>
      `${p.file} is beschadigd of niet heel (${p.reason}). Er is niets teruggezet; neem een andere back-up of een andere kopie van deze.`,
  },
  foreignEntry: {
    status: 422,
    en: (p: { file: string; entry: string; kind: string }) =>
      `${p.file} holds "${p.entry}" (${p.kind}), which no backup of Peil holds there. Nothing was restored; do not trust this file.`,
    nl: (p) =>
      `${p.file} bevat "${p.entry}" (${p.kind}), wat in geen back-up van Peil op die plaats staat. Er is niets teruggezet; vertrouw dit bestand niet.`,
  },
  folderNotEmpty: {
    status: 409,
    en: (p: { path: string; option: string }) =>
      `${p.path} is not empty, and nothing in it is overwritten. Move it away, or give ${p.option} another folder.`,
    nl: (p) =>
      `${p.path} is niet leeg, en daarin wordt niets overschreven. Zet de map elders, of geef ${p.option} een andere map.`,
  },
  mountPoint: {
    status: 409,
    en: (p: { path: string; option: string }) =>
      `${p.path} is a disk of its own, which cannot be put in place at once. Give ${p.option} a folder inside it.`,
    nl: (p) =>
      `${p.path} is een schijf op zichzelf, die niet in één keer op haar plaats te zetten is. Geef ${p.option} een map daarin.`,
  },
  databaseNotEmpty: {
    status: 409,
    en: (p: { database: string; tables: readonly string[] }) =>
      `The database ${p.database} is not empty (it has ${p.tables.join(', ')}), and nothing in it is overwritten. Give --database an empty one.`,
    nl: (p) =>
      `De database ${p.database} is niet leeg (er is ${p.tables.join(', ')}), en daarin wordt niets overschreven. Geef --database een lege.`,
  },
});
