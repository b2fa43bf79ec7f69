import { defineErrors } from '../../platform/errors/define-errors.ts';

export const checklistErrors = defineErrors('checklist', {
  itemNotFound: {
    status: 404,
    en: (p: { id: string }) => `This checklist has no item ${p.id}; it may have been removed.`,
    nl: (p) => `Deze checklist heeft geen punt ${p.id}; misschien is het weggehaald.`,
  },
  versionNotFound: {
    status: 404,
    en: (p: { number: number; newest: number }) =>
      `There is no version ${p.number} of the checklist; the newest is ${p.newest}.`,
    nl: (p) => `Er is geen versie ${p.number} van de checklist; de nieuwste is ${p.newest}.`,
  },
  notBegun: {
    status: 409,
    en: () => 'The checklist of this problem has not begun. Begin it first.',
    nl: () => 'De checklist van dit probleem is nog niet begonnen. Begin er eerst aan.',
  },
  doneNeedsEvidence: {
    status: 422,
    en: () => 'An item that is done needs evidence: words, a link, or the place in the problem where it stands.',
    nl: () => 'Een punt dat klaar is heeft bewijs nodig: woorden, een link, of de plek in het probleem waar het staat.',
  },
  notApplicableNeedsReason: {
    status: 422,
    en: () => 'Say why this does not apply: a reason is needed.',
    nl: () => 'Zeg waarom dit niet van toepassing is: er is een reden nodig.',
  },
  unknownOwner: {
    status: 422,
    en: (p: { ownerId: string }) =>
      `Nobody who can read this problem has the id ${p.ownerId}. Choose somebody who can, or give them a role first.`,
    nl: (p) =>
      `Niemand die dit probleem kan lezen heeft de id ${p.ownerId}. Kies iemand die dat kan, of geef die eerst een rol.`,
  },
  notOwn: {
    status: 409,
    en: () =>
      'This item comes from the checklist of the organisation: its words stay. Mark it not applicable, with the reason, or change the template.',
    nl: () =>
      'Dit punt komt uit de checklist van de organisatie: de woorden blijven. Zet het op niet van toepassing, met de reden, of wijzig de checklist van de organisatie.',
  },
  notYours: {
    status: 403,
    en: (_: { role: string }) =>
      'Somebody here has the role that requires this, and they answer it, or whoever they give it to. Ask one of them to answer it, or to give it to you.',
    nl: () =>
      'Iemand heeft hier de rol die dit vraagt; die beantwoordt het, of wie het van diegene krijgt. Vraag een van hen het te beantwoorden, of het aan u te geven.',
  },
  ownerOutsideRole: {
    status: 422,
    en: (_: { role: string }) =>
      'You can give this item to somebody who has the role that requires it. Only they can give it to somebody else.',
    nl: () =>
      'U kunt dit punt geven aan iemand die de rol heeft die het vraagt. Alleen wie die rol heeft kan het aan iemand anders geven.',
  },
  notRemoved: {
    status: 409,
    en: () => 'This item is not removed, so there is nothing to restore.',
    nl: () => 'Dit punt is niet weggehaald, dus er valt niets terug te brengen.',
  },
  tooMany: {
    status: 409,
    en: (p: { limit: number }) =>
      `There are ${p.limit} items already; more than that nobody answers. Remove one first.`,
    nl: (p) => `Er zijn al ${p.limit} punten; meer beantwoordt niemand. Haal er eerst een weg.`,
  },
  nothingToPublish: {
    status: 409,
    en: (p: { number: number }) => `The draft is the same as version ${p.number}, so there is nothing to publish.`,
    nl: (p) => `Het concept is gelijk aan versie ${p.number}, dus er valt niets te publiceren.`,
  },
  languageMissing: {
    status: 422,
    en: (p: { titles: readonly string[] }) =>
      `Before it is published every item needs a title and help in English and Dutch; something is missing at: ${p.titles.join('; ')}.`,
    nl: (p) =>
      `Voor het publiceren heeft elk punt een titel en hulp nodig in het Engels en het Nederlands; er ontbreekt iets bij: ${p.titles.join('; ')}.`,
  },
});
