import { defineErrors } from '../../platform/errors/define-errors.ts';

const name = '--webhook-host';

export const webhookErrors = defineErrors('webhooks', {
  notFound: {
    status: 404,
    en: (p: { id: string }) => `There is no webhook ${p.id}; it may have been deleted.`,
    nl: (p) => `Er is geen webhook ${p.id}; misschien is deze verwijderd.`,
  },
  deliveryNotFound: {
    status: 404,
    en: (p: { id: string }) => `This webhook has no delivery ${p.id}. Deliveries are kept for 30 days.`,
    nl: (p) => `Deze webhook heeft geen bezorging ${p.id}. Bezorgingen worden 30 dagen bewaard.`,
  },
  badUrl: {
    status: 422,
    en: (p: { given: string }) =>
      `${p.given} is no address for a webhook. Give one that starts with https://, without user, password or #; http:// is only for this machine.`,
    nl: (p) =>
      `${p.given} is geen adres voor een webhook. Geef een adres dat begint met https://, zonder gebruiker, wachtwoord of #; http:// is alleen voor deze machine.`,
  },
  privateAddress: {
    status: 422,
    en: (p: { host: string }) =>
      `${p.host} is an address in a private network or on this machine. Whoever runs Peil can allow the host with ${name}.`,
    nl: (p) =>
      `${p.host} is een adres in een privénetwerk of op deze machine. Wie Peil beheert, kan de host toestaan met ${name}.`,
  },
  unknownHost: {
    status: 422,
    en: (p: { host: string }) => `The host ${p.host} cannot be found. Check the address.`,
    nl: (p) => `De host ${p.host} is niet te vinden. Controleer het adres.`,
  },
  notActive: {
    status: 409,
    en: () => 'This webhook is switched off, so nothing is sent to it. Switch it on first.',
    nl: () => 'Deze webhook staat uit, dus er wordt niets naartoe gestuurd. Zet hem eerst aan.',
  },
  paused: {
    status: 409,
    en: () => 'This webhook is paused because it failed for too long. Resume it first.',
    nl: () => 'Deze webhook staat stil omdat hij te lang faalde. Zet hem eerst weer aan.',
  },
  notPaused: {
    status: 409,
    en: () => 'This webhook is not paused, so there is nothing to resume.',
    nl: () => 'Deze webhook staat niet stil, dus er valt niets weer aan te zetten.',
  },
  stillWaiting: {
    status: 409,
    en: () => 'This event is still to be sent, in its turn. Wait for it.',
    nl: () => 'Deze gebeurtenis wordt nog verstuurd, op haar beurt. Wacht daarop.',
  },
  nowPrivate: {
    status: 409,
    en: () => 'This event is about a private problem, which this webhook is not told of.',
    nl: () => 'Deze gebeurtenis gaat over een besloten probleem, en daarover krijgt deze webhook niets.',
  },
  tooMany: {
    status: 409,
    en: (p: { limit: number }) => `There are ${p.limit} webhooks already. Delete one first.`,
    nl: (p) => `Er zijn al ${p.limit} webhooks. Verwijder er eerst een.`,
  },
});
