import { defineErrors } from '../../platform/errors/define-errors.ts';

const gb = (bytes: number) => (bytes / 1024 ** 3).toFixed(1);

export const datasetErrors = defineErrors('dataset', {
  sourceNotFound: {
    status: 404,
    en: (p: { id: string }) => `This problem has no source ${p.id}; it may have been removed.`,
    nl: (p) => `Dit probleem heeft geen bron ${p.id}; misschien is die weggehaald.`,
  },
  notFound: {
    status: 404,
    en: (p: { id: string }) => `This problem has no data set ${p.id}; it may have been removed.`,
    nl: (p) => `Dit probleem heeft geen dataset ${p.id}; misschien is die weggehaald.`,
  },
  versionNotFound: {
    status: 404,
    en: (p: { id: string }) => `This problem has no version ${p.id} of a data set; the data set may have been removed.`,
    nl: (p) => `Dit probleem heeft geen versie ${p.id} van een dataset; misschien is de dataset weggehaald.`,
  },
  uploadNotFound: {
    status: 404,
    en: (p: { id: string }) =>
      `There is no upload ${p.id} here: it was imported or thrown away, or nothing was sent for two days. Begin a new one.`,
    nl: (p) =>
      `Er is hier geen upload ${p.id}: die is geïmporteerd of weggegooid, of er is twee dagen niets gestuurd. Begin een nieuwe.`,
  },
  importNotFound: {
    status: 404,
    en: (p: { id: string }) => `This problem has no import ${p.id}.`,
    nl: (p) => `Dit probleem heeft geen import ${p.id}.`,
  },
  notRemoved: {
    status: 409,
    en: () => 'This is not removed, so there is nothing to restore.',
    nl: () => 'Dit is niet weggehaald, dus er valt niets terug te brengen.',
  },
  tooMany: {
    status: 409,
    en: (p: { limit: number }) => `There are ${p.limit} already; more than that nobody reads. Remove one first.`,
    nl: (p) => `Er zijn er al ${p.limit}; meer leest niemand. Haal er eerst een weg.`,
  },
  nameTaken: {
    status: 409,
    en: (p: { name: string }) =>
      `This problem has a data set called "${p.name}" already. Give this one another name, or add a version to that one.`,
    nl: (p) =>
      `Dit probleem heeft al een dataset met de naam "${p.name}". Geef deze een andere naam, of voeg daar een versie aan toe.`,
  },
  unknownRequirement: {
    status: 422,
    en: (p: { id: string }) => `This problem has no data requirement ${p.id}. Choose from those of the translation.`,
    nl: (p) => `Dit probleem heeft geen gegevenseis ${p.id}. Kies uit die van de vertaling.`,
  },
  notYourRole: {
    status: 403,
    en: (p: { role: string }) =>
      `You do not have the role ${p.role} in this problem. Whoever has it states this themselves.`,
    nl: (p) => `U hebt in dit probleem niet de rol ${p.role}. Wie die heeft, verklaart dit zelf.`,
  },
  notYourStatement: {
    status: 403,
    en: () => 'Somebody else stated this; only they take it back.',
    nl: () => 'Iemand anders heeft dit verklaard; alleen die persoon neemt het terug.',
  },
  notStated: {
    status: 409,
    en: (p: { role: string }) => `Nobody stated this source as ${p.role}, so there is nothing to take back.`,
    nl: (p) => `Niemand heeft deze bron als ${p.role} verklaard, dus er valt niets terug te nemen.`,
  },
  fileTooLarge: {
    status: 413,
    en: (p: { size_bytes: number; limit_bytes: number }) =>
      `This file is ${gb(p.size_bytes)} GB; at most ${gb(p.limit_bytes)} GB are taken in one file. Split it, or let Peil fetch a part of it from its source.`,
    nl: (p) =>
      `Dit bestand is ${gb(p.size_bytes)} GB; per bestand wordt hoogstens ${gb(p.limit_bytes)} GB aangenomen. Splits het, of laat Peil er een deel van ophalen bij de bron.`,
  },
  noRoom: {
    status: 503,
    en: (p: { size_bytes: number; free_bytes: number }) =>
      `This needs ${gb(p.size_bytes)} GB and the disk of this server has ${gb(p.free_bytes)} GB free. Make room, or send less.`,
    nl: (p) =>
      `Dit vraagt ${gb(p.size_bytes)} GB en de schijf van deze server heeft ${gb(p.free_bytes)} GB vrij. Maak ruimte, of stuur minder.`,
  },
  tooManyUploads: {
    status: 429,
    en: (p: { limit: number }) =>
      `${p.limit} files of this problem are on their way already. Import or throw away some of them first.`,
    nl: (p) => `Er zijn al ${p.limit} bestanden van dit probleem onderweg. Importeer er eerst een paar of gooi ze weg.`,
  },
  otherOffset: {
    status: 409,
    en: (p: { offset: number; received_bytes: number }) =>
      `This part begins at byte ${p.offset}, but ${p.received_bytes} bytes of the file are here. Send on from byte ${p.received_bytes}.`,
    nl: (p) =>
      `Dit deel begint bij byte ${p.offset}, maar er zijn ${p.received_bytes} bytes van het bestand. Ga verder vanaf byte ${p.received_bytes}.`,
  },
  beyondEnd: {
    status: 422,
    en: (p: { size_bytes: number }) =>
      `This part goes beyond the ${p.size_bytes} bytes that were announced. Nothing of what is beyond is kept: begin again with the right size.`,
    nl: (p) =>
      `Dit deel gaat voorbij de ${p.size_bytes} bytes die waren aangekondigd. Wat erbuiten valt is niet bewaard: begin opnieuw met de juiste grootte.`,
  },
  noContent: {
    status: 400,
    en: () => 'Send the bytes of the part as the body, with the content type application/octet-stream.',
    nl: () => 'Stuur de bytes van het deel als inhoud, met het content-type application/octet-stream.',
  },
  sendingAlready: {
    status: 409,
    en: () => 'A part of this file is being received right now. Wait for it, and ask how far it is.',
    nl: () => 'Er wordt op dit moment een deel van dit bestand ontvangen. Wacht daarop, en vraag hoe ver het is.',
  },
  uploadIncomplete: {
    status: 409,
    en: (p: { name: string; received_bytes: number; size_bytes: number }) =>
      `Of "${p.name}" ${p.received_bytes} of ${p.size_bytes} bytes are here. Send the rest before importing it.`,
    nl: (p) =>
      `Van "${p.name}" zijn ${p.received_bytes} van ${p.size_bytes} bytes hier. Stuur de rest voordat u het importeert.`,
  },
  uploadUsed: {
    status: 409,
    en: (p: { name: string }) => `"${p.name}" is being imported already.`,
    nl: (p) => `"${p.name}" wordt al geïmporteerd.`,
  },
  sameFileName: {
    status: 422,
    en: (p: { name: string }) => `Two of these files are called "${p.name}". Give each a name of its own.`,
    nl: (p) => `Twee van deze bestanden heten "${p.name}". Geef elk een eigen naam.`,
  },
  otherColumns: {
    status: 422,
    en: (p: { first: string; file: string; expected: string; given: string }) =>
      `The files of a version have one shape. "${p.first}" has the columns ${p.expected}; "${p.file}" has ${p.given}.`,
    nl: (p) =>
      `De bestanden van een versie hebben één vorm. "${p.first}" heeft de kolommen ${p.expected}; "${p.file}" heeft ${p.given}.`,
  },
  otherDataset: {
    status: 422,
    en: (p: { id: string }) => `Version ${p.id} is of another data set. Compare two versions of one data set.`,
    nl: (p) => `Versie ${p.id} is van een andere dataset. Vergelijk twee versies van één dataset.`,
  },
  splitNotFound: {
    status: 404,
    en: (p: { id: string }) => `This version has no split or segment ${p.id}; it may have been removed.`,
    nl: (p) => `Deze versie heeft geen splitsing of segment ${p.id}; misschien is het weggehaald.`,
  },
  declaredAlready: {
    status: 409,
    en: (p: { name: string }) => `This version has one called "${p.name}" already. Give this one another name.`,
    nl: (p) => `Deze versie heeft er al een met de naam "${p.name}". Geef deze een andere naam.`,
  },
  unknownColumn: {
    status: 422,
    en: (p: { column: string; columns: readonly string[] }) =>
      `This version has no column "${p.column}". It has: ${p.columns.join(', ')}.`,
    nl: (p) => `Deze versie heeft geen kolom "${p.column}". Ze heeft: ${p.columns.join(', ')}.`,
  },
  valueDoesNotFit: {
    status: 422,
    en: (p: { reason: string }) => `A value does not fit its column (${p.reason}). Write it in the form of the column.`,
    nl: (p) => `Een waarde past niet bij de kolom (${p.reason}). Schrijf haar in de vorm van de kolom.`,
  },
  samePartName: {
    status: 422,
    en: (p: { names: readonly string[] }) => `Two parts have one name (${p.names.join(', ')}). Give each its own.`,
    nl: (p) => `Twee delen hebben dezelfde naam (${p.names.join(', ')}). Geef elk een eigen naam.`,
  },
  onePart: {
    status: 422,
    en: (p: { name: string }) =>
      `Only the part "${p.name}" was given. Give a second one, or say in which part the other values are.`,
    nl: (p) =>
      `Alleen het deel "${p.name}" is opgegeven. Geef een tweede, of zeg in welk deel de andere waarden zitten.`,
  },
  valueInTwoParts: {
    status: 422,
    en: (p: { value: string }) => `The value "${p.value}" is in two parts. Leave it in one of them.`,
    nl: (p) => `De waarde "${p.value}" zit in twee delen. Laat die in een ervan.`,
  },
  cutsAndNames: {
    status: 422,
    en: (p: { cuts: number; names: number }) =>
      `${p.cuts} cuts make ${p.cuts + 1} parts; ${p.names} names were given. Give each part a name.`,
    nl: (p) =>
      `${p.cuts} grenzen maken ${p.cuts + 1} delen; er zijn ${p.names} namen opgegeven. Geef elk deel een naam.`,
  },
  cutsNotAscending: {
    status: 422,
    en: (p: { cuts: readonly string[] }) => `The cuts go from early to late; given were ${p.cuts.join(', ')}.`,
    nl: (p) => `De grenzen lopen van vroeg naar laat; opgegeven zijn ${p.cuts.join(', ')}.`,
  },
  sharesNotWhole: {
    status: 422,
    en: (p: { sum: number }) => `The shares together are ${p.sum}; expected 1. Change one of them.`,
    nl: (p) => `De aandelen zijn samen ${p.sum}; verwacht wordt 1. Wijzig er een.`,
  },
  erased: {
    status: 409,
    en: (p: { number: number; reason: string }) =>
      `The content of version ${p.number} was erased for good (${p.reason}). Use another version.`,
    nl: (p) => `De inhoud van versie ${p.number} is voorgoed gewist (${p.reason}). Gebruik een andere versie.`,
  },
  erasedContent: {
    status: 409,
    en: (p: { number: number; reason: string }) =>
      `This is the content of version ${p.number}, which was erased for good (${p.reason}). It is not taken in again.`,
    nl: (p) =>
      `Dit is de inhoud van versie ${p.number}, die voorgoed is gewist (${p.reason}). Die wordt niet opnieuw opgenomen.`,
  },
  notKeptHere: {
    status: 409,
    en: (p: { number: number }) =>
      `The content of version ${p.number} is elsewhere: only where it is was recorded. Import it to work with its rows.`,
    nl: (p) =>
      `De inhoud van versie ${p.number} staat elders: alleen de plaats is vastgelegd. Importeer die om met de rijen te werken.`,
  },
  noSuchFile: {
    status: 404,
    en: (p: { number: number; position: number; count: number }) =>
      `Version ${p.number} has no file at place ${p.position}; ${p.count} files were given, from place 0 on.`,
    nl: (p) =>
      `Versie ${p.number} heeft geen bestand op plaats ${p.position}; er zijn ${p.count} bestanden gegeven, vanaf plaats 0.`,
  },
  notFetched: {
    status: 409,
    en: (p: { number: number }) =>
      `Version ${p.number} was not fetched by Peil from a source, so there is no place to look at. Bring in a new version.`,
    nl: (p) =>
      `Versie ${p.number} is niet door Peil bij een bron opgehaald, dus er is geen plaats om naar te kijken. Breng een nieuwe versie binnen.`,
  },
  noMark: {
    status: 409,
    en: () =>
      'This place says nothing by which a change could be seen, such as an ETag or a moment of change. Fetch it again: its content is then compared.',
    nl: () =>
      'Deze plaats zegt niets waaraan een verandering te zien is, zoals een ETag of een moment van wijziging. Haal haar opnieuw op: dan wordt de inhoud vergeleken.',
  },
  notConnected: {
    status: 409,
    en: () => 'Nobody wrote down how Peil reaches this source. Connect it first, or upload a file.',
    nl: () => 'Niemand heeft opgeschreven hoe Peil deze bron bereikt. Verbind haar eerst, of upload een bestand.',
  },
  nothingFetched: {
    status: 422,
    en: () => 'The source was reached, and has no file that fits. Look at the folder, key or pattern.',
    nl: () => 'De bron is bereikt, en heeft geen bestand dat past. Kijk naar de map, sleutel of het patroon.',
  },
  brokenDown: {
    status: 503,
    en: () =>
      'The import broke down several times, not by the fault of the file. Nothing of it is kept. Try again; the log of the server tells more.',
    nl: () =>
      'De import is meermalen misgegaan, niet door het bestand. Er is niets van bewaard. Probeer het opnieuw; het log van de server zegt meer.',
  },
  alreadyOver: {
    status: 409,
    en: () => 'This import has ended already, so there is nothing to stop.',
    nl: () => 'Deze import is al afgelopen, dus er valt niets te stoppen.',
  },
});
