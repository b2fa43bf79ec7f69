import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { findDifferences } from '../decisions/index.ts';
import { onlyReadable, readableProblems } from '../identity/index.ts';
import { formulationErrors } from './errors.ts';
import { gatherWritten } from './gather-written.ts';
import { getProblem } from './problem-queries.ts';
import { formulationDb } from './tables.ts';
import type { Origin, Relation } from './variant-contract.ts';
import type { WrittenContent } from './written-contract.ts';

/** Where a problem comes from and what came of it. Of a problem that the reader may not read there is no title. */
export async function showOrigin(ctx: Context, { problemId }: { problemId: string }): Promise<Origin> {
  await getProblem(ctx.db, problemId);
  const own = await findOrigin(ctx.db, problemId);
  const parent = own?.parent_id ? await findReadable(ctx, own.parent_id) : null;
  return {
    variantOf: own?.about
      ? { ...sayRelation({ ...own, about: own.about }), id: parent?.id ?? null, title: parent?.title ?? null }
      : null,
    template: own?.template_id && own.name !== null ? { id: own.template_id, name: own.name } : null,
    variants: await listVariants(ctx, problemId),
    version: own?.version ?? 0,
  };
}

/** What the variant says otherwise than its parent, as both stand now; what is at stake only follows from the model. */
export async function compareWithParent(ctx: Context, { problemId }: { problemId: string }) {
  await getProblem(ctx.db, problemId);
  const own = await findOrigin(ctx.db, problemId);
  if (!own?.parent_id) throw formulationErrors.noVariant({ id: problemId });
  const parent = await findReadable(ctx, own.parent_id);
  if (!parent) throw formulationErrors.parentHidden();
  const content = await gatherWritten(ctx.db, problemId);
  const before = await gatherWritten(ctx.db, parent.id);
  return { parent, differences: findDifferences(comparable(before), comparable(content)), content };
}

const comparable = ({ atStake: _atStake, ...written }: WrittenContent) => written;

export async function findOrigin(db: AnyDb, problemId: string) {
  const row = await formulationDb(db)
    .selectFrom('problem_origin')
    .leftJoin('problem_template', 'problem_template.id', 'problem_origin.template_id')
    .selectAll('problem_origin')
    .select('problem_template.name')
    .where('problem_id', '=', problemId)
    .executeTakeFirst();
  return row ?? null;
}

async function findReadable(ctx: Context, id: string): Promise<{ id: string; title: string } | null> {
  const row = await formulationDb(ctx.db)
    .selectFrom('problem')
    .select(['id', 'title'])
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .where(onlyReadable(await readableProblems(ctx), 'id'))
    .executeTakeFirst();
  return row ?? null;
}

async function listVariants(ctx: Context, parentId: string): Promise<Relation[]> {
  const rows = await formulationDb(ctx.db)
    .selectFrom('problem_origin')
    .innerJoin('problem', 'problem.id', 'problem_origin.problem_id')
    .select(['problem.id', 'title', 'about', 'difference', 'reason', 'made_at'])
    .where('parent_id', '=', parentId)
    .where('deleted_at', 'is', null)
    .where(onlyReadable(await readableProblems(ctx), 'problem.id'))
    .orderBy('problem.id')
    .execute();
  return rows.flatMap(({ id, title, about, ...row }) =>
    about === null ? [] : [{ ...sayRelation({ ...row, about }), id, title }],
  );
}

interface Declared extends Pick<Relation, 'about' | 'difference' | 'reason'> {
  made_at: number;
}

const sayRelation = ({ about, difference, reason, made_at: madeAt }: Declared) => ({
  about,
  difference,
  reason,
  madeAt,
});
