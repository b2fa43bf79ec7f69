/** How near the date of an open condition is: within a week, today, or past. */
export const conditionStages = ['soon', 'due', 'overdue'] as const;
export type ConditionStage = (typeof conditionStages)[number];

/** So long before its day a condition is told of. */
export const soonDays = 7;

/**
 * @param due year-month-day
 * @param today year-month-day
 * @returns null: it is further away
 */
export function conditionStage(due: string, today: string): ConditionStage | null {
  if (due < today) return 'overdue';
  if (due === today) return 'due';
  return due <= daysAfter(today, soonDays) ? 'soon' : null;
}

/** The day so many days later; days are those of UTC, so none of them is shorter or longer. */
export function daysAfter(day: string, days: number): string {
  const later = new Date(`${day}T00:00:00Z`);
  later.setUTCDate(later.getUTCDate() + days);
  return later.toISOString().slice(0, 10);
}
