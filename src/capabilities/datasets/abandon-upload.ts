import { quietly } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { datasetErrors } from './errors.ts';
import { datasetDb } from './tables.ts';
import { removeUploadFile } from './upload-files.ts';
import { getStoredUpload } from './upload-queries.ts';

export async function abandonUpload(
  ctx: Context,
  place: { problemId: string; uploadId: string },
): Promise<{ id: string }> {
  const { id } = await quietly(ctx, async (db) => {
    const upload = await getStoredUpload(db, place);
    if (upload.import_id !== null) throw datasetErrors.uploadUsed({ name: upload.name });
    await datasetDb(db).deleteFrom('dataset_upload').where('id', '=', upload.id).execute();
    return upload;
  });
  await removeUploadFile(ctx, id);
  return { id };
}
