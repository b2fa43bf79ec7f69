import type { Services } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import type { EventBus } from '../../platform/events/event-bus.ts';
import type { StationState } from './problem-contract.ts';
import type { Station } from './thread-contract.ts';

/** A capability above formulation that knows how far a problem is at a station which no gate decides. */
export interface StationOwner {
  station: Station;
  stateOf(db: AnyDb, problemId: string): Promise<StationState>;
}

type Known = Pick<Services, 'events'>;
const installed = new WeakMap<EventBus, readonly StationOwner[]>();

/** Once, at start. */
export function installStationOwners({ events }: Known, owners: readonly StationOwner[]): void {
  installed.set(events, owners);
}

const order: readonly StationState[] = ['not_yet', 'open', 'done'];

/** Of each station that somebody knows of, the farthest that anybody says. */
export async function statesKnown(
  { events }: Known,
  db: AnyDb,
  problemId: string,
): Promise<Partial<Record<Station, StationState>>> {
  const states: Partial<Record<Station, StationState>> = {};
  for (const owner of installed.get(events) ?? []) {
    const state = await owner.stateOf(db, problemId);
    const before = states[owner.station] ?? 'not_yet';
    states[owner.station] = order.indexOf(state) > order.indexOf(before) ? state : before;
  }
  return states;
}
