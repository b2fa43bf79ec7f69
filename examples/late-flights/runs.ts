import { daysAfter } from '../kit/day.ts';
import type { WrittenRun, WrittenRuns } from '../kit/written-runs.ts';
import { code, eveningPredictions, learn, predictions } from './learning.ts';
import { station } from './measure.ts';
import { cast } from './people.ts';
import { testsFrom } from './plans.ts';
import { namesOfParts } from './value-model.ts';

const names = {
  rule: 'The rule, sharpened by the hour',
  firstTry: 'First try, in a notebook',
  logistic: 'Logistic regression',
  trees: 'Boosted trees',
  eveningTrees: 'Boosted trees, of the evening alone',
} as const;
const whole = 'All flights';
const evening = 'Evening';
const by = cast.data_scientist;

/** What was tried once it was known how: two ways for all flights, and one of them again for the evening alone. */
export const runs: WrittenRuns = {
  experiment: `Late arrivals at ${station}`,
  variants: [
    {
      name: whole,
      parent: null,
      note: 'One model for the whole day: the planners look at one list.',
      segment: null,
      windowFrom: '2001-01-01',
      windowTo: daysAfter(testsFrom, -1),
      data: `Flights to ${station}@1`,
      params: [{ key: 'features', value: 'distance_mi station_late_2h origin_late_2h part_of_day' }],
    },
    {
      name: evening,
      parent: whole,
      note: `${cast.sme}: the evening is another world, the crew of the day has gone. Does it pay to have a model of its own for it?`,
      segment: namesOfParts.evening,
      windowFrom: null,
      windowTo: null,
      data: null,
      params: [{ key: 'features', value: 'distance_mi station_late_2h origin_late_2h' }],
    },
  ],
  runs: written(),
  part: 'test',
  columns: { truth: 'truth', id: 'id', segments: ['part_of_day'] },
  evaluations: [
    { run: names.rule, artifact: predictions },
    { run: names.firstTry, artifact: predictions },
    { run: names.logistic, artifact: predictions },
    { run: names.trees, artifact: predictions, champion: names.rule },
    { run: names.trees, artifact: eveningPredictions, segment: namesOfParts.evening },
    {
      run: names.eveningTrees,
      artifact: eveningPredictions,
      segment: namesOfParts.evening,
      champion: names.trees,
    },
  ],
  registered: {
    name: `late-arrivals-${station.toLowerCase()}`,
    description: `Tells at the departure of a flight to ${station} how likely it is to arrive late.`,
    versions: [
      { run: names.logistic, description: 'The simple one, which a planner can follow on paper.' },
      { run: names.trees, description: 'The same fields in small trees.' },
      { run: names.eveningTrees, description: 'For the evening alone; a trial.' },
    ],
    aliases: { simple: names.logistic, candidate: names.trees, evening: names.eveningTrees },
  },
};

function written(): readonly WrittenRun[] {
  return [
    {
      name: names.rule,
      note: 'Nothing is learnt here: whom the rule that is in use since the go would have called in. What is built must do better than this.',
      by,
      variant: whole,
      learn: learn.rule,
      code,
    },
    {
      name: names.firstTry,
      note: 'Distance and part of the day only, to see how far the timetable alone comes. From a notebook that was not kept: nobody can say any more which code this was.',
      by,
      variant: whole,
      learn: learn.firstTry,
    },
    {
      name: names.logistic,
      note: 'The share of late flights at the station and from the origin, the part of the day and the distance, added up with weights.',
      by,
      variant: whole,
      learn: learn.logistic,
      code,
    },
    {
      name: names.trees,
      note: 'The same fields in forty small trees, which find by themselves what works together: evening and a bad afternoon.',
      by,
      variant: whole,
      learn: learn.trees,
      code,
    },
    {
      name: names.eveningTrees,
      note: `${cast.sme} asked for it. Learnt from the flights of the evening alone, and held against the model of the whole day on the same flights.`,
      by,
      variant: evening,
      learn: learn.eveningTrees,
      code,
    },
  ];
}
