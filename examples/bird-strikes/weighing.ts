import type { DataRequirementFields, TranslationTexts } from '../../src/capabilities/formulation/contract.ts';
import { assumed as assume, count, estimate } from '../kit/figures.ts';
import { answeredBy, begunBy, standsAt } from '../kit/checklist-items.ts';
import { daysAfter } from '../kit/day.ts';
import type { WrittenItem, WrittenWeighing } from '../kit/written-example.ts';
import type { Measured } from './measure.ts';
import { cast } from './people.ts';

const assumed = assume('maintenance control');
const money = (range: readonly [string, string, string]) => estimate(range, assumed);

export const translation: TranslationTexts = {
  task: 'multiclass',
  unit: 'One reported strike.',
  target: 'Which damage the inspection will find: none, minor, medium or substantial.',
  truth: 'The report of the inspection, within a day; the work order when there is damage.',
  moment: 'When the report of the crew comes in, usually in the air.',
  horizon: 'Twenty minutes to two hours: until the aircraft is at the gate.',
  action:
    'Maintenance control sends nobody extra, sends a team to the gate, or holds a hangar and a spare aircraft. The inspection is done in every case.',
  capacity: '',
  constraints:
    'May not shorten or replace an inspection, and may not be shown to who inspects. An answer within a minute is soon enough.',
  fairness: 'Nobody is judged by it. An airline whose crews report late gets less from it; they are told so.',
};

export function dataRequirements(data: Measured): DataRequirementFields[] {
  const volume = `${count(data.reports)} reports, ${count(data.byDamage.Substantial)} of them with substantial damage`;
  return [
    {
      what: 'Report of the strike: phase of flight, speed, species, size, time of day',
      why: 'All that is known before landing.',
      history: 'Ten years: substantial damage is rare',
      granularity: 'One row per strike',
      freshness: 'Within four minutes of the report',
      segment: 'All airlines',
      volume,
      source: 'FAA wildlife strike database for the past; flight messages for today',
    },
    {
      what: 'Damage that the inspection found',
      why: 'The truth.',
      history: 'As the reports',
      granularity: 'One row per strike',
      freshness: 'A day',
      segment: 'All airlines',
      volume,
      source: 'In the same database; for our own work, the work orders',
    },
    {
      what: 'Which part was hit',
      why: 'Says most, by the word of the shift leader.',
      history: '',
      granularity: 'One row per strike',
      freshness: '',
      segment: '',
      volume: '',
      source: 'Nowhere yet; perhaps in the free text',
    },
  ];
}

export const weighed: WrittenWeighing = {
  text: 'A rule: what is sent follows from phase of flight and size together, on a card. A process change: the shift leader calls the crew of every strike for one minute. Buying: nothing was found that is sold for this. Doing nothing: nobody extra is sent.',
  alternatives: [
    {
      kind: 'process_change',
      name: 'One minute on the line with the crew',
      description:
        'The shift leader asks what was hit and whether the engine shook. It takes a second person in the evening.',
      figures: {
        buildCost: money(['0', '5000', '10000']),
        runCostPerYear: money(['55000', '75000', '95000']),
        brings: { kind: 'yearly-saving', savingPerYear: money(['60000', '210000', '380000']) },
      },
    },
    {
      kind: 'rule',
      name: 'A card with phase and size',
      description: 'Climb and descent weigh more than the landing roll. Nobody has counted yet what it would catch.',
      figures: { buildCost: money(['2000', '3000', '6000']) },
    },
  ],
  fit: {
    pattern: {
      answer: 'yes',
      reason: `${cast.data_scientist}: damage is twice as frequent in climb as in the approach, and grows with speed.`,
    },
    data: {
      answer: 'unknown',
      reason: `${cast.data_engineer}: the reports are there. Whether they come before the landing is what we do not know.`,
    },
    repeatable: { answer: 'yes', reason: `${cast.sme}: two or three times a day, the same question each time.` },
  },
};

/** What has been answered so far; the rest is open, and the gate says so. */
export function checklist(day: string): Record<string, WrittenItem> {
  return {
    'worth-looking-at': answeredBy(
      cast.sponsor,
      'yes: half a day of standing still pays for a month of looking into it.',
    ),
    'what-happens-now': standsAt('opportunity'),
    'business-context': answeredBy(
      cast.sme,
      '"substantial" means that the structure or the flying was affected and a part is replaced; a feather in the engine is a strike too.',
    ),
    'cost-of-mistakes': begunBy(cast.sme, {
      text: 'the first two columns were estimated with finance; the price of a spare aircraft in summer is still asked.',
      dueDate: daysAfter(day, 10),
    }),
    'held-to-objectives': standsAt('requirements'),
    'rule-to-beat': answeredBy(
      cast.data_scientist,
      'the rule by size, counted case by case; and one minute on the line, which is not counted yet.',
    ),
    'what-is-predicted': begunBy(cast.data_scientist, {
      text: 'all but how many strikes can be handled at once.',
      dueDate: daysAfter(day, 7),
    }),
    'sources-with-expert': answeredBy(
      cast.data_engineer,
      `the database of the FAA, read with ${cast.sme} row by row for one month.`,
    ),
    'who-uses-it': answeredBy(
      cast.software_engineer,
      'the board of maintenance control; the same team looks after it.',
    ),
    'nothing-fixed-yet': answeredBy(cast.analytics_architect, 'nothing is named, and nothing has to be for now.'),
    'class-of-the-law': begunBy(cast.risk_manager, {
      text: 'aviation is in Annex I, section B. Legal looks at whether this is a safety component when every inspection is done anyway.',
      dueDate: daysAfter(day, 14),
    }),
    'privacy-assessment': standsAt('risk'),
    'who-is-harmed': begunBy(cast.risk_manager, {
      text: 'passengers, if an inspection would ever be shortened. How that is ruled out must be written into the work instruction.',
      dueDate: daysAfter(day, 14),
    }),
  };
}
