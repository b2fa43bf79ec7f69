import { defineErrors } from '../../platform/errors/define-errors.ts';

export const sufficiencyErrors = defineErrors('sufficiency', {
  requirementNotFound: {
    status: 404,
    en: (p: { id: string }) => `This problem has no data requirement ${p.id}; it may have been removed.`,
    nl: (p) => `Dit probleem heeft geen gegevenseis ${p.id}; misschien is die weggehaald.`,
  },
  runNotFound: {
    status: 404,
    en: (p: { id: string }) => `There is no finished run ${p.id} of this data requirement. Run the checks first.`,
    nl: (p) => `Er is geen afgeronde controle ${p.id} van deze gegevenseis. Voer de controles eerst uit.`,
  },
  noDataset: {
    status: 409,
    en: () => 'The plan names no data set. Choose the one that answers this requirement first.',
    nl: () => 'Het plan noemt geen dataset. Kies eerst de dataset die deze eis beantwoordt.',
  },
  noRows: {
    status: 409,
    en: (p: { dataset: string }) => `The data set ${p.dataset} has no rows here yet. Import a version first.`,
    nl: (p) => `De dataset ${p.dataset} heeft hier nog geen rijen. Importeer eerst een versie.`,
  },
  notConfirmed: {
    status: 409,
    en: () => 'No plan is confirmed as it reads now. Read the plan and confirm it, then run the checks.',
    nl: () => 'Geen plan is bevestigd zoals het er nu staat. Lees het plan, bevestig het en voer dan de controles uit.',
  },
  notAsked: {
    status: 409,
    en: (p: { verdict: string }) =>
      `This check says "${p.verdict}", and only what warns or fails is asked of the expert.`,
    nl: (p) => `Deze controle zegt "${p.verdict}"; alleen bij een waarschuwing of een afkeuring wordt iets gevraagd.`,
  },
  answerStale: {
    status: 409,
    en: () =>
      'The checks have been run anew since, or say something else now. Look at the newest outcome, then answer.',
    nl: () =>
      'De controles zijn sindsdien opnieuw uitgevoerd of zeggen nu iets anders. Bekijk de nieuwste uitkomst en antwoord dan.',
  },
  brokenDown: {
    status: 503,
    en: () => 'The checks broke down before they ended. Run them once more.',
    nl: () => 'De controles zijn afgebroken voordat ze klaar waren. Voer ze nog eens uit.',
  },
});
