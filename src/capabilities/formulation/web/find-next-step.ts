import { type GateItem, type Station, stations } from '../contract.ts';

type Asked = Pick<GateItem, 'station' | 'field' | 'isDone' | 'isAsked' | 'waiver' | 'message'>;
/** An empty message: nothing is open any more, and the decision is what comes next. */
export type NextPlace = Pick<GateItem, 'station' | 'field' | 'message'>;

/**
 * Where the way to a decision leads from a station at which nothing is open any more: to what is asked first along the
 * thread, and to the decision itself when nothing is. Null while something is open here: the station leads by itself.
 */
export function findNextStep(items: readonly Asked[], here: Station): NextPlace | null {
  const open = items.filter(({ isAsked, isDone, waiver }) => isAsked && !isDone && waiver === null);
  if (here === 'decision' || open.some(({ station }) => station === here)) return null;
  const [first] = open.toSorted((a, b) => stations.indexOf(a.station) - stations.indexOf(b.station));
  if (!first) return { station: 'decision', field: null, message: '' };
  const { station, message } = first;
  const count = open.filter((each) => each.station === station).length;
  return { station, field: onOnePage(first, count) ?? first.field ?? 'first', message };
}

/** Where all that is open at a station can be answered on one page, the way leads there. */
function onOnePage({ station, field }: Asked, count: number): string | null {
  if (station === 'translation' && count > 1 && field !== 'data') return 'all';
  return station === 'risk' && field === 'class' ? 'at-once' : null;
}
