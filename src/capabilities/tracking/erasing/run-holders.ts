import type { Context } from '../../../platform/context/context.ts';
import type { AnyDb } from '../../../platform/db/database.ts';
import type { EventBus } from '../../../platform/events/event-bus.ts';
import type { Locale } from '../../../platform/text/locale.ts';

/** Runs and logged models that something is asked about. */
export interface Standing {
  runIds: readonly string[];
  modelIds: readonly string[];
}

/** What still stands on a run or a logged model, in words: `version 3 of the model Flights`. */
export interface Hold {
  /** of the run or the model */
  id: string;
  by: Readonly<Record<Locale, string>>;
  /** the address of files that it keeps of it; null: none */
  keptAt: string | null;
}

/** Of these runs and models, those that something of another capability stands on. */
export type RunHolder = (db: AnyDb, of: Standing) => Promise<Hold[]>;

const holders = new WeakMap<EventBus, readonly RunHolder[]>();

/** Who stands on runs and models, of the capabilities above: called once, by the composition root. */
export function installRunHolders({ events }: Pick<Context, 'events'>, all: readonly RunHolder[]): void {
  holders.set(events, all);
}

/** What stands on each of them; nothing on one that is not there. */
export async function listHolds(
  { events }: Pick<Context, 'events'>,
  db: AnyDb,
  of: Standing,
): Promise<ReadonlyMap<string, Hold[]>> {
  if (of.runIds.length + of.modelIds.length === 0) return new Map();
  const found: Hold[] = [];
  for (const holder of holders.get(events) ?? []) found.push(...(await holder(db, of)));
  return Map.groupBy(found, ({ id }) => id);
}
