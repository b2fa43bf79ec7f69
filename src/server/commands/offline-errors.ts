import { defineErrors } from '../../platform/errors/define-errors.ts';

/** Why a command that works without a server cannot: for the person at the terminal. */
export const offlineErrors = defineErrors('offline', {
  noData: {
    status: 404,
    en: (p: { place: string }) =>
      `There is no trail of Peil in ${p.place}. Give --data the folder that \`peil serve\` named, or --database its database.`,
    nl: (p) =>
      `Er is geen spoor van Peil in ${p.place}. Geef --data de map die \`peil serve\` noemde, of --database de database ervan.`,
  },
  noSuchPath: {
    status: 404,
    en: (p: { path: string }) => `${p.path} is not there or cannot be read. Give the path of what is.`,
    nl: (p) => `${p.path} is er niet of is niet te lezen. Geef het pad van wat er wel is.`,
  },
  notWritable: {
    status: 403,
    en: (p: { path: string; reason: string }) =>
      `${p.path} cannot be written (${p.reason}). Give --out another path, or leave it out to write to the terminal.`,
    nl: (p) =>
      `${p.path} is niet te schrijven (${p.reason}). Geef --out een ander pad, of laat het weg om naar de terminal te schrijven.`,
  },
});
