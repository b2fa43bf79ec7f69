import { defineTexts } from '../../platform/text/define-texts.ts';

interface Remark {
  /** the beginning of what the expert wrote; empty where it was erased */
  text: string;
}

/** What an open steering remark asks at a gate, by the `text` of its evidence. */
export const conversationGateTexts = defineTexts(
  {
    'steering.unanswered': (p: Remark) => `Answer the steering remark of the expert: “${p.text || 'erased'}”`,
    'steering.unaccepted': (p: Remark) => `Let the expert accept the answer to: “${p.text || 'erased'}”`,
    'steering.accepted': (p: Remark) => `The steering remark was answered and accepted: “${p.text || 'erased'}”`,
  },
  {
    'steering.unanswered': (p) => `Beantwoord de sturende opmerking van de expert: “${p.text || 'gewist'}”`,
    'steering.unaccepted': (p) => `Laat de expert het antwoord aanvaarden op: “${p.text || 'gewist'}”`,
    'steering.accepted': (p) => `De sturende opmerking is beantwoord en aanvaard: “${p.text || 'gewist'}”`,
  },
);
