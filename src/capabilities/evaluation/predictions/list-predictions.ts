import type { Context } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/app-error.ts';
import { listPresentVersions } from '../../datasets/index.ts';
import { findTask } from '../../formulation/index.ts';
import type { Run } from '../../tracking/index.ts';
import { evaluationTasks, type listPredictions as listPredictionsEndpoint } from '../evaluation-contract.ts';
import type { Answer } from '../../../platform/endpoint/define-endpoint.ts';
import { listValues } from '../find-value.ts';
import { findPredictions, getRunOfProblem, listTables } from './find-predictions.ts';
import { guessColumns } from './guess-columns.ts';
import { readColumns } from './read-columns.ts';

type Listed = Answer<typeof listPredictionsEndpoint>;

/** What there is to evaluate of a run, and on what. */
export async function listPredictions(
  ctx: Context,
  { problemId, runId }: { problemId: string; runId: string },
): Promise<Listed> {
  const run = await getRunOfProblem(ctx, { problemId, runId });
  const task = await findTask(ctx.db, problemId);
  const ofRun = new Set(run.datasets.flatMap(({ version }) => (version === null ? [] : [version.id])));
  const versions = await listPresentVersions(ctx.db, problemId);
  return {
    task: evaluationTasks.find((each) => each === task) ?? null,
    tables: await readTables(ctx, run),
    data: versions.map(({ id, datasetName, number }) => ({
      versionId: id,
      name: datasetName,
      number,
      isOfRun: ofRun.has(id),
    })),
    values: (await listValues(ctx.db, problemId)).map(({ source, number }) => ({ source, number })),
  };
}

async function readTables(ctx: Context, run: Run): Promise<Listed['tables']> {
  const tables: Listed['tables'] = [];
  for (const artifact of await listTables(ctx, run)) {
    const { file } = await findPredictions(ctx, run, artifact);
    try {
      const columns = await readColumns(ctx.analytics, file);
      if (columns.length > 1) tables.push({ artifact, columns, guess: guessColumns(columns) });
    } catch (error) {
      // JSON and CSV hold much that is no table: those are not offered.
      if (!(error instanceof AppError)) throw error;
    }
  }
  return tables;
}
