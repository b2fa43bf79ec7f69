import { endOfNextYear } from '../kit/day.ts';
import type { WrittenConversation, WrittenObjective } from '../kit/written-example.ts';
import { type Measured } from './measure.ts';
import { cast } from './people.ts';
import { degrees } from './value-model.ts';

const off = 'How far the order is off, in degrees of the day';
const thrown = 'Ice that is thrown away';

export function objectives(data: Measured, day: string): WrittenObjective[] {
  const by = endOfNextYear(day);
  const off_C = degrees(data.ruleError);
  return [
    {
      text: 'Every kiosk has the ice that the day asks for',
      keyResults: [
        {
          metric: off,
          unit: '°C (one standard deviation)',
          baseline: String(off_C),
          target: '1.5',
          by,
          source:
            'Orders against the highest temperature of the day; the baseline is counted in the weather of Seattle',
          verdicts: [
            verdict(
              'data_scientist',
              'partly',
              `A line through yesterday and the month comes to ${degrees(data.lineErrorJudged)} °C. The target is out of reach with what we have.`,
            ),
            verdict('sme', 'no', 'Not the day before. On the morning itself anybody can.'),
          ],
          link: {
            contributes: true,
            text: 'The error of the prediction is the error of the order, wherever a seller follows it.',
          },
        },
        {
          metric: thrown,
          unit: 'buckets a week',
          baseline: '38',
          target: '15',
          by,
          source: 'Counted by the sellers in the evening; the baseline is an assumption of this example',
          verdicts: [
            verdict(
              'data_scientist',
              'no',
              'Sellers order more than they think right. A better forecast does not change that.',
            ),
            verdict('sme', 'no', 'It is fear of the queue, not of the weather.'),
          ],
          link: {
            contributes: false,
            text: 'Most of it is ordered on purpose, out of fear to be sold out. Only a later order, or a second one, takes that away.',
          },
        },
      ],
    },
  ];
}

function verdict(role: 'data_scientist' | 'sme', word: 'partly' | 'no', reason: string) {
  return { role, verdict: word, reason: `${cast[role]}: ${reason}` };
}

export const conversations: WrittenConversation[] = [
  {
    on: { kind: 'opportunity', field: 'currentDecision' },
    kind: 'steering',
    text: `${cast.sme} (manager of the kiosks): before anybody forecasts anything, ask the ice maker why it has to be four o'clock.`,
    replies: [
      {
        verdict: 'taken_over',
        text: `${cast.data_scientist} (data scientist): taken over, and asked. It does not have to be four o'clock. That is now the first of the alternatives, priced like the others.`,
      },
    ],
    isResolved: true,
  },
];
