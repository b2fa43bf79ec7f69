import { defineTexts } from '../../platform/text/define-texts.ts';

/** What stands in the way of promoting a version, beside what its run lacks. */
export const promotionTexts = defineTexts(
  {
    modelInInbox: 'The model belongs to no problem yet: assign it from the inbox.',
    noRun: 'Nobody said which run made it: register it with its run.',
    runElsewhere: 'Its run belongs to another problem than the model.',
    runUnknown: 'Its run is not there, or you may not see it.',
  },
  {
    modelInInbox: 'Het model hoort nog bij geen probleem: wijs het toe vanuit de inbox.',
    noRun: 'Niemand zei welke run hem maakte: registreer hem met zijn run.',
    runElsewhere: 'De run hoort bij een ander probleem dan het model.',
    runUnknown: 'De run is er niet, of u mag hem niet zien.',
  },
);
