import { dataFile } from '../kit/data-file.ts';
import { daysAfter } from '../kit/day.ts';
import type { Example } from '../kit/example.ts';
import { once } from '../kit/once.ts';
import type { WrittenDecision, WrittenExample } from '../kit/written-example.ts';
import { approach } from './approach.ts';
import { checklist } from './checklist.ts';
import { data as dataOf } from './data.ts';
import { type Measured, measure } from './measure.ts';
import { cast, people } from './people.ts';
import { conversations, objectives } from './requirements.ts';
import { risk } from './risk.ts';
import { dataRequirements, translation } from './translation.ts';
import { valueModel } from './value-model.ts';
import { weighed } from './weighing.ts';
import { runs } from './runs.ts';
import * as words from './words.ts';

const counted = once(() => measure(dataFile('flights-3m.parquet')));

/** A yes-or-no problem that went all the way: from three million flights over two gos to models that are held against the level. */
export const lateFlights: Example = {
  name: 'late-flights',
  write: async (day) => written(await counted(), day),
};

function written(data: Measured, day: string): WrittenExample {
  return {
    title: words.title,
    opportunity: words.opportunity(data),
    links: [words.source],
    files: [words.lateByHour(data)],
    people: people(data, day),
    objectives: objectives(data, day),
    accepted,
    translation,
    dataRequirements: dataRequirements(data),
    valueModel: valueModel(data),
    weighed: weighed(data),
    conversations,
    checklist: checklist(data, day),
    risk,
    decided: decided(day),
    data: dataOf(data, day),
    approach,
    runs,
  };
}

const accepted: WrittenDecision = {
  terms: { outcome: 'go', reasons: words.acceptReasons },
  people: [
    { name: cast.sme, role: 'sme', meaning: 'stands for the problem as it is written' },
    { name: cast.sponsor, role: 'sponsor', meaning: 'finds it worth the work' },
  ],
};

function decided(day: string): WrittenDecision {
  return {
    terms: {
      outcome: 'conditional_go',
      reasons: words.goReasons,
      conditions: [
        {
          text: `The departures of the same day are stored, and are there within ten minutes. ${cast.data_engineer} shows it over two whole weeks.`,
          due: daysAfter(day, 45),
          blocks: 'g2',
        },
        {
          text: `The agreement with the works council is written and signed: flights only, and at most twice a week for nothing. ${cast.sme} brings it.`,
          due: daysAfter(day, 90),
          blocks: 'g4',
        },
      ],
    },
    people: [
      { name: cast.sme, role: 'sme', meaning: 'confirms the problem and the prices' },
      { name: cast.data_scientist, role: 'data_scientist', meaning: 'judges the level within reach' },
      { name: cast.data_engineer, role: 'data_engineer', meaning: 'can bring the data, on the first condition' },
      { name: cast.software_engineer, role: 'software_engineer', meaning: 'has a place for it in the roster system' },
      {
        name: cast.analytics_architect,
        role: 'analytics_architect',
        meaning: 'sees nothing that the landscape cannot bear',
      },
      { name: cast.risk_manager, role: 'risk_manager', meaning: 'has assessed the risks at the begin' },
      { name: cast.sponsor, role: 'sponsor', meaning: 'pays for the next phase' },
    ],
  };
}
