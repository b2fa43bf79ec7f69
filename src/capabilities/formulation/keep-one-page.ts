import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { hashSnapshot } from '../decisions/index.ts';
import type { ValueResult } from '../value/contract.ts';
import { formulationErrors } from './errors.ts';
import { evaluateEvidence } from './evaluate-evidence.ts';
import { type Evidence, gatherEvidence } from './gather-evidence.ts';
import { lockForWriting, refuseStopped } from './lock-problem.ts';
import { gatherOnePage } from './one-page-content.ts';
import type { OnePageVersion } from './one-page-contract.ts';
import { listVersions } from './one-page-versions.ts';
import { formulationDb } from './tables.ts';

/** Keeps the page as it stands, for good; what says the same as the last version is that version. */
export async function keepOnePage(ctx: Context, { problemId }: { problemId: string }): Promise<OnePageVersion> {
  // An evaluation takes its time, so it is made before the lock is taken.
  const before = await gatherEvidence(ctx.db, problemId);
  refuseStopped(before.problem);
  const evaluated = { hash: before.value.hash, evaluation: await evaluateEvidence(before) };
  const content = await gatherOnePage(ctx, ctx.db, { problemId, evaluate: async () => evaluated.evaluation });
  const [last] = await listVersions(ctx.db, problemId);
  if (last?.hash === hashSnapshot(content).hash) return last;
  try {
    return await change(ctx, (tx) => keepUnderLock(ctx, tx, { problemId, evaluated }));
  } catch (error) {
    if (error instanceof KeptMeanwhile) return error.version;
    throw error;
  }
}

/** Somebody kept the same a moment ago: nothing is written, so there is nothing to record. */
class KeptMeanwhile extends Error {
  readonly version: OnePageVersion;
  constructor(version: OnePageVersion) {
    super('kept meanwhile');
    this.version = version;
  }
}

interface ToKeep {
  problemId: string;
  evaluated: { hash: string | null; evaluation: ValueResult | null };
}

async function keepUnderLock(ctx: Context, tx: Tx, { problemId, evaluated }: ToKeep): Promise<OnePageVersion> {
  const keptBy = ctx.actor.userId;
  await lockForWriting(tx, problemId);
  const evaluate = async ({ value }: Evidence) => {
    if (value.hash !== evaluated.hash) throw formulationErrors.onePageMoved();
    return evaluated.evaluation;
  };
  const content = await gatherOnePage(ctx, tx.db, { problemId, evaluate });
  const { text, hash } = hashSnapshot(content);
  const [last] = await listVersions(tx.db, problemId);
  if (last?.hash === hash) throw new KeptMeanwhile(last);
  const version = { number: (last?.number ?? 0) + 1, hash, keptBy, at: tx.now };
  await formulationDb(tx.db)
    .insertInto('one_page_version')
    .values({ problem_id: problemId, number: version.number, content: text, hash, kept_by: keptBy, at: tx.now })
    .execute();
  const subject = { kind: 'one_page', id: `${problemId}/${version.number}` };
  tx.record({ type: 'one_page.kept', subject, problemId, data: { number: version.number, hash } });
  return version;
}
