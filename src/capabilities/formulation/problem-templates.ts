import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import { fromJson, toJson } from '../../platform/json.ts';
import { formulationErrors } from './errors.ts';
import { gatherWritten } from './gather-written.ts';
import { getProblemWithPrivacy } from './problem-queries.ts';
import { refuseStale } from '../../platform/errors/refuse-stale.ts';
import { isAnswered } from './rules.ts';
import { formulationDb } from './tables.ts';
import type { ProblemTemplate } from './template-contract.ts';
import type { WrittenContent } from './written-contract.ts';

type Named = Pick<ProblemTemplate, 'name' | 'description'>;

/** Those in use by name, then the retired ones. */
export async function listTemplates(db: AnyDb): Promise<ProblemTemplate[]> {
  const rows = await formulationDb(db)
    .selectFrom('problem_template')
    .selectAll()
    .orderBy('name')
    .orderBy('id')
    .execute();
  const all = rows.map(describe);
  return [...all.filter(({ retiredAt }) => retiredAt === null), ...all.filter(({ retiredAt }) => retiredAt !== null)];
}

/** Keeps what was formulated for the whole organisation: of a private problem nobody else may read that. */
export async function saveTemplate(
  ctx: Context,
  { problemId, name, description }: Named & { problemId: string },
): Promise<ProblemTemplate> {
  const templateId = await change(ctx, async (tx) => {
    const problem = await getProblemWithPrivacy(tx.db, problemId);
    if (problem.is_private === 1) throw formulationErrors.privateAsTemplate();
    const id = newId(tx.now);
    const content = toJson(await gatherWritten(tx.db, problemId));
    await formulationDb(tx.db)
      .insertInto('problem_template')
      .values({
        id,
        name,
        description,
        content,
        version: 1,
        created_by: ctx.actor.userId,
        created_at: tx.now,
        retired_at: null,
      })
      .execute();
    // What everybody may use is no event of the problem: it outlives it.
    tx.record({
      type: 'problem_template.saved',
      subject: { kind: 'problem_template', id },
      problemId: null,
      data: { problemId },
    });
    return id;
  });
  return describe(await getTemplate(ctx.db, templateId));
}

export async function editTemplate(
  ctx: Context,
  { templateId, version, ...fields }: Partial<Named> & { templateId: string; version: number },
): Promise<ProblemTemplate> {
  await change(ctx, async (tx) => {
    const { name, description, version: current } = await getTemplate(tx.db, templateId);
    refuseStale({ given: version, current }, { yours: fields, theirs: { name, description } });
    await formulationDb(tx.db)
      .updateTable('problem_template')
      .set({ ...fields, version: version + 1 })
      .where('id', '=', templateId)
      .execute();
    const subject = { kind: 'problem_template', id: templateId };
    tx.record({ type: 'problem_template.edited', subject, problemId: null, data: { fields: Object.keys(fields) } });
  });
  return describe(await getTemplate(ctx.db, templateId));
}

/** Problems that began with it stay as they are. */
export async function retireTemplate(ctx: Context, { templateId }: { templateId: string }): Promise<ProblemTemplate> {
  await change(ctx, async (tx) => {
    await getTemplateInUse(tx.db, templateId);
    await setRetired(tx.db, { templateId, at: tx.now });
    tx.record({
      type: 'problem_template.retired',
      subject: { kind: 'problem_template', id: templateId },
      problemId: null,
    });
  });
  return describe(await getTemplate(ctx.db, templateId));
}

export async function restoreTemplate(ctx: Context, { templateId }: { templateId: string }): Promise<ProblemTemplate> {
  await change(ctx, async (tx) => {
    const { name, retired_at } = await getTemplate(tx.db, templateId);
    if (retired_at === null) throw formulationErrors.templateNotRetired({ name });
    await setRetired(tx.db, { templateId, at: null });
    tx.record({
      type: 'problem_template.restored',
      subject: { kind: 'problem_template', id: templateId },
      problemId: null,
    });
  });
  return describe(await getTemplate(ctx.db, templateId));
}

async function setRetired(db: AnyDb, { templateId, at }: { templateId: string; at: number | null }): Promise<void> {
  await formulationDb(db)
    .updateTable('problem_template')
    .set({ retired_at: at })
    .where('id', '=', templateId)
    .execute();
}

/** Throws 404 where there is no such template, and 409 where it was retired. */
export async function getTemplateInUse(db: AnyDb, id: string): Promise<{ content: WrittenContent }> {
  const { name, retired_at, content } = await getTemplate(db, id);
  if (retired_at !== null) throw formulationErrors.templateRetired({ name });
  return { content: fromJson<WrittenContent>(content) };
}

async function getTemplate(db: AnyDb, id: string) {
  const row = await formulationDb(db)
    .selectFrom('problem_template')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw formulationErrors.templateNotFound({ id });
  return row;
}

function describe({
  id,
  name,
  description,
  version,
  ...row
}: Awaited<ReturnType<typeof getTemplate>>): ProblemTemplate {
  const content = fromJson<WrittenContent>(row.content);
  const answered = (texts: Record<string, string>) => Object.values(texts).filter(isAnswered).length;
  return {
    id,
    name,
    description,
    holds: {
      answers: answered(content.opportunity),
      objectives: content.objectives.length,
      keyResults: content.objectives.flatMap(({ keyResults }) => keyResults).length,
      translation: answered(content.translation),
      dataRequirements: content.dataRequirements.length,
      options: content.options.length,
      valueModel: content.valueModel !== null,
    },
    version,
    createdAt: row.created_at,
    retiredAt: row.retired_at,
  };
}
