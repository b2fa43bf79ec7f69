import { type Rule, ruleSchema } from '../../src/capabilities/contracts/contract.ts';
import { daysAfter } from '../kit/day.ts';
import { count } from '../kit/figures.ts';
import type { WrittenData, WrittenFinding, WrittenNote, WrittenSource } from '../kit/written-data.ts';
import type { WrittenDecision } from '../kit/written-example.ts';
import { earliestMinutes, lateAfterMinutes, type Measured, station } from './measure.ts';
import { cast } from './people.ts';
import { plans, testsFrom } from './plans.ts';
import { caught, forNothing, kept } from './requirements.ts';
import { takeOutFlights } from './take-out.ts';
import { needed } from './translation.ts';

const history = 'On-time performance, US flights';

/** January to March as the team looked at it: where it comes from, what is in it, and whether it is enough. */
export function data(measured: Measured, day: string): WrittenData {
  return {
    sources,
    dataset: {
      name: `Flights to ${station}`,
      description: `One row a flight that arrived at ${station}: what was known when it departed, and how late it was.`,
      note: 'January to March 2001, as taken out by the data engineer',
      source: history,
      file: { name: 'flights-to-ord.parquet', takeOut: takeOutFlights },
    },
    split: {
      name: 'Learning and test, by time',
      rule: { by: 'time', column: 'departed', cuts: [testsFrom], names: ['learning', 'test'] },
      key: ['flight'],
    },
    contract: { rules, note: 'As agreed by data engineer and station manager before the data was judged.' },
    notes,
    findings: findings(measured),
    plans: plans(measured),
    metrics,
    leftFigures: `${cast.data_scientist}: the same flights were counted before, so the figure is the same. Its margin is of chance alone; the months differ more than that, and the margin of the value model is theirs.`,
    met: `${cast.data_engineer} stored the feed of departures for two whole weeks: 99.2 % of the departures were there within ten minutes. The two evenings on which the feed stopped are in the log.`,
    decided: decided(day),
  };
}

const sources: readonly WrittenSource[] = [
  {
    title: history,
    description:
      'One row a flight: departure, origin, destination, distance and delay on arrival. Made for the public statistics of punctuality.',
    kind: 'file',
    location: 'Bureau of Transportation Statistics, January to March 2001',
    owner: 'The statistics office',
    access: 'Public',
    extract: 'one_off',
    personalData: 'none',
    personalDataNote: '',
    answers: Object.values(needed),
    identified: {
      data_engineer: `${cast.data_engineer}: it is complete for the station, and holds what is needed but the planned time.`,
      sme: `${cast.sme}: these are our flights; I know the bad days in it.`,
    },
    judged: { state: 'chosen', reason: 'The only one that goes back a whole winter.' },
  },
  {
    title: 'Feed of departures of the airport',
    description: 'Every departure to the station within two minutes. Not stored anywhere before this project.',
    kind: 'http',
    location: 'The integration platform of the airport',
    owner: 'Airport operations',
    access: 'By a service account, from the data centre of the airport only',
    extract: 'pipeline',
    personalData: 'none',
    personalDataNote: '',
    answers: [],
    identified: {
      data_engineer: `${cast.data_engineer}: it is stored since two weeks, and the fields are the same.`,
      sme: `${cast.sme}: it is what the planners look at.`,
    },
    judged: {
      state: 'rejected',
      reason: 'Two weeks are no history to learn from. It is what the model will read once it is in use.',
    },
  },
  {
    title: 'Notes of the crew planners',
    description: 'A book beside the phone, with remarks on bad evenings.',
    kind: 'other',
    location: 'The desk of the planners',
    owner: cast.sme,
    access: 'On the desk',
    extract: 'one_off',
    personalData: 'unknown',
    personalDataNote: 'There are names of crew members in it.',
    answers: [],
    identified: {
      data_engineer: `${cast.data_engineer}: handwriting, no times.`,
      sme: `${cast.sme}: good to read, not to count.`,
    },
    judged: { state: 'rejected', reason: 'It names people, and it was kept on bad evenings only.' },
  },
];

const rule = (given: Parameters<typeof ruleSchema.parse>[0]): Rule => ruleSchema.parse(given);
const rules: readonly Rule[] = [
  rule({ kind: 'unique', column: 'flight', description: 'A flight stands there once.' }),
  rule({ kind: 'not_null', column: 'departed', description: 'Without its departure nothing can be foretold.' }),
  rule({ kind: 'not_null', column: 'delay_min', description: 'The delay is the truth.' }),
  rule({
    kind: 'accepted_values',
    column: 'late',
    values: [0, 1],
    description: `More than ${lateAfterMinutes} minutes late, or not.`,
  }),
  rule({
    kind: 'range',
    column: 'delay_min',
    min: -earliestMinutes,
    mostly: 0.999,
    description: 'A flight that is too early waits in the air.',
    businessImpact: 'A row that cannot be right makes the rest suspect.',
  }),
  rule({ kind: 'range', column: 'distance_mi', min: 50, max: 5000, description: 'Within the country.' }),
  rule({
    kind: 'null_share',
    column: 'station_late_2h',
    max: 0.01,
    severity: 'warn',
    description: 'After a night without flights there is nothing to go by.',
  }),
];

const notes: readonly WrittenNote[] = [
  {
    on: { kind: 'source', title: history },
    text: `${cast.data_engineer}: taken out once, by hand. For use in production the feed takes its place; the fields are the same.`,
  },
  {
    on: { kind: 'column', column: 'hour' },
    text: `${cast.data_scientist}: the hour in which the flight really left. A flight of 17:40 that leaves at 19:10 counts as evening: a day ahead nobody can know this hour, and the delay is in it already. At departure it is known, and then it is fair to use.`,
  },
  {
    on: { kind: 'column', column: 'landed' },
    text: `${cast.data_engineer}: the file has no moment of arrival. This is the departure, 40 minutes on the ground, and a mile for every eighth of a minute or so.`,
  },
  {
    on: { kind: 'value', column: 'part_of_day', value: 'evening' },
    text: `${cast.sme}: the crew of the day has gone by then. A late flight in the evening costs us most.`,
  },
];

function findings(measured: Measured): readonly WrittenFinding[] {
  const late = { column: 'late', positive: '1' };
  return [
    {
      title: 'The later a flight departs, the more often it arrives late',
      remark: `${cast.data_scientist}: it rises all day, and in the evening nearly half are late. Is that what you see?`,
      spec: { x: 'hour', target: late },
      answer: {
        kind: 'as_expected',
        text: `${cast.sme}: yes. Delays pile up, and nothing is caught up before the night.`,
      },
    },
    {
      title: 'Some flights arrive earlier than is possible',
      remark: `${cast.data_scientist}: ${count(measured.oddRows)} rows are more than ${earliestMinutes} minutes early.`,
      spec: { x: 'delay_min' },
      answer: {
        kind: 'data_error',
        text: `${cast.sme}: that does not exist here. Leave them in, they are few; but the contract must count them.`,
      },
    },
    {
      title: 'A few days carry most of the late flights',
      remark: `${cast.data_scientist}: can we trust a model that has seen so few bad days?`,
      spec: { x: 'departed', unit: 'day', target: late },
      answer: {
        kind: 'explained',
        text: `${cast.sme}: those are the days with snow or fog on the runways, at our side or theirs. There are a dozen each winter. Thunderstorms in summer look the same, and there is no summer in it.`,
      },
    },
    {
      title: 'When the last two hours were bad, the next flight is late too',
      remark: '',
      spec: { x: 'station_late_2h', target: late },
      answer: { kind: 'as_expected', text: `${cast.sme}: one queue for all of them.` },
    },
    {
      title: 'Long flights are no more punctual than short ones',
      remark: `${cast.data_scientist}: a long flight was thought to make up its delay.`,
      spec: { x: 'distance_mi', target: late },
      answer: { kind: 'unknown', text: `${cast.sme}: I would have said so too. I do not know.` },
    },
  ];
}

const metrics: WrittenData['metrics'] = [
  { keyResult: caught, metric: 'recall', text: 'The share of late flights that is foretold, at the threshold in use.' },
  { keyResult: forNothing, metric: 'false_alarms', text: 'The share of flights in time for which crew is called in.' },
  {
    keyResult: kept,
    metric: 'none',
    text: 'Half of the overtime has other causes. It is followed after the release, and no metric of the model stands for it.',
  },
];

const decided = (day: string): WrittenDecision => ({
  terms: {
    outcome: 'conditional_go',
    reasons:
      'The data tells late flights from others well enough to reach the level, and nothing in it is known too late once the delay itself is left out. One winter is thin: no summer is in it.',
    conditions: [
      {
        text: 'Crews that are called in are recorded with their flight, without names, from the first day of use. Without it nobody can say whether the advice was followed.',
        due: daysAfter(day, 180),
        blocks: 'g5',
      },
    ],
  },
  people: [
    { name: cast.sme, role: 'sme', meaning: 'has answered what was found, and knows these days' },
    { name: cast.data_scientist, role: 'data_scientist', meaning: 'finds it enough to learn from and to judge by' },
    { name: cast.data_engineer, role: 'data_engineer', meaning: 'can bring the same in use' },
    { name: cast.sponsor, role: 'sponsor', meaning: 'pays for the experiments' },
  ],
});
