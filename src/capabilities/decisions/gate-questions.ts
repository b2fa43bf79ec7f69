import { defineTexts } from '../../platform/text/define-texts.ts';

/** What each gate asks: its name wherever it is shown. */
export const gateQuestions = defineTexts(
  {
    g0: 'Is this a problem worth the work?',
    g1: 'Is machine learning the answer?',
    g2: 'Are the data enough?',
    g3: 'How is it made, and with what?',
  },
  {
    g0: 'Is dit een probleem dat het werk waard is?',
    g1: 'Is machine learning het antwoord?',
    g2: 'Zijn de gegevens genoeg?',
    g3: 'Hoe wordt het gemaakt, en waarmee?',
  },
);
