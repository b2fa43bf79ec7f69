import { defineErrors } from '../../platform/errors/define-errors.ts';

export const contractErrors = defineErrors('contract', {
  notOneCondition: {
    status: 422,
    en: (p: { given: string }) =>
      `A rule in SQL is one condition on the columns of a row, such as "delay" > 0 and "origin" <> 'AMS'; here stands "${p.given}". Leave out SELECT, comments, semicolons and brackets that do not match.`,
    nl: (p) =>
      `Een regel in SQL is één voorwaarde op de kolommen van een rij, zoals "delay" > 0 and "origin" <> 'AMS'; hier staat "${p.given}". Laat SELECT, commentaar, puntkomma's en haakjes die niet kloppen weg.`,
  },
});
