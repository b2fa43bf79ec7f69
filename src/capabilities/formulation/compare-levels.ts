import type { Context } from '../../platform/context/context.ts';
import type { Difference } from '../decisions/contract.ts';
import { findDifferences } from '../decisions/index.ts';
import { writtenPart } from './compose-snapshot.ts';
import type { Level } from './level-contract.ts';
import { listLevelsOf } from './level-queries.ts';
import { measuredErrors } from './measured-errors.ts';
import { getProblem } from './problem-queries.ts';

/** What one level says otherwise than another: by default the one in force than the one before it. */
export async function compareLevels(
  ctx: Context,
  { problemId, from, to }: { problemId: string; from?: number; to?: number },
): Promise<{ from: number | null; to: number | null; differences: Difference[] }> {
  await getProblem(ctx.db, problemId);
  const levels = await listLevelsOf(ctx, problemId);
  const after = to === undefined ? levels[0] : levelIn(levels, to);
  const before =
    from === undefined ? levels.find(({ number }) => number === (after?.number ?? 0) - 1) : levelIn(levels, from);
  if (!after || !before) return { from: before?.number ?? null, to: after?.number ?? null, differences: [] };
  const differences = findDifferences(writtenPart(before.snapshot), writtenPart(after.snapshot));
  return { from: before.number, to: after.number, differences };
}

function levelIn(levels: readonly Level[], number: number): Level {
  const found = levels.find((each) => each.number === number);
  if (!found) throw measuredErrors.levelNotFound({ number, numbers: levels.map((each) => each.number) });
  return found;
}
