import type { Context } from '../../../platform/context/context.ts';
import type { EventBus } from '../../../platform/events/event-bus.ts';

/** By what Peil itself counts a run to be good. */
export const figureNames = ['quality', 'euros'] as const;
export type FigureName = (typeof figureNames)[number];

/** A finished evaluation of a run: under what its predictions were counted by Peil itself, and what came of it. */
export interface CountedRun extends Record<FigureName, number | null> {
  evaluationId: string;
  finishedAt: number;
  /** acted on from this score; null where classes or numbers are predicted */
  threshold: number | null;
  isLowBetter: boolean;
  /** equal where one is better than another; null where the data is not known, or for euros nothing priced it */
  keys: Record<FigureName, string | null>;
  /** that protocol in words, in the language of who asks */
  words: Record<FigureName, string>;
}

/** Of these runs of a problem, those that were evaluated, by run: the newest evaluation first. */
export type RunCounter = (
  ctx: Context,
  of: { problemId: string; runIds: readonly string[] },
) => Promise<ReadonlyMap<string, readonly CountedRun[]>>;

const counters = new WeakMap<EventBus, RunCounter>();

/** Who knows what runs are worth, of the capabilities above: called once, by the composition root. */
export function installRunCounter({ events }: Pick<Context, 'events'>, counter: RunCounter): void {
  counters.set(events, counter);
}

export const countedRuns: RunCounter = async (ctx, of) => counters.get(ctx.events)?.(ctx, of) ?? new Map();
