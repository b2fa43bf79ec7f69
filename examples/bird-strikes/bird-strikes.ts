import { dataFile } from '../kit/data-file.ts';
import type { Example } from '../kit/example.ts';
import type { WrittenDecision, WrittenExample } from '../kit/written-example.ts';
import { type Measured, measure } from './measure.ts';
import { cast, people } from './people.ts';
import { conversations, objectives } from './requirements.ts';
import { risk } from './risk.ts';
import { checklist, dataRequirements, translation, weighed } from './weighing.ts';
import { valueModel } from './value-model.ts';
import * as words from './words.ts';

/** A problem of several classes that is being worked on: accepted, priced, and with much still open before its go. */
export const birdStrikes: Example = {
  name: 'bird-strikes',
  write: async (day) => written(await measure(dataFile('birdstrikes.csv')), day),
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
    weighed,
    conversations,
    checklist: checklist(day),
    risk,
  };
}

const accepted: WrittenDecision = {
  terms: { outcome: 'go', reasons: words.acceptReasons },
  people: [
    { name: cast.sme, role: 'sme', meaning: 'stands for the problem as it is written' },
    { name: cast.sponsor, role: 'sponsor', meaning: 'wants to know what could be known earlier' },
  ],
};
