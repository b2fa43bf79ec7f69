import { endOfNextYear } from '../kit/day.ts';
import type { WrittenConversation, WrittenObjective } from '../kit/written-example.ts';
import type { Measured } from './measure.ts';
import { cast } from './people.ts';

const foreseen = 'Substantial damage for which a hangar was held';
const inVain = 'Hangars held for a strike without damage';

export function objectives(data: Measured, day: string): WrittenObjective[] {
  const by = endOfNextYear(day);
  return [
    {
      text: 'What an aircraft needs after a strike stands ready when it lands',
      keyResults: [
        {
          metric: foreseen,
          unit: '% of strikes with substantial damage',
          baseline: shareOfLarge(data, 'Substantial'),
          target: '60.0',
          by,
          source: 'Work orders joined with the reports, every month; the baseline is counted in the reports to the FAA',
          verdicts: [
            verdict(
              'data_scientist',
              'partly',
              'Phase of flight, speed and species say something. What was hit would say most, and is not there.',
            ),
            verdict('sme', 'yes', 'I can do it when I have the crew on the line for a minute. So it can be done.'),
          ],
          link: {
            contributes: true,
            text: 'Each strike that is rightly sent to the hangar counts here: the last row of the table of rates, under the third decision.',
          },
        },
        {
          metric: inVain,
          unit: '% of strikes without damage',
          baseline: shareOfLarge(data, 'None'),
          target: '3.0',
          by,
          source: 'Hangar planning, every month; the baseline is counted in the reports to the FAA',
          verdicts: [verdict('data_scientist', 'yes', 'Nine in ten strikes do nothing, and most of those look alike.')],
        },
      ],
    },
  ];
}

function shareOfLarge({ counts, byDamage }: Measured, damage: 'None' | 'Substantial'): string {
  const large = counts.find((each) => each.damage === damage && each.size === 'Large')?.count ?? 0;
  return ((100 * large) / byDamage[damage]).toFixed(1);
}

function verdict(role: 'data_scientist' | 'sme', word: 'yes' | 'partly', reason: string) {
  return { role, verdict: word, reason: `${cast[role]}: ${reason}` };
}

/** The first steering remark has an answer that is not accepted yet, the second has none. */
export const conversations: WrittenConversation[] = [
  {
    on: { kind: 'key_result', of: foreseen },
    kind: 'steering',
    text: `${cast.sme} (shift leader): count the part that was hit, not the bird. As long as the form does not ask for it you are guessing, and so am I.`,
    replies: [
      {
        verdict: 'not_taken_over',
        text: `${cast.data_scientist} (data scientist): not taken over as it stands, because no report of the past holds it: there would be nothing to learn from for a year. Proposed instead: ask the pilots for one more tick box, and learn from phase, speed and species until then.`,
      },
    ],
    isResolved: false,
  },
  {
    on: { kind: 'value_model' },
    kind: 'steering',
    text: `${cast.sme} (shift leader): in July there is no spare aircraft to be had at any price. The third column is too cheap for the summer.`,
    replies: [],
    isResolved: false,
  },
  {
    on: { kind: 'value_model' },
    kind: 'remark',
    text: `${cast.data_scientist}: look at what it costs today. A team at every strike would be cheaper than the rule by size, and needs no report at all. The rule is no bar to be proud of.`,
    replies: [],
    isResolved: false,
  },
  {
    on: { kind: 'opportunity', field: 'frequency' },
    kind: 'remark',
    text: `${cast.data_engineer}: reports rise every year. More birds, or more reporting?`,
    replies: [{ text: `${cast.sme}: mostly more reporting. That is why only the last three whole years are counted.` }],
    isResolved: true,
  },
];
