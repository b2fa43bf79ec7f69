import type { Services } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import type { EventBus } from '../../platform/events/event-bus.ts';
import type { Locale } from '../../platform/text/locale.ts';

/** A thing that people talk about, by its own name; null once that was erased. */
export interface NamedThing {
  problemId: string;
  id: string;
  name: string | null;
  /** what places within it are called, by the field of their anchor */
  fields?: Readonly<Record<string, string>>;
}

/** A capability above formulation whose things are talked about. It is handed in at the composition root. */
export interface AnchorNamer {
  /** kinds of anchors that are its own */
  kinds: readonly string[];
  /** Of these ids those that there are, in whichever problem; what was removed is still called by its name. */
  listThings(db: AnyDb, asked: AskedThings): Promise<readonly NamedThing[]>;
}

export interface AskedThings {
  kind: string;
  ids: readonly string[];
  locale: Locale;
}

export type Known = Pick<Services, 'events'>;
const installed = new WeakMap<EventBus, readonly AnchorNamer[]>();

/** Once, at start. Throws where two claim the same kind: a slip of who builds. */
export function installAnchorNamers({ events }: Known, namers: readonly AnchorNamer[]): void {
  const kinds = namers.flatMap((namer) => namer.kinds);
  const taken = kinds.find((kind, index) => kinds.indexOf(kind) !== index);
  if (taken !== undefined) throw new Error(`two capabilities say what a ${taken} is called`);
  installed.set(events, namers);
}

export function namerOf({ events }: Known, kind: string): AnchorNamer | undefined {
  return installed.get(events)?.find(({ kinds }) => kinds.includes(kind));
}
