import { rankEvaluations, readEvaluation } from '../../src/capabilities/evaluation/contract.ts';
import type { ValueModel } from '../../src/capabilities/value/contract.ts';
import { askMeanwhile } from '../kit/ask-meanwhile.ts';
import { type Bench, type Figure, percentile } from '../kit/bench.ts';
import { evaluatingIn, parquetOf, problemPricedBy } from '../kit/evaluating.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { evaluationData, logArtifact, loggedRun } from '../kit/logged-predictions.ts';
import { asking, workedValueModel } from '../kit/written-problem.ts';
import type { TestPeil } from '../kit/app.ts';

const rows = 1_000_000;
const limit_s = 2;

/** Nearly every score and every id is another one; a score, a truth, a part of the country and minutes that the euros follow. */
const predictions = `select 'case-' || i as id, (hash(i) % 100 < 8)::int as truth,
  0.001 + (hash(i) % 100 < 8)::int * 0.35 + hash(i * 7 + 1) % 1000003 / 1000003.0 * 0.6 as score,
  'region ' || hash(i * 3) % 12 as region, round(20 - 15 * ln((1 + hash(i * 5) % 1000000) / 1000001), 2) as minutes
  from range(${rows}) t(i)`;

const byMinute = (rate: string) => ({
  kind: 'per-row' as const,
  column: 'minutes',
  rate,
  plus: '0',
  mean: { likely: 35 },
});

/** What is missed costs by the minute, so that the rows must be asked for euros, and cases drawn anew for the bounds. */
const pricedByRow: ValueModel = {
  ...workedValueModel,
  ...(workedValueModel.task === 'binary' && { values: { ...workedValueModel.values, fn: byMinute('-25') } }),
} as ValueModel;

interface Measured {
  took_s: number;
  meanwhile: readonly number[];
}

/** What is fast because something is left out is no figure. */
async function refusePartial(peil: TestPeil, params: { problemId: string; evaluationId: string }): Promise<void> {
  const { judged, failure } = await asking(peil, readEvaluation, { params });
  if (!judged) throw new Error(`no evaluation: ${JSON.stringify(failure)}`);
  const { counts, slices, euros } = judged;
  const counted = [counts.cases, counts.repeatedIds, slices[0]?.parts.length, euros?.threshold?.best].map(Number);
  if (counted.slice(0, 3).join() !== `${rows},0,12` || !Number(counted[3]))
    throw new Error(`counted: ${counted.join()}`);
  const { groups } = await asking(peil, rankEvaluations, { params });
  if (groups[0]?.bestId !== params.evaluationId) throw new Error('the evaluation is not ranked');
}

/** From the request until the evaluation is judged and priced, on predictions that are on the disk. */
async function evaluate(peil: TestPeil & { address: string }, model: ValueModel): Promise<Measured> {
  const problemId = await problemPricedBy(peil, model);
  const versionId = await evaluationData(peil, problemId);
  const run = await loggedRun(peil, { problemId, name: 'a million' });
  const artifact = 'eval/predictions.parquet';
  await logArtifact(peil, run, { path: artifact, content: await parquetOf(peil, predictions) });
  const all = evaluatingIn(peil, { problemId, versionId });
  const stop = askMeanwhile(peil.address);
  const start = performance.now();
  const { body } = await all.begin(run, { artifact, datasetVersionId: versionId });
  await peil.services.jobs.runDue();
  const took_s = (performance.now() - start) / 1000;
  const meanwhile = await stop();
  await refusePartial(peil, { problemId, evaluationId: body.id });
  return { took_s, meanwhile };
}

/** What a team waits for once its predictions are there: a million of them in metrics, slices, calibration, best threshold and euros. */
export const bench: Bench = {
  name: 'evaluating 1 million predictions',
  run: async () => {
    const peil = await openListeningPeil();
    try {
      const figures: Figure[] = [];
      const meanwhile: number[] = [];
      for (const [name, model] of [
        ['amounts by kind of error', workedValueModel],
        ['amounts by row', pricedByRow],
      ] as const) {
        const measured = await evaluate(peil, model);
        meanwhile.push(...measured.meanwhile);
        figures.push({
          name: `judged and priced, ${name}`,
          value: measured.took_s,
          unit: 's',
          limit: { atMost: limit_s },
        });
      }
      const p95 = percentile(meanwhile, 0.95);
      figures.push({ name: 'another request meanwhile, p95', value: p95, unit: 'ms', limit: { atMost: 50 } });
      return figures;
    } finally {
      await peil.close();
    }
  },
};
