import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { demandTracking, type Moved } from '../tracking/index.ts';
import { lockModel } from './edit-registered-model.ts';
import { demandProblem, moveModel } from './move-model.ts';
import { getModelRow } from './registry-queries.ts';

interface Wanted {
  names: readonly string[];
  /** null: back to the inbox */
  problemId: string | null;
}

/** As experiments are assigned: all of them or none; answers those that were elsewhere, by name. Throws 403 and 404. */
export async function assignModels(ctx: Context, { names, problemId }: Wanted): Promise<Moved[]> {
  if (problemId !== null) await demandProblem(ctx, problemId);
  const moving: string[] = [];
  for (const name of new Set(names.toSorted())) {
    const { problem_id } = await getModelRow(ctx.db, name);
    await demandTracking(ctx, 'write', problem_id);
    if (problem_id !== problemId) moving.push(name);
  }
  if (moving.length === 0) return [];
  return change(ctx, async (tx) => {
    const moved: Moved[] = [];
    for (const name of moving) {
      const model = await lockModel(tx, ctx, name);
      await moveModel(tx, model, problemId);
      moved.push({ id: name, before: model.problem_id });
    }
    return moved;
  });
}
