import { defineErrors } from '../../platform/errors/define-errors.ts';

export const decisionErrors = defineErrors('decision', {
  notFound: {
    status: 404,
    en: (p: { id: string }) =>
      `This problem has no decision ${p.id}. Its decisions are listed at /decisions under the problem.`,
    nl: (p) => `Dit probleem heeft geen besluit ${p.id}. De besluiten staan onder het probleem bij /decisions.`,
  },
});
