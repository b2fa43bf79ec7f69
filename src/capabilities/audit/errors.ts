import { defineErrors } from '../../platform/errors/define-errors.ts';

export const auditErrors = defineErrors('audit', {
  notAnExport: {
    status: 400,
    en: () =>
      'This is no audit export: its first line is not the header {"format":"peil.audit","version":1,...}. Give the file that `peil audit export` wrote.',
    nl: () =>
      'Dit is geen audit-export: de eerste regel is niet de kop {"format":"peil.audit","version":1,...}. Geef het bestand dat `peil audit export` schreef.',
  },
  noVerifierKey: {
    status: 400,
    en: () =>
      'There are checkpoints but no key to check them with. Put the verifier-keys.txt of this installation beside them.',
    nl: () =>
      'Er zijn ijkpunten, maar geen sleutel om ze mee te controleren. Zet de verifier-keys.txt van deze installatie ernaast.',
  },
  unknownEvents: {
    status: 404,
    en: (p: { eventIds: readonly string[] }) =>
      `These are no audit events here: ${p.eventIds.join(', ')}. Nothing was erased; take the ids from the list of events.`,
    nl: (p) =>
      `Dit zijn hier geen audit-gebeurtenissen: ${p.eventIds.join(', ')}. Er is niets gewist; neem de id's uit de lijst van gebeurtenissen.`,
  },
});
