import { defineErrors } from '../../../platform/errors/define-errors.ts';

export const readErrors = defineErrors('read', {
  unreadable: {
    status: 422,
    en: (p: { name: string; reason: string }) =>
      `"${p.name}" cannot be read as it is (${p.reason}). Say how it must be read, or mend the file and send it again.`,
    nl: (p) =>
      `"${p.name}" is zo niet te lezen (${p.reason}). Zeg hoe het gelezen moet worden, of herstel het bestand en stuur het opnieuw.`,
  },
});
