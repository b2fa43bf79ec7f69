/** Year-month-day, so many days after another; before it, where the number is negative. */
export function daysAfter(day: string, days: number): string {
  const moment = new Date(`${day}T12:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

export const today = (): string => new Date().toISOString().slice(0, 10);

/** The last day of the year after: what people promise "by the end of next year". */
export const endOfNextYear = (day: string): string => `${Number(day.slice(0, 4)) + 1}-12-31`;
