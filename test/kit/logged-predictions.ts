import type { TestPeil } from './app.ts';
import { importFiles } from './importing.ts';
import { type Wire, wireTo } from './wire.ts';

export interface LoggedRun {
  runId: string;
  experimentId: string;
}

/** A run of this problem as a client logs it; without a problem it waits in the inbox. */
export async function loggedRun(
  peil: Pick<TestPeil, 'app'>,
  { problemId, name }: { problemId: string | null; name: string },
): Promise<LoggedRun> {
  const wire: Wire = wireTo(peil);
  const tags = problemId === null ? [] : [{ key: 'peil.problem', value: problemId }];
  const begun = await wire('POST experiments/create', { name: `Of ${name} ${crypto.randomUUID()}`, tags });
  const experimentId: string = begun.body.experiment_id;
  const made = await wire('POST runs/create', { experiment_id: experimentId, run_name: name });
  return { runId: made.body.run.info.run_id, experimentId };
}

export async function logArtifact(
  peil: Pick<TestPeil, 'app'>,
  { runId, experimentId }: LoggedRun,
  { path, content }: { path: string; content: string | Buffer },
): Promise<void> {
  const url = `/api/2.0/mlflow-artifacts/artifacts/${experimentId}/${runId}/artifacts/${path}`;
  const answer = await peil.app.inject({
    method: 'PUT',
    url,
    payload: content,
    headers: { 'content-type': 'application/octet-stream' },
  });
  if (answer.statusCode !== 200) throw new Error(`artifact ${path}: ${answer.statusCode} ${answer.body}`);
}

/** As `mlflow.log_table` writes it. */
export const logTable = (columns: readonly string[], data: readonly (readonly unknown[])[]): string =>
  JSON.stringify({ columns, data });

/** Scores of 200 machines of which 20 stop: a model that is mostly right, by a rule and not by chance. */
export function predictedStops(shift = 0): { columns: string[]; data: unknown[][] } {
  const data = Array.from({ length: 200 }, (_, index) => {
    const truth = index % 10 === 0 ? 1 : 0;
    const noise = ((index * 37) % 100) / 100;
    const score = Math.min(0.99, Math.max(0.01, (truth ? 0.45 + noise * 0.5 : noise * 0.6) - shift));
    return [`m${index}`, truth, Number(score.toFixed(3)), index % 4 === 0 ? 'hall 1' : 'hall 2', 10 + (index % 50)];
  });
  return { columns: ['id', 'truth', 'score', 'segment', 'minutes'], data };
}

/** A version of a data set to be evaluated on. */
export async function evaluationData(peil: TestPeil, problemId: string, rows = 200): Promise<string> {
  const content = [
    'machine,stops',
    ...Array.from({ length: rows }, (_, index) => `m${index},${index % 10 === 0 ? 1 : 0}`),
  ];
  const files = [{ name: 'nights.csv', content: content.join('\n') }];
  return (await importFiles(peil, { problemId, files, body: { name: 'Nights' } })).versionId ?? '';
}
