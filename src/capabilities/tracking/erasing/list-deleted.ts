import type { Context } from '../../../platform/context/context.ts';
import type { Locale } from '../../../platform/text/locale.ts';
import type { DeletedRuns } from '../erasing-contract.ts';
import {
  countDeleted,
  listDeletedExperiments,
  listDeletedThings,
  listErasable,
  type Selection,
} from './deleted-queries.ts';
import { type Hold, listHolds } from './run-holders.ts';
import { selectionOf } from './selection.ts';

const shownAtMost = 500;

/** What was deleted, the latest first, how much that is, and what still stands on it. */
export async function listDeleted(
  ctx: Context,
  asked: { problemId: string | null; olderThanDays: number },
): Promise<DeletedRuns> {
  const selection = selectionOf(ctx, asked);
  const [experiments, runs, models, totals] = await Promise.all([
    listDeletedExperiments(ctx.db, selection),
    listDeletedThings(ctx.db, 'run', { ...selection, limit: shownAtMost }),
    listDeletedThings(ctx.db, 'logged_model', { ...selection, limit: shownAtMost }),
    countDeleted(ctx.db, selection),
  ]);
  const held = await findHeld(ctx, selection);
  const holdsOf = (id: string) => held.filter((each) => each.id === id).map(({ by }) => by);
  const inExperiment = (id: number) => held.filter((each) => each.experimentId === id).map(({ by }) => by);
  const told = <T extends { experimentId: number }>(thing: T) => ({
    ...thing,
    experimentId: String(thing.experimentId),
  });
  return {
    experiments: experiments
      .slice(0, shownAtMost)
      .map(({ id, ...rest }) => ({ id: String(id), ...rest, holds: inExperiment(id) })),
    runs: runs.map((run) => ({ ...told(run), holds: holdsOf(run.id) })),
    models: models.map((model) => ({ ...told(model), holds: holdsOf(model.id) })),
    totals: { ...totals, held: new Set(held.map(({ id }) => id)).size },
  };
}

interface Held {
  id: string;
  experimentId: number;
  /** what stands on it, in the reader's language */
  by: string;
}

const pageOfIds = 10_000;

/** Of what is chosen, what something still stands on. */
export async function findHeld(ctx: Context, selection: Selection): Promise<Held[]> {
  const held: Held[] = [];
  for (const table of ['run', 'logged_model'] as const) {
    let after = { experimentId: -1, id: '' };
    for (;;) {
      const things = await listErasable(ctx.db, table, { ...selection, after, limit: pageOfIds });
      const ids = things.map(({ id }) => id);
      const holds = await listHolds(ctx, ctx.db, {
        runIds: table === 'run' ? ids : [],
        modelIds: table === 'run' ? [] : ids,
      });
      for (const thing of things)
        for (const by of inWords(holds.get(thing.id) ?? [], ctx.locale)) held.push({ ...thing, by });
      const last = things.at(-1);
      if (!last || things.length < pageOfIds) break;
      after = last;
    }
  }
  return held;
}

const inWords = (holds: readonly Hold[], locale: Locale) => new Set(holds.map(({ by }) => by[locale]));
