import { daysAfter } from '../kit/day.ts';
import type { WrittenPerson } from '../kit/written-example.ts';

export const cast = {
  sme: 'Bram Hofstra',
  data_scientist: 'Chidi Eze',
  data_engineer: 'Noor Jansen',
  software_engineer: 'Liam Walsh',
  analytics_architect: 'Hanneke Smit',
  risk_manager: 'Olivia Grant',
  sponsor: 'Karin Meijer',
} as const;

/** Half of the work is done: the pilots still have to be heard, and two questions are open. */
export const people = (day: string): WrittenPerson[] => [...ofMaintenance(day), ...aroundIt(day)];

function ofMaintenance(day: string): WrittenPerson[] {
  return [
    {
      name: cast.sme,
      relation: 'does_work',
      mustBeHeard: true,
      interest: 'Shift leader of maintenance control; the subject matter expert. Sends people and holds hangars.',
      hearings: [
        {
          heardOn: daysAfter(day, -23),
          how: 'talk',
          heardBy: { name: cast.data_scientist },
          said: 'The size of the bird says little: a starling in the engine is worse than a goose on the nose. What was hit, how fast, and whether the engine shook, that is what I ask the crew. It is not in the form.',
          questions: [
            {
              text: 'Which part was hit is not a field of the report. Is it in the free text?',
            },
          ],
        },
      ],
    },
    {
      name: cast.sponsor,
      relation: 'decides',
      mustBeHeard: true,
      interest: 'Head of line maintenance; the sponsor.',
      hearings: [
        {
          heardOn: daysAfter(day, -21),
          how: 'talk',
          heardBy: { name: cast.sme },
          said: 'Every hour that an aircraft stands is an argument with an airline. But if it holds hangars for nothing, the argument is with me.',
        },
      ],
    },
  ];
}

function aroundIt(day: string): WrittenPerson[] {
  return [
    {
      name: cast.data_engineer,
      relation: 'does_work',
      mustBeHeard: true,
      interest: 'Data engineer. Would bring the reports in while the aircraft is still in the air.',
      hearings: [
        {
          heardOn: daysAfter(day, -9),
          how: 'document',
          heardBy: { name: cast.data_scientist },
          said: 'Read the interface of the flight messages: the report arrives within four minutes, as text. Half of the crews write it after landing.',
          questions: [
            {
              text: 'Which half? A report after landing comes too late to send anybody.',
            },
          ],
        },
      ],
    },
    {
      name: 'The pilots of the airlines',
      relation: 'does_work',
      mustBeHeard: true,
      interest: 'They write the report. A longer form in a busy minute is no small thing to ask.',
      hearings: [],
    },
    {
      name: cast.risk_manager,
      relation: 'must_be_asked',
      mustBeHeard: true,
      interest: 'Risk manager. Wants it to be certain that no inspection is shortened.',
      hearings: [
        {
          heardOn: daysAfter(day, -6),
          how: 'talk',
          heardBy: { name: cast.sponsor },
          said: 'The word "no damage" may not appear on any screen before the inspection is done. Say "nothing extra is held", which is what it means.',
        },
      ],
    },
  ];
}
