import { defineErrors } from '../errors/define-errors.ts';

/** What a person who asks in SQL, or whose data is asked about, must know. */
export const analyticsErrors = defineErrors('analytics', {
  notOneStatement: {
    status: 400,
    en: (p: { count: number }) =>
      `A question is one SELECT; this text holds ${p.count} statements. Ask them one at a time, and give a PIVOT its values: ON column IN (...).`,
    nl: (p) =>
      `Een vraag is één SELECT; deze tekst bevat ${p.count} opdrachten. Stel ze een voor een, en geef een PIVOT zijn waarden: ON kolom IN (...).`,
  },
  notASelect: {
    status: 400,
    en: (p: { given: string }) => `A question is a SELECT, which changes nothing; given was ${p.given}.`,
    nl: (p) => `Een vraag is een SELECT, die niets wijzigt; opgegeven is ${p.given}.`,
  },
  functionNotAllowed: {
    status: 400,
    en: (p: { name: string; allowed: readonly string[] }) =>
      `A question may not read from the function ${p.name}. Read from the tables it is given, or from: ${p.allowed.join(', ')}.`,
    nl: (p) =>
      `Een vraag mag niet lezen uit de functie ${p.name}. Lees uit de tabellen die er zijn, of uit: ${p.allowed.join(', ')}.`,
  },
  wrongSql: {
    status: 400,
    en: (p: { reason: string }) => `This question cannot be answered as it is written (${p.reason}).`,
    nl: (p) => `Deze vraag is zo niet te beantwoorden (${p.reason}).`,
  },
  unreadableView: {
    status: 422,
    en: (p: { view: string; reason: string }) =>
      `The data of "${p.view}" cannot be read as Parquet (${p.reason}). Write it again, or leave it out of the question.`,
    nl: (p) =>
      `De gegevens van "${p.view}" zijn niet te lezen als Parquet (${p.reason}). Schrijf ze opnieuw, of laat ze weg uit de vraag.`,
  },
  tookTooLong: {
    status: 422,
    en: (p: { timeout_s: number }) =>
      `This took longer than the ${p.timeout_s} seconds it may take and was stopped. Ask about fewer rows or a shorter time.`,
    nl: (p) =>
      `Dit duurde langer dan de ${p.timeout_s} seconden die het mag duren en is gestopt. Vraag naar minder rijen of een kortere tijd.`,
  },
  tooMuchMemory: {
    status: 422,
    en: (p: { memory_mb: number }) =>
      `This needs more than the ${p.memory_mb} MB of memory it may use and was stopped. Ask about fewer rows or columns at once.`,
    nl: (p) =>
      `Dit heeft meer nodig dan de ${p.memory_mb} MB geheugen die het mag gebruiken en is gestopt. Vraag naar minder rijen of kolommen tegelijk.`,
  },
  tooLarge: {
    status: 422,
    en: (p: { limit_mb: number }) =>
      `The answer is larger than the ${p.limit_mb} MB that are sent at once. Ask for fewer rows or columns, or for a summary.`,
    nl: (p) =>
      `Het antwoord is groter dan de ${p.limit_mb} MB die in één keer worden verstuurd. Vraag minder rijen of kolommen, of een samenvatting.`,
  },
  diskFull: {
    status: 503,
    en: () =>
      'There is no room on the disk for the intermediate results of this; nothing was changed. Make room and try again.',
    nl: () =>
      'Op de schijf is geen plaats voor de tussenresultaten hiervan; er is niets gewijzigd. Maak ruimte en probeer het opnieuw.',
  },
  ended: {
    status: 503,
    en: () =>
      'The process that computes this ended twice while it was at work, perhaps for want of memory. Ask for less at once; if that does not help, the log of the server tells more.',
    nl: () =>
      'Het proces dat dit berekent, eindigde tweemaal tijdens het werk, misschien door geheugengebrek. Vraag minder tegelijk; als dat niet helpt, zegt het log van de server meer.',
  },
  tooBusy: {
    status: 429,
    en: (p: { retryAfter_s: number; waiting: number }) =>
      `${p.waiting} other questions are waiting for an answer. Try again in ${p.retryAfter_s} seconds.`,
    nl: (p) =>
      `Er wachten ${p.waiting} andere vragen op antwoord. Probeer het over ${p.retryAfter_s} seconden opnieuw.`,
  },
});
