import { defineTexts } from '../../../platform/text/define-texts.ts';

/** Of a policy that asks nothing of the risk. */
export const openClassTexts = defineTexts(
  {
    strictest:
      'This policy does not ask for the class under the AI Act: from G1 on, a problem without a class is judged as one of high risk.',
  },
  {
    strictest:
      'Dit beleid vraagt niet naar de klasse onder de AI-verordening: vanaf G1 wordt een probleem zonder klasse beoordeeld als een met hoog risico.',
  },
);
