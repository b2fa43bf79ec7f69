import type { DataRequirementFields, TranslationTexts } from '../../src/capabilities/formulation/contract.ts';
import { count } from '../kit/figures.ts';
import { lateAfterMinutes, type Measured, station } from './measure.ts';

export const translation: TranslationTexts = {
  task: 'binary',
  unit: `One flight to ${station}.`,
  target: `Will it arrive more than ${lateAfterMinutes} minutes after its planned time?`,
  truth: 'From the arrival itself, the same day: planned against actual time at the gate.',
  moment:
    'When the flight departs. Not earlier: the actual hour of departure already tells of the delay, so using it a day ahead would be cheating.',
  horizon: 'The flight itself: one to four hours.',
  action: 'The crew planner calls in an arrival crew, or does not. The planner may differ, and says why in a word.',
  capacity: 'About 180 crews a day, when called at least an hour before landing.',
  constraints:
    'An answer within a second, in the list of arrivals of the roster system. Flights only, no people. When there is no answer the list is shown without it.',
  fairness:
    'Nobody is judged by it. Crews who live near the station are called in more often, as today: the works council watches that with the roster, and nobody is called in more than twice a week for nothing.',
};

export function dataRequirements(data: Measured): DataRequirementFields[] {
  const arrivals = `${count(data.arrivals)} in the known quarter`;
  return [
    {
      what: 'Arrivals with planned and actual time',
      why: 'The truth itself, and the record of the route.',
      history: 'At least one winter and one summer; there is one winter now',
      granularity: 'One row per flight',
      freshness: 'The day after',
      segment: `All flights to ${station}`,
      volume: arrivals,
      source: 'Bureau of Transportation Statistics; a one-off extract',
    },
    {
      what: 'Departure, planned and actual, of the flight itself',
      why: 'A flight that leaves an hour late seldom makes up more than twenty minutes.',
      history: 'As the arrivals',
      granularity: 'One row per flight',
      freshness: 'Two minutes: it is the moment of prediction',
      segment: `All flights to ${station}`,
      volume: arrivals,
      source: 'The feed of departures of the airport; not stored yet',
    },
    {
      what: 'Delays of the same day until then, by origin and at the station',
      why: 'Weather and queues are shared: a bad afternoon stays bad.',
      history: 'As the arrivals',
      granularity: 'Per origin and hour',
      freshness: 'Ten minutes',
      segment: 'All origins',
      volume: `${count(data.arrivals / data.days)} arrivals a day`,
      source: 'Follows from the two above',
    },
    {
      what: 'Distance of the route',
      why: 'Time to make up a delay.',
      history: 'None needed',
      granularity: 'One row per route',
      freshness: 'Once a season',
      segment: 'All routes',
      volume: 'One row for each origin',
      source: 'In the same file',
    },
    {
      what: 'Crews called in, and for which flight',
      why: 'Without it nobody can say later whether the advice was followed: two key results hang on it.',
      history: 'From the first day of use',
      granularity: 'One row per call',
      freshness: 'The day after',
      segment: `All crews at ${station}`,
      volume: 'About 160 a day',
      source: 'The roster system; without names',
    },
  ];
}
