import { asSha256 } from '../../platform/blobs/sha256.ts';
import type { Context } from '../../platform/context/context.ts';
import { fromJson } from '../../platform/json.ts';
import { chooseScale } from './choose-scale.ts';
import type { Asked } from './evaluation-contract.ts';
import type { StoredEvaluation } from './evaluation-queries.ts';
import type { Priced } from './judge-evaluation.ts';
import type { CaseSource, DecisionScale } from './measure/case-rows.ts';
import { openPredictions, readColumns } from './predictions/prediction-file.ts';

/** The predictions of an evaluation, and how they are read. */
export interface Side {
  asked: Asked;
  source: CaseSource;
  scale: DecisionScale | null;
}

export async function openSide(
  ctx: Context,
  row: StoredEvaluation,
  { priced, signal }: { priced: Priced | null; signal: AbortSignal },
): Promise<Side> {
  const asked = fromJson<Asked>(row.asked);
  const sha256 = asSha256(row.predictions_sha256);
  if (!sha256) throw new Error(`evaluation ${row.id} has no predictions`);
  const path = await ctx.blobs.localPath(sha256);
  const file = await openPredictions({ artifact: asked.artifact, path, format: asked.format });
  const names = await readColumns(ctx.analytics, file);
  const source = { file, names, columns: asked.columns, amounts: priced?.prices.columns ?? [] };
  const scale =
    row.task === 'regression'
      ? null
      : await chooseScale(ctx, { source, task: row.task, asked, model: priced?.model ?? null, signal });
  return { asked, source, scale };
}
