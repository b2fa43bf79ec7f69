import { defineErrors } from '../../platform/errors/define-errors.ts';

export const stakeholderErrors = defineErrors('stakeholder', {
  notFound: {
    status: 404,
    en: (p: { id: string }) => `This problem has no stakeholder ${p.id}; it may have been removed.`,
    nl: (p) => `Dit probleem heeft geen belanghebbende ${p.id}; misschien is die weggehaald.`,
  },
  hearingNotFound: {
    status: 404,
    en: (p: { id: string }) => `This problem has no hearing ${p.id}; it may have been removed.`,
    nl: (p) => `Dit probleem heeft geen gesprek ${p.id}; misschien is het weggehaald.`,
  },
  questionNotFound: {
    status: 404,
    en: (p: { id: string }) => `This problem has no question ${p.id}; it may have been removed.`,
    nl: (p) => `Dit probleem heeft geen vraag ${p.id}; misschien is die weggehaald.`,
  },
  notRemoved: {
    status: 409,
    en: () => 'This is not removed, so there is nothing to restore.',
    nl: () => 'Dit is niet weggehaald, dus er valt niets terug te brengen.',
  },
  stakeholderRemoved: {
    status: 409,
    en: () => 'The stakeholder it belongs to was removed. Restore the stakeholder first.',
    nl: () => 'De belanghebbende waar dit bij hoort is weggehaald. Breng eerst de belanghebbende terug.',
  },
  unknownPerson: {
    status: 422,
    en: (p: { userId: string }) => `Nobody here has the id ${p.userId}. Give the name instead, or choose a person.`,
    nl: (p) => `Niemand heeft hier de id ${p.userId}. Geef in plaats daarvan de naam, of kies iemand.`,
  },
  futureHearing: {
    status: 422,
    en: (p: { heardOn: string; today: string }) =>
      `The hearing is on ${p.heardOn}, which is after today (${p.today}). Record it once it has been.`,
    nl: (p) => `Het gesprek is op ${p.heardOn}, en dat is na vandaag (${p.today}). Leg het vast als het is geweest.`,
  },
  nothingToErase: {
    status: 409,
    en: () =>
      'There is no name to erase here: it was erased before, or this person signs in and is erased with their account.',
    nl: () =>
      'Er is hier geen naam te wissen: die is al gewist, of deze persoon meldt zich aan en wordt met het account gewist.',
  },
  erased: {
    status: 409,
    en: () => 'The name of this stakeholder was erased for good. Add a new stakeholder for somebody else.',
    nl: () => 'De naam van deze belanghebbende is voorgoed gewist. Voeg voor iemand anders een nieuwe toe.',
  },
  tooMany: {
    status: 409,
    en: (p: { limit: number }) => `There are ${p.limit} already; more than that nobody reads. Remove one first.`,
    nl: (p) => `Er zijn er al ${p.limit}; meer leest niemand. Haal er eerst een weg.`,
  },
  orderDiffers: {
    status: 409,
    en: (p: { expected: readonly string[] }) =>
      `The order must name every stakeholder once: ${p.expected.join(', ')}. Somebody may have added or removed one meanwhile.`,
    nl: (p) =>
      `De volgorde moet elke belanghebbende één keer noemen: ${p.expected.join(', ')}. Misschien heeft iemand er intussen een toegevoegd of weggehaald.`,
  },
});
