import { dataFile } from '../kit/data-file.ts';
import type { Example } from '../kit/example.ts';
import type { WrittenDecision, WrittenExample } from '../kit/written-example.ts';
import { type Measured, measure } from './measure.ts';
import { cast, people } from './people.ts';
import { conversations, objectives } from './requirements.ts';
import { valueModel } from './value-model.ts';
import { checklist, dataRequirements, risk, translation, weighed } from './weighing.ts';
import * as words from './words.ts';

/** A regression that ends in a no-go: moving the moment of the decision earns more than foretelling it. */
export const summerIce: Example = {
  name: 'summer-ice',
  write: async (day) => written(await measure(dataFile('seattle-weather.csv')), day),
};

function written(data: Measured, day: string): WrittenExample {
  return {
    title: words.title,
    opportunity: words.opportunity(data),
    links: [words.source],
    files: [],
    people: people(day),
    objectives: objectives(data, day),
    accepted,
    translation,
    dataRequirements: dataRequirements(data),
    valueModel: valueModel(data),
    weighed: weighed(data),
    conversations,
    checklist,
    risk,
    decided: stopped(data),
  };
}

const accepted: WrittenDecision = {
  terms: { outcome: 'go', reasons: words.acceptReasons },
  people: [
    { name: cast.sme, role: 'sme', meaning: 'stands for the problem as it is written' },
    { name: cast.sponsor, role: 'sponsor', meaning: 'wants to know within two weeks' },
  ],
};

function stopped(data: Measured): WrittenDecision {
  return {
    terms: {
      outcome: 'no_go',
      reasons: words.noGoReasons(data),
      redirect: { kind: 'process_change', text: words.redirect },
      lessons: words.lessons,
    },
    people: [
      { name: cast.sme, role: 'sme', meaning: 'takes the change of process on' },
      { name: cast.data_scientist, role: 'data_scientist', meaning: 'advises against a model' },
      { name: cast.sponsor, role: 'sponsor', meaning: 'ends the track for machine learning' },
    ],
  };
}
