import { defineErrors } from '../../platform/errors/define-errors.ts';

export const contractErrors = defineErrors('contract', {
  ruleNotFound: {
    status: 404,
    en: (p: { id: string }) => `This contract has no rule ${p.id}; it may have been removed.`,
    nl: (p) => `Dit contract heeft geen regel ${p.id}; misschien is die weggehaald.`,
  },
  versionNotFound: {
    status: 404,
    en: (p: { number: number; dataset: string; newest: number }) =>
      `The contract of ${p.dataset} has no version ${p.number}; the newest is ${p.newest}.`,
    nl: (p) => `Het contract van ${p.dataset} heeft geen versie ${p.number}; de nieuwste is ${p.newest}.`,
  },
  runNotFound: {
    status: 404,
    en: (p: { id: string }) => `This contract has no run ${p.id}. Let a version of the data be judged first.`,
    nl: (p) => `Dit contract heeft geen controle ${p.id}. Laat eerst een versie van de gegevens beoordelen.`,
  },
  suggestionNotFound: {
    status: 404,
    en: (p: { id: string }) => `There is no suggestion ${p.id} here; a newer look at the data may have replaced it.`,
    nl: (p) => `Er is hier geen voorstel ${p.id}; misschien is het vervangen toen er opnieuw is gekeken.`,
  },
  dataVersionNotFound: {
    status: 404,
    en: (p: { id: string; dataset: string }) =>
      `The data set ${p.dataset} has no version ${p.id} whose rows are here; it may be of another data set, or erased.`,
    nl: (p) =>
      `De dataset ${p.dataset} heeft geen versie ${p.id} waarvan de rijen hier zijn; misschien hoort die bij een andere dataset, of is die gewist.`,
  },
  alreadyDecided: {
    status: 409,
    en: () => 'This suggestion has been decided on already. Change the rule in the contract itself.',
    nl: () => 'Over dit voorstel is al beslist. Wijzig de regel in het contract zelf.',
  },
  noData: {
    status: 409,
    en: (p: { dataset: string }) => `The data set ${p.dataset} has no rows here yet. Import a version first.`,
    nl: (p) => `De dataset ${p.dataset} heeft hier nog geen rijen. Importeer eerst een versie.`,
  },
  notPublished: {
    status: 409,
    en: () => 'This contract has no published version, and a draft judges nothing. Publish it first.',
    nl: () => 'Dit contract heeft geen gepubliceerde versie, en een concept beoordeelt niets. Publiceer het eerst.',
  },
  nothingToPublish: {
    status: 409,
    en: (p: { number: number }) => `The draft is the same as version ${p.number}, so there is nothing to publish.`,
    nl: (p) => `Het concept is gelijk aan versie ${p.number}, dus er valt niets te publiceren.`,
  },
  nothingToReview: {
    status: 409,
    en: () => 'The draft has no rules yet. Write one, accept a suggestion, or import a contract first.',
    nl: () =>
      'Het concept heeft nog geen regels. Schrijf er een, neem een voorstel over of importeer eerst een contract.',
  },
  tooManyRules: {
    status: 409,
    en: (p: { limit: number }) =>
      `There are ${p.limit} rules already; more than that nobody answers for. Remove one first.`,
    nl: (p) => `Er zijn al ${p.limit} regels; meer kan niemand verantwoorden. Haal er eerst een weg.`,
  },
  unknownOwner: {
    status: 422,
    en: (p: { ownerId: string }) =>
      `Nobody who can read this problem has the id ${p.ownerId}. Choose somebody who can, or give them a role first.`,
    nl: (p) =>
      `Niemand die dit probleem kan lezen heeft de id ${p.ownerId}. Kies iemand die dat kan, of geef die eerst een rol.`,
  },
  brokenDown: {
    status: 503,
    en: () => 'This run broke down, several times. Let the data be judged again; the log of the server tells more.',
    nl: () =>
      'Deze controle is meermaals afgebroken. Laat de gegevens opnieuw beoordelen; het log van de server zegt meer.',
  },
  notYaml: {
    status: 422,
    en: (p: { line: number; reason: string }) =>
      `This is not YAML that can be read: line ${p.line}, ${p.reason}. Mend that line and send it again.`,
    nl: (p) => `Dit is geen leesbare YAML: regel ${p.line}, ${p.reason}. Herstel die regel en stuur het opnieuw.`,
  },
  otherStandard: {
    status: 422,
    en: (p: { given: string; readable: readonly string[] }) =>
      `A contract of the Open Data Contract Standard begins with kind: DataContract and an apiVersion that is one of ${p.readable.join(', ')}; given was ${p.given}.`,
    nl: (p) =>
      `Een contract volgens de Open Data Contract Standard begint met kind: DataContract en een apiVersion die een van ${p.readable.join(', ')} is; opgegeven is ${p.given}.`,
  },
  unknownKey: {
    status: 422,
    en: (p: { path: string }) =>
      `The standard has no key "${p.path}". Look for a typing mistake, or put what is your own under customProperties.`,
    nl: (p) =>
      `De standaard kent geen sleutel "${p.path}". Zoek naar een typefout, of zet wat van uzelf is onder customProperties.`,
  },
  wrongValue: {
    status: 422,
    en: (p: { path: string; reason: string }) =>
      `What stands under "${p.path}" does not fit the standard: ${p.reason}.`,
    nl: (p) => `Wat onder "${p.path}" staat past niet in de standaard: ${p.reason}.`,
  },
  noSuchTable: {
    status: 422,
    en: (p: { given: string; there: readonly string[] }) =>
      `The contract describes no table "${p.given}". It describes: ${p.there.join(', ') || 'none'}.`,
    nl: (p) => `Het contract beschrijft geen tabel "${p.given}". Het beschrijft: ${p.there.join(', ') || 'geen'}.`,
  },
  notOneCondition: {
    status: 422,
    en: (p: { given: string }) =>
      `A rule in SQL is one condition on the columns of a row, such as "delay" > 0 and "origin" <> 'AMS'; here stands "${p.given}". Leave out SELECT, comments, semicolons and brackets that do not match.`,
    nl: (p) =>
      `Een regel in SQL is één voorwaarde op de kolommen van een rij, zoals "delay" > 0 and "origin" <> 'AMS'; hier staat "${p.given}". Laat SELECT, commentaar, puntkomma's en haakjes die niet kloppen weg.`,
  },
});
