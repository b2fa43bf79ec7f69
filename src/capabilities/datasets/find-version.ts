import type { AnyDb } from '../../platform/db/database.ts';
import { searchable } from '../../platform/text/searchable.ts';
import { datasetDb } from './tables.ts';

interface Described {
  problemId: string;
  /** where it is told outright: the id of a version, which goes before all else */
  id?: string | null;
  /** of a data set, or `name@3` for its version 3 */
  name: string;
  /** as whoever uses the data knows it */
  digest: string;
}

export interface FoundVersion {
  id: string;
  sha256: string;
}

/** So many digits of a hash name one version; what other tools compute over a sample of the rows is shorter. */
const digits = 12;

/**
 * The version that is meant by a digest (the beginning of its hash, or of the hash of a file that it came from), or else by
 * the name of its data set and its number. A name alone is the newest version at this moment.
 */
export async function findVersion(db: AnyDb, described: Described): Promise<FoundVersion | null> {
  return (await byId(db, described)) ?? (await byDigest(db, described)) ?? (await byName(db, described));
}

async function byId(db: AnyDb, { problemId, id }: Described): Promise<FoundVersion | null> {
  if (!id) return null;
  const found = await datasetDb(db)
    .selectFrom('dataset_version')
    .select(['id', 'sha256'])
    .where('problem_id', '=', problemId)
    .where('id', '=', id)
    .executeTakeFirst();
  return found ?? null;
}

async function byDigest(db: AnyDb, { problemId, digest }: Described): Promise<FoundVersion | null> {
  const hash = digest.toLowerCase();
  if (hash.length < digits || !/^[0-9a-f]{1,64}$/.test(hash)) return null;
  const on = datasetDb(db);
  const found = await on
    .selectFrom('dataset_version')
    .select(['id', 'sha256'])
    .where('problem_id', '=', problemId)
    .where('sha256', 'like', `${hash}%`)
    .executeTakeFirst();
  if (found) return found;
  const ofFile = await on
    .selectFrom('dataset_version_blob')
    .innerJoin('dataset_version', 'dataset_version.id', 'dataset_version_blob.version_id')
    .select(['dataset_version.id', 'dataset_version.sha256'])
    .where('dataset_version.problem_id', '=', problemId)
    .where('dataset_version_blob.part', '=', 'given')
    .where('dataset_version_blob.sha256', 'like', `${hash}%`)
    .orderBy('dataset_version.number', 'desc')
    .executeTakeFirst();
  return ofFile ?? null;
}

async function byName(db: AnyDb, { problemId, name }: Described): Promise<FoundVersion | null> {
  const [, named = name, number] = /^(.*)@(\d{1,9})$/.exec(name) ?? [];
  let query = datasetDb(db)
    .selectFrom('dataset_version')
    .innerJoin('dataset', 'dataset.id', 'dataset_version.dataset_id')
    .select(['dataset_version.id', 'dataset_version.sha256'])
    .where('dataset.problem_id', '=', problemId)
    .where('dataset.name_key', '=', searchable(named))
    .where('dataset.removed_at', 'is', null)
    .orderBy('dataset_version.number', 'desc');
  if (number !== undefined) query = query.where('dataset_version.number', '=', Number(number));
  return (await query.executeTakeFirst()) ?? null;
}
