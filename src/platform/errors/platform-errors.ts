import { defineErrors } from './define-errors.ts';

/** Mistakes that any route can meet, whatever it is about. */
export const platformErrors = defineErrors('request', {
  malformed: {
    status: 400,
    en: (p: { where: string; problems: readonly string[] }) =>
      `The ${p.where} of this request does not fit: ${p.problems.join('; ')}.`,
    nl: (p) => `De ${nlPart[p.where] ?? p.where} van dit verzoek klopt niet: ${p.problems.join('; ')}.`,
  },
  unreadableBody: {
    status: 400,
    en: (p: { reason: string }) => `The body could not be read as JSON (${p.reason}). Send valid JSON in UTF-8.`,
    nl: (p) => `De inhoud is niet als JSON te lezen (${p.reason}). Stuur geldige JSON in UTF-8.`,
  },
  unknownRoute: {
    status: 404,
    en: (p: { method: string; path: string }) =>
      `There is nothing at ${p.method} ${p.path}. /openapi.json lists every address.`,
    nl: (p) => `Er is niets op ${p.method} ${p.path}. In /openapi.json staat elk adres.`,
  },
  wrongContentType: {
    status: 415,
    en: (p: { given: string; expected: string }) => `The content type given is "${p.given}"; expected ${p.expected}.`,
    nl: (p) => `Het opgegeven content-type is "${p.given}"; verwacht wordt ${p.expected}.`,
  },
  bodyTooLarge: {
    status: 413,
    en: (p: { limit_bytes: number }) =>
      `The body is larger than the ${p.limit_bytes} bytes that this address takes. Send less at once.`,
    nl: (p) => `De inhoud is groter dan de ${p.limit_bytes} bytes die dit adres aanneemt. Stuur minder tegelijk.`,
  },
  foreignHost: {
    status: 403,
    en: (p: { host: string }) =>
      `This server does not answer for the host "${p.host}". Use the address it printed at start, or add the host with --allowed-host.`,
    nl: (p) =>
      `Deze server antwoordt niet voor de host "${p.host}". Gebruik het adres dat bij de start is getoond, of voeg de host toe met --allowed-host.`,
  },
  foreignOrigin: {
    status: 403,
    en: (p: { origin: string }) =>
      `A page from ${p.origin} may not change anything here. Open Peil at its own address.`,
    nl: (p) => `Een pagina van ${p.origin} mag hier niets wijzigen. Open Peil op zijn eigen adres.`,
  },
  tooMany: {
    status: 429,
    en: (p: { what: string; retryAfter_s: number }) => `Too many ${p.what}. Try again in ${p.retryAfter_s} seconds.`,
    nl: (p) => `Te veel ${p.what}. Probeer het over ${p.retryAfter_s} seconden opnieuw.`,
  },
  missingVersion: {
    status: 400,
    en: () => 'Say which version you changed: send the "version" you read in the If-Match header.',
    nl: () => 'Zeg welke versie u wijzigde: stuur de "version" die u las mee in de If-Match-header.',
  },
  changedMeanwhile: {
    status: 409,
    en: (p: { yours: unknown; theirs: unknown; given: number; current: number }) =>
      `Somebody changed this meanwhile: you changed version ${p.given}, the current one is ${p.current}. Compare both texts and save again.`,
    nl: (p) =>
      `Iemand heeft dit intussen gewijzigd: u wijzigde versie ${p.given}, de huidige is ${p.current}. Vergelijk beide teksten en bewaar opnieuw.`,
  },
  notReady: {
    status: 503,
    en: (p: { reason: string }) => `Not ready: ${p.reason}. Try again shortly.`,
    nl: (p) => `Nog niet klaar: ${p.reason}. Probeer het zo opnieuw.`,
  },
});

const nlPart: Record<string, string> = { body: 'inhoud', query: 'zoekvraag', path: 'adresregel', headers: 'kop' };
