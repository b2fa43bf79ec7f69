import { defineErrors } from '../../platform/errors/define-errors.ts';

const stateEn: Record<string, string> = {
  decided: 'decided',
  withdrawn: 'withdrawn',
  replaced: 'replaced by a later one',
};
const stateNl: Record<string, string> = {
  decided: 'besloten',
  withdrawn: 'ingetrokken',
  replaced: 'vervangen door een later voorstel',
};

export const decisionErrors = defineErrors('decision', {
  notFound: {
    status: 404,
    en: (p: { id: string }) =>
      `This problem has no decision ${p.id}. Its decisions are listed at /decisions under the problem.`,
    nl: (p) => `Dit probleem heeft geen besluit ${p.id}. De besluiten staan onder het probleem bij /decisions.`,
  },
  noName: {
    status: 409,
    en: () =>
      'No name stands here that can be erased: it is gone already, or it is somebody with an account, whose name an administrator erases under People.',
    nl: () =>
      'Hier staat geen naam die te wissen is: die is al weg, of het is iemand met een account, en dan wist een beheerder de naam bij Mensen.',
  },
  proposalNotFound: {
    status: 404,
    en: (p: { id: string }) => `This gate has no proposal ${p.id}. The open one is shown with the gate.`,
    nl: (p) => `Deze poort heeft geen voorstel ${p.id}. Het open voorstel staat bij de poort.`,
  },
  proposalClosed: {
    status: 409,
    en: (p: { state: string }) =>
      `This proposal is ${stateEn[p.state] ?? p.state}, so nothing can be signed any more. Look at the gate for the one on the table.`,
    nl: (p) =>
      `Dit voorstel is ${stateNl[p.state] ?? p.state}; er valt niets meer te tekenen. Kijk bij de poort welk voorstel er nu ligt.`,
  },
  waivedAlready: {
    status: 409,
    en: (p: { item: string }) => `${p.item} is waived already, by whoever is named with the proposal.`,
    nl: (p) => `Van ${p.item} is al afgezien, door wie bij het voorstel staat.`,
  },
  policyNotFound: {
    status: 404,
    en: (p: { version: number }) =>
      `There is no version ${p.version} of a policy here. They are listed at /api/gate-policies.`,
    nl: (p) => `Er is hier geen versie ${p.version} van een beleid. Ze staan bij /api/gate-policies.`,
  },
  conditionNotFound: {
    status: 404,
    en: (p: { id: string }) => `This problem has no condition ${p.id}. They are listed with the decisions.`,
    nl: (p) => `Dit probleem heeft geen voorwaarde ${p.id}. Ze staan bij de besluiten.`,
  },
});
