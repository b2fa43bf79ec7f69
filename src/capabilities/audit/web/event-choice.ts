/** What somebody chose to see, as it stands in the address of the page. */
export interface EventChoice {
  problem?: string;
  type?: string;
  person?: string;
  /** first day, 2026-01-31 */
  from?: string;
  /** last day, included */
  until?: string;
}

const fields = ['problem', 'type', 'person', 'from', 'until'] as const;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the choice from the address; what makes no sense is as if it were not there. */
export function readChoice(search: Readonly<Record<string, unknown>>): EventChoice {
  const choice: EventChoice = {};
  for (const field of fields) {
    const given = search[field];
    if (typeof given !== 'string' || given === '' || given.length > 200) continue;
    if ((field === 'from' || field === 'until') && !isDay(given)) continue;
    choice[field] = given;
  }
  return choice;
}

const isDay = (text: string): boolean => day.test(text) && !Number.isNaN(Date.parse(text));

/** The same choice as the address of the API asks for it: days become moments in the reader's own time zone. */
export function queryOf({ problem, type, person, from, until }: EventChoice) {
  return {
    ...(problem === undefined ? {} : { problemId: problem }),
    ...(type === undefined ? {} : { type }),
    ...(person === undefined ? {} : { actorId: person }),
    ...(from === undefined ? {} : { from: startOf(from, 0) }),
    ...(until === undefined ? {} : { until: startOf(until, 1) }),
  };
}

/** Whether the last day lies before the first. */
export const isCrossed = ({ from, until }: EventChoice): boolean =>
  from !== undefined && until !== undefined && from > until;

/** Midnight, local time, of a day or of so many days after it: also where a day has 23 or 25 hours. */
function startOf(text: string, later: number): string {
  const [year = 0, month = 1, date = 1] = text.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}
