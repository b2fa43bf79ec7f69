import { daysAfter } from '../kit/day.ts';
import type { WrittenPerson } from '../kit/written-example.ts';

export const cast = {
  sme: 'Sofie Willems',
  data_scientist: 'Mateo Cruz',
  data_engineer: 'Ingrid Dekker',
  software_engineer: 'Owen Price',
  analytics_architect: 'Yara Haddou',
  risk_manager: 'Pieter van Dam',
  sponsor: 'Grace Lim',
} as const;

export const people = (day: string): WrittenPerson[] => [...ofTheKiosks(day), ...aroundThem(day)];

function ofTheKiosks(day: string): WrittenPerson[] {
  return [
    {
      name: cast.sme,
      relation: 'does_work',
      mustBeHeard: true,
      interest: 'Manager of the kiosks; the subject matter expert.',
      hearings: [
        {
          heardOn: daysAfter(day, -27),
          how: 'talk',
          heardBy: { name: cast.data_scientist },
          said: 'By seven in the morning I know what kind of day it will be. But by then the order has been in since four the day before.',
          questions: [
            {
              text: 'Why must the order be in by four?',
              answer:
                'Because the ice maker used to drive one van, at night. He has had two since last year; nobody asked.',
            },
          ],
        },
      ],
    },
    {
      name: 'The sellers in the kiosks',
      relation: 'does_work',
      mustBeHeard: true,
      interest: 'They place the order, and stand before the queue.',
      hearings: [
        {
          heardOn: daysAfter(day, -24),
          how: 'survey',
          heardBy: { name: cast.sme },
          said: 'Eleven of fourteen order a little more than they think right: being sold out is worse than throwing away.',
        },
      ],
    },
  ];
}

function aroundThem(day: string): WrittenPerson[] {
  return [
    {
      name: 'The ice maker',
      relation: 'must_be_asked',
      mustBeHeard: true,
      interest: 'Makes ice at night and drives it round before ten.',
      hearings: [
        {
          heardOn: daysAfter(day, -13),
          how: 'talk',
          heardBy: { name: cast.sme },
          said: 'Can deliver by eleven what is ordered by seven, with the second van. On warm days that costs him a driver, and he wants to be paid for it.',
        },
      ],
    },
    {
      name: cast.sponsor,
      relation: 'decides',
      mustBeHeard: true,
      interest: 'Owner of the kiosks; the sponsor.',
      hearings: [
        {
          heardOn: daysAfter(day, -26),
          how: 'talk',
          heardBy: { name: cast.sme },
          said: 'Had read that others forecast their sales with machine learning. Wants to know by the end of the month whether that is something for us, and does not mind a no.',
        },
      ],
    },
  ];
}
