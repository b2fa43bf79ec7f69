import { defineErrors } from '../errors/define-errors.ts';

/** Why this Peil may not, or cannot, open a data folder. The terminal says the sentence. */
export const dataFolderErrors = defineErrors('data_folder', {
  inUse: {
    status: 409,
    en: (p: { path: string; pid: number | null; host: string | null }) =>
      `${p.path} is in use by another Peil${p.pid === null ? '' : ` (process ${p.pid} on ${p.host})`}, and one folder serves one process. End that one, or give --data another folder.`,
    nl: (p) =>
      `${p.path} is in gebruik door een andere Peil${p.pid === null ? '' : ` (proces ${p.pid} op ${p.host})`}, en een map dient één proces. Beëindig dat, of geef --data een andere map.`,
  },
  cannotLock: {
    status: 422,
    en: (p: { path: string; reason: string }) =>
      `${p.path} cannot be locked for this process alone (${p.reason}). Give --data a folder on a disk of this machine, or on a network disk with working locks.`,
    nl: (p) =>
      `${p.path} kan niet voor alleen dit proces worden vergrendeld (${p.reason}). Geef --data een map op een schijf van deze machine, of op een netwerkschijf met werkende vergrendeling.`,
  },
  newer: {
    status: 409,
    en: (p: { path: string; theirs: string; ours: string }) =>
      `${p.path} was written by Peil ${p.theirs}; this is Peil ${p.ours}, which does not know how. Start the newer Peil, or restore a backup made by this version into another folder.`,
    nl: (p) =>
      `${p.path} is geschreven door Peil ${p.theirs}; dit is Peil ${p.ours}, die dat niet kan lezen. Start de nieuwere Peil, of zet een back-up van deze versie terug in een andere map.`,
  },
  brokenStamp: {
    status: 422,
    en: (p: { path: string }) =>
      `${p.path} does not tell in which format this data folder is. Restore a backup into an empty folder, or put this file back from one.`,
    nl: (p) =>
      `${p.path} vertelt niet in welke vorm deze gegevensmap is. Zet een back-up terug in een lege map, of zet dit bestand daaruit terug.`,
  },
});
