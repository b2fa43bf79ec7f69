import type { RawBuilder } from 'kysely';
import type { AnyDb } from '../../../platform/db/database.ts';
import { fromJson } from '../../../platform/json.ts';
import { type FoundVersion, findVersion } from '../../datasets/index.ts';
import type { DatasetInput, KeyValue } from '../run.ts';
import { trackingDb } from '../tables.ts';

/** The tag of an input that says outright which version it is: its id, `name@3`, or the beginning of its hash. */
const versionTag = 'peil.version';
/** Where data was fetched from Peil its address says which version it is: of a page, or of a download. */
const versionAddress = /\/data(?:set)?-versions\/([0-9a-zA-Z-]{1,64})/;

type Described = Pick<DatasetInput, 'name' | 'digest' | 'source' | 'tags'>;

/**
 * Which version of the problem's data is meant; none while the experiment waits in the inbox. What is told outright goes before the
 * digest, and that before the name: the digest of a client is often of its own making, such as of the rows in memory.
 */
export async function resolveDataset(
  db: AnyDb,
  problemId: string | null,
  { name, digest, source, tags }: Described,
): Promise<FoundVersion | null> {
  if (problemId === null) return null;
  const told = tags.find(({ key }) => key === versionTag)?.value;
  if (told !== undefined) return findVersion(db, { problemId, id: told, name: told, digest: told });
  return findVersion(db, { problemId, id: versionAddress.exec(source)?.[1] ?? null, name, digest });
}

/**
 * Of runs that were moved, by a condition on `run_id`: what they were given is known by the data of the problem where they are now; in
 * the inbox by none. Answers whether they were given any.
 */
export async function resolveDatasetsOf(
  db: AnyDb,
  ofRuns: RawBuilder<boolean>,
  problemId: string | null,
): Promise<boolean> {
  const on = trackingDb(db);
  const rows = await on
    .selectFrom('run_dataset')
    .select(['name', 'digest', 'source', 'tags'])
    .distinct()
    .where(ofRuns)
    .execute();
  for (const { name, digest, source, tags } of rows) {
    const found = await resolveDataset(db, problemId, { name, digest, source, tags: fromJson<KeyValue[]>(tags) });
    await on
      .updateTable('run_dataset')
      .set({ version_id: found?.id ?? null, version_sha256: found?.sha256 ?? null })
      .where('name', '=', name)
      .where('digest', '=', digest)
      .where('source', '=', source)
      .where('tags', '=', tags)
      .where(ofRuns)
      .execute();
  }
  return rows.length > 0;
}
