import { defineErrors } from '../errors/define-errors.ts';

export const blobErrors = defineErrors('blob', {
  tooLarge: {
    status: 413,
    en: (p: { limit_bytes: number }) =>
      `The file is larger than the ${p.limit_bytes} bytes that are taken here. Nothing of it is kept. Send a smaller file, or split it.`,
    nl: (p) =>
      `Het bestand is groter dan de ${p.limit_bytes} bytes die hier worden aangenomen. Er is niets van bewaard. Stuur een kleiner bestand, of splits het.`,
  },
  diskFull: {
    status: 503,
    en: () =>
      'The disk of the data folder is full. Nothing of the file is kept. Make room on the disk and send it again.',
    nl: () =>
      'De schijf van de gegevensmap is vol. Er is niets van het bestand bewaard. Maak ruimte op de schijf en stuur het opnieuw.',
  },
  notFound: {
    status: 404,
    en: (p: { sha256: string }) => `There is no file with the SHA-256 ${p.sha256} in this store.`,
    nl: (p) => `Er is geen bestand met de SHA-256 ${p.sha256} in deze opslag.`,
  },
  otherContent: {
    status: 422,
    en: (p: { expected: string; given: string }) =>
      `The file that arrived has the SHA-256 ${p.given}; expected ${p.expected}. It was changed or cut off on its way: send it again.`,
    nl: (p) =>
      `Het ontvangen bestand heeft SHA-256 ${p.given}; verwacht werd ${p.expected}. Het is onderweg gewijzigd of afgebroken: stuur het opnieuw.`,
  },
});
