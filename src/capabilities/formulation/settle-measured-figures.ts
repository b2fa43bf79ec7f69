import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { toJson } from '../../platform/json.ts';
import { defineTexts } from '../../platform/text/define-texts.ts';
import { dayOf } from './days.ts';
import { lockForWriting, refuseStopped } from './lock-problem.ts';
import { measuredErrors } from './measured-errors.ts';
import type { MeasuredFigure } from './measured-contract.ts';
import { getWaiting, listMeasured } from './measured-figures.ts';
import { getProblem } from './problem-queries.ts';
import { figureAt, putFigure } from './put-figure.ts';
import { formulationDb } from './tables.ts';
import type { ValueDraft } from './value-draft-field.ts';
import type { ProblemValueModel } from './value-model-contract.ts';
import { findValueModel } from './value-queries.ts';
import { writeValueModel } from './write-value-model.ts';

const texts = defineTexts(
  { source: (p: { dataset: string; day: string; how: string }) => `Measured in ${p.dataset}, ${p.day}: ${p.how}` },
  { source: (p) => `Gemeten in ${p.dataset}, ${p.day}: ${p.how}` },
);

/** The value model is priced again with what was measured, which becomes the source of those figures. */
export async function takeMeasuredFigures(
  ctx: Context,
  { problemId, ids, version }: { problemId: string; ids: readonly string[]; version: number },
): Promise<ProblemValueModel> {
  // Told before anything else, as by every write: the change itself looks again, under the lock.
  refuseStopped(await getProblem(ctx.db, problemId));
  const figures = await getWaiting(ctx.db, problemId, ids);
  const { model: before } = await findValueModel(ctx.db, problemId);
  const model = figures.reduce<ValueDraft>((draft, figure) => withMeasured(ctx, draft, figure), before ?? {});
  return writeValueModel(ctx, {
    problemId,
    model,
    version,
    also: async (tx) => {
      // Somebody may have settled one of them a moment ago.
      await getWaiting(tx.db, problemId, ids);
      for (const figure of figures)
        await settle(ctx, tx, { figure, state: 'taken', was: figureAt(before, figure.path) });
      const subject = { kind: 'value_model', id: problemId };
      const data = { paths: figures.map(({ path }) => path) };
      tx.record({ type: 'measured_figure.taken', subject, problemId, data });
    },
  });
}

function withMeasured({ locale }: Context, draft: ValueDraft, figure: MeasuredFigure): ValueDraft {
  const { path, value, dataset, proposedAt, how } = figure;
  const source = texts[locale].source({ dataset, day: dayOf(proposedAt), how });
  const changed = putFigure(draft, path, { ...value, source });
  if (changed === null) throw measuredErrors.measuredPlace({ path });
  return changed;
}

/** The estimate stands instead, and the reason is on record. */
export async function leaveMeasuredFigure(
  ctx: Context,
  { problemId, figureId, reason }: { problemId: string; figureId: string; reason: string },
): Promise<{ version: number; figures: MeasuredFigure[] }> {
  await change(ctx, async (tx) => {
    await lockForWriting(tx, problemId);
    const [figure] = await getWaiting(tx.db, problemId, [figureId]);
    if (!figure) throw measuredErrors.measuredNotFound({ id: figureId });
    await settle(ctx, tx, { figure, state: 'left', was: null, reason });
    const subject = { kind: 'value_model', id: problemId };
    tx.record({ type: 'measured_figure.left', subject, problemId, data: { paths: [figure.path] } });
  });
  return showMeasured(ctx, problemId);
}

export async function showMeasured({ db }: Pick<Context, 'db'>, problemId: string) {
  const { version } = await findValueModel(db, problemId);
  return { version, figures: await listMeasured(db, problemId) };
}

interface Settling {
  figure: MeasuredFigure;
  state: 'taken' | 'left';
  was: unknown;
  reason?: string;
}

async function settle(ctx: Context, tx: Tx, { figure, state, was, reason = '' }: Settling): Promise<void> {
  await formulationDb(tx.db)
    .updateTable('measured_figure')
    .set({
      state,
      was: was === undefined || was === null ? null : toJson(was),
      reason,
      settled_by: ctx.actor.userId,
      settled_at: tx.now,
    })
    .where('id', '=', figure.id)
    .execute();
}
