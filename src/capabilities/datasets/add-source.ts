import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import { refuseUnknownProblem } from '../identity/index.ts';
import { datasetErrors } from './errors.ts';
import type { Source, SourceFields } from './source-contract.ts';
import { getSource } from './source-queries.ts';
import { datasetDb } from './tables.ts';
import { writeAnswers } from './write-answers.ts';

const most = 200;

export async function addSource(
  ctx: Context,
  { problemId, ...fields }: SourceFields & { problemId: string },
): Promise<Source> {
  await refuseUnknownProblem(ctx, problemId);
  const sourceId = await change(ctx, async (tx) => {
    const { count } = await datasetDb(tx.db)
      .selectFrom('data_source')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('problem_id', '=', problemId)
      .executeTakeFirstOrThrow();
    if (count >= most) throw datasetErrors.tooMany({ limit: most });
    const id = newId(tx.now);
    const { personalData, personalDataNote, answers, ...same } = fields;
    await datasetDb(tx.db)
      .insertInto('data_source')
      .values({
        id,
        problem_id: problemId,
        ...same,
        personal_data: personalData,
        personal_data_note: personalDataNote,
        state: 'proposed',
        state_reason: '',
        state_by: null,
        state_at: null,
        connection: null,
        described_in_version: 1,
        created_by: ctx.actor.userId,
        created_at: tx.now,
        version: 1,
        removed_at: null,
      })
      .execute();
    await writeAnswers(tx, { problemId, sourceId: id, answers });
    const data = { kind: same.kind, extract: same.extract };
    tx.record({ type: 'data_source.added', subject: { kind: 'data_source', id }, problemId, data });
    return id;
  });
  return getSource(ctx, { problemId, sourceId });
}
