import { endOfNextYear } from '../kit/day.ts';
import type { WrittenConversation, WrittenKeyResult, WrittenObjective } from '../kit/written-example.ts';
import type { Measured } from './measure.ts';
import { cast } from './people.ts';
import { objectiveText } from './words.ts';

export const caught = 'Late arrivals for which a crew was ready';
export const kept = 'Crews kept more than an hour beyond their shift';
export const forNothing = 'Crews called in for nothing';

export function objectives(data: Measured, day: string): WrittenObjective[] {
  const by = endOfNextYear(day);
  return [{ text: objectiveText, keyResults: [caughtResult(data, by), forNothingResult(data, by), keptResult(by)] }];
}

const hundredths = (part: number, whole: number) => ((100 * part) / whole).toFixed(1);

const caughtResult = (data: Measured, by: string): WrittenKeyResult => ({
  metric: caught,
  unit: '% of late arrivals',
  baseline: hundredths(data.ruleHits, data.late),
  target: '45.0',
  by,
  source: 'Crew roster joined with the arrivals, every week; the baseline is counted in the flights of 2001',
  verdicts: [
    verdict(
      'data_scientist',
      'yes',
      'The delays of the same day and of the flight itself are known at departure, and they carry on.',
    ),
    verdict('sme', 'yes', 'What a good planner sees on a bad evening can be seen for every flight.'),
  ],
  link: {
    contributes: true,
    text: 'Each flight that is foretold rightly, and for which a crew is called in, counts here: this is the recall at the chosen threshold, times how often planners follow it.',
  },
});

const forNothingResult = (data: Measured, by: string): WrittenKeyResult => ({
  metric: forNothing,
  unit: '% of arrivals in time',
  baseline: hundredths(data.ruleFalseAlarms, data.arrivals - data.late),
  target: '10.0',
  by,
  source: 'Crew roster joined with the arrivals, every week; the baseline is counted in the flights of 2001',
  verdicts: [
    verdict(
      'data_scientist',
      'partly',
      'Catching more of the late ones costs some false alarms; the threshold sets how many. Below one in ten looks within reach.',
    ),
    verdict('sme', 'yes', 'Twice a week for nothing is what a crew accepts, and one in ten stays well below that.'),
  ],
  link: {
    contributes: true,
    text: 'The false alarms at the chosen threshold. It may rise from today: the works council was told, and accepts one in ten.',
  },
});

const keptResult = (by: string): WrittenKeyResult => ({
  metric: kept,
  unit: 'a week',
  baseline: '64',
  target: '40',
  by,
  source: 'Overtime sheets of the station; the baseline is an assumption of this example',
  verdicts: [
    verdict('data_scientist', 'partly', 'It follows from the first, but also from how the roster is made.'),
    verdict(
      'sme',
      'partly',
      'Half of it is late flights. The other half is sickness, and no forecast of flights helps there.',
    ),
  ],
  link: {
    contributes: true,
    text: 'A crew that is called in at departure relieves the crew of the day; the other half of the overtime has other causes and is left out of the value.',
  },
});

function verdict(role: 'data_scientist' | 'sme', word: 'yes' | 'partly' | 'no', reason: string) {
  return { role, verdict: word, reason: `${cast[role]}: ${reason}` };
}

/** What was said beside the texts. In personal mode one person writes everything, so the words name who said them. */
export const conversations: WrittenConversation[] = [
  {
    on: { kind: 'key_result', of: forNothing },
    kind: 'steering',
    text: `${cast.sme} (station manager): do not tune this until it catches everything. A planner who has called three crews for nothing in one evening will not look at the screen again, whatever it says. Hold the false alarms at one in ten, and then see how much it catches.`,
    replies: [
      {
        verdict: 'taken_over',
        text: `${cast.data_scientist} (data scientist): taken over. The false alarms are a key result now, with 10 % as the most, and the threshold is chosen there and not where the euros alone would put it. What that costs is on the value page: the frontier at 10 %.`,
      },
    ],
    isResolved: true,
  },
  {
    on: { kind: 'opportunity', field: 'currentDecision' },
    kind: 'remark',
    text: `${cast.data_scientist}: the rule is counted as if it were followed every day. The planners forget it at weekends, so today is worse than this.`,
    replies: [
      {
        text: `${cast.sme}: true, and I would rather be measured against the rule as it is written. We could follow it better tomorrow, without any system.`,
      },
    ],
    isResolved: true,
  },
  {
    on: { kind: 'value_model', field: 'values.fn' },
    kind: 'remark',
    text: `${cast.sponsor} (sponsor): where do the 95 euros come from?`,
    replies: [
      {
        text: `${cast.sme}: two hours of overtime for three people in four cases out of ten, and a missed connection now and then. It is an estimate; finance has promised to count one month. Until then low and high are far apart on purpose.`,
      },
    ],
    isResolved: false,
  },
];
