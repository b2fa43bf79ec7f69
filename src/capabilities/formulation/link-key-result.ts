import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { formulationErrors } from './errors.ts';
import { refuseStale } from '../../platform/errors/refuse-stale.ts';
import { formulationDb } from './tables.ts';
import type { KeyResultLink } from './translation-contract.ts';
import { listLinks } from './translation-queries.ts';
import { lockAcceptedProblem } from './write-translation.ts';

interface Given {
  problemId: string;
  keyResultId: string;
  contributes: boolean;
  text: string;
  version: number;
}

/** Says how the prediction moves one key result; an empty text takes the link away. */
export async function linkKeyResult(ctx: Context, given: Given): Promise<KeyResultLink> {
  const { problemId, keyResultId, contributes, text, version } = given;
  await change(ctx, async (tx) => {
    await lockAcceptedProblem(tx, problemId);
    const current = await getLink(tx.db, given);
    const theirs = { contributes: current.contributes, text: current.text };
    refuseStale({ given: version, current: current.version }, { yours: { contributes, text }, theirs });
    const row = { contributes: contributes ? 1 : 0, text, version: version + 1, changed_at: tx.now };
    await formulationDb(tx.db)
      .insertInto('key_result_link')
      .values({ key_result_id: keyResultId, problem_id: problemId, ...row })
      .onConflict((conflict) => conflict.column('key_result_id').doUpdateSet(row))
      .execute();
    const subject = { kind: 'key_result', id: keyResultId };
    tx.record({
      type: 'translation.key_result_linked',
      subject,
      problemId,
      data: { contributes, version: version + 1 },
    });
  });
  return getLink(ctx.db, given);
}

async function getLink(db: AnyDb, { problemId, keyResultId }: Pick<Given, 'problemId' | 'keyResultId'>) {
  const link = (await listLinks(db, problemId)).find((each) => each.keyResultId === keyResultId);
  if (!link) throw formulationErrors.keyResultNotFound({ id: keyResultId });
  return link;
}
