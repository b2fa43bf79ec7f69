import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { formulationErrors } from './errors.ts';
import { formulationGateTexts } from './formulation-gate-texts.ts';
import type { EvidenceItem } from './gate-rules.ts';
import { lockForWriting } from './lock-problem.ts';
import type { MetricLink, ModelMetric } from './metric-contract.ts';
import { refuseStale } from '../../platform/errors/refuse-stale.ts';
import { formulationDb } from './tables.ts';
import { listLinks } from './translation-queries.ts';

/** Every key result that is not removed, in order, with the metric that answers it. */
export async function listMetricLinksOf(db: AnyDb, problemId: string): Promise<MetricLink[]> {
  const rows = await formulationDb(db)
    .selectFrom('metric_link')
    .selectAll()
    .where('problem_id', '=', problemId)
    .execute();
  return (await listLinks(db, problemId)).map(({ keyResultId, metric: keyResult, contributes }) => {
    const row = rows.find((each) => each.key_result_id === keyResultId);
    const { metric = null, text = '', version = 0 } = row ?? {};
    return { keyResultId, keyResult, isAsked: contributes, metric, text, version };
  });
}

interface Given {
  problemId: string;
  keyResultId: string;
  metric: ModelMetric;
  text: string;
  version: number;
}

/** Says which metric of the model answers one key result. */
export async function linkMetric(ctx: Context, given: Given): Promise<MetricLink> {
  const { problemId, keyResultId, metric, text, version } = given;
  await change(ctx, async (tx) => {
    await lockForWriting(tx, problemId);
    const current = await getLink(tx.db, given);
    const theirs = { metric: current.metric, text: current.text };
    refuseStale({ given: version, current: current.version }, { yours: { metric, text }, theirs });
    const row = { metric, text, version: version + 1, changed_at: tx.now };
    await formulationDb(tx.db)
      .insertInto('metric_link')
      .values({ key_result_id: keyResultId, problem_id: problemId, ...row })
      .onConflict((conflict) => conflict.column('key_result_id').doUpdateSet(row))
      .execute();
    const subject = { kind: 'key_result', id: keyResultId };
    tx.record({ type: 'metric_link.written', subject, problemId, data: { metric, version: version + 1 } });
  });
  return getLink(ctx.db, given);
}

async function getLink(db: AnyDb, { problemId, keyResultId }: Pick<Given, 'problemId' | 'keyResultId'>) {
  const link = (await listMetricLinksOf(db, problemId)).find((each) => each.keyResultId === keyResultId);
  if (!link) throw formulationErrors.keyResultNotFound({ id: keyResultId });
  return link;
}

/** The evidence part `metrics` of G2: each key result that a model is to move has a metric it is held against. */
export async function listMetricEvidence(db: AnyDb, problemId: string): Promise<EvidenceItem[]> {
  const asked = (await listMetricLinksOf(db, problemId)).filter(({ isAsked }) => isAsked);
  return asked.map(({ keyResultId, keyResult, metric }) => ({
    id: `metrics.keyResult.${keyResultId}`,
    station: 'value',
    field: `metric-${keyResultId}`,
    isDone: metric !== null,
    say: (locale) => formulationGateTexts[locale]['metrics.keyResult']({ metric: keyResult }),
  }));
}

/** As it is signed: in the order of the key results. */
export async function snapshotOfMetrics(db: AnyDb, problemId: string) {
  const said = (await listMetricLinksOf(db, problemId)).filter(({ metric }) => metric !== null);
  return said.map(({ keyResultId, metric, text }) => ({ id: keyResultId, metric, text }));
}
