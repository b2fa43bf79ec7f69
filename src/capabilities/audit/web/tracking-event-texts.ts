import { defineTexts } from '../../../platform/text/define-texts.ts';

/** As `eventTexts`, of experiments and runs. */
export const trackingEventTexts = defineTexts(
  {
    'artifact.removed': 'removed what a run had made',
    'artifact.stored': 'kept a file that a run has made',
    'experiment.created': 'began an experiment',
    'experiment.deleted': 'deleted an experiment',
    'experiment.renamed': 'gave an experiment another name',
    'experiment.restored': 'brought an experiment back',
    'experiment.tagged': 'put a tag on an experiment',
    'experiment.untagged': 'took a tag off an experiment',
    'run.created': 'began a run',
    'run.deleted': 'deleted a run',
    'run.restored': 'brought a run back',
    'run.untagged': 'took a tag off a run',
    'run.updated': 'changed the state or name of a run',
  },
  {
    'artifact.removed': 'verwijderde wat een run had gemaakt',
    'artifact.stored': 'bewaarde een bestand dat een run heeft gemaakt',
    'experiment.created': 'begon een experiment',
    'experiment.deleted': 'verwijderde een experiment',
    'experiment.renamed': 'gaf een experiment een andere naam',
    'experiment.restored': 'bracht een experiment terug',
    'experiment.tagged': 'zette een tag op een experiment',
    'experiment.untagged': 'haalde een tag van een experiment',
    'run.created': 'begon een run',
    'run.deleted': 'verwijderde een run',
    'run.restored': 'bracht een run terug',
    'run.untagged': 'haalde een tag van een run',
    'run.updated': 'wijzigde de staat of naam van een run',
  },
);
