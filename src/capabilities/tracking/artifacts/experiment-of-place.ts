import type { AnyDb } from '../../../platform/db/database.ts';
import { defaultExperimentId } from '../default-experiment.ts';
import { type ExperimentRow, getExperimentRow } from '../experiment-queries.ts';
import { trackingDb } from '../tables.ts';
import { type ArtifactPlace, ownerOfRoot } from './artifact-path.ts';

/**
 * The experiment to which what stands at a place belongs: the one that the address names; or, where that is everybody's, the one to which
 * its run, model or version was assigned since. Files keep their address, so that whoever was given it finds them. Throws 404.
 */
export async function getExperimentOfPlace(
  db: AnyDb,
  { experimentId, root }: Pick<ArtifactPlace, 'experimentId' | 'root'>,
): Promise<ExperimentRow> {
  const named = await getExperimentRow(db, experimentId);
  if (named.id !== defaultExperimentId) return named;
  const now = await findExperimentOfOwner(db, root);
  return now === undefined || now === named.id ? named : getExperimentRow(db, String(now));
}

/** Undefined for an owner that is not there. */
async function findExperimentOfOwner(db: AnyDb, root: string): Promise<number | undefined> {
  const { kind, id } = ownerOfRoot(root);
  const on = trackingDb(db);
  const row =
    kind === 'version'
      ? await on.selectFrom('artifact').select('experiment_id').where('root', '=', root).executeTakeFirst()
      : await on.selectFrom(kind).select('experiment_id').where('id', '=', id).executeTakeFirst();
  return row?.experiment_id;
}

/**
 * Where files of a run or a logged model may stand: below its experiment, and below everybody's, from which it may have been assigned.
 */
export function rootsOf(kind: 'run' | 'logged_model', { id, experiment_id }: { id: string; experiment_id: number }) {
  const below = kind === 'run' ? id : `models/${id}`;
  return [...new Set([experiment_id, defaultExperimentId])].map((experiment) => `${experiment}/${below}`);
}
