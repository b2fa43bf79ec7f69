import { defineTexts } from '../../platform/text/define-texts.ts';

interface Remark {
  /** the beginning of what the expert wrote; empty where it was erased */
  text: string;
  /** what it is about, in the language of the reader */
  place: string;
}

/** What an open steering remark asks at a gate, by the `text` of its evidence. */
export const conversationGateTexts = defineTexts(
  {
    'steering.unanswered': (p: Remark) =>
      `Answer the steering remark of the expert on “${p.place}”: “${p.text || 'erased'}”`,
    'steering.unaccepted': (p: Remark) => `Let the expert accept the answer on “${p.place}”: “${p.text || 'erased'}”`,
    'steering.accepted': (p: Remark) =>
      `The steering remark on “${p.place}” was answered and accepted: “${p.text || 'erased'}”`,
  },
  {
    'steering.unanswered': (p) =>
      `Beantwoord de sturende opmerking van de inhoudelijk deskundige bij “${p.place}”: “${p.text || 'gewist'}”`,
    'steering.unaccepted': (p) =>
      `Laat de inhoudelijk deskundige het antwoord aanvaarden bij “${p.place}”: “${p.text || 'gewist'}”`,
    'steering.accepted': (p) =>
      `De sturende opmerking bij “${p.place}” is beantwoord en aanvaard: “${p.text || 'gewist'}”`,
  },
);
