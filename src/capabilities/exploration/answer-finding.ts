import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { asExpert } from './as-expert.ts';
import { explorationErrors } from './errors.ts';
import type { AnswerKind, Finding } from './finding-contract.ts';
import { getFinding } from './finding-queries.ts';
import { lastDrawing, lockFinding } from './lock-finding.ts';
import { explorationDb } from './tables.ts';

interface Given {
  problemId: string;
  findingId: string;
  kind: AnswerKind;
  text: string;
  versionId?: string;
}

/** Every answer is kept, with the version of the data that it is about; the last stands. */
export async function answerFinding(ctx: Context, given: Given): Promise<Finding> {
  const { problemId, findingId, kind, text, versionId } = given;
  await change(ctx, async (tx) => {
    const { onBehalfOf } = await asExpert(ctx, tx, problemId);
    const { version, kept_by: keptBy } = await lockFinding(tx, given);
    const drawn = await lastDrawing(tx, findingId);
    if (versionId !== undefined && versionId !== drawn.id)
      throw explorationErrors.drawnMeanwhile({ given: versionId, number: drawn.number });
    const { last } = await explorationDb(tx.db)
      .selectFrom('finding_answer')
      .select((eb) => eb.fn.max('position').as('last'))
      .where('finding_id', '=', findingId)
      .executeTakeFirstOrThrow();
    const position = (last ?? 0) + 1;
    await explorationDb(tx.db)
      .insertInto('finding_answer')
      .values({
        finding_id: findingId,
        position,
        version_id: drawn.id,
        version_number: drawn.number,
        of_version: version,
        kind,
        text,
        answered_by: ctx.actor.userId,
        on_behalf_of: onBehalfOf,
        answered_at: tx.now,
      })
      .execute();
    const data = { kind, position, versionId: drawn.id, keptBy };
    tx.record({ type: 'finding.answered', subject: { kind: 'finding', id: findingId }, problemId, data });
  });
  return getFinding(ctx, ctx.db, given);
}
