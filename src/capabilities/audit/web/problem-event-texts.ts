import { defineTexts } from '../../../platform/text/define-texts.ts';

/** As `eventTexts`, of problems as a whole: where they come from, and what became of them. */
export const problemEventTexts = defineTexts(
  {
    'problem.begun_with_template': 'began a problem with a template',
    'problem.copied': 'copied a problem as a variant',
    'problem.created': 'began a problem',
    'problem.deleted': 'deleted a problem',
    'problem.phase_changed': 'brought a problem into another phase',
    'problem.renamed': 'gave a problem another title',
    'problem.restored': 'brought a problem back',
    'problem.variant_edited': 'said otherwise in what a variant differs',
    'problem_template.edited': 'changed a template of problems',
    'problem_template.restored': 'brought a template of problems back',
    'problem_template.retired': 'retired a template of problems',
    'problem_template.saved': 'saved a template of problems',
  },
  {
    'problem.begun_with_template': 'begon een probleem met een sjabloon',
    'problem.copied': 'kopieerde een probleem als variant',
    'problem.created': 'begon een probleem',
    'problem.deleted': 'verwijderde een probleem',
    'problem.phase_changed': 'bracht een probleem in een andere fase',
    'problem.renamed': 'gaf een probleem een andere titel',
    'problem.restored': 'bracht een probleem terug',
    'problem.variant_edited': 'zei anders waarin een variant verschilt',
    'problem_template.edited': 'wijzigde een sjabloon van problemen',
    'problem_template.restored': 'bracht een sjabloon van problemen terug',
    'problem_template.retired': 'stelde een sjabloon van problemen buiten gebruik',
    'problem_template.saved': 'bewaarde een sjabloon van problemen',
  },
);
