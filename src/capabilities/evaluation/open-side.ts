import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { asSha256 } from '../../platform/blobs/sha256.ts';
import type { Context } from '../../platform/context/context.ts';
import { fromJson } from '../../platform/json.ts';
import { chooseScale } from './choose-scale.ts';
import type { Asked } from './evaluation-contract.ts';
import type { StoredEvaluation } from './evaluation-queries.ts';
import type { Priced } from './judge-evaluation.ts';
import type { CaseSource, DecisionScale } from './measure/case-rows.ts';
import { unpackJson } from './predictions/json-table.ts';
import { isTableFile, type PredictionFile } from './predictions/prediction-file.ts';
import { readColumns } from './predictions/read-columns.ts';

/** The predictions of an evaluation, and how they are read. */
export interface Side {
  asked: Asked;
  source: CaseSource;
  scale: DecisionScale | null;
}

/** What the files of a job are read by; the folder is the job's own, and removed after it. */
export interface Opening {
  priced: Priced | null;
  folder: string;
  signal: AbortSignal;
}

export async function openSide(
  ctx: Context,
  row: StoredEvaluation,
  { priced, folder, signal }: Opening,
): Promise<Side> {
  const asked = fromJson<Asked>(row.asked);
  const sha256 = asSha256(row.predictions_sha256);
  if (!sha256) throw new Error(`evaluation ${row.id} has no predictions`);
  const path = await ctx.blobs.localPath(sha256);
  const given: PredictionFile = { artifact: asked.artifact, path, format: asked.format };
  const names = await readColumns(ctx.analytics, given);
  const { length: width } = names;
  const file = isTableFile(given) ? given : await unpackJson(ctx.analytics, given, { width, folder, signal });
  const source = { file, names, columns: asked.columns, amounts: priced?.prices.columns ?? [] };
  const scale =
    row.task === 'regression'
      ? null
      : await chooseScale(ctx, { source, task: row.task, asked, model: priced?.model ?? null, signal });
  return { asked, source, scale };
}

/** Runs work with a folder of its own for files that nobody needs after it. */
export async function withScratch<T>(
  { config }: Pick<Context, 'config'>,
  jobId: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = join(config.dataFolder, 'temp', 'evaluations', jobId);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
