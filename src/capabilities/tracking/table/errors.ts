import { defineErrors } from '../../../platform/errors/define-errors.ts';

/** What the table of runs, and the views of it that a team keeps, refuse. */
export const tableErrors = defineErrors('runs', {
  badColumn: {
    status: 400,
    en: (p: { given: string }) =>
      `'${p.given}' is no column. Expected are metrics., params. or tags. with a name behind it, such as metrics.auc.`,
    nl: (p) =>
      `'${p.given}' is geen kolom. Verwacht wordt metrics., params. of tags. met een naam erachter, zoals metrics.auc.`,
  },
  tooManyColumns: {
    status: 400,
    en: (p: { given: number; limit: number }) =>
      `${p.given} columns are asked for; at most ${p.limit} can be shown at once. Leave some out.`,
    nl: (p) => `Er worden ${p.given} kolommen gevraagd; hoogstens ${p.limit} kunnen tegelijk. Laat er een paar weg.`,
  },
  badGrouping: {
    status: 400,
    en: (p: { given: string }) =>
      `Runs are not grouped by '${p.given}'. Expected is experiment, status, parent, or a parameter or tag such as params.kind.`,
    nl: (p) =>
      `Runs worden niet gegroepeerd op '${p.given}'. Verwacht wordt experiment, status, parent, of een parameter of tag zoals params.kind.`,
  },
  runViewNotFound: {
    status: 404,
    en: (p: { id: string }) => `No view with id '${p.id}' is kept here. List the views to see which there are.`,
    nl: (p) => `Hier is geen weergave met id '${p.id}' bewaard. Bekijk de lijst om te zien welke er zijn.`,
  },
  runViewExists: {
    status: 409,
    en: (p: { name: string }) =>
      `The team keeps a view with this name already: '${p.name}'. Choose another name, or remove that one first.`,
    nl: (p) =>
      `Het team heeft al een weergave met deze naam: '${p.name}'. Kies een andere naam, of haal die eerst weg.`,
  },
});
