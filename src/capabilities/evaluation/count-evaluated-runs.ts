import { oneOf } from '../../platform/db/one-of.ts';
import { fromJson } from '../../platform/json.ts';
import type { CountedRun, RunCounter } from '../tracking/index.ts';
import type { Asked } from './evaluation-contract.ts';
import { dataNames, briefOfStored } from './evaluation-queries.ts';
import { mainFigure, qualityKey } from './protocol.ts';
import { evaluationDb } from './tables.ts';
import { evaluationTexts } from './texts.ts';

/** What the newest finished evaluation of each run counted, and under which protocol. */
export const countEvaluatedRuns: RunCounter = async (ctx, { problemId, runIds }) => {
  const found = new Map<string, CountedRun>();
  if (runIds.length === 0) return found;
  const names = await dataNames(ctx.db, problemId);
  const rows = await evaluationDb(ctx.db)
    .selectFrom('evaluation')
    .select(['run_id', 'task', 'asked', 'brief', 'dataset_version_id', 'protocol_key', 'euro_key'])
    .where('problem_id', '=', problemId)
    .where(oneOf(ctx.db, 'run_id', runIds))
    .where('state', '=', 'done')
    .orderBy('id', 'desc')
    .execute();
  for (const row of rows) {
    const brief = briefOfStored(row);
    if (!brief || found.has(row.run_id)) continue;
    found.set(row.run_id, {
      key: qualityKey(row.protocol_key, brief.quality),
      words: sayMeasured(fromJson<Asked>(row.asked), names.get(row.dataset_version_id ?? ''), ctx.locale),
      quality: mainFigure(brief.quality),
      isLowBetter: row.task === 'regression',
      euros: brief.euros?.perMonth ?? null,
      euroKey: row.euro_key,
    });
  }
  return found;
};

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
