import { defineErrors } from '../../platform/errors/define-errors.ts';

/** What a gate refuses of people, whatever the evidence: what is not theirs to do there. */
export const gateErrors = defineErrors('gate', {
  neverWaived: {
    status: 409,
    en: (p: { item: string }) =>
      `${p.item} is left open by nobody: it says which rule holds here, or was a condition of an earlier go. Answer it, or defer.`,
    nl: (p) =>
      `${p.item} laat niemand open: het zegt welke regel hier geldt, of was een voorwaarde van een eerdere go. Beantwoord het, of stel uit.`,
  },
  decidersWaive: {
    status: 403,
    en: (p: { deciders: readonly string[]; roles: readonly string[] }) =>
      `What may stay open is for who decides at this gate: ${list(p.deciders)}. Your roles that count here: ${list(p.roles) || 'none'}. Ask one of them.`,
    nl: (p) =>
      `Wat er open mag blijven, is aan wie bij deze poort besluit: ${list(p.deciders)}. Uw rollen die hier tellen: ${list(p.roles) || 'geen'}. Vraag het een van hen.`,
  },
  proposerWaives: {
    status: 403,
    en: () => 'You proposed this, so somebody else says what may stay open. Ask another person who decides here.',
    nl: () =>
      'U stelde dit voor; iemand anders zegt dus wat er open mag blijven. Vraag het een ander die hier besluit.',
  },
  blocksTooEarly: {
    status: 422,
    en: (p: { given: string; later: readonly string[] }) =>
      `A condition of this go cannot hold ${p.given} back: that gate is not after it. Choose one of: ${list(p.later)}.`,
    nl: (p) =>
      `Een voorwaarde van deze go kan ${p.given} niet tegenhouden: die poort komt er niet na. Kies een van: ${list(p.later)}.`,
  },
  namesOnlyAlone: {
    status: 422,
    en: () =>
      'In a team everybody puts their own name under a decision. Leave `people` out, and let them sign the proposal.',
    nl: () =>
      'In een team zet ieder de eigen naam onder een besluit. Laat `people` weg en laat hen het voorstel ondertekenen.',
  },
  notWaived: {
    status: 404,
    en: (p: { item: string; waived: readonly string[] }) =>
      `${p.item} was not left open in this proposal, so there is nothing to take back. Left open are: ${list(p.waived) || 'no items'}.`,
    nl: (p) =>
      `${p.item} is in dit voorstel niet opengelaten; er valt niets terug te nemen. Opengelaten zijn: ${list(p.waived) || 'geen punten'}.`,
  },
  notYourCondition: {
    status: 403,
    en: (p: { deciders: readonly string[] }) =>
      `Whether this condition is met is for who sees to it, and for who decides at its gate: ${list(p.deciders)}. Tell one of them what shows it.`,
    nl: (p) =>
      `Of aan deze voorwaarde is voldaan, is aan wie ervoor zorgt en aan wie bij die poort besluit: ${list(p.deciders)}. Zeg een van hen waaruit het blijkt.`,
  },
});

const list = (words: readonly string[]) => words.join(', ');
