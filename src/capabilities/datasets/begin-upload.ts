import { quietly } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import { refuseUnknownProblem } from '../identity/index.ts';
import { datasetErrors } from './errors.ts';
import { datasetDb } from './tables.ts';
import { fileLimit_bytes, type Upload } from './upload-contract.ts';
import { refuseWithoutRoom } from './upload-files.ts';
import { asUpload, getStoredUpload } from './upload-queries.ts';

const most = 1000;

/** Not audited: a file that only arrives is nothing yet. Its import is. */
export async function beginUpload(
  ctx: Context,
  { problemId, name, size_bytes }: { problemId: string; name: string; size_bytes: number },
): Promise<Upload> {
  await refuseUnknownProblem(ctx, problemId);
  if (size_bytes > fileLimit_bytes) throw datasetErrors.fileTooLarge({ size_bytes, limit_bytes: fileLimit_bytes });
  await refuseWithoutRoom(ctx, size_bytes);
  const now = ctx.clock.now();
  const id = newId(now);
  await quietly(ctx, async (db) => {
    const open = await datasetDb(db)
      .selectFrom('dataset_upload')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('problem_id', '=', problemId)
      .executeTakeFirstOrThrow();
    if (open.count >= most) throw datasetErrors.tooManyUploads({ limit: most });
    const by = { begun_by: ctx.actor.userId, begun_at: now, last_at: now };
    const file = { name, size_bytes, received_bytes: 0, import_id: null, position: 0 };
    await datasetDb(db)
      .insertInto('dataset_upload')
      .values({ id, problem_id: problemId, ...file, ...by })
      .execute();
  });
  return asUpload(await getStoredUpload(ctx.db, { problemId, uploadId: id }));
}
