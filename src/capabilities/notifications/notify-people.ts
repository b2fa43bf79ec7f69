import type { Services } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import type { DomainEvent } from '../../platform/events/event-bus.ts';
import { newId } from '../../platform/ids.ts';
import { toJson } from '../../platform/json.ts';
import { listReaders } from '../identity/index.ts';
import type { About, NotificationKind } from './contract.ts';
import { plansMail, planMail } from './plan-mail.ts';
import { notificationRules } from './notification-rules.ts';
import { notificationsDb } from './tables.ts';

type Told = Map<string, NotificationKind>;

/** Writes who must hear of what, in the transaction of what happened: joined to the event bus at the composition root. */
export function notifyPeople(services: Pick<Services, 'jobs' | 'config'>) {
  return async (db: AnyDb, events: readonly DomainEvent[]): Promise<void> => {
    for (const event of events) {
      const told = await whomToTell(db, event);
      if (told.size === 0) continue;
      await insertNotifications(db, event, told);
      if (plansMail(services.config)) await planMail(services.jobs, { db, now: event.at }, [...told.keys()]);
    }
  };
}

/** Each person once, by the first rule that names them; never who did it, nor who may not see the problem. */
async function whomToTell(db: AnyDb, event: DomainEvent): Promise<Told> {
  const { problemId, actorId } = event;
  const found: Told = new Map();
  const rules = notificationRules[event.type];
  if (!rules) return found;
  for (const { kind, whom } of rules) {
    for (const id of await whom(db, event)) if (id !== actorId && !found.has(id)) found.set(id, kind);
  }
  // What is about no one problem is told to whom it names.
  if (found.size === 0 || problemId === null) return found;
  const readers = new Set(await listReaders(db, { problemId, userIds: [...found.keys()] }));
  return new Map([...found].filter(([id]) => readers.has(id)));
}

/** An event that is settled again tells nobody twice. */
async function insertNotifications(db: AnyDb, event: DomainEvent, told: Told): Promise<void> {
  const { id: event_id, problemId: problem_id, actorId: actor_id, at } = event;
  const about = toJson(aboutOf(event));
  const rows = [...told].map(([user_id, kind]) => ({
    id: newId(at),
    user_id,
    event_id,
    kind,
    problem_id,
    actor_id,
    about,
    at,
    read_at: null,
    mailed_at: null,
  }));
  await notificationsDb(db)
    .insertInto('notification')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Ids and words only: no text of anybody, no title. */
function aboutOf({ subject, data, type }: DomainEvent): About {
  const anchor = data['anchor'] as About['anchor'] | undefined;
  const isRole = type.startsWith('problem_access.role_');
  const roles = isRole && Array.isArray(data['roles']) ? (data['roles'] as string[]) : [];
  return { anchor: anchor ?? null, subject, roles };
}
