/** Events by the day on which they happened, in the reader's own time zone; a day is known by its midnight. */
export function byDay<Event extends { at: string | number }>(events: readonly Event[]): Map<number, Event[]> {
  const days = new Map<number, Event[]>();
  for (const event of events) {
    const day = new Date(event.at).setHours(0, 0, 0, 0);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return days;
}
