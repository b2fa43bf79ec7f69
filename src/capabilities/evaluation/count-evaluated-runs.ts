import { oneOf } from '../../platform/db/one-of.ts';
import { fromJson } from '../../platform/json.ts';
import type { CountedRun, RunCounter } from '../tracking/index.ts';
import type { Asked } from './evaluation-contract.ts';
import { briefOfStored, dataNames } from './evaluation-queries.ts';
import type { KeptValue } from './find-value.ts';
import { mainFigure, qualityKey } from './protocol.ts';
import { evaluationDb } from './tables.ts';
import { evaluationTexts } from './texts.ts';

/** What the finished evaluations of each run counted, the newest first, and under which protocols. */
export const countEvaluatedRuns: RunCounter = async (ctx, { problemId, runIds }) => {
  const found = new Map<string, CountedRun[]>();
  if (runIds.length === 0) return found;
  const names = await dataNames(ctx.db, problemId);
  const rows = await evaluationDb(ctx.db)
    .selectFrom('evaluation')
    .select(['id', 'run_id', 'task', 'asked', 'brief', 'dataset_version_id', 'priced_by'])
    .select(['protocol_key', 'euro_key', 'finished_at', 'begun_at'])
    .where('problem_id', '=', problemId)
    .where(oneOf(ctx.db, 'run_id', runIds))
    .where('state', '=', 'done')
    .orderBy('id', 'desc')
    .execute();
  for (const row of rows) {
    const brief = briefOfStored(row);
    if (!brief) continue;
    const asked = fromJson<Asked>(row.asked);
    const quality = sayMeasured(asked, names.get(row.dataset_version_id ?? ''), ctx.locale);
    const own = found.get(row.run_id) ?? [];
    found.set(row.run_id, own);
    own.push({
      evaluationId: row.id,
      finishedAt: row.finished_at ?? row.begun_at,
      threshold: asked.threshold,
      isLowBetter: row.task === 'regression',
      quality: mainFigure(brief.quality),
      euros: brief.euros?.perMonth ?? null,
      keys: { quality: qualityKey(row.protocol_key, brief.quality), euros: row.euro_key },
      words: { quality, euros: [quality, ...sayPrice(row.priced_by, ctx.locale)].join(', ') },
    });
  }
  return found;
};

function sayPrice(pricedBy: string | null, locale: keyof typeof evaluationTexts): string[] {
  if (pricedBy === null) return [];
  const { source, number } = fromJson<KeptValue>(pricedBy);
  return [evaluationTexts[locale].protocol.value[source]({ number: String(number) })];
}

function sayMeasured(
  { split, segment }: Asked,
  data: { name: string; number: number } | undefined,
  locale: keyof typeof evaluationTexts,
): string {
  const t = evaluationTexts[locale].protocol;
  return [
    data ? t.data({ name: data.name, number: String(data.number) }) : t.gone,
    ...(split === null ? [] : [t.split({ split })]),
    ...(segment === null ? [] : [t.segment({ segment })]),
  ].join(', ');
}
