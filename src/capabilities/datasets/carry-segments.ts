import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { AppError } from '../../platform/errors/app-error.ts';
import { newId } from '../../platform/ids.ts';
import { toJson } from '../../platform/json.ts';
import { countSegment } from './count-segment.ts';
import { listSegmentsOf } from './declared-queries.ts';
import { findBefore } from './find-before.ts';
import type { ReadyVersion } from './ready-version.ts';
import type { Segment } from './split-contract.ts';
import { datasetDb } from './tables.ts';

/**
 * What was declared of the version before holds for this one too, counted anew: else a segment would have to be declared again
 * at every import. One of which a column is gone, or has another type, stays behind. Nothing where anybody declared here already.
 */
export async function carrySegments(ctx: Context, version: ReadyVersion): Promise<void> {
  const before = await findBefore(ctx.db, version);
  if (before === null || (await hasDeclared(ctx.db, version.id))) return;
  const counted: Segment[] = [];
  for (const segment of await listSegmentsOf(ctx.db, before)) {
    const result = await countSegment(ctx, version, segment.rule).catch(nullIfUnfit);
    if (result) counted.push({ ...segment, ...result });
  }
  if (counted.length === 0) return;
  await change(ctx, async (tx) => {
    if (await hasDeclared(tx.db, version.id)) return;
    // Ids in the order of the old ones, which is the order in which they were declared.
    for (const [index, segment] of counted.entries()) await insert(tx, { version, segment, id: newId(tx.now + index) });
  });
}

function nullIfUnfit(error: unknown): null {
  if (error instanceof AppError && error.status === 422) return null;
  throw error;
}

/** Also what was removed since: who took it away does not want it back. */
async function hasDeclared(db: AnyDb, versionId: string): Promise<boolean> {
  const found = await datasetDb(db)
    .selectFrom('dataset_segment')
    .select('id')
    .where('version_id', '=', versionId)
    .executeTakeFirst();
  return found !== undefined;
}

async function insert(
  tx: Tx,
  { version, segment, id }: { version: ReadyVersion; segment: Segment; id: string },
): Promise<void> {
  const { name, rule, parts, rows, declaredBy, declaredAt } = segment;
  await datasetDb(tx.db)
    .insertInto('dataset_segment')
    .values({
      id,
      problem_id: version.problemId,
      version_id: version.id,
      name,
      rule: toJson(rule),
      result: toJson({ parts, rows }),
      declared_by: declaredBy,
      declared_at: declaredAt,
      removed_at: null,
    })
    .execute();
  const subject = { kind: 'dataset_version', id: version.id };
  const data = { id, carriedFrom: segment.id };
  tx.record({ type: 'dataset_version.segment_declared', subject, problemId: version.problemId, data });
}
