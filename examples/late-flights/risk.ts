import { estimate } from '../kit/figures.ts';
import type { WrittenRisk } from '../kit/written-example.ts';
import { cast } from './people.ts';

const assumed = `${cast.risk_manager} with ${cast.sme}; an assumption of this example`;
const money = (range: readonly [string, string, string]) => estimate(range, assumed);
const no = (reason: string) => ({ choice: 'no', reason });

export const risk: WrittenRisk = {
  aiAct: {
    system: { choice: 'yes', reason: 'It infers from past flights how to foretell the next one.' },
    practice: { choice: 'none', reason: 'It is about flights, and influences nobody.' },
    product: no('No part of an aircraft or of the tower: it advises on the roster of the ground crew.'),
    area: {
      choice: 'none',
      reason:
        'Looked at closely: allotting work by what people do or are is Annex III(4)(b). Here the flight is judged, not the person; who is called in follows the roster rules, as today. If that ever changes, this answer changes.',
    },
    transparency: { choice: 'none', reason: 'Only planners see it, and they know what it is.' },
  },
  confirmed: { role: 'both', confirmedBy: 'Lotte Sanders, legal', remark: 'Minimal, as long as no person is scored.' },
  dpia: {
    personal_data: {
      choice: 'yes',
      reason: 'Not for the forecast. For two key results the calls are counted, and a call belongs to a crew.',
    },
    automated_evaluation: no('No person is evaluated.'),
    special_data_at_scale: no('None are used.'),
    public_monitoring: no('Nothing is watched.'),
    authority_list: no('Looked up: not on it.'),
    evaluation: no('Flights are scored, not people.'),
    automated_decision: no('The planner decides.'),
    monitoring: no('Calls are counted per day, without names.'),
    sensitive: no('Rosters without names.'),
    large_scale: no('A few hundred employees of one station.'),
    matching: no('The roster and the arrivals are both of the station.'),
    vulnerable: { choice: 'yes', reason: 'Employees can hardly refuse: the one criterion that holds.' },
    innovative: no('A forecast of delays is nothing new.'),
    prevents_right: no('Nobody is kept from anything.'),
  },
  dpiaAdvice: {
    dpoAdvice:
      'One criterion of nine holds, so no full assessment is needed. Keep the names out of the counts, and ask again when the roster itself would be advised.',
    remark: 'Advice of the data protection officer, invented for this example.',
  },
  risks: [
    {
      what: 'Planners trust a wrong advice on a bad day',
      cause: 'On a day unlike any before, such as a closed runway, the forecast knows nothing.',
      affected: 'Passengers and crews of a whole evening.',
      likelihood: { kind: 'per_year', ...estimate(['2', '4', '8'], assumed) },
      impact: money(['4000', '9000', '20000']),
      control: 'When more than half of the last hour was late, the screen says that it does not know.',
      residualLikelihood: { kind: 'per_year', ...estimate(['0.5', '1', '3'], assumed) },
      residualImpact: null,
      decision: 'mitigate',
      acceptedBy: cast.sponsor,
      decisionReason: 'It is cheap to say "do not know", and planners ask for it.',
      owner: cast.data_scientist,
    },
    {
      what: 'The feed of departures falls out',
      cause: 'One source, of another department, without an agreement on how long it may be away.',
      affected: 'Planners: they are back at the rule of the route.',
      likelihood: { kind: 'per_year', ...estimate(['3', '6', '12'], assumed) },
      impact: money(['500', '1500', '4000']),
      control: 'The list is shown without the advice, and the rule stays on the sheet beside the phone.',
      residualLikelihood: null,
      residualImpact: money(['200', '600', '1500']),
      decision: 'mitigate',
      acceptedBy: cast.sponsor,
      decisionReason: 'Today is what remains.',
      owner: cast.software_engineer,
    },
    {
      what: 'Crews are called in for nothing too often, and the works council withdraws',
      cause: 'A threshold that is set by money alone.',
      affected: 'Crews, and the project.',
      likelihood: { kind: 'chance', horizonYears: 3, ...estimate(['0.05', '0.15', '0.3'], assumed) },
      impact: money(['60000', '180000', '300000']),
      control: 'The false alarms are a key result of their own, looked at every month with the works council.',
      residualLikelihood: { kind: 'chance', horizonYears: 3, ...estimate(['0.02', '0.05', '0.1'], assumed) },
      residualImpact: null,
      decision: 'accept',
      acceptedBy: cast.sponsor,
      decisionReason: 'What remains is small beside what it brings.',
      owner: cast.sme,
    },
  ],
  appetite: { appetite: '40000', currency: 'EUR' },
  regulator: {
    purpose: {
      text: 'To tell crew planners at departure which flights will be late. Used by planners only; affects crews and passengers. Not to be used to judge people, or to close gates.',
      isNotApplicable: false,
    },
    personalData: {
      text: 'None in the forecast. Calls are counted per day without names, to measure two key results; kept for two years.',
      isNotApplicable: false,
    },
    dataNeeds: { text: 'Five rows under translation, with source, history and freshness.', isNotApplicable: false },
    limitations: {
      text: 'Knows nothing of a closed runway or a strike. Was not measured in summer yet: the known months are January to March.',
      isNotApplicable: false,
    },
    oversight: {
      text: `The planner decides on every call; ${cast.sme} looks every week at what was followed and what came of it.`,
      isNotApplicable: false,
    },
    waivers: {
      text: 'Where one person builds this example alone, four eyes are waived by name at each gate; nothing else is.',
      isNotApplicable: false,
    },
    review: {
      text: 'After three months of use, and then every half year. The way back is the sheet with the rule.',
      isNotApplicable: false,
    },
  },
  signed: `The assessment at the begin, as ${cast.risk_manager} would sign it; recorded here by who runs this Peil`,
};
