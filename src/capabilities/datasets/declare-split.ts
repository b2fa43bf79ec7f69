import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import { toJson } from '../../platform/json.ts';
import { askToDescribe } from './ask-to-describe.ts';
import { checkSplit } from './check-split.ts';
import { countSegment } from './count-segment.ts';
import { listSegmentsOf, listSplitsOf } from './declared-queries.ts';
import { datasetErrors } from './errors.ts';
import { getReadyVersion } from './ready-version.ts';
import type { Segment, SegmentRule, Split, SplitRule } from './split-contract.ts';
import { datasetDb } from './tables.ts';

interface Place {
  problemId: string;
  versionId: string;
}
type Table = 'dataset_split' | 'dataset_segment';

/** Declared and checked at once; what was declared never changes. */
export async function declareSplit(
  ctx: Context,
  { name, rule, key, ...place }: Place & { name: string; rule: SplitRule; key?: readonly string[] },
): Promise<Split> {
  const version = await getReadyVersion(ctx, ctx.db, place);
  const told = key ?? (rule.by === 'hash' ? (rule.key ?? null) : null);
  const result = await checkSplit(ctx, version, { rule, key: told });
  const id = await keep(ctx, 'dataset_split', { ...place, name, rule, result });
  const found = (await listSplitsOf(ctx.db, place.versionId)).find((each) => each.id === id);
  if (!found) throw datasetErrors.splitNotFound({ id });
  return found;
}

export async function declareSegment(
  ctx: Context,
  { name, rule, ...place }: Place & { name: string; rule: SegmentRule },
): Promise<Segment> {
  const version = await getReadyVersion(ctx, ctx.db, place);
  const result = await countSegment(ctx, version, rule);
  const id = await keep(ctx, 'dataset_segment', { ...place, name, rule, result });
  const found = (await listSegmentsOf(ctx.db, place.versionId)).find((each) => each.id === id);
  if (!found) throw datasetErrors.splitNotFound({ id });
  return found;
}

async function keep(
  ctx: Context,
  table: Table,
  { problemId, versionId, name, rule, result }: Place & { name: string; rule: unknown; result: unknown },
): Promise<string> {
  return change(ctx, async (tx) => {
    const present = await datasetDb(tx.db)
      .selectFrom(table)
      .select('name')
      .where('version_id', '=', versionId)
      .where('removed_at', 'is', null)
      .execute();
    if (present.some((each) => each.name === name)) throw datasetErrors.declaredAlready({ name });
    const id = newId(tx.now);
    const by = { declared_by: ctx.actor.userId, declared_at: tx.now, removed_at: null };
    await datasetDb(tx.db)
      .insertInto(table)
      .values({
        id,
        problem_id: problemId,
        version_id: versionId,
        name,
        rule: toJson(rule),
        result: toJson(result),
        ...by,
      })
      .execute();
    const type = `dataset_version.${table === 'dataset_split' ? 'split' : 'segment'}_declared`;
    tx.record({ type, subject: { kind: 'dataset_version', id: versionId }, problemId, data: { id } });
    await countAnew(tx, ctx, { table, problemId, versionId });
    return id;
  });
}

/** The profile of a version has the counts of its segments too. */
async function countAnew(tx: Tx, ctx: Context, { table, ...place }: Place & { table: Table }): Promise<void> {
  if (table === 'dataset_segment') await askToDescribe(tx, ctx, { ...place, actorId: ctx.actor.userId });
}

/** Out of sight only: a run may have been made by it. */
export function removeDeclared(
  ctx: Context,
  table: Table,
  { problemId, versionId, id }: Place & { id: string },
): Promise<{ id: string }> {
  return change(ctx, async (tx) => {
    const removed = await datasetDb(tx.db)
      .updateTable(table)
      .set({ removed_at: tx.now })
      .where('problem_id', '=', problemId)
      .where('version_id', '=', versionId)
      .where('id', '=', id)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    if (removed.numUpdatedRows === 0n) throw datasetErrors.splitNotFound({ id });
    const type = `dataset_version.${table === 'dataset_split' ? 'split' : 'segment'}_removed`;
    tx.record({ type, subject: { kind: 'dataset_version', id: versionId }, problemId, data: { id } });
    await countAnew(tx, ctx, { table, problemId, versionId });
    return { id };
  });
}
