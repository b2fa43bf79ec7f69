import { defineErrors } from '../../../platform/errors/define-errors.ts';

const mb = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;
const addresses = '--source-addresses';
const folders = '--source-folders';

/** Why data could not be fetched, without what must stay secret. */
export const connectErrors = defineErrors('connect', {
  privateAddress: {
    status: 422,
    en: (p: { host: string }) =>
      `${p.host} is an address in a private network or on this machine. Whoever runs Peil can allow it with ${addresses}.`,
    nl: (p) =>
      `${p.host} is een adres in een privénetwerk of op deze machine. Wie Peil beheert, kan het toestaan met ${addresses}.`,
  },
  unknownHost: {
    status: 422,
    en: (p: { host: string }) => `The host ${p.host} cannot be found. Check the address.`,
    nl: (p) => `De host ${p.host} is niet te vinden. Controleer het adres.`,
  },
  badUrl: {
    status: 422,
    en: (p: { given: string }) =>
      `${p.given} is no address that can be fetched from. Give one that starts with https:// or http://, without user or password in it.`,
    nl: (p) =>
      `${p.given} is geen adres waarvan iets is op te halen. Geef een adres dat begint met https:// of http://, zonder gebruiker of wachtwoord erin.`,
  },
  plainSecret: {
    status: 422,
    en: (p: { host: string }) =>
      `A password or token would travel to ${p.host} for all to read. Use an address that starts with https://.`,
    nl: (p) =>
      `Een wachtwoord of sleutel zou voor iedereen leesbaar naar ${p.host} gaan. Gebruik een adres dat begint met https://.`,
  },
  tooManyRedirects: {
    status: 422,
    en: (p: { host: string; limit: number }) =>
      `${p.host} sent us on more than ${p.limit} times. Give the address at which the file really is.`,
    nl: (p) =>
      `${p.host} stuurde ons meer dan ${p.limit} keer door. Geef het adres waarop het bestand werkelijk staat.`,
  },
  noSecret: {
    status: 422,
    en: (p: { where: string }) =>
      `${p.where} asks for a password or token, and none is kept. Enter it with the source.`,
    nl: (p) => `${p.where} vraagt om een wachtwoord of sleutel, en er is er geen bewaard. Vul die in bij de bron.`,
  },
  refused: {
    status: 422,
    en: (p: { where: string; reason: string }) =>
      `${p.where} does not let us in (${p.reason}). Check the user, the password or token, and what they may read.`,
    nl: (p) =>
      `${p.where} laat ons niet binnen (${p.reason}). Controleer de gebruiker, het wachtwoord of de sleutel, en wat die mogen lezen.`,
  },
  notThere: {
    status: 422,
    en: (p: { where: string; what: string }) => `There is no ${p.what} at ${p.where}. Check how it is written.`,
    nl: (p) => `Er is geen ${p.what} op ${p.where}. Controleer hoe het geschreven is.`,
  },
  answeredOtherwise: {
    status: 422,
    en: (p: { where: string; reason: string }) =>
      `${p.where} did not give the data (${p.reason}). Try again later, or ask its owner.`,
    nl: (p) => `${p.where} gaf de gegevens niet (${p.reason}). Probeer het later opnieuw, of vraag het de eigenaar.`,
  },
  unreachable: {
    status: 422,
    en: (p: { where: string; reason: string }) =>
      `${p.where} could not be reached (${p.reason}). Check the address and that it can be reached from here.`,
    nl: (p) =>
      `${p.where} was niet te bereiken (${p.reason}). Controleer het adres en of het van hieruit bereikbaar is.`,
  },
  brokenOff: {
    status: 422,
    en: (p: { where: string; received_bytes: number }) =>
      `${p.where} broke off after ${mb(p.received_bytes)}. Nothing of it is kept; try again.`,
    nl: (p) => `${p.where} brak af na ${mb(p.received_bytes)}. Er is niets van bewaard; probeer het opnieuw.`,
  },
  tooLarge: {
    status: 413,
    en: (p: { where: string; limit_bytes: number }) =>
      `What ${p.where} sends is larger than the ${mb(p.limit_bytes)} that are fetched at once. Fetch a part of it.`,
    nl: (p) =>
      `Wat ${p.where} stuurt, is groter dan de ${mb(p.limit_bytes)} die in één keer worden opgehaald. Haal een deel ervan op.`,
  },
  tookTooLong: {
    status: 422,
    en: (p: { where: string; limit_s: number }) =>
      `Fetching from ${p.where} took longer than ${p.limit_s} seconds and was stopped. Fetch a part of it, or try again later.`,
    nl: (p) =>
      `Ophalen van ${p.where} duurde langer dan ${p.limit_s} seconden en is gestopt. Haal een deel ervan op, of probeer het later opnieuw.`,
  },
  folderNotAllowed: {
    status: 422,
    en: (p: { path: string }) =>
      `The folder ${p.path} is not below one that may be read. Whoever runs Peil can allow it with ${folders}.`,
    nl: (p) =>
      `De map ${p.path} ligt niet onder een map die gelezen mag worden. Wie Peil beheert, kan dat toestaan met ${folders}.`,
  },
  noFiles: {
    status: 422,
    en: (p: { where: string; pattern: string }) => `No file of ${p.where} fits ${p.pattern}. Check both.`,
    nl: (p) => `Geen bestand van ${p.where} past bij ${p.pattern}. Controleer beide.`,
  },
  tableOrSelect: {
    status: 422,
    en: () => 'Give either a table, as schema.name, or one SELECT.',
    nl: () => 'Geef óf een tabel, als schema.naam, óf één SELECT.',
  },
  notOneSelect: {
    status: 422,
    en: (p: { reason: string }) =>
      `This is not one SELECT (${p.reason}). Write one SELECT without a semicolon, with every bracket and quote closed.`,
    nl: (p) =>
      `Dit is niet één SELECT (${p.reason}). Schrijf één SELECT zonder puntkomma, met elk haakje en aanhalingsteken gesloten.`,
  },
  wrongSql: {
    status: 422,
    en: (p: { where: string; reason: string }) => `${p.where} cannot answer this SELECT (${p.reason}). Mend it.`,
    nl: (p) => `${p.where} kan deze SELECT niet beantwoorden (${p.reason}). Herstel hem.`,
  },
});
