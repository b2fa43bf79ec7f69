import { defineErrors } from '../../../platform/errors/define-errors.ts';

const mb = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

/** What is wrong with a file, as the person who brought it can mend it. Nothing of such a file is kept. */
export const readErrors = defineErrors('read', {
  empty: {
    status: 422,
    en: (p: { name: string }) => `${p.name} is empty: it holds no data at all. Check the export, and send it again.`,
    nl: (p) => `${p.name} is leeg: er staan helemaal geen gegevens in. Controleer de export, en stuur het opnieuw.`,
  },
  headerOnly: {
    status: 422,
    en: (p: { name: string; columns: number }) =>
      `${p.name} holds the names of ${p.columns} columns and not one row of data. Check the export, and send it again.`,
    nl: (p) =>
      `${p.name} bevat de namen van ${p.columns} kolommen en geen enkele rij gegevens. Controleer de export, en stuur het opnieuw.`,
  },
  unknownKind: {
    status: 415,
    en: (p: { name: string; found: string }) =>
      `${p.name} holds ${p.found}, which cannot be read as a table. Send CSV, Parquet, JSON Lines or Excel (.xlsx), if need be as .gz or .zip with one file in it.`,
    nl: (p) =>
      `${p.name} bevat ${p.found}, en dat is niet als tabel te lezen. Stuur CSV, Parquet, JSON Lines of Excel (.xlsx), desnoods als .gz of .zip met één bestand erin.`,
  },
  otherContent: {
    status: 415,
    en: (p: { name: string; said: string; found: string }) =>
      `${p.name} is said to be ${p.said}, but what is in it is ${p.found}. Give it its right name or format, or send the right file.`,
    nl: (p) =>
      `${p.name} zou ${p.said} zijn, maar wat erin staat, is ${p.found}. Geef het de juiste naam of het juiste formaat, of stuur het juiste bestand.`,
  },
  archiveInArchive: {
    status: 422,
    en: (p: { name: string }) =>
      `${p.name} is packed more than once. Unpack it, and send the file itself or packed once.`,
    nl: (p) => `${p.name} is meer dan één keer ingepakt. Pak het uit, en stuur het bestand zelf of één keer ingepakt.`,
  },
  notOneFile: {
    status: 422,
    en: (p: { name: string; count: number }) =>
      `${p.name} holds ${p.count} files; expected one. Pack the one file that holds the data, or send the files one by one.`,
    nl: (p) =>
      `${p.name} bevat ${p.count} bestanden; verwacht wordt er één. Pak het ene bestand met de gegevens in, of stuur de bestanden een voor een.`,
  },
  locked: {
    status: 422,
    en: (p: { name: string }) =>
      `${p.name} is locked with a password, so it cannot be read. Save it without one, and send it again.`,
    nl: (p) =>
      `${p.name} is met een wachtwoord vergrendeld en dus niet te lezen. Bewaar het zonder, en stuur het opnieuw.`,
  },
  brokenArchive: {
    status: 422,
    en: (p: { name: string; reason: string }) =>
      `${p.name} cannot be unpacked: it is damaged or not whole (${p.reason}). Pack it again, or send it unpacked.`,
    nl: (p) =>
      `${p.name} is niet uit te pakken: het is beschadigd of niet heel (${p.reason}). Pak het opnieuw in, of stuur het uitgepakt.`,
  },
  growsTooMuch: {
    status: 413,
    en: (p: { name: string; ratio: number }) =>
      `${p.name} becomes more than ${p.ratio} times as large when it is unpacked, which data does not do; unpacking was stopped. Send it unpacked if it is right.`,
    nl: (p) =>
      `${p.name} wordt bij het uitpakken meer dan ${p.ratio} keer zo groot, en dat doen gegevens niet; het uitpakken is gestopt. Stuur het uitgepakt als het wel klopt.`,
  },
  tooLarge: {
    status: 413,
    en: (p: { name: string; limit_bytes: number }) =>
      `${p.name} is larger than the ${mb(p.limit_bytes)} that one file may be when unpacked. Split it over several files.`,
    nl: (p) =>
      `${p.name} is groter dan de ${mb(p.limit_bytes)} die één bestand uitgepakt mag zijn. Verdeel het over meer bestanden.`,
  },
  nulBytes: {
    status: 422,
    en: (p: { name: string; line: number }) =>
      `Line ${p.line} of ${p.name} holds a NUL byte, which no text has: it is no text file, it is damaged, or it is UTF-16. Export it again as UTF-8, or say which encoding it has.`,
    nl: (p) =>
      `Regel ${p.line} van ${p.name} bevat een NUL-byte, en die komt in geen tekst voor: het is geen tekstbestand, het is beschadigd, of het is UTF-16. Exporteer het opnieuw als UTF-8, of zeg welke codering het heeft.`,
  },
  notUtf8: {
    status: 422,
    en: (p: { name: string; line: number }) =>
      `Line ${p.line} of ${p.name} is not valid UTF-8. If it was made on Windows, say that its encoding is latin-1; else export it again as UTF-8.`,
    nl: (p) =>
      `Regel ${p.line} van ${p.name} is geen geldige UTF-8. Is het op Windows gemaakt, zeg dan dat de codering latin-1 is; exporteer het anders opnieuw als UTF-8.`,
  },
  notUtf16: {
    status: 422,
    en: (p: { name: string }) =>
      `${p.name} is not valid UTF-16. Say another encoding, or leave it out to have it found.`,
    nl: (p) => `${p.name} is geen geldige UTF-16. Geef een andere codering, of laat die weg om haar te laten vinden.`,
  },
  lineTooLong: {
    status: 422,
    en: (p: { name: string; line: number; limit_bytes: number }) =>
      `Line ${p.line} of ${p.name} is longer than ${mb(p.limit_bytes)}. A line break or a closing quote is lacking, or this is no table.`,
    nl: (p) =>
      `Regel ${p.line} van ${p.name} is langer dan ${mb(p.limit_bytes)}. Er ontbreekt een regeleinde of een sluitend aanhalingsteken, of dit is geen tabel.`,
  },
  openQuote: {
    status: 422,
    en: (p: { name: string; line: number; quote: string }) =>
      `On line ${p.line} of ${p.name} a text begins with ${p.quote} that is closed nowhere. Mend that line, or say that texts have another quote or none.`,
    nl: (p) =>
      `Op regel ${p.line} van ${p.name} begint een tekst met ${p.quote} die nergens wordt gesloten. Herstel die regel, of zeg dat teksten een ander aanhalingsteken hebben of geen.`,
  },
  badRows: {
    status: 422,
    en: (p: { name: string; columns: number; count: number; line: number; found: number | null }) =>
      `${p.name} has ${p.columns} columns, and ${p.count} ${p.count === 1 ? 'row does' : 'rows do'} not fit them, the first on line ${p.line} ${p.found === null ? '(text behind a closing quote)' : `(${p.found} values)`}. Mend them, say another delimiter or quote, or have such rows left out and counted.`,
    nl: (p) =>
      `${p.name} heeft ${p.columns} kolommen, en ${p.count} ${p.count === 1 ? 'rij past' : 'rijen passen'} daar niet bij, de eerste op regel ${p.line} ${p.found === null ? '(tekst achter een sluitend aanhalingsteken)' : `(${p.found} waarden)`}. Herstel ze, geef een ander scheidingsteken of aanhalingsteken, of laat zulke rijen weglaten en tellen.`,
  },
  allRowsBad: {
    status: 422,
    en: (p: { name: string; columns: number; count: number }) =>
      `Not one of the ${p.count} rows of ${p.name} fits its ${p.columns} columns. Say which delimiter and quote it has.`,
    nl: (p) =>
      `Geen van de ${p.count} rijen van ${p.name} past bij de ${p.columns} kolommen. Zeg welk scheidingsteken en aanhalingsteken het heeft.`,
  },
  tooManyColumns: {
    status: 422,
    en: (p: { name: string; columns: number; limit: number }) =>
      `${p.name} has ${p.columns} columns; at most ${p.limit} are taken. Leave out what the problem does not need, or turn columns that repeat into rows.`,
    nl: (p) =>
      `${p.name} heeft ${p.columns} kolommen; er worden er hoogstens ${p.limit} aangenomen. Laat weg wat het probleem niet nodig heeft, of maak van kolommen die zich herhalen rijen.`,
  },
  duplicateNames: {
    status: 422,
    en: (p: { name: string; names: readonly string[] }) =>
      `${p.name} has more than one column named ${listed(p.names)} (capitals do not count). Rename them, or have the later ones numbered.`,
    nl: (p) =>
      `${p.name} heeft meer dan één kolom met de naam ${listed(p.names)} (hoofdletters tellen niet). Hernoem ze, of laat de latere nummeren.`,
  },
  nameTooLong: {
    status: 422,
    en: (p: { name: string; column: number; limit: number }) =>
      `The name of column ${p.column} of ${p.name} is longer than ${p.limit} characters. Shorten it, or say that the first row holds no names.`,
    nl: (p) =>
      `De naam van kolom ${p.column} van ${p.name} is langer dan ${p.limit} tekens. Kort die in, of zeg dat de eerste rij geen namen bevat.`,
  },
  unknownColumn: {
    status: 422,
    en: (p: { name: string; column: string }) =>
      `A type was given for a column "${p.column}", which ${p.name} does not have. Check the name.`,
    nl: (p) => `Er is een type gegeven voor een kolom "${p.column}", en die heeft ${p.name} niet. Controleer de naam.`,
  },
  notOfType: {
    status: 422,
    en: (p: { column: string; type: string; count: number; example: string }) =>
      `${p.count} values of the column "${p.column}" are no ${p.type}, such as "${p.example}". Mend them, name them as absent, or give the column another type.`,
    nl: (p) =>
      `${p.count} waarden van de kolom "${p.column}" zijn geen ${p.type}, zoals "${p.example}". Herstel ze, noem ze afwezig, of geef de kolom een ander type.`,
  },
  badJson: {
    status: 422,
    en: (p: { name: string; line: number; count: number; reason: string }) =>
      `Line ${p.line} of ${p.name} is not one JSON object (${p.reason}); this goes for ${p.count} lines. Mend them, or have such lines left out and counted.`,
    nl: (p) =>
      `Regel ${p.line} van ${p.name} is niet één JSON-object (${p.reason}); dit geldt voor ${p.count} regels. Herstel ze, of laat zulke regels weglaten en tellen.`,
  },
  tooDeep: {
    status: 422,
    en: (p: { name: string; line: number; limit: number }) =>
      `Line ${p.line} of ${p.name} holds lists or records in one another more than ${p.limit} deep. Flatten it, and send it again.`,
    nl: (p) =>
      `Regel ${p.line} van ${p.name} bevat lijsten of records die meer dan ${p.limit} diep in elkaar zitten. Maak die plat, en stuur het opnieuw.`,
  },
  brokenParquet: {
    status: 422,
    en: (p: { name: string; reason: string }) =>
      `${p.name} cannot be read as Parquet: it is damaged or not whole (${p.reason}). Write it again, and send it whole.`,
    nl: (p) =>
      `${p.name} is niet te lezen als Parquet: het is beschadigd of niet heel (${p.reason}). Schrijf het opnieuw, en stuur het heel.`,
  },
  brokenWorkbook: {
    status: 422,
    en: (p: { name: string; reason: string }) =>
      `${p.name} cannot be read as an Excel workbook (${p.reason}). Open it in Excel, save it as .xlsx, and send that.`,
    nl: (p) =>
      `${p.name} is niet te lezen als Excel-werkmap (${p.reason}). Open het in Excel, bewaar het als .xlsx, en stuur dat.`,
  },
  unknownSheet: {
    status: 422,
    en: (p: { name: string; sheet: string; sheets: readonly string[] }) =>
      `${p.name} has no sheet "${p.sheet}"; it has ${listed(p.sheets)}. Choose one of these.`,
    nl: (p) => `${p.name} heeft geen blad "${p.sheet}"; het heeft ${listed(p.sheets)}. Kies een van deze.`,
  },
  emptySheet: {
    status: 422,
    en: (p: { name: string; sheet: string }) =>
      `The sheet "${p.sheet}" of ${p.name} holds nothing. Choose another sheet, or check the export.`,
    nl: (p) => `Het blad "${p.sheet}" van ${p.name} is leeg. Kies een ander blad, of controleer de export.`,
  },
  sheetTooLong: {
    status: 422,
    en: (p: { name: string; sheet: string; limit: number }) =>
      `The sheet "${p.sheet}" of ${p.name} has more than ${p.limit} rows, which no sheet of Excel has. Send the data as CSV or Parquet.`,
    nl: (p) =>
      `Het blad "${p.sheet}" van ${p.name} heeft meer dan ${p.limit} rijen, en dat heeft geen blad van Excel. Stuur de gegevens als CSV of Parquet.`,
  },
  cannotBeRead: {
    status: 422,
    en: (p: { name: string; reason: string }) =>
      `${p.name} cannot be read (${p.reason}). Check how it was exported, or send the data as Parquet.`,
    nl: (p) =>
      `${p.name} is niet te lezen (${p.reason}). Controleer hoe het is geëxporteerd, of stuur de gegevens als Parquet.`,
  },
  endsReader: {
    status: 422,
    en: (p: { name: string }) =>
      `The process that read ${p.name} ended while it was at work: the file asks for more memory than it may, or it is made to do harm. Split it, or write it again with another program.`,
    nl: (p) =>
      `Het proces dat ${p.name} las, eindigde tijdens het werk: het bestand vraagt meer geheugen dan mag, of het is gemaakt om schade te doen. Splits het, of schrijf het opnieuw met een ander programma.`,
  },
  tookTooLong: {
    status: 422,
    en: (p: { name: string; limit_s: number }) =>
      `Reading ${p.name} took longer than ${p.limit_s} seconds and was stopped. Split it, or send the data as Parquet.`,
    nl: (p) =>
      `Het lezen van ${p.name} duurde langer dan ${p.limit_s} seconden en is gestopt. Splits het, of stuur de gegevens als Parquet.`,
  },
  diskFull: {
    status: 503,
    en: (p: { name: string }) =>
      `There is no room on the disk to read ${p.name}; nothing of it is kept. Make room, and try again.`,
    nl: (p) =>
      `Op de schijf is geen plaats om ${p.name} te lezen; er is niets van bewaard. Maak ruimte, en probeer het opnieuw.`,
  },
});

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 10).map((name) => `"${name}"`);
  return `${shown.join(', ')}${names.length > 10 ? `, ... (${names.length})` : ''}`;
}
