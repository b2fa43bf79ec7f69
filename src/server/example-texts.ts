import { defineTexts } from '../platform/text/define-texts.ts';

export const exampleTexts = defineTexts(
  {
    counting: 'Counting 3 million flights',
    opportunity: 'Writing the opportunity',
    objective: 'Setting the objective and its key results',
    value: 'Pricing what each outcome is worth',
    decision: 'Deciding: go or no-go',
    done: 'The level is frozen',
  },
  {
    counting: '3 miljoen vluchten tellen',
    opportunity: 'De kans beschrijven',
    objective: 'Het doel en de sleutelresultaten stellen',
    value: 'Bepalen wat elke uitkomst waard is',
    decision: 'Beslissen: go of no-go',
    done: 'Het peil is vastgelegd',
  },
);
