import { defineTexts } from '../../../platform/text/define-texts.ts';

/** Of each lack what is missing, in a sentence, and what else stands in the way of promoting a run. */
export const factTexts = defineTexts(
  {
    obstacles: {
      inInbox: 'The run belongs to no problem yet: assign its experiment from the inbox.',
      deleted: 'The run was deleted: bring it back first.',
    },
    lacks: {
      notEnded: 'The run has not ended.',
      failed: 'The run broke off before it was done.',
      noStart: 'Nobody said when the run began.',
      noMetric: 'Nothing was measured.',
      onlyNotANumber: 'Everything that was measured is no number.',
      noModel: 'It made no model.',
      modelNotReady: 'Its model was not sent as a whole.',
      noParam: 'No parameters were given.',
      noData: 'Nobody said which data it was given.',
      unknownData: 'The data that it names is no version of a data set of this problem.',
      noCommit: 'Nobody said which version of the code it ran.',
      changesUnknown: 'Nobody said whether the code was changed since that version.',
      changesLost: 'The code was changed since that version, and the changes were not kept.',
      noEnvironment: 'Nobody said which packages it ran with.',
    },
  },
  {
    obstacles: {
      inInbox: 'De run hoort nog bij geen probleem: wijs het experiment toe vanuit de inbox.',
      deleted: 'De run is verwijderd: breng hem eerst terug.',
    },
    lacks: {
      notEnded: 'De run is niet afgelopen.',
      failed: 'De run brak af voor hij klaar was.',
      noStart: 'Niemand zei wanneer de run begon.',
      noMetric: 'Er is niets gemeten.',
      onlyNotANumber: 'Alles wat gemeten is, is geen getal.',
      noModel: 'Er is geen model gemaakt.',
      modelNotReady: 'Het model is niet in zijn geheel aangekomen.',
      noParam: 'Er zijn geen parameters gegeven.',
      noData: 'Niemand zei welke gegevens de run kreeg.',
      unknownData: 'De gegevens die de run noemt zijn geen versie van een dataset van dit probleem.',
      noCommit: 'Niemand zei welke versie van de code gedraaid is.',
      changesUnknown: 'Niemand zei of de code sinds die versie veranderd was.',
      changesLost: 'De code was sinds die versie veranderd, en de veranderingen zijn niet bewaard.',
      noEnvironment: 'Niemand zei met welke pakketten gedraaid is.',
    },
  },
);
