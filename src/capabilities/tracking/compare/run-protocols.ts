import type { Context } from '../../../platform/context/context.ts';
import type { EventBus } from '../../../platform/events/event-bus.ts';

/** Under what the predictions of a run were counted by Peil itself, and what came of it. */
export interface CountedRun {
  /** equal where one is better than another; null where the data is not known */
  key: string | null;
  /** the protocol in words, in the language of who asks */
  words: string;
  quality: number | null;
  isLowBetter: boolean;
  /** euros a month */
  euros: number | null;
  /** the protocol and the value model: equal where euros compare */
  euroKey: string | null;
}

/** Of these runs of a problem, those that were evaluated, by run: as the newest evaluation says. */
export type RunCounter = (
  ctx: Context,
  of: { problemId: string; runIds: readonly string[] },
) => Promise<ReadonlyMap<string, CountedRun>>;

const counters = new WeakMap<EventBus, RunCounter>();

/** Who knows what runs are worth, of the capabilities above: called once, by the composition root. */
export function installRunCounter({ events }: Pick<Context, 'events'>, counter: RunCounter): void {
  counters.set(events, counter);
}

export const countedRuns: RunCounter = async (ctx, of) => counters.get(ctx.events)?.(ctx, of) ?? new Map();
