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
    building: 'Building the guided example',
    built: 'The guided example is ready.',
    notBuilt: (p: { reason: string }) =>
      `The guided example could not be built (${p.reason}). Peil works without it; start on an empty data folder to try again.`,
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
    building: 'Het voorbeeld wordt opgebouwd',
    built: 'Het voorbeeld is klaar.',
    notBuilt: (p) =>
      `Het voorbeeld kon niet worden opgebouwd (${p.reason}). Peil werkt ook zonder; begin met een lege gegevensmap om het opnieuw te proberen.`,
    ending: 'Peil eindigt ...',
    ended: 'Beëindigd. Alles is bewaard.',
    endedLate: 'Er was werk dat niet op tijd eindigde; wat bevestigd was, is bewaard.',
  },
);
