import type { Context } from '../../platform/context/context.ts';
import type { Difference } from '../decisions/contract.ts';
import { findDifferences } from '../decisions/index.ts';
import { composeSnapshot, writtenPart } from './compose-snapshot.ts';
import { today } from './days.ts';
import { gatherOwned } from './gate-owners.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { gatherSupplied } from './gather-supplied.ts';
import type { Level } from './level-contract.ts';
import { listLevelsOf } from './level-queries.ts';

/** The level in force, and what was edited since the go: the level stays, the difference shows. */
export async function readLevel(
  ctx: Context,
  { problemId }: { problemId: string },
): Promise<{ level: Level | null; changedSince: Difference[] }> {
  const evidence = await gatherEvidence(ctx.db, problemId);
  const [level = null] = await listLevelsOf(ctx, problemId);
  if (!level) return { level, changedSince: [] };
  const day = today(ctx.clock);
  const supplied = await gatherSupplied(ctx, ctx.db, { problemId, today: day });
  const owned = await gatherOwned(ctx, ctx.db, { problemId, gate: level.gate, today: day });
  const current = composeSnapshot(level.gate, { evidence, ...supplied, evaluation: null, owned });
  return { level, changedSince: findDifferences(writtenPart(level.snapshot), writtenPart(current)) };
}
