import { planContentSchema, type PlanContent } from '../../src/capabilities/sufficiency/contract.ts';
import { share, sharesOf } from '../kit/figures.ts';
import type { WrittenPlan } from '../kit/written-data.ts';
import { lateAfterMinutes, type Measured, partsOfDay } from './measure.ts';
import { cast } from './people.ts';
import { needed } from './translation.ts';

/** The last three weeks are kept apart to test on. */
export const testsFrom = '2001-03-11';

/** How the flights answer each data requirement. The first is tried with everything there is, and then without what gives it away. */
export function plans(measured: Measured): readonly WrittenPlan[] {
  const ofFlights = ['distance_mi', 'part_of_day', 'station_late_2h', 'origin_late_2h'];
  return [
    {
      of: needed.flights,
      tries: [plan(measured, [...ofFlights, 'delay_min']), plan(measured, ofFlights)],
      answers,
    },
    { of: needed.dayUntilThen, tries: [plan(measured, ['origin', 'station_late_2h', 'origin_late_2h'])], answers },
  ];
}

function plan({ byPart }: Measured, columns: readonly string[]): Omit<PlanContent, 'datasetId'> {
  const shares = sharesOf(partsOfDay.map((part) => byPart[part].arrivals));
  const isOf = (column: string) => columns.includes(column);
  const { datasetId: _, ...content } = planContentSchema.parse({
    columns,
    key: ['flight'],
    target: 'late',
    positive: '1',
    moment: 'departed',
    labelTime: 'landed',
    outcomeWindow_days: 1,
    seasonality_days: 7,
    // The flights of this example are of 2001, and nobody would judge them by the calendar of today.
    maxAge_days: 36_500,
    segments: partsOfDay.map((part, at) => ({
      name: part,
      column: 'part_of_day',
      value: part,
      share: share(shares[at] ?? 0),
    })),
    groups: ['part_of_day'],
    parameters: 12,
    r2: 0.1,
    gateMetric: { expected: 0.45, within: 0.03 },
    critical: ['departed', 'delay_min'],
    split: { by: 'time', cut: testsFrom },
    fieldTimes: isOf('delay_min')
      ? [{ column: 'delay_min', knownAt: 'landed' }]
      : [{ column: 'station_late_2h', knownAt: 'departed' }],
    serving: columns.map((column) => ({ column, available: column === 'delay_min' ? 'too_late' : 'other' })),
    relabelled: { cases: 400, wrong: 2 },
    labelledBy: 'The gate: planned against actual time of arrival.',
    labelPolicy: `More than ${lateAfterMinutes} minutes after its planned time. Cancelled flights are not in it.`,
    isProxy: false,
    isAllowed: true,
    basis: 'Public statistics of flights; nothing in it tells of people.',
    noiseBudget: 0.05,
  });
  return content;
}

/** What the station manager said where a check asked. */
const answers: WrittenPlan['answers'] = {
  leakage: {
    answer: 'explained',
    reason: `${cast.data_scientist}: the shares are rounded, so that different flights look alike; each flight is on one side only. The few that landed after the test began left the evening before.`,
  },
  signal: {
    answer: 'explained',
    reason: `${cast.sme}: by themselves these say how the day goes, not which flight. Together with the flight they do, as the first requirement shows.`,
  },
  label_noise: {
    answer: 'explained',
    reason: `${cast.sme}: of two flights on the same evening one is late and the other is not. That is chance and no mistake; of 400 that were looked up again two were wrong.`,
  },
  serving: {
    answer: 'explained',
    reason: `${cast.data_engineer}: in use all of it comes from the feed of departures; two weeks of it were laid beside the file, and they agree.`,
  },
  stability: {
    answer: 'explained',
    reason: `${cast.sme}: the weather. At the end of February the runways were white for days; March had fewer of those.`,
  },
  representativeness: {
    answer: 'explained',
    reason: `${cast.sme}: the evening is later because delays pile up; it is no group of people.`,
  },
  lawful: {
    answer: 'explained',
    reason: `${cast.data_engineer}: taken out once, for learning. The feed takes its place before it is used.`,
  },
  validity: {
    answer: 'explained',
    reason: `${cast.sme}: the few flights that are too early are slips; they are counted.`,
  },
  completeness: {
    answer: 'explained',
    reason: `${cast.sme}: after a quiet night nothing has landed yet.`,
  },
};
