import type { Said } from './command-spec.ts';

/** What the exit code tells a script. The guide lists this very table. */
export const exitCodes = {
  done: { code: 0, meaning: { en: 'done', nl: 'gelukt' } },
  broken: { code: 1, meaning: { en: 'something broke inside Peil', nl: 'er ging binnen Peil iets stuk' } },
  misused: { code: 2, meaning: { en: 'what was given does not fit', nl: 'wat is opgegeven, klopt niet' } },
  unknown: { code: 3, meaning: { en: 'not signed in', nl: 'niet aangemeld' } },
  forbidden: { code: 4, meaning: { en: 'not allowed', nl: 'niet toegestaan' } },
  absent: { code: 5, meaning: { en: 'not found', nl: 'niet gevonden' } },
  conflict: {
    code: 6,
    meaning: { en: 'in conflict with how things stand now', nl: 'in strijd met hoe het er nu voor staat' },
  },
  unavailable: {
    code: 7,
    meaning: {
      en: 'the server is not there, not ready, or asks to wait',
      nl: 'de server is er niet, is niet klaar, of vraagt te wachten',
    },
  },
  unsupported: { code: 8, meaning: { en: 'this Peil cannot do that', nl: 'deze Peil kan dat niet' } },
} as const satisfies Record<string, { code: number; meaning: Said }>;

const byStatus: Readonly<Record<number, number>> = {
  401: exitCodes.unknown.code,
  403: exitCodes.forbidden.code,
  404: exitCodes.absent.code,
  409: exitCodes.conflict.code,
  423: exitCodes.conflict.code,
  429: exitCodes.unavailable.code,
  501: exitCodes.unsupported.code,
  502: exitCodes.unavailable.code,
  503: exitCodes.unavailable.code,
  504: exitCodes.unavailable.code,
};

/** The exit code for a refusal with this status of HTTP. */
export function exitCodeFor(status: number): number {
  return byStatus[status] ?? (status >= 500 ? exitCodes.broken.code : exitCodes.misused.code);
}
