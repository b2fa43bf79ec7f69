import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import { toJson } from '../../platform/json.ts';
import { checkValueDraft } from './check-value-draft.ts';
import { lockForWriting } from './lock-problem.ts';
import { measuredErrors } from './measured-errors.ts';
import type { MeasuredFigure, MeasuredValue } from './measured-contract.ts';
import { listMeasured } from './measured-figures.ts';
import { putFigure } from './put-figure.ts';
import { formulationDb } from './tables.ts';
import { findValueModel } from './value-queries.ts';

export interface MeasuredToPropose {
  /** place in the value model, such as `baseRate`, `volumePerYear` or `values.fn.mean` */
  path: string;
  value: Omit<MeasuredValue, 'source'>;
  /** how it follows from the rows, in one line */
  how: string;
}

interface Given {
  problemId: string;
  dataset: { versionId: string; name: string; number: number };
  figures: readonly MeasuredToPropose[];
}

/**
 * Puts figures that were measured in a version of a data set before those who price the problem; what waited for the same place
 * is replaced. For capabilities that measure: nothing here looks into data. Throws 422 where the value model has no such place,
 * or where the figure does not fit there.
 */
export async function proposeMeasuredFigures(ctx: Context, given: Given): Promise<MeasuredFigure[]> {
  const { problemId, figures, dataset } = given;
  await change(ctx, async (tx) => {
    await lockForWriting(tx, problemId);
    const { model } = await findValueModel(tx.db, problemId);
    for (const figure of figures) refuseUnfit(model ?? {}, figure);
    for (const figure of figures) await insert(ctx, tx, { ...given, figure });
    const paths = figures.map(({ path }) => path);
    const subject = { kind: 'value_model', id: problemId };
    const data = { paths, datasetVersionId: dataset.versionId };
    tx.record({ type: 'measured_figure.proposed', subject, problemId, data });
  });
  return listMeasured(ctx.db, problemId);
}

function refuseUnfit(model: Record<string, unknown>, { path, value }: MeasuredToPropose): void {
  const changed = putFigure(model, path, value);
  if (changed === null) throw measuredErrors.measuredPlace({ path });
  const before = new Set(checkValueDraft(model, 'en').problems.map((each) => each.path));
  const { problems, unknownFields } = checkValueDraft(changed, 'en');
  const wrong = problems.find((each) => `${each.path}.`.startsWith(`${path}.`) && !before.has(each.path));
  if (wrong) throw measuredErrors.measuredUnfit({ path, why: wrong.message });
  if (unknownFields.some((each) => each === path)) throw measuredErrors.measuredPlace({ path });
}

async function insert(ctx: Context, tx: Tx, { problemId, dataset, figure }: Given & { figure: MeasuredToPropose }) {
  await formulationDb(tx.db)
    .updateTable('measured_figure')
    .set({ state: 'replaced', settled_at: tx.now })
    .where('problem_id', '=', problemId)
    .where('path', '=', figure.path)
    .where('state', '=', 'proposed')
    .execute();
  await formulationDb(tx.db)
    .insertInto('measured_figure')
    .values({
      id: newId(tx.now),
      problem_id: problemId,
      path: figure.path,
      value: toJson(figure.value),
      dataset_version_id: dataset.versionId,
      dataset: `${dataset.name} (${dataset.number})`,
      how: figure.how,
      proposed_by: ctx.actor.userId,
      proposed_at: tx.now,
      state: 'proposed',
      was: null,
      reason: '',
      settled_by: null,
      settled_at: null,
    })
    .execute();
}
