import { assumed as assume, estimate, share } from '../kit/figures.ts';
import type { WrittenWeighing } from '../kit/written-example.ts';
import { knownUntil, type Measured, rule, sharperRule, station } from './measure.ts';
import { cast } from './people.ts';

const assumed = assume('crew planner');
const money = (range: readonly [string, string, string]) => estimate(range, assumed);
const nothingToBuild = { likely: '0', source: 'Nothing to build' };

const counted = `Counted in the flights of 2001 to ${station} before ${knownUntil}`;

/** What could be done instead of a model; what the sharper rule catches is counted, the other savings are assumptions. */
export const weighed = (data: Measured): WrittenWeighing => ({
  text: "A rule: the record of the route, as today; it can be sharpened by the hour of the day. A process change: a standby crew for every evening bank, dear and idle in the morning. Buying: the airlines' own arrival forecast, which comes 40 minutes before landing, too late for most calls. Doing nothing: overtime and missed connections as they are.",
  alternatives: alternatives(data),
  fit,
});

function alternatives(data: Measured): WrittenWeighing['alternatives'] {
  return [
    {
      kind: 'rule',
      name: 'The rule, sharpened by the hour',
      description: `As today, with a lower bar for flights that depart after six in the evening: ${sharperRule.eveningShare * 100} % of the route's flights of the last days instead of ${rule.share * 100} %. Two days of work on the sheet beside the phone.`,
      figures: {
        buildCost: money(['2000', '4000', '8000']),
        runCostPerYear: money(['0', '2000', '5000']),
        brings: {
          kind: 'recall-and-precision',
          recall: { likely: share(data.sharperHits / data.late), source: counted },
          precision: {
            likely: share(data.sharperHits / (data.sharperHits + data.sharperFalseAlarms)),
            source: counted,
          },
        },
      },
    },
    {
      kind: 'process_change',
      name: 'A standby crew every evening',
      description: 'Six people on call from 17:00 to 23:00, all year. It needs nothing to be foretold.',
      figures: {
        buildCost: nothingToBuild,
        runCostPerYear: money(['560000', '610000', '680000']),
        brings: { kind: 'yearly-saving', savingPerYear: money(['250000', '420000', '600000']) },
      },
    },
    {
      kind: 'buy',
      name: 'The arrival forecast of the airlines',
      description: 'Very good, but 40 minutes before landing: at that notice only half of the crews can be called in.',
      figures: {
        buildCost: money(['20000', '30000', '50000']),
        runCostPerYear: money(['90000', '120000', '150000']),
        brings: { kind: 'yearly-saving', savingPerYear: money(['80000', '150000', '260000']) },
      },
    },
    {
      kind: 'nothing',
      name: 'Leave it as it is',
      description: 'Overtime and missed connections as they are.',
      figures: {},
    },
  ];
}

const fit: WrittenWeighing['fit'] = {
  pattern: {
    answer: 'yes',
    reason: `${cast.data_scientist}: later in the day more is late, and a bad day stays bad. Both can be seen in the file.`,
  },
  data: {
    answer: 'yes',
    reason: `${cast.data_engineer}: three months of every arrival are there; the departures of the same day still have to be stored.`,
  },
  repeatable: {
    answer: 'yes',
    reason: `${cast.sme}: some nine hundred times a day, by the same people, in the same way.`,
  },
  tolerable: {
    answer: 'yes',
    reason: `${cast.risk_manager}: a wrong advice costs a shift or a wait. Nobody is hurt, and the planner decides.`,
  },
};
