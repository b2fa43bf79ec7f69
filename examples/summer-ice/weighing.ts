import type { DataRequirementFields, TranslationTexts } from '../../src/capabilities/formulation/contract.ts';
import { answeredBy, doesNotApply, standsAt } from '../kit/checklist-items.ts';
import { assumed as assume, count, estimate, percent } from '../kit/figures.ts';
import type { WrittenItem, WrittenRisk, WrittenWeighing } from '../kit/written-example.ts';
import type { Measured } from './measure.ts';
import { cast } from './people.ts';
import { kiosks } from './value-model.ts';

const assumed = assume('manager of the kiosks and the ice maker');
const money = (range: readonly [string, string, string]) => estimate(range, assumed);

export const translation: TranslationTexts = {
  task: 'regression',
  unit: 'One day of the season, the same for every kiosk.',
  target: 'The highest temperature of tomorrow, in °C.',
  truth: 'The thermometer, the evening after.',
  moment: 'At four in the afternoon, when the order has to be in.',
  horizon: 'About twenty-two hours, to the afternoon of the next day.',
  action: 'The seller orders so many buckets, by a table from degrees to buckets.',
  capacity: `${kiosks} orders a day; there is no limit to what can be followed.`,
  constraints: 'None by law. It must be on the telephone of the seller by half past three.',
  fairness: 'Nobody: it is about the weather.',
};

export function dataRequirements(data: Measured): DataRequirementFields[] {
  return [
    {
      what: 'Highest temperature by day',
      why: 'The target, and yesterday’s is what we go by now.',
      history: 'Ten seasons at least; there are four',
      granularity: 'One row per day',
      freshness: 'The same afternoon',
      segment: 'The lake; the station stands eight kilometres away',
      volume: `${count(data.days)} days of four seasons`,
      source: 'NOAA, daily weather of Seattle',
    },
    {
      what: 'Pressure, wind and cloud over the Pacific',
      why: 'What tomorrow’s weather is made of. Without it nobody foretells it.',
      history: 'Decades',
      granularity: 'By hour and grid cell',
      freshness: 'Three hours',
      segment: 'The whole ocean',
      volume: 'More than we could ever handle',
      source: 'The weather service, which makes its own forecast of it, for free',
    },
  ];
}

export const weighed = (data: Measured): WrittenWeighing => ({
  text: 'A process change: order at seven in the morning of the day itself. Buying: the forecast of the weather service the afternoon before, which is free, by a table on the wall. A rule: a little less than today when it was much warmer than the month. Doing nothing: as it is.',
  alternatives: [
    {
      kind: 'process_change',
      name: 'Order at seven in the morning of the day itself',
      description:
        'With the forecast of six o’clock. The ice maker drives a second van on warm days and is paid for it.',
      figures: {
        buildCost: money(['1000', '3000', '6000']),
        runCostPerYear: money(['4000', '6000', '9000']),
        brings: { kind: 'yearly-saving', savingPerYear: money(['22000', '31000', '37000']) },
      },
    },
    {
      kind: 'buy',
      name: 'The free forecast, the afternoon before',
      description:
        'A table on the wall from degrees to buckets, and the forecast of the weather service instead of the thermometer.',
      figures: {
        buildCost: money(['0', '1000', '2000']),
        runCostPerYear: money(['0', '1000', '2000']),
        brings: { kind: 'yearly-saving', savingPerYear: money(['12000', '19000', '26000']) },
      },
    },
    {
      kind: 'rule',
      name: 'Back towards the month',
      description:
        'After a day far from what is usual, order half way back. It is the line that was tried, without a computer.',
      figures: {
        buildCost: { likely: '0', source: 'Nothing to build' },
        runCostPerYear: { likely: '0', source: 'Nothing to run' },
        brings: { kind: 'yearly-saving', savingPerYear: money(['0', '2000', '5000']) },
      },
    },
  ],
  fit: {
    pattern: {
      answer: 'no',
      reason: `${cast.data_scientist}: of the distance from what is usual in the month ${percent(data.lineSlope)} is still there the day after. The rest is not in what we have.`,
    },
    data: {
      answer: 'no',
      reason: `${cast.data_engineer}: four seasons of one thermometer. What makes the weather is somewhere else.`,
    },
    repeatable: { answer: 'yes', reason: `${cast.sme}: every afternoon, fourteen times.` },
    tolerable: { answer: 'yes', reason: `${cast.risk_manager}: it is ice.` },
  },
});

export const checklist: Record<string, WrittenItem> = {
  'worth-looking-at': answeredBy(cast.sponsor, 'two weeks, and not more.'),
  'what-happens-now': standsAt('opportunity'),
  'heard-everybody': standsAt('team'),
  'cost-of-mistakes': standsAt('value'),
  'held-to-objectives': standsAt('requirements'),
  'no-go-conditions': answeredBy(cast.sponsor, 'if perfect does not pay twice over, we stop.'),
  'verdict-per-key-result': standsAt('requirements'),
  'rule-to-beat': answeredBy(cast.data_scientist, 'tomorrow as today, counted over four seasons.'),
  'what-is-predicted': standsAt('translation'),
  'which-data': standsAt('translation'),
  'privacy-assessment': standsAt('risk'),
  'class-of-the-law': standsAt('risk'),
  'who-uses-it': doesNotApply(cast.software_engineer, 'stopped before there was anything to use.'),
  'nothing-fixed-yet': answeredBy(cast.analytics_architect, 'nothing is.'),
};

export const risk: WrittenRisk = {
  aiAct: {
    system: { choice: 'yes', reason: 'It would infer from past days how to foretell the next.' },
    practice: { choice: 'none', reason: 'The weather.' },
    product: { choice: 'no', reason: 'No product.' },
    area: { choice: 'none', reason: 'None of these.' },
    transparency: { choice: 'none', reason: 'Only sellers would see it.' },
  },
  confirmed: { role: 'both', confirmedBy: cast.risk_manager, remark: 'Nothing in it is about people.' },
  dpia: { personal_data: { choice: 'no', reason: 'Temperatures.' } },
  risks: [],
  appetite: {
    appetite: '5000',
    currency: 'EUR',
    noneSeen: 'Nothing beyond the ice itself, and that is priced on the value page.',
  },
  regulator: {},
  signed: `The assessment at the begin, as ${cast.risk_manager} would sign it; recorded here by who runs this Peil`,
};
