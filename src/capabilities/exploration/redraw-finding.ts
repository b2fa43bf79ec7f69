import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { fromJson } from '../../platform/json.ts';
import { listReadyVersions } from '../datasets/index.ts';
import type { ChartSpec } from './chart-contract.ts';
import { explorationErrors } from './errors.ts';
import type { Finding } from './finding-contract.ts';
import { getFinding } from './finding-queries.ts';
import { drawToKeep, keepDrawing } from './keep-finding.ts';
import { lastDrawing, lockFinding } from './lock-finding.ts';
import { sayInBoth } from './say-chart.ts';

interface Given {
  problemId: string;
  findingId: string;
  versionId?: string;
}

/** The same look at newer data. What was answered stays with the version of which it was said. */
export async function redrawFinding(ctx: Context, given: Given): Promise<Finding> {
  const { problemId, findingId } = given;
  const finding = await getFinding(ctx, ctx.db, given);
  const versionId = await newerVersion(ctx, finding, given);
  const { version, chart } = await drawToKeep(ctx, { problemId, versionId }, finding.spec);
  await change(ctx, async (tx) => {
    const row = await lockFinding(tx, given);
    const { number } = await lastDrawing(tx, findingId);
    if (version.number <= number) throw explorationErrors.notNewer({ id: version.id, number });
    const sentence = sayInBoth(chart, fromJson<ChartSpec>(row.spec));
    await keepDrawing(ctx, tx, { findingId, version, chart, sentence });
    const data = { versionId: version.id, number: version.number };
    tx.record({ type: 'finding.drawn_again', subject: { kind: 'finding', id: findingId }, problemId, data });
  });
  return getFinding(ctx, ctx.db, given);
}

async function newerVersion(ctx: Context, finding: Finding, { problemId, versionId }: Given): Promise<string> {
  const number = finding.drawings[0]?.versionNumber ?? 0;
  if (versionId === undefined) {
    if (!finding.newest) throw explorationErrors.nothingNewer({ number });
    return finding.newest.versionId;
  }
  const found = (await listReadyVersions(ctx.db, problemId)).find(({ id }) => id === versionId);
  if (found?.datasetId !== finding.datasetId || found.number <= number)
    throw explorationErrors.notNewer({ id: versionId, number });
  return versionId;
}
