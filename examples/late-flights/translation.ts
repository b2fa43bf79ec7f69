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

/** What the data requirements ask; sources and plans name them by it. */
export const needed = {
  flights: 'Every flight to the station, with what is known when it departs',
  dayUntilThen: 'Delays of the same day until then, by origin and at the station',
} as const;

export function dataRequirements(data: Measured): DataRequirementFields[] {
  return [
    {
      what: needed.flights,
      why: 'Its delay on arrival is the truth itself; origin, distance and the part of the day say how much time there is to make up a delay.',
      history: 'At least one winter and one summer; there is one winter now',
      granularity: 'One row per flight',
      freshness: 'Two minutes after departure: it is the moment of prediction',
      segment: `All flights to ${station}`,
      volume: `${count(data.arrivals)} in the known quarter`,
      source: 'Bureau of Transportation Statistics, a one-off extract; in use the feed of departures of the airport',
    },
    {
      what: needed.dayUntilThen,
      why: 'Weather and queues are shared: a bad afternoon stays bad.',
      history: 'As the flights',
      granularity: 'Per flight: the two hours before it departs',
      freshness: 'Ten minutes',
      segment: 'All origins',
      volume: `${count(data.arrivals / data.days)} arrivals a day`,
      source: 'Follows from the flights themselves',
    },
  ];
}
