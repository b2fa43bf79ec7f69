import { defineTexts } from '../../platform/text/define-texts.ts';
import type { Locale } from '../../platform/text/locale.ts';

/** What a name stands for, and what one person alone leaves open: said by the page and, where nobody says it, by the server. */
export const signingWords = defineTexts(
  {
    meanings: {
      go: 'approves the go',
      conditional_go: 'approves the go with its conditions',
      no_go: 'approves the no-go',
      defer: 'agrees to defer',
      reopen: 'approves the reopening',
    },
    fourEyes: 'A second pair of eyes: somebody else signs and decides.',
    alone: 'One person alone at their own machine holds every role.',
  },
  {
    meanings: {
      go: 'keurt de go goed',
      conditional_go: 'keurt de go met de voorwaarden goed',
      no_go: 'keurt de no-go goed',
      defer: 'stemt in met uitstel',
      reopen: 'keurt het heropenen goed',
    },
    fourEyes: 'Een tweede paar ogen: iemand anders tekent en besluit.',
    alone: 'Eén mens alleen achter de eigen machine heeft elke rol.',
  },
);

/** A reason that Peil gave itself is said in the language of who reads; what people wrote stays as it is. */
export const sayReason = (reason: string, locale: Locale): string =>
  Object.values(signingWords).some(({ alone }) => alone === reason) ? signingWords[locale].alone : reason;
