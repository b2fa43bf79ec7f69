import { anchorKey, stationOf } from '../../conversation/contract.ts';
import type { Notification, NotificationKind } from '../contract.ts';

const stations: Partial<Record<NotificationKind, string>> = {
  role_waits: 'team',
  role_confirmed: 'team',
  role_refused: 'team',
  role_taken: 'team',
  role_taken_of_another: 'team',
  role_delegated: 'team',
  item_assigned: 'requirements',
  gate_proposed: 'decision',
  gate_waived: 'decision',
  decision_recorded: 'decision',
  condition_assigned: 'decision',
  condition_soon: 'decision',
  condition_due: 'decision',
  condition_overdue: 'decision',
  framework_alarm: 'approach',
  finding_waits: 'data',
  finding_answered: 'data',
  contract_failed: 'data',
};

type Placed = Pick<Notification, 'kind' | 'about'> & { problemId: string };

/** Where a notification leads: the conversation, opened where it stands, or the station that it is about. */
export function placeOf({ kind, problemId, about: { anchor } }: Placed) {
  if (anchor === null) return { params: { problemId, station: stations[kind] }, search: {} };
  return { params: { problemId, station: stationOf(anchor.kind) as string }, search: { talk: anchorKey(anchor) } };
}
