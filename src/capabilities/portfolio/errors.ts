import { defineErrors } from '../../platform/errors/define-errors.ts';

export const portfolioErrors = defineErrors('portfolio', {
  badCursor: {
    status: 400,
    en: () => 'This cursor does not belong to this list in this order. Leave it out to begin at the first page.',
    nl: () =>
      'Deze cursor hoort niet bij deze lijst in deze volgorde. Laat hem weg om bij de eerste pagina te beginnen.',
  },
});
