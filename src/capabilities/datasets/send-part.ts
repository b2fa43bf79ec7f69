import { Readable } from 'node:stream';
import { quietly } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { datasetErrors } from './errors.ts';
import { datasetDb } from './tables.ts';
import { partLimit_bytes, type Upload } from './upload-contract.ts';
import { appendPart, uploadPath } from './upload-files.ts';
import { asUpload, getStoredUpload, type StoredUpload } from './upload-queries.ts';

/** Uploads of which a part is being written right now; one process holds the folder, so this is all of them. */
const receiving = new Set<string>();

interface Given {
  problemId: string;
  uploadId: string;
  offset: number;
  content: unknown;
}

/** Takes a part from where the file ends so far. Of a part that breaks off, what arrived is kept and counted. */
export async function sendPart(ctx: Context, given: Given): Promise<Upload> {
  const { uploadId, offset, content } = given;
  if (receiving.has(uploadId)) throw datasetErrors.sendingAlready();
  receiving.add(uploadId);
  try {
    const upload = await getStoredUpload(ctx.db, given);
    refuseUnfit(upload, offset);
    if (!(content instanceof Readable)) throw datasetErrors.noContent();
    const most_bytes = Math.min(partLimit_bytes, upload.size_bytes - offset);
    const { written_bytes, isTooMuch } = await appendPart(uploadPath(ctx, uploadId), content, { offset, most_bytes });
    await note(ctx, uploadId, offset + written_bytes);
    if (isTooMuch && offset + written_bytes === upload.size_bytes)
      throw datasetErrors.beyondEnd({ size_bytes: upload.size_bytes });
    return asUpload(await getStoredUpload(ctx.db, given));
  } finally {
    receiving.delete(uploadId);
  }
}

function refuseUnfit({ name, import_id, received_bytes }: StoredUpload, offset: number): void {
  if (import_id !== null) throw datasetErrors.uploadUsed({ name });
  if (offset !== received_bytes) throw datasetErrors.otherOffset({ offset, received_bytes });
}

async function note(ctx: Context, id: string, received_bytes: number): Promise<void> {
  await quietly(ctx, (db) =>
    datasetDb(db)
      .updateTable('dataset_upload')
      .set({ received_bytes, last_at: ctx.clock.now() })
      .where('id', '=', id)
      .execute(),
  );
}
