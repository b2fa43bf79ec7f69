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
  const variants = await listVariants(ctx, problemId);
  if (!own) return { variantOf: null, template: null, variants, version: 0 };
  const { template_id: id, name, version } = own;
  const template = id !== null && name !== null ? { id, name } : null;
  return { variantOf: await showParent(ctx, own), template, variants, version };
}

async function showParent(ctx: Context, own: StoredOrigin): Promise<Relation | null> {
  const { parent_id, about } = own;
  if (parent_id === null || about === null) return null;
  const parent = await findReadable(ctx, parent_id);
  return { ...sayRelation({ ...own, about }), id: parent?.id ?? null, title: parent?.title ?? null };
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

type StoredOrigin = NonNullable<Awaited<ReturnType<typeof findOrigin>>>;

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
