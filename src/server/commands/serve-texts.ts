import { defineTexts } from '../../platform/text/define-texts.ts';

export const serveTexts = defineTexts(
  {
    ready: (p: { address: string }) => `Peil is ready: ${p.address}`,
    everywhere: 'It listens on every address of this machine; people sign in.',
    kept: (p: { data: string }) => `What you enter is kept in ${p.data}`,
    keptInDatabase: (p: { data: string }) => `What you enter is kept in the PostgreSQL database and in ${p.data}`,
    firstAdministrator: (p: { link: string }) =>
      `Nobody can sign in yet. Open this link within a day to become the first administrator; it works once: ${p.link}`,
    howToEnd: 'Ctrl-C ends it.',
    building: 'Building the guided examples',
    built: 'The three guided examples are ready.',
    buildsOn: 'The guided examples are not whole yet: the next start goes on with them.',
    notBuilt: (p: { reason: string }) =>
      `The guided examples could not be built (${p.reason}). Peil works without them; the next start tries again, and with --empty it leaves them out.`,
    ending: 'Ending ...',
    ended: 'Ended. Everything is kept.',
    endedLate: 'Some work did not end in time; what was acknowledged is kept.',
  },
  {
    ready: (p) => `Peil is klaar: ${p.address}`,
    everywhere: 'Het luistert op elk adres van deze machine; mensen melden zich aan.',
    kept: (p) => `Wat u invoert, wordt bewaard in ${p.data}`,
    keptInDatabase: (p) => `Wat u invoert, wordt bewaard in de PostgreSQL-database en in ${p.data}`,
    firstAdministrator: (p) =>
      `Nog niemand kan zich aanmelden. Open deze link binnen een dag om de eerste beheerder te worden; hij werkt één keer: ${p.link}`,
    howToEnd: 'Ctrl-C beëindigt het.',
    building: 'De voorbeelden worden opgebouwd',
    built: 'De drie voorbeelden zijn klaar.',
    buildsOn: 'De voorbeelden zijn nog niet af: de volgende start gaat ermee verder.',
    notBuilt: (p) =>
      `De voorbeelden konden niet worden opgebouwd (${p.reason}). Peil werkt ook zonder; de volgende start probeert het opnieuw, en met --empty blijven ze weg.`,
    ending: 'Peil eindigt ...',
    ended: 'Beëindigd. Alles is bewaard.',
    endedLate: 'Er was werk dat niet op tijd eindigde; wat bevestigd was, is bewaard.',
  },
);
