import { daysAfter } from '../kit/day.ts';
import { count, percent } from '../kit/figures.ts';
import type { WrittenPerson } from '../kit/written-example.ts';
import { earliestMinutes, type Measured, station } from './measure.ts';

/** The cast: seven roles, one name each. They are invented, and have no account. */
export const cast = {
  sme: 'Ria de Wit',
  data_scientist: 'Joost Kramer',
  data_engineer: 'Priya Nair',
  software_engineer: 'Tom Gallagher',
  analytics_architect: 'Esther van Loon',
  risk_manager: 'Femke Bos',
  sponsor: 'Amina Haddad',
} as const;

/** Who was heard, by whom, when and what they said. */
export function people(data: Measured, day: string): WrittenPerson[] {
  return [...fromTheStation(data, day), ...fromTheTeam(day), ...fromTheTechnique(day), ...aroundIt(day)];
}

function fromTheStation(data: Measured, day: string): WrittenPerson[] {
  return [
    {
      name: cast.sme,
      relation: 'does_work',
      mustBeHeard: true,
      interest: `Station manager at ${station}; the subject matter expert. Wants fewer crews kept beyond their shift.`,
      hearings: [
        {
          heardOn: daysAfter(day, -41),
          how: 'talk',
          heardBy: { name: cast.sponsor },
          said: 'A late arrival is no surprise to anybody who looks outside, and still the roster treats it as one. The evening is worst: the crew of the day has gone, the crew of the night is short. A crew for nothing is a nuisance; no crew at all is a row of passengers at the desk.',
        },
        {
          heardOn: daysAfter(day, -12),
          how: 'talk',
          heardBy: { name: cast.data_scientist },
          said: `We went through the hours together. ${percent(data.byPart.evening.late / data.byPart.evening.arrivals)} of what departs after six in the evening is late, against ${percent(data.byPart.morning.late / data.byPart.morning.arrivals)} in the morning. That is what the floor knows.`,
          questions: [
            {
              text: `Some ${count(data.oddRows)} arrivals are more than ${earliestMinutes} minutes early in the file. Can that be?`,
              answer: `No. A flight that comes before its slot waits in the air; more than ${earliestMinutes} minutes early does not exist here. Treat those rows as mistakes, and count them.`,
            },
          ],
        },
      ],
    },
    {
      name: 'The crew planners',
      relation: 'does_work',
      mustBeHeard: true,
      interest: 'Nine people in three shifts. They call crews in, and would get the advice on their screen.',
      hearings: [
        {
          heardOn: daysAfter(day, -34),
          how: 'observation',
          heardBy: { name: cast.data_scientist },
          said: 'Sat with the late shift from 16:00 to 23:00. Eleven calls for crew, seven of them after the flight had landed. The rule of the route is on a sheet beside the phone; it is followed on weekdays and forgotten at weekends.',
          questions: [
            {
              text: 'How many crews can be called in on one day?',
              answer: 'About 180, if the calls come at least an hour before landing; half of that at shorter notice.',
            },
          ],
        },
      ],
    },
  ];
}

/** Somebody of the team, heard once. */
function member(
  person: Pick<WrittenPerson, 'name' | 'relation' | 'interest'>,
  { heardOn, by, said }: { heardOn: string; by: string; said: string },
): WrittenPerson {
  return { ...person, mustBeHeard: true, hearings: [{ heardOn, how: 'talk', heardBy: { name: by }, said }] };
}

function fromTheTeam(day: string): WrittenPerson[] {
  return [
    member(
      { name: cast.sponsor, relation: 'decides', interest: 'Director of ground operations; the sponsor.' },
      {
        heardOn: daysAfter(day, -40),
        by: cast.sme,
        said: 'Pays for one year if it is clear beforehand what it must bring. Does not want a system that only tells what went wrong yesterday.',
      },
    ),
    member(
      {
        name: cast.data_scientist,
        relation: 'does_work',
        interest: 'Data scientist. Must say whether it can be learned.',
      },
      {
        heardOn: daysAfter(day, -33),
        by: cast.sme,
        said: 'At departure the delay of the flight itself is known; the day so far says the rest. The hour must be the planned one as long as the flight has not left: the actual hour already holds the delay.',
      },
    ),
    member(
      {
        name: cast.data_engineer,
        relation: 'does_work',
        interest: 'Data engineer. Brings the departures in within minutes.',
      },
      {
        heardOn: daysAfter(day, -26),
        by: cast.data_scientist,
        said: 'The history is one file of the statistics office: a one-off extract. The feed of departures exists, comes every two minutes, and is not stored anywhere yet.',
      },
    ),
  ];
}

function fromTheTechnique(day: string): WrittenPerson[] {
  return [
    member(
      {
        name: cast.software_engineer,
        relation: 'does_work',
        interest: 'Software engineer of the roster system, in which the advice must appear.',
      },
      {
        heardOn: daysAfter(day, -24),
        by: cast.data_engineer,
        said: 'One more column in the list of arrivals. It must answer within a second, and when it does not the list is shown without it. Releases go out on Tuesdays.',
      },
    ),
    member(
      {
        name: cast.analytics_architect,
        relation: 'must_be_asked',
        interest: 'Analytics architect. Guards what the landscape can bear.',
      },
      {
        heardOn: daysAfter(day, -20),
        by: cast.sponsor,
        said: 'Nothing new in the tower. It runs where the roster runs, in the data centre of the airport; no connection to the outside is needed. No product is chosen yet.',
      },
    ),
    member(
      {
        name: cast.risk_manager,
        relation: 'must_be_asked',
        interest: 'Risk manager. Signs the assessment at the begin and again before release.',
      },
      {
        heardOn: daysAfter(day, -15),
        by: cast.sponsor,
        said: 'It is about flights, not about people; keep it so. Who is called in stays with the planner and the roster rules.',
      },
    ),
  ];
}

function aroundIt(day: string): WrittenPerson[] {
  return [
    {
      name: 'Works council of the station',
      relation: 'must_be_asked',
      mustBeHeard: true,
      interest: 'Speaks for the crews, who bear a call for nothing as well as a shift that runs over.',
      hearings: [
        {
          heardOn: daysAfter(day, -18),
          how: 'talk',
          heardBy: { name: cast.risk_manager },
          said: 'In favour, as long as nobody is called in more than twice a week for nothing and nobody is judged by it. Asks to see the agreement in writing before it is used.',
          questions: [
            {
              text: 'Does the advice name people, or only flights?',
              answer: 'Only flights. The planner chooses the crew, by the roster rules, as today.',
            },
          ],
        },
      ],
    },
    {
      name: 'Passengers who change at the station',
      relation: 'affected',
      mustBeHeard: true,
      interest: 'One in five arrivals brings people with less than an hour to their next flight.',
      hearings: [
        {
          heardOn: daysAfter(day, -29),
          how: 'survey',
          heardBy: { name: cast.sme },
          said: 'Of 212 passengers at the desk, 148 said that waiting for somebody to open the gate annoyed them more than the delay itself.',
        },
      ],
    },
    {
      name: 'Operations desk of the airlines',
      relation: 'informed',
      mustBeHeard: false,
      interest: 'Knows the arrival times best, 40 minutes before landing.',
      hearings: [],
    },
  ];
}
