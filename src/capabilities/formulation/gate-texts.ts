import { defineTexts } from '../../platform/text/define-texts.ts';

/** What stands in the way of a decision, said by the server so that page and terminal say the same. */
export const gateTexts = defineTexts(
  {
    prohibited: 'The law forbids this practice (AI Act, article 5): only a no-go can be decided.',
    proposer: 'Who proposed it does not decide it: somebody else gives the last signature.',
    waivers: (p: { most: number }) =>
      p.most === 0 ? 'By this policy nothing can be waived.' : `By this policy at most ${p.most} items can be waived.`,
    unsigned: (p: { role: string }) => `The ${p.role} has not signed yet.`,
    stale: (p: { role: string }) =>
      `The signature of the ${p.role} no longer counts, because the evidence changed or its time has passed: look, and sign again.`,
    quorum: (p: { role: string; asked: number; signed: number }) =>
      `${p.asked} different people sign as ${p.role}; ${p.signed} ${p.signed === 1 ? 'has' : 'have'} signed.`,
    objection: (p: { role: string }) => `The ${p.role} objects: mend it, or talk it over until they sign.`,
    onePerson: (p: { roles: string }) =>
      `Somebody with two roles counts once: ${p.roles} and who decides must be different people.`,
    decider: (p: { roles: string }) => `The last signature is that of the ${p.roles}.`,
    roles: {
      sme: 'subject matter expert',
      data_scientist: 'data scientist',
      data_engineer: 'data engineer',
      software_engineer: 'software engineer',
      analytics_architect: 'analytics architect',
      risk_manager: 'risk manager',
      sponsor: 'sponsor',
      validator: 'validator',
      stakeholder: 'stakeholder',
    },
  },
  {
    prohibited: 'De wet verbiedt deze praktijk (AI-verordening, artikel 5): alleen een no-go kan worden besloten.',
    proposer: 'Wie het voorstelde, besluit er niet over: iemand anders zet de laatste handtekening.',
    waivers: (p) =>
      p.most === 0
        ? 'Met dit beleid kan van niets worden afgezien.'
        : `Met dit beleid kan van hoogstens ${p.most} punten worden afgezien.`,
    unsigned: (p) => `De ${p.role} heeft nog niet getekend.`,
    stale: (p) =>
      `De handtekening van de ${p.role} telt niet meer, omdat het bewijs is gewijzigd of de tijd voorbij is: kijk, en teken opnieuw.`,
    quorum: (p) =>
      `Er tekenen ${p.asked} verschillende mensen als ${p.role}; ${p.signed} ${p.signed === 1 ? 'heeft' : 'hebben'} getekend.`,
    objection: (p) => `De ${p.role} maakt bezwaar: herstel het, of praat erover tot er wordt getekend.`,
    onePerson: (p) =>
      `Wie twee rollen heeft telt één keer: ${p.roles} en wie besluit moeten verschillende mensen zijn.`,
    decider: (p) => `De laatste handtekening is die van de ${p.roles}.`,
    roles: {
      sme: 'inhoudelijk deskundige',
      data_scientist: 'data scientist',
      data_engineer: 'data engineer',
      software_engineer: 'software engineer',
      analytics_architect: 'analytics-architect',
      risk_manager: 'risicomanager',
      sponsor: 'opdrachtgever',
      validator: 'validator',
      stakeholder: 'belanghebbende',
    },
  },
);
