import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import { openProblemAccess } from '../identity/index.ts';
import type { Problem } from './problem-contract.ts';
import { getTemplateInUse } from './problem-templates.ts';
import { showProblem } from './show-problem.ts';
import { formulationDb } from './tables.ts';
import { writeWritten } from './write-written.ts';

interface Beginning {
  title: string;
  isPrivate?: boolean;
  templateId?: string;
}

/** A title is enough to begin. Who begins it is its expert until somebody else is. */
export async function createProblem(ctx: Context, { templateId, ...given }: Beginning): Promise<Problem> {
  const problemId = await change(ctx, async (tx) => {
    const id = await insertProblem(tx, ctx, given);
    if (templateId === undefined) return id;
    const { content } = await getTemplateInUse(tx.db, templateId);
    await formulationDb(tx.db)
      .insertInto('problem_origin')
      .values({ ...withoutParent, problem_id: id, template_id: templateId, made_at: tx.now })
      .execute();
    await writeWritten(tx, { problemId: id, content });
    tx.record({
      type: 'problem.begun_with_template',
      subject: { kind: 'problem', id },
      problemId: id,
      data: { templateId },
    });
    return id;
  });
  return showProblem(ctx.db, problemId);
}

const withoutParent = { parent_id: null, about: null, difference: '', reason: '', version: 1 } as const;

/** The row of a problem, and who may see it. */
export async function insertProblem(
  tx: Tx,
  { actor }: Pick<Context, 'actor'>,
  { title, isPrivate = false }: Omit<Beginning, 'templateId'>,
): Promise<string> {
  const id = newId(tx.now);
  const { userId } = actor;
  await formulationDb(tx.db)
    .insertInto('problem')
    .values({
      id,
      title,
      phase: 'formulation',
      version: 1,
      created_by: userId,
      created_at: tx.now,
      changed_at: tx.now,
      deleted_at: null,
    })
    .execute();
  tx.record({ type: 'problem.created', subject: { kind: 'problem', id }, problemId: id });
  await openProblemAccess(tx, { problemId: id, private: isPrivate, creatorId: userId, creatorRoles: ['sme'] });
  return id;
}
