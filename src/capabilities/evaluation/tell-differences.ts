import type { Context } from '../../platform/context/context.ts';
import type { Answer } from '../../platform/endpoint/define-endpoint.ts';
import { evaluationErrors } from './errors.ts';
import { briefOfStored, findAround, getStored, summaryOf } from './evaluation-queries.ts';
import { findDifferences, type Measured, sayPlace, sayRepair } from './not-comparable.ts';
import { measuredOf } from './rank-evaluations.ts';
import type { tellDifferences as tellDifferencesEndpoint } from './ranking-contract.ts';

interface Asking {
  problemId: string;
  evaluationId: string;
  /** ids with commas between */
  of: string;
  variants?: 'apart' | 'together';
}

const most = 100;

/** What keeps these evaluations from comparing with one, and what would make them. Throws 409 for one without a result. */
export async function tellDifferences(
  ctx: Context,
  { problemId, evaluationId, of, variants = 'apart' }: Asking,
): Promise<Answer<typeof tellDifferencesEndpoint>> {
  const ids = [...new Set(of.split(',').filter((id) => id !== ''))];
  if (ids.length > most) throw evaluationErrors.tooMany({ given: ids.length, limit: most });
  const read = (id: string) => readMeasured(ctx, { problemId, evaluationId: id, variants });
  const like = await read(evaluationId);
  const apart = [];
  for (const id of ids) {
    const own = await read(id);
    const differences = findDifferences(own, like, ctx.locale);
    if (differences.length === 0) continue;
    apart.push({ evaluationId: id, differences, repair: sayRepair({ own, differences }, like, ctx.locale) });
  }
  const { pricedBy } = like.summary;
  return {
    place: sayPlace(like, ctx.locale),
    value: pricedBy && { source: pricedBy.source, number: pricedBy.number },
    apart,
  };
}

async function readMeasured(
  ctx: Context,
  { variants, ...place }: Pick<Asking, 'problemId' | 'evaluationId'> & { variants: 'apart' | 'together' },
): Promise<Measured> {
  const row = await getStored(ctx.db, place);
  const brief = briefOfStored(row);
  if (row.state !== 'done' || !brief) throw evaluationErrors.notDone({ id: row.id });
  const around = await findAround(ctx.db, { problemId: place.problemId, runIds: [row.run_id] });
  return measuredOf(row, { brief, summary: await summaryOf(ctx, row, around), variants });
}
