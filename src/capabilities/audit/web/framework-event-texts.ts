import { defineTexts } from '../../../platform/text/define-texts.ts';

/** As `eventTexts`, of approaches and frameworks. */
export const frameworkEventTexts = defineTexts(
  {
    'approach.created': 'put an approach on the board',
    'approach.edited': 'changed an approach',
    'approach.removed': 'took an approach off the board',
    'approach.restored': 'brought an approach back',
    'approach.vote_withdrawn': 'took a vote on an approach back',
    'approach.voted': 'voted on an approach',
    'framework.added': 'added a framework to the catalogue',
    'framework.alarm': 'told of what has happened to a framework that was chosen',
    'framework.corrected': 'corrected a framework in the catalogue',
    'framework_record.recorded': 'recorded the choice of a framework',
    'personal_data.framework_record_name_erased': 'erased a name in a decision on the framework',
    'framework_selection.written': 'wrote in the selection of a framework',
  },
  {
    'approach.created': 'zette een aanpak op het bord',
    'approach.edited': 'wijzigde een aanpak',
    'approach.removed': 'haalde een aanpak van het bord',
    'approach.restored': 'bracht een aanpak terug',
    'approach.vote_withdrawn': 'nam een stem op een aanpak terug',
    'approach.voted': 'stemde op een aanpak',
    'framework.added': 'voegde een framework toe aan de catalogus',
    'framework.alarm': 'meldde wat er met een gekozen framework is gebeurd',
    'framework.corrected': 'verbeterde een framework in de catalogus',
    'framework_record.recorded': 'legde de keus van een framework vast',
    'personal_data.framework_record_name_erased': 'wiste een naam in een besluit over het framework',
    'framework_selection.written': 'schreef in de selectie van een framework',
  },
);
