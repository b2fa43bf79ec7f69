import { type BinaryFigures, type BinaryPerformance, benefitPerHit, harmPerFalseAlarm } from './binary-value.ts';

/** Periods in a year. */
const perYear = { day: 365, week: 52, month: 12, quarter: 4, year: 1 } as const;

/** K a year, of cases by day, week, month, quarter or year. */
export function capacityPerYear(cases: number, per: keyof typeof perYear): number {
  return cases * perYear[per];
}

/** π·r + (1−π)·f: the share of all cases that a way of deciding points at. */
export function shareActedOn(baseRate: number, { recall, falsePositiveRate }: BinaryPerformance): number {
  return baseRate * recall + (1 - baseRate) * falsePositiveRate;
}

/** The share of all cases that there is room for; 1 when nothing limits it. */
export function shareWithRoom({ volume, capacity }: Pick<BinaryFigures, 'volume' | 'capacity'>): number {
  return capacity === undefined || capacity >= volume ? 1 : capacity / volume;
}

/** Whether acting on all a way of deciding points at takes more than there is room for. */
export function exceedsCapacity(figures: BinaryFigures, performance: BinaryPerformance): boolean {
  return shareActedOn(figures.baseRate, performance) > shareWithRoom(figures) * (1 + 1e-12);
}

/**
 * What is left of a way of deciding when only K cases can be acted on: recall K·p/(N·π), with p the precision among
 * those K. Where p is not known it is taken as that of all the alarms, which a ranking can only better.
 */
export function withinCapacity(figures: BinaryFigures, performance: BinaryPerformance): BinaryPerformance {
  if (!exceedsCapacity(figures, performance)) return performance;
  const { precisionAtCapacity, baseRate } = figures;
  if (precisionAtCapacity !== undefined) return performanceAtCapacity(figures, precisionAtCapacity);
  const kept = shareWithRoom(figures) / shareActedOn(baseRate, performance);
  return { recall: performance.recall * kept, falsePositiveRate: performance.falsePositiveRate * kept };
}

/** Acting on exactly K cases at this precision; no more hits than there are positive cases. */
export function performanceAtCapacity(figures: BinaryFigures, precision: number): BinaryPerformance {
  const { baseRate } = figures;
  const room = shareWithRoom(figures);
  const hits = Math.min(room * precision, baseRate);
  const alarms = Math.min(room - hits, 1 - baseRate);
  return {
    recall: baseRate === 0 ? 0 : hits / baseRate,
    falsePositiveRate: baseRate === 1 ? 0 : alarms / (1 - baseRate),
  };
}

/** The best decisions for K cases, every truth known: the kind of case on which acting brings the most first. */
export function perfectWithinCapacity(figures: BinaryFigures): BinaryPerformance {
  const { baseRate } = figures;
  const [benefit, harm] = [benefitPerHit(figures), harmPerFalseAlarm(figures)];
  const wanted = { hits: benefit > 0 ? baseRate : 0, alarms: harm < 0 ? 1 - baseRate : 0 };
  const room = shareWithRoom(figures);
  const first = benefit >= -harm;
  const hits = first ? Math.min(room, wanted.hits) : Math.min(wanted.hits, Math.max(0, room - wanted.alarms));
  const alarms = Math.min(wanted.alarms, Math.max(0, room - hits));
  return {
    recall: baseRate > 0 ? Math.min(1, hits / baseRate) : Number(benefit > 0),
    falsePositiveRate: baseRate < 1 ? Math.min(1, alarms / (1 - baseRate)) : Number(harm < 0),
  };
}

/** The highest recall there is room for at a false-positive rate; negative when the false alarms alone are too many. */
export function recallWithRoom(figures: BinaryFigures, falsePositiveRate: number): number {
  const { baseRate } = figures;
  const left = shareWithRoom(figures) - (1 - baseRate) * falsePositiveRate;
  if (baseRate === 0) return left >= 0 ? 1 : -1;
  return left >= baseRate ? 1 : left / baseRate;
}
