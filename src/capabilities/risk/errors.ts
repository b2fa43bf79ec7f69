import { defineErrors } from '../../platform/errors/define-errors.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { aiActTree } from './ai-act-tree.ts';
import type { RiskEvidenceId } from './assessment-contract.ts';

const openEn: Record<RiskEvidenceId, string> = {
  'risk.classified': 'the class under the AI Act, with the role and who confirms it',
  'risk.dpia': 'data protection',
  'risk.register': 'the risks with likelihood and impact',
  'risk.signed': 'the signature',
  'risk.accepted': 'the decisions on the risks',
};
const openNl: Record<RiskEvidenceId, string> = {
  'risk.classified': 'de klasse onder de AI-verordening, met de rol en wie haar bevestigt',
  'risk.dpia': 'gegevensbescherming',
  'risk.register': 'de risico’s met kans en gevolg',
  'risk.signed': 'de handtekening',
  'risk.accepted': 'de besluiten over de risico’s',
};
const questionIn = (id: string, locale: Locale) =>
  aiActTree.questions.find((question) => question.id === id)?.text[locale] ?? id;
const list = (parts: readonly string[]) => parts.join(', ');
const places = (changed: readonly { place: string }[]) =>
  changed.length === 0 ? '' : ` (${list(changed.slice(0, 5).map(({ place }) => place))})`;

export const riskErrors = defineErrors('risk', {
  notFound: {
    status: 404,
    en: (p: { id: string }) => `This problem has no risk ${p.id}; it may have been removed.`,
    nl: (p) => `Dit probleem heeft geen risico ${p.id}; misschien is het weggehaald.`,
  },
  notRemoved: {
    status: 409,
    en: () => 'This risk was not removed, so there is nothing to bring back.',
    nl: () => 'Dit risico is niet weggehaald, dus er valt niets terug te brengen.',
  },
  tooMany: {
    status: 409,
    en: (p: { limit: number }) =>
      `There are ${p.limit} risks already, and more are not read by anybody. Remove one first.`,
    nl: (p) => `Er zijn al ${p.limit} risico’s; meer leest niemand. Haal er eerst een weg.`,
  },
  orderDiffers: {
    status: 409,
    en: (p: { expected: readonly string[] }) =>
      `The order must name each risk exactly once. Expected are, in any order: ${list(p.expected) || 'none'}.`,
    nl: (p) =>
      `De volgorde moet elk risico precies één keer noemen. Verwacht, in willekeurige volgorde: ${list(p.expected) || 'geen'}.`,
  },
  unknownQuestion: {
    status: 404,
    en: (p: { given: string; expected: readonly string[] }) =>
      `There is no question ${p.given}. Expected is one of: ${list(p.expected)}.`,
    nl: (p) => `Er is geen vraag ${p.given}. Verwacht wordt een van: ${list(p.expected)}.`,
  },
  unknownChoice: {
    status: 422,
    en: (p: { given: string; expected: readonly string[] }) =>
      `The question has no answer ${p.given}. Expected is one of: ${list(p.expected)}.`,
    nl: (p) => `De vraag heeft geen antwoord ${p.given}. Verwacht wordt een van: ${list(p.expected)}.`,
  },
  reasonNeeded: {
    status: 422,
    en: () => 'This exemption counts only when its reasons are documented. Write them with the answer.',
    nl: () => 'Deze uitzondering telt alleen met een gedocumenteerde motivering. Schrijf die bij het antwoord.',
  },
  notClassified: {
    status: 409,
    en: (p: { question: string }) =>
      `There is no class to confirm yet: the question “${questionIn(p.question, 'en')}” is still open. Answer it first.`,
    nl: (p) =>
      `Er is nog geen klasse om te bevestigen: de vraag “${questionIn(p.question, 'nl')}” staat nog open. Beantwoord die eerst.`,
  },
  naNeedsReason: {
    status: 422,
    en: () => 'Say why this does not apply: a regulator will ask.',
    nl: () => 'Zeg waarom dit niet van toepassing is: een toezichthouder vraagt ernaar.',
  },
  incomplete: {
    status: 409,
    en: (p: { open: readonly RiskEvidenceId[] }) =>
      `This cannot be signed yet. Still open: ${list(p.open.map((id) => openEn[id]))}.`,
    nl: (p: { open: readonly RiskEvidenceId[] }) =>
      `Dit kan nog niet worden ondertekend. Nog open: ${list(p.open.map((id) => openNl[id]))}.`,
  },
  contentChanged: {
    status: 409,
    en: (p: { hash: string; changed: readonly { place: string }[] }) =>
      `The assessment is no longer what you read${places(p.changed)}. Read it again and sign what stands there now.`,
    nl: (p) =>
      `De beoordeling is niet meer wat u las${places(p.changed)}. Lees haar opnieuw en onderteken wat er nu staat.`,
  },
  alreadySigned: {
    status: 409,
    en: () => 'This assessment is signed already, and nothing has changed since.',
    nl: () => 'Deze beoordeling is al ondertekend, en er is sindsdien niets gewijzigd.',
  },
  signatureNotFound: {
    status: 404,
    en: (p: { number: number }) => `This problem has no signed assessment ${p.number}.`,
    nl: (p) => `Dit probleem heeft geen ondertekende beoordeling ${p.number}.`,
  },
});
