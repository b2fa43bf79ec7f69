import type { Stakeholder } from '../contract.ts';

export interface Timeline {
  /** year-month-day, both ends included */
  from: string;
  to: string;
  /** where a day stands, from 0 to 100 */
  at: (day: string) => number;
}

const day_ms = 86_400_000;
/** Less than a month would draw one talk as far from another as a year. */
const least_ms = 30 * day_ms;

/** One scale of time for all hearings, up to today; null where nobody was heard. */
export function timelineOf(stakeholders: readonly Pick<Stakeholder, 'hearings'>[], today: string): Timeline | null {
  const days = stakeholders.flatMap(({ hearings }) => hearings.map(({ heardOn }) => heardOn)).sort();
  const [first] = days;
  if (first === undefined) return null;
  const to = [today, days.at(-1) ?? today].sort().at(-1) ?? today;
  const end = Date.parse(to);
  const start = Math.min(Date.parse(first), end - least_ms);
  return {
    from: new Date(start).toISOString().slice(0, 10),
    to,
    at: (day) => (100 * (Date.parse(day) - start)) / (end - start),
  };
}
