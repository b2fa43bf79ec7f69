import type { Context } from '../../platform/context/context.ts';
import { listPresentVersions } from '../datasets/index.ts';
import { evaluationErrors } from './errors.ts';

/** Throws 404 for data that this problem does not have. */
export async function demandData(
  { db }: Pick<Context, 'db'>,
  { problemId, versionId }: { problemId: string; versionId: string },
): Promise<void> {
  const versions = await listPresentVersions(db, problemId);
  if (!versions.some(({ id }) => id === versionId)) throw evaluationErrors.noData({ id: versionId });
}
