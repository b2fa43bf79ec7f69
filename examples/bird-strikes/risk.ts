import { estimate } from '../kit/figures.ts';
import type { WrittenRisk } from '../kit/written-example.ts';
import { cast } from './people.ts';

const assumed = `${cast.risk_manager}; an assumption of this example`;

/** The question on aviation is still open, and so there is no class yet; one risk is whole and one is not. */
export const risk: WrittenRisk = {
  aiAct: {
    system: { choice: 'yes', reason: 'It infers from past reports what an inspection will find.' },
    practice: { choice: 'none', reason: 'No person is influenced or judged.' },
  },
  dpia: { personal_data: { choice: 'no', reason: 'Strikes and aircraft. The name of the captain is not read.' } },
  risks: [
    {
      what: 'Somebody takes "nothing extra is held" for "nothing is wrong"',
      cause: 'A screen in a hurry.',
      affected: 'Whoever is on the next flight; the company that let it go.',
      likelihood: { kind: 'chance', horizonYears: 5, ...estimate(['0.001', '0.005', '0.02'], assumed) },
      impact: estimate(['500000', '2000000', '8000000'], assumed),
      control: 'The inspector does not see it, and the release of the aircraft asks for the inspection by its number.',
      residualLikelihood: { kind: 'chance', horizonYears: 5, ...estimate(['0.0001', '0.0005', '0.002'], assumed) },
      residualImpact: null,
      decision: 'mitigate',
      acceptedBy: '',
      decisionReason: '',
      owner: cast.sme,
    },
    {
      what: 'Hangars are held for one airline at the cost of another',
      cause: 'One model for all airlines, and hangars that are few.',
      affected: 'The smaller airlines.',
      likelihood: null,
      impact: null,
      control: '',
      residualLikelihood: null,
      residualImpact: null,
      decision: null,
      acceptedBy: '',
      decisionReason: '',
      owner: '',
    },
  ],
  appetite: { appetite: '25000', currency: 'EUR' },
  regulator: {
    purpose: {
      text: 'To hold people, hangars and spare aircraft ready after a reported strike. Not to be used to decide whether or how an aircraft is inspected.',
      isNotApplicable: false,
    },
  },
};
