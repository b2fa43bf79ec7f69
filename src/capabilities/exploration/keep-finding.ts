import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import { toJson } from '../../platform/json.ts';
import { getReadyVersion, type ReadyVersion } from '../datasets/index.ts';
import type { ChartSpec } from './chart-contract.ts';
import { kindOf } from './chart-spec.ts';
import type { Drawn } from './contrast.ts';
import { drawKept, openLook } from './draw-kept.ts';
import { explorationErrors } from './errors.ts';
import type { Finding } from './finding-contract.ts';
import { getFinding, listKept } from './finding-queries.ts';
import { titleFrom } from './finding-title.ts';
import { sayInBoth } from './say-chart.ts';
import { explorationDb } from './tables.ts';

const most = 200;

interface Given {
  problemId: string;
  versionId: string;
  spec: ChartSpec;
  title?: string;
  remark: string;
}

/** Keeps a look at the data with the chart as it was, so that people answer what they saw. */
export async function keepFinding(ctx: Context, given: Given): Promise<Finding> {
  const { problemId, spec, remark } = given;
  const { version, chart } = await drawToKeep(ctx, given, spec);
  const sentence = sayInBoth(chart, spec);
  const title = given.title ?? titleFrom(sentence[ctx.locale]);
  const findingId = await change(ctx, async (tx) => {
    await refuseTooMany(tx.db, problemId);
    const id = newId(tx.now);
    await explorationDb(tx.db)
      .insertInto('finding')
      .values({
        id,
        problem_id: problemId,
        dataset_id: version.datasetId,
        spec: toJson(spec),
        kind: kindOf(spec, chart),
        title,
        remark,
        kept_by: ctx.actor.userId,
        kept_at: tx.now,
        version: 1,
        withdrawn_by: null,
        withdrawn_at: null,
      })
      .execute();
    await keepDrawing(ctx, tx, { findingId: id, version, chart, sentence });
    const data = { datasetId: version.datasetId, versionId: version.id };
    tx.record({ type: 'finding.kept', subject: { kind: 'finding', id }, problemId, data });
    return id;
  });
  return getFinding(ctx, ctx.db, { problemId, findingId });
}

/** Throws 422 where there is nothing to see. */
export async function drawToKeep(
  ctx: Context,
  place: { problemId: string; versionId: string },
  spec: ChartSpec,
): Promise<{ version: ReadyVersion; chart: Drawn }> {
  const look = await openLook(ctx, place);
  const chart = await drawKept(ctx, look, spec);
  if (chart.status !== 'drawn') throw explorationErrors.nothingDrawn({ column: chart.column });
  return { version: look.version, chart };
}

export async function refuseTooMany(db: AnyDb, problemId: string): Promise<void> {
  if ((await listKept(db, problemId)).length >= most) throw explorationErrors.tooManyFindings({ limit: most });
}

interface NewDrawing {
  findingId: string;
  version: ReadyVersion;
  chart: Drawn;
  sentence: Readonly<Record<string, string>>;
}

export async function keepDrawing(
  ctx: Context,
  tx: Tx,
  { findingId, version, chart, sentence }: NewDrawing,
): Promise<void> {
  // Not of what was erased meanwhile.
  await getReadyVersion(ctx, tx.db, { problemId: version.problemId, versionId: version.id });
  await explorationDb(tx.db)
    .insertInto('finding_drawing')
    .values({
      finding_id: findingId,
      version_id: version.id,
      version_number: version.number,
      chart: toJson(chart),
      sentence: toJson(sentence),
      drawn_by: ctx.actor.userId,
      drawn_at: tx.now,
    })
    .execute();
}
