import type { AnyDb } from '../../../platform/db/database.ts';
import { readArtifactPath } from '../artifacts/artifact-path.ts';
import { withModelFacts } from '../models/model-queries.ts';
import type { Run } from '../run.ts';
import { trackingDb } from '../tables.ts';
import { type KnownRun, tellingFiles } from './six-facts.ts';

export interface TellingFile {
  path: string;
  size_bytes: number;
  sha256: string;
}

/** The run with the models that it made, and those files of both from which facts are read. */
export async function knownRun(
  db: AnyDb,
  run: Run,
): Promise<Omit<KnownRun, 'files'> & { files: readonly TellingFile[] }> {
  const ids = run.modelsOut.map(({ modelId }) => modelId);
  const rows =
    ids.length === 0
      ? []
      : await trackingDb(db)
          .selectFrom('logged_model')
          .selectAll()
          .where('id', 'in', ids)
          .where('deleted_at', 'is', null)
          .execute();
  const models = await withModelFacts(db, rows);
  return { ...run, models, files: await listTellingFiles(db, [run, ...models]) };
}

const ownPlace = /^mlflow-artifacts:\/(\d+\/[\w/-]+)$/;

/** What is kept outside Peil tells nothing here. */
async function listTellingFiles(db: AnyDb, places: readonly { artifactUri: string }[]): Promise<TellingFile[]> {
  const roots = places.flatMap(({ artifactUri }) => {
    const own = ownPlace.exec(artifactUri)?.[1];
    return own === undefined ? [] : [readArtifactPath(own).root];
  });
  if (roots.length === 0) return [];
  const files = await trackingDb(db)
    .selectFrom('artifact')
    .select(['path', 'size_bytes', 'sha256'])
    .where('root', 'in', roots)
    .where((is) => is.or(tellingFiles.map((name) => is('path', 'like', `%/${name}`))))
    .orderBy('root')
    .orderBy('path')
    .execute();
  // Every artifact of a run stands below the folder `artifacts`, which people do not see.
  return files.map((file) => ({ ...file, path: file.path.replace(/^artifacts\//, '') }));
}
