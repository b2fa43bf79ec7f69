import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as formulation from '../../src/capabilities/formulation/contract.ts';
import type { ValueModel } from '../../src/capabilities/value/contract.ts';
import type { TestPeil } from './app.ts';
import { evaluationData, logArtifact, loggedRun, type LoggedRun, logTable } from './logged-predictions.ts';
import { type Sending, type Sent, sendingTo } from './sending.ts';
import { asking, writtenProblem } from './written-problem.ts';

interface Table {
  columns: readonly string[];
  data: readonly (readonly unknown[])[];
}

/** Runs with predictions of one problem, and what Peil makes of them. */
export interface Evaluating {
  /** A run with this table among its artifacts, as a client logs it. */
  logged: (name: string, table: Table) => Promise<LoggedRun>;
  /** As it is answered at once; what can be measured is not measured yet. */
  begin: (run: LoggedRun, body: object) => Promise<Sent>;
  /** Begun and finished, as it is shown then; `eval.json` on the version of the data unless told. Time goes on after it. */
  evaluated: (run: LoggedRun, body?: object) => Promise<Sent['body']>;
  show: (id: string, language?: string) => Promise<Sent['body']>;
  ranking: (query?: string) => Promise<Sent['body']>;
}

export function evaluatingIn(
  peil: TestPeil,
  { problemId, versionId }: { problemId: string; versionId: string },
  send: Sending = sendingTo(peil),
): Evaluating {
  const begin = (run: LoggedRun, body: object) =>
    send(`POST /api/problems/${problemId}/runs/${run.runId}/evaluations`, body);
  const show = async (id: string, language = 'en') =>
    (await send(`GET /api/problems/${problemId}/evaluations/${id}`, undefined, { language })).body;
  return {
    begin,
    show,
    logged: async (name, { columns, data }) => {
      const run = await loggedRun(peil, { problemId, name });
      await logArtifact(peil, run, { path: 'eval.json', content: logTable(columns, data) });
      return run;
    },
    evaluated: async (run, body = {}) => {
      const begun = await begin(run, { artifact: 'eval.json', datasetVersionId: versionId, ...body });
      if (begun.status !== 201) throw new Error(`evaluation: ${begun.status} ${JSON.stringify(begun.body)}`);
      await peil.services.jobs.runDue();
      peil.clock.advance(1000);
      return show(begun.body.id);
    },
    ranking: async (query = '') => (await send(`GET /api/problems/${problemId}/evaluations/ranking${query}`)).body,
  };
}

export interface EvaluatingAnew extends Evaluating {
  problemId: string;
  /** of the data, on which is evaluated unless told */
  versionId: string;
}

/** In a problem of its own, with the worked value model. */
export async function evaluatingAnew(peil: TestPeil): Promise<EvaluatingAnew> {
  const { problemId } = await writtenProblem(peil);
  const versionId = await evaluationData(peil, problemId);
  return { ...evaluatingIn(peil, { problemId, versionId }), problemId, versionId };
}

/** A problem whose predictions are priced by this value model. */
export async function problemPricedBy(peil: TestPeil, model: ValueModel): Promise<string> {
  const { problemId } = await writtenProblem(peil);
  const params = { problemId };
  const translation = await asking(peil, formulation.readTranslation, { params });
  const { task } = model;
  await asking(peil, formulation.writeTranslation, { params, version: translation.version, body: { task } });
  const { version } = await asking(peil, formulation.readValueModel, { params });
  await asking(peil, formulation.writeValueModel, { params, version, body: { model: { ...model } } });
  return problemId;
}

/** To ten digits: sums of the same numbers in another order differ in the last ones. */
export const toTenDigits = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, each: unknown) => (typeof each === 'number' ? Number(each.toPrecision(10)) : each)),
  );

/** These rows as a Parquet file; the columns are those of the SQL. */
export async function parquetOf(peil: TestPeil, select: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'peil-parquet-'));
  const path = join(folder, 'table.parquet');
  try {
    await peil.services.analytics.query(`copy (${select}) to '${path}' (format parquet)`, [], { files: [path] });
    return await readFile(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
