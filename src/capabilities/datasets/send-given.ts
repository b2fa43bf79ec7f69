import type { FastifyReply } from 'fastify';
import { asSha256 } from '../../platform/blobs/sha256.ts';
import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { contentDisposition } from '../../platform/http/content-disposition.ts';
import { datasetErrors } from './errors.ts';
import { datasetDb } from './tables.ts';
import { getVersion } from './version-queries.ts';

interface Asked {
  problemId: string;
  versionId: string;
  position: number;
}

/**
 * Streams a file as it was given. Who took it is on record before the first byte leaves: it may hold what no page shows.
 * Nothing in it may run in a browser or be taken for another type.
 */
export async function sendGiven(ctx: Context, asked: Asked, reply: FastifyReply): Promise<FastifyReply> {
  const { problemId, versionId, position } = asked;
  const { number, kind, erased, manifest } = await getVersion(ctx.db, asked);
  if (erased) throw datasetErrors.erased({ number, reason: erased.reason });
  if (kind !== 'content') throw datasetErrors.notKeptHere({ number });
  const file = manifest.files[position];
  if (!file) throw datasetErrors.noSuchFile({ number, position, count: manifest.files.length });
  const sha256 = asSha256(file.sha256);
  if (!sha256 || !(await isGiven(ctx, { versionId, sha256 })))
    throw datasetErrors.noSuchFile({ number, position, count: 0 });
  const content = await ctx.blobs.get(sha256);
  await change(ctx, async (tx) => {
    const subject = { kind: 'dataset_version', id: versionId };
    tx.record({ type: 'dataset_version.downloaded', subject, problemId, data: { position, sha256 } });
  });
  return reply
    .headers({
      'content-type': 'application/octet-stream',
      'content-length': file.size,
      'content-disposition': contentDisposition('attachment', file.path),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    .send(content);
}

async function isGiven(ctx: Context, { versionId, sha256 }: { versionId: string; sha256: string }): Promise<boolean> {
  const row = await datasetDb(ctx.db)
    .selectFrom('dataset_version_blob')
    .select('position')
    .where('version_id', '=', versionId)
    .where('part', '=', 'given')
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row !== undefined;
}
