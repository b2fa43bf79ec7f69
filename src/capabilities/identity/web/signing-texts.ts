import { defineTexts } from '../../../platform/text/define-texts.ts';

interface Named {
  name: string;
  role: string;
}

/** Whose signature counts: roles that wait for a second person, and who signs on behalf of whom. */
export const signingTexts = defineTexts(
  {
    waiting: {
      title: 'Roles that wait for confirmation',
      about: (p: Named & { date: string }) =>
        `${p.name} took the role ${p.role} on ${p.date}. It counts for no signature and no judgement until somebody else has confirmed it.`,
      aboutYou: (p: { role: string; date: string }) =>
        `You took the role ${p.role} yourself on ${p.date}. It counts for no signature and no judgement yet.`,
      ownWhy: 'You cannot confirm it yourself: nobody reaches a decision alone, so a second person looks at it.',
      whoCan: (p: { names: string }) => `Who can: ${p.names}.`,
      nobodyCan: 'Nobody else here can yet: ask an administrator to give somebody the role of expert or sponsor.',
      notYou: 'The expert, the sponsor or an administrator confirms it.',
      confirm: (p: Named) => `Confirm ${p.name} as ${p.role}`,
      refuse: (p: Named) => `Refuse ${p.name} as ${p.role}`,
      confirmShort: 'Confirm',
      refuseShort: 'Refuse',
      confirmed: (p: Named) => `${p.name} counts as ${p.role} now.`,
      refused: (p: Named) => `The role ${p.role} of ${p.name} was refused.`,
      mark: 'does not count yet',
      atGate: (p: { roles: string }) =>
        `You neither sign nor judge here as ${p.roles} yet: you took that role yourself, and somebody else must confirm it.`,
      toTeam: 'See who can',
    },
    delegation: {
      title: 'Signing on behalf of somebody',
      none: 'Everybody signs for themselves here.',
      line: (p: { to: string; from: string; role: string; date: string }) =>
        `${p.to} signs for ${p.from} as ${p.role}, up to and including ${p.date}.`,
      lineAll: (p: { to: string; from: string; date: string }) =>
        `${p.to} signs for ${p.from} in every role, up to and including ${p.date}.`,
      everywhere: 'In every problem.',
      here: 'In one problem:',
      unseen: 'In a problem that you cannot see any more.',
      give: 'Let somebody sign for you',
      giveLead: 'Both names stand with what they sign. It ends by itself, and you can end it before.',
      as: 'In which role?',
      everyRole: 'every role of yours here',
      to: 'Who signs for you?',
      choose: 'Choose',
      until: 'Up to and including which day?',
      why: 'Why?',
      whyHint: 'Everybody in the problem sees it.',
      submit: 'Let them sign',
      cancel: 'Cancel',
      toMissing: 'Choose who signs for you.',
      untilMissing: 'Give the last day.',
      untilPassed: 'The last day is today or later.',
      whyMissing: 'Say why.',
      given: (p: { name: string }) => `${p.name} signs for you from now on.`,
      end: (p: { to: string; from: string }) => `End it: ${p.to} for ${p.from}`,
      endShort: 'End it',
      ended: 'It has ended; what was signed stays signed.',
      accountTitle: 'Signing on your behalf',
      accountLead:
        'When you are away, a colleague can sign for you in every role that you have, in every problem that they can see. For one role in one problem: see the team of that problem.',
      accountNone: 'You sign for yourself, and for nobody else.',
      giveEverywhere: 'Let somebody sign for you everywhere',
    },
    handOver: {
      label: 'Who takes over?',
      hint: (p: { count: number }) =>
        `${
          p.count === 1
            ? 'This person has a role in 1 problem. Whoever takes over gets it, and is asked for the signatures that wait for it.'
            : `This person has a role in ${p.count} problems. Whoever takes over gets them, and is asked for the signatures that wait for them.`
        } Open checklist items and conditions that are this person's go with them.`,
      nobody: 'Nobody yet',
    },
  },
  {
    waiting: {
      title: 'Rollen die op bevestiging wachten',
      about: (p) =>
        `${p.name} nam op ${p.date} de rol ${p.role}. Die telt voor geen handtekening en geen oordeel tot iemand anders haar heeft bevestigd.`,
      aboutYou: (p) => `U nam op ${p.date} zelf de rol ${p.role}. Die telt nog voor geen handtekening en geen oordeel.`,
      ownWhy: 'U kunt haar niet zelf bevestigen: niemand komt alleen tot een besluit, dus kijkt er een tweede mee.',
      whoCan: (p) => `Dit kunnen: ${p.names}.`,
      nobodyCan: 'Nog niemand anders kan dat hier: vraag een beheerder om iemand deskundige of opdrachtgever te maken.',
      notYou: 'De deskundige, de opdrachtgever of een beheerder bevestigt haar.',
      confirm: (p) => `${p.name} bevestigen als ${p.role}`,
      refuse: (p) => `${p.name} weigeren als ${p.role}`,
      confirmShort: 'Bevestigen',
      refuseShort: 'Weigeren',
      confirmed: (p) => `${p.name} telt nu als ${p.role}.`,
      refused: (p) => `De rol ${p.role} van ${p.name} is geweigerd.`,
      mark: 'telt nog niet',
      atGate: (p) =>
        `U tekent en oordeelt hier nog niet als ${p.roles}: u nam die rol zelf, en iemand anders moet haar bevestigen.`,
      toTeam: 'Bekijk wie dat kan',
    },
    delegation: {
      title: 'Tekenen namens iemand',
      none: 'Iedereen tekent hier voor zichzelf.',
      line: (p) => `${p.to} tekent voor ${p.from} als ${p.role}, tot en met ${p.date}.`,
      lineAll: (p) => `${p.to} tekent voor ${p.from} in elke rol, tot en met ${p.date}.`,
      everywhere: 'In elk probleem.',
      here: 'In één probleem:',
      unseen: 'In een probleem dat u niet meer kunt zien.',
      give: 'Iemand voor u laten tekenen',
      giveLead: 'Bij wat diegene tekent staan beide namen. Het eindigt vanzelf, en u kunt het eerder beëindigen.',
      as: 'In welke rol?',
      everyRole: 'elke rol die u hier hebt',
      to: 'Wie tekent er voor u?',
      choose: 'Kies',
      until: 'Tot en met welke dag?',
      why: 'Waarom?',
      whyHint: 'Iedereen in het probleem ziet dit.',
      submit: 'Laten tekenen',
      cancel: 'Niet doen',
      toMissing: 'Kies wie er voor u tekent.',
      untilMissing: 'Geef de laatste dag.',
      untilPassed: 'De laatste dag is vandaag of later.',
      whyMissing: 'Zeg waarom.',
      given: (p) => `${p.name} tekent vanaf nu voor u.`,
      end: (p) => `Beëindigen: ${p.to} voor ${p.from}`,
      endShort: 'Beëindigen',
      ended: 'Het is beëindigd; wat is getekend blijft getekend.',
      accountTitle: 'Tekenen namens u',
      accountLead:
        'Als u weg bent, kan een collega voor u tekenen in elke rol die u hebt, in elk probleem dat diegene kan zien. Voor één rol in één probleem: zie het team van dat probleem.',
      accountNone: 'U tekent voor uzelf, en voor niemand anders.',
      giveEverywhere: 'Iemand overal voor u laten tekenen',
    },
    handOver: {
      label: 'Wie neemt het over?',
      hint: (p) =>
        `${
          p.count === 1
            ? 'Deze persoon heeft een rol in 1 probleem. Wie het overneemt krijgt die, en wordt gevraagd te tekenen wat daarop wacht.'
            : `Deze persoon heeft een rol in ${p.count} problemen. Wie het overneemt krijgt ze, en wordt gevraagd te tekenen wat daarop wacht.`
        } Openstaande punten van de checklist en voorwaarden van deze persoon gaan mee.`,
      nobody: 'Nog niemand',
    },
  },
);
