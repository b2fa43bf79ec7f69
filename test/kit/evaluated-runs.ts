import * as formulation from '../../src/capabilities/formulation/contract.ts';
import { beginEvaluation } from '../../src/capabilities/evaluation/contract.ts';
import type { ValueModel } from '../../src/capabilities/value/contract.ts';
import type { Request } from '../../src/platform/endpoint/define-endpoint.ts';
import type { TestPeil } from './app.ts';
import { logArtifact, loggedRun, type LoggedRun, logTable } from './logged-predictions.ts';
import { asking } from './written-problem.ts';

export interface PredictionTable {
  columns: readonly string[];
  data: readonly (readonly unknown[])[];
}

/** Another value model than the problem has. */
export async function priceAnew(peil: TestPeil, problemId: string, model: ValueModel): Promise<void> {
  const params = { problemId };
  const { version } = await asking(peil, formulation.readValueModel, { params });
  await asking(peil, formulation.writeValueModel, { params, body: { model: { ...model } }, version });
}

/** A run with this table among its artifacts, as a client logs it. */
export async function runWithTable(
  peil: TestPeil,
  { problemId, name }: { problemId: string | null; name: string },
  { columns, data }: PredictionTable,
): Promise<LoggedRun> {
  peil.clock.advance(1000);
  const run = await loggedRun(peil, { problemId, name });
  await logArtifact(peil, run, { path: 'predictions.json', content: logTable(columns, data) });
  return run;
}

/** Evaluated and done. */
export async function evaluatedRun(
  peil: TestPeil,
  params: { problemId: string; runId: string },
  body: Partial<Request<typeof beginEvaluation>['body']> = {},
): Promise<string> {
  peil.clock.advance(1000);
  const asked = { artifact: 'predictions.json', bins: 1000, ...body };
  const { id } = await asking(peil, beginEvaluation, { params, body: asked });
  await peil.services.jobs.runDue();
  return id;
}

/** Minutes of delay, and what was predicted of them: mostly a little early, and worse the longer it takes. */
export function predictedDelays(): PredictionTable {
  const data = Array.from({ length: 300 }, (_, index) => {
    const truth = ((index * 53) % 120) / 2;
    const noise = (((index * 37) % 100) / 100 - 0.6) * (4 + truth / 4);
    return [`f${index}`, truth, Number((truth + noise).toFixed(2)), index % 3 === 0 ? 'north' : 'south'];
  });
  return { columns: ['id', 'truth', 'prediction', 'region'], data };
}

/** What a look at a machine found, and what was decided, by a rule. */
export function decidedMachines(): PredictionTable {
  const truths = [
    'healthy',
    'healthy',
    'healthy',
    'healthy',
    'healthy',
    'healthy',
    'healthy',
    'worn',
    'worn',
    'failing',
  ];
  const decided: Record<string, readonly string[]> = {
    healthy: ['leave', 'leave', 'leave', 'leave', 'service'],
    worn: ['service', 'service', 'leave', 'ask'],
    failing: ['replace', 'replace', 'service', 'ask'],
  };
  const data = Array.from({ length: 400 }, (_, index) => {
    const truth = truths[index % truths.length] ?? 'healthy';
    const choices = decided[truth] ?? [];
    return [`m${index}`, truth, choices[Math.floor(index / truths.length) % choices.length]];
  });
  return { columns: ['id', 'truth', 'decision'], data };
}

/** As classes that were predicted, without what is done about them. */
export function predictedMachines(): PredictionTable {
  const named: Record<string, string> = { leave: 'healthy', service: 'worn', replace: 'failing', ask: 'worn' };
  const { columns, data } = decidedMachines();
  return { columns, data: data.map((row) => row.with(2, named[String(row[2])])) };
}
