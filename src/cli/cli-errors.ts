import { defineErrors } from '../platform/errors/define-errors.ts';

/** Mistakes at the terminal that never reach a server, and servers that cannot be reached. */
export const cliErrors = defineErrors('terminal', {
  unknownCommand: {
    status: 400,
    en: (p: { given: string; near: string }) =>
      `There is no command "${p.given}".${p.near ? ` Did you mean: ${p.near}?` : ''} \`peil --help\` lists all.`,
    nl: (p) =>
      `Er is geen opdracht "${p.given}".${p.near ? ` Bedoelt u: ${p.near}?` : ''} \`peil --help\` noemt ze alle.`,
  },
  unknownOption: {
    status: 400,
    en: (p: { given: string; command: string }) =>
      `\`${p.command}\` has no option ${p.given}. \`${p.command} --help\` lists those it has.`,
    nl: (p) => `\`${p.command}\` heeft geen optie ${p.given}. \`${p.command} --help\` noemt die er zijn.`,
  },
  missingArgument: {
    status: 400,
    en: (p: { name: string; command: string }) =>
      `\`${p.command}\` needs <${p.name}>, which was not given. \`${p.command} --help\` shows how.`,
    nl: (p) => `\`${p.command}\` heeft <${p.name}> nodig; dat is niet opgegeven. \`${p.command} --help\` toont hoe.`,
  },
  runInInbox: {
    status: 422,
    en: (p: { run: string }) =>
      `The run ${p.run} waits in the inbox, and nothing is compared there. Assign its experiment to a problem first.`,
    nl: (p) =>
      `Run ${p.run} wacht in de inbox, en daar wordt niets vergeleken. Wijs het experiment eerst aan een probleem toe.`,
  },
  missingOption: {
    status: 400,
    en: (p: { options: readonly string[]; command: string }) =>
      `\`${p.command}\` needs ${p.options.join(' and ')}. \`${p.command} --help\` shows what to give.`,
    nl: (p) => `\`${p.command}\` heeft ${p.options.join(' en ')} nodig. \`${p.command} --help\` toont wat u opgeeft.`,
  },
  missingValue: {
    status: 400,
    en: (p: { option: string; command: string }) =>
      `${p.option} was given without its value. \`${p.command} --help\` shows what it takes.`,
    nl: (p) => `${p.option} is zonder waarde opgegeven. \`${p.command} --help\` toont wat erbij hoort.`,
  },
  tooMuch: {
    status: 400,
    en: (p: { command: string; detail: string }) =>
      `\`${p.command}\` was given more than it takes (${p.detail}). Put a text with spaces between quotes.`,
    nl: (p) =>
      `\`${p.command}\` kreeg meer dan erbij hoort (${p.detail}). Zet een tekst met spaties tussen aanhalingstekens.`,
  },
  notJson: {
    status: 400,
    en: (p: { option: string; given: string; expected: string; reason: string }) =>
      `${p.option} was given ${p.given}; expected ${p.expected} as JSON, @file or - for standard input (${p.reason}).`,
    nl: (p) =>
      `Bij ${p.option} is ${p.given} opgegeven; verwacht wordt ${p.expected} als JSON, @bestand of - voor de standaardinvoer (${p.reason}).`,
  },
  uploadBroken: {
    status: 503,
    en: (p: { upload: string; reason: string }) =>
      `The server could not be reached any more (${p.reason}). What was sent is kept for two days: go on with --resume ${p.upload}.`,
    nl: (p) =>
      `De server was niet meer te bereiken (${p.reason}). Wat is gestuurd, blijft twee dagen bewaard: ga verder met --resume ${p.upload}.`,
  },
  unreadableFile: {
    status: 400,
    en: (p: { option: string; file: string; reason: string }) =>
      `The file ${p.file} of ${p.option} cannot be read (${p.reason}). Give a file that exists, or @@ for a text that begins with @.`,
    nl: (p) =>
      `Het bestand ${p.file} bij ${p.option} is niet te lezen (${p.reason}). Geef een bestaand bestand, of @@ voor een tekst die met @ begint.`,
  },
  unwritableFile: {
    status: 403,
    en: (p: { option: string; file: string; reason: string }) =>
      `The file ${p.file} of ${p.option} cannot be written (${p.reason}). Give a path in a folder that exists and is yours.`,
    nl: (p) =>
      `Het bestand ${p.file} bij ${p.option} is niet te schrijven (${p.reason}). Geef een pad in een map die bestaat en van u is.`,
  },
  oneOfThese: {
    status: 400,
    en: (p: { options: readonly string[]; command: string }) =>
      `\`${p.command}\` was given ${p.options.join(' and ')}, and takes one of them at a time.`,
    nl: (p) => `\`${p.command}\` kreeg ${p.options.join(' en ')}, en neemt er één tegelijk.`,
  },
  notAnAddress: {
    status: 400,
    en: (p: { given: string }) =>
      `"${p.given}" is not the address of a server. For example: --server http://127.0.0.1:4500`,
    nl: (p) => `"${p.given}" is geen adres van een server. Bijvoorbeeld: --server http://127.0.0.1:4500`,
  },
  noServer: {
    status: 503,
    en: (p: { address: string; reason: string }) =>
      `No Peil answers at ${p.address} (${p.reason}). Start it with \`peil serve\`, or name another: --server http://host:port`,
    nl: (p) =>
      `Er antwoordt geen Peil op ${p.address} (${p.reason}). Start hem met \`peil serve\`, of noem een andere: --server http://host:poort`,
  },
  notPeil: {
    status: 503,
    en: (p: { address: string; status: number }) =>
      `What answers at ${p.address} does not speak as Peil does (status ${p.status}). See that the address is that of Peil itself.`,
    nl: (p) =>
      `Wat op ${p.address} antwoordt, spreekt niet zoals Peil (status ${p.status}). Kijk of het adres dat van Peil zelf is.`,
  },
  versionUnknown: {
    status: 400,
    en: (p: { command: string }) =>
      `\`${p.command}\` changes a version you have read: name it with --if-version <number>.`,
    nl: (p) => `\`${p.command}\` wijzigt een versie die u hebt gelezen: noem haar met --if-version <nummer>.`,
  },
  unknownShell: {
    status: 400,
    en: (p: { given: string; known: readonly string[] }) =>
      `There is no completion for "${p.given}"; there is for ${p.known.join(', ')}. For example: peil completion bash`,
    nl: (p) =>
      `Er is geen aanvulling voor "${p.given}"; wel voor ${p.known.join(', ')}. Bijvoorbeeld: peil completion bash`,
  },
  nothingToImport: {
    status: 400,
    en: (p: { from: string }) =>
      `At ${p.from} there is nothing of MLflow. Give the address of a server, the SQLite file of one, or a folder mlruns.`,
    nl: (p) =>
      `Op ${p.from} staat niets van MLflow. Geef het adres van een server, het SQLite-bestand ervan, of een map mlruns.`,
  },
  importRefused: {
    status: 400,
    en: (p: { address: string; path: string; status: number; reason: string }) =>
      `${p.address} refused ${p.path} (${p.status}): ${p.reason} What was brought so far is kept; the same command goes on from there.`,
    nl: (p) =>
      `${p.address} weigerde ${p.path} (${p.status}): ${p.reason} Wat tot nu toe gehaald is blijft bewaard; dezelfde opdracht gaat daar verder.`,
  },
  importDiffers: {
    status: 409,
    en: (p: { count: number }) =>
      `What is here is not what was there: ${p.count} difference${p.count === 1 ? '' : 's'}, named above. Mend what they name and give the command again.`,
    nl: (p) =>
      `Wat hier is, is niet wat daar was: ${p.count} verschil${p.count === 1 ? '' : 'len'}, hierboven genoemd. Herstel wat ze noemen en geef de opdracht nog eens.`,
  },
});
