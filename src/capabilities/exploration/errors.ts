import { defineErrors } from '../../platform/errors/define-errors.ts';

export const explorationErrors = defineErrors('exploration', {
  unknownColumns: {
    status: 422,
    en: (p: { columns: readonly string[]; there: readonly string[]; number: number }) =>
      `Version ${p.number} has no column ${p.columns.join(', ')}. Its columns are: ${p.there.join(', ')}.`,
    nl: (p) => `Versie ${p.number} heeft geen kolom ${p.columns.join(', ')}. De kolommen zijn: ${p.there.join(', ')}.`,
  },
  notProfiled: {
    status: 409,
    en: (p: { number: number }) =>
      `Version ${p.number} is still being looked at for the first time. Ask again in a moment.`,
    nl: (p) => `Versie ${p.number} wordt nog voor het eerst bekeken. Vraag het straks nog eens.`,
  },
  nothingDrawn: {
    status: 422,
    en: (p: { column: string }) =>
      `The column ${p.column} cannot be drawn like this, so there is nothing to keep. Choose another column, or name the value whose share is drawn.`,
    nl: (p) =>
      `De kolom ${p.column} is zo niet te tekenen, dus er valt niets te bewaren. Kies een andere kolom, of noem de waarde waarvan het aandeel wordt getekend.`,
  },
  findingNotFound: {
    status: 404,
    en: (p: { id: string }) => `This problem has no finding ${p.id}; it may have been withdrawn.`,
    nl: (p) => `Dit probleem heeft geen bevinding ${p.id}; misschien is die ingetrokken.`,
  },
  notWithdrawn: {
    status: 409,
    en: () => 'This finding was not withdrawn, so there is nothing to bring back.',
    nl: () => 'Deze bevinding is niet ingetrokken, dus er valt niets terug te brengen.',
  },
  tooManyFindings: {
    status: 409,
    en: (p: { limit: number }) =>
      `There are ${p.limit} findings already; more than that nobody answers. Withdraw one first.`,
    nl: (p) => `Er zijn al ${p.limit} bevindingen; meer beantwoordt niemand. Trek er eerst een in.`,
  },
  nothingNewer: {
    status: 409,
    en: (p: { number: number }) =>
      `This finding was drawn on version ${p.number} of its data, and there is no newer one. Import a version first.`,
    nl: (p) =>
      `Deze bevinding is getekend op versie ${p.number} van de gegevens, en een nieuwere is er niet. Importeer eerst een versie.`,
  },
  notNewer: {
    status: 422,
    en: (p: { id: string; number: number }) =>
      `${p.id} is no version of this data set newer than version ${p.number}, on which the finding was drawn. Leave it out for the newest.`,
    nl: (p) =>
      `${p.id} is geen versie van deze dataset die nieuwer is dan versie ${p.number}, waarop de bevinding is getekend. Laat het weg voor de nieuwste.`,
  },
  drawnMeanwhile: {
    status: 409,
    en: (p: { given: string; number: number }) =>
      `This finding is no longer on the data that you saw (${p.given}): it was drawn on version ${p.number}. Look again, and answer that.`,
    nl: (p) =>
      `Deze bevinding staat niet meer op de gegevens die u zag (${p.given}): zij is getekend op versie ${p.number}. Kijk opnieuw, en beantwoord die.`,
  },
  expertsOnly: {
    status: 403,
    en: () =>
      'This is for the expert (the role sme) of this problem, or who may sign for one. Ask them, or let them give you the role.',
    nl: () =>
      'Dit is voor de deskundige (de rol sme) van dit probleem, of voor wie namens die mag tekenen. Vraag het die, of laat u de rol geven.',
  },
  noteNotFound: {
    status: 404,
    en: (p: { id: string }) => `This problem has no note ${p.id} on its data; it may have been removed.`,
    nl: (p) => `Dit probleem heeft geen notitie ${p.id} bij de gegevens; misschien is die weggehaald.`,
  },
  noteNotRemoved: {
    status: 409,
    en: () => 'This note was not removed, so there is nothing to bring back.',
    nl: () => 'Deze notitie is niet weggehaald, dus er valt niets terug te brengen.',
  },
  tooManyNotes: {
    status: 409,
    en: (p: { limit: number }) => `There are ${p.limit} notes already; more than that nobody reads. Remove one first.`,
    nl: (p) => `Er zijn al ${p.limit} notities; meer leest niemand. Haal er eerst een weg.`,
  },
  placeNotThere: {
    status: 422,
    en: (p: { place: string; there: readonly string[] }) =>
      `This data set has no “${p.place}” to note something on. There is: ${p.there.join(', ') || 'nothing yet'}.`,
    nl: (p) =>
      `Deze dataset heeft geen “${p.place}” om iets bij te noteren. Er is: ${p.there.join(', ') || 'nog niets'}.`,
  },
});
