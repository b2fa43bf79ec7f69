import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { demand } from '../identity/index.ts';
import { insertProblem } from './create-problem.ts';
import { gatherWritten } from './gather-written.ts';
import type { Problem } from './problem-contract.ts';
import { getProblemWithPrivacy } from './problem-queries.ts';
import { showProblem } from './show-problem.ts';
import { formulationDb } from './tables.ts';
import type { VariantAspect } from './variant-contract.ts';
import { writeWritten } from './write-written.ts';

interface Copying {
  problemId: string;
  title: string;
  about: VariantAspect;
  difference: string;
  reason: string;
}

/**
 * The same problem for another part of the world: with all that was formulated, and nothing that people decided, signed,
 * answered for or said. What only some may read stays so: the copy of a private problem is private.
 */
export async function copyAsVariant(
  ctx: Context,
  { problemId: parentId, title, ...declared }: Copying,
): Promise<Problem> {
  await demand(ctx, 'problem.create');
  const variantId = await change(ctx, async (tx) => {
    const parent = await getProblemWithPrivacy(tx.db, parentId);
    const content = await gatherWritten(tx.db, parentId);
    const id = await insertProblem(tx, ctx, { title, isPrivate: parent.is_private === 1 });
    await formulationDb(tx.db)
      .insertInto('problem_origin')
      .values({ problem_id: id, parent_id: parentId, template_id: null, ...declared, version: 1, made_at: tx.now })
      .execute();
    await writeWritten(tx, { problemId: id, content });
    const { about } = declared;
    tx.record({ type: 'problem.copied', subject: { kind: 'problem', id }, problemId: id, data: { parentId, about } });
    return id;
  });
  return showProblem(ctx.db, variantId);
}
