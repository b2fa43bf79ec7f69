import type { Context } from '../../../platform/context/context.ts';
import type { AnyDb } from '../../../platform/db/database.ts';
import { readArtifactPath } from '../artifacts/artifact-path.ts';
import type { RunFacts } from '../facts-contract.ts';
import { withModelFacts } from '../models/model-queries.ts';
import type { Run } from '../run.ts';
import { getRun } from '../run-queries.ts';
import { trackingDb } from '../tables.ts';
import { howToGive } from './how-to-give.ts';
import { isComplete, type KnownRun, sixFactsOf, tellingFiles } from './six-facts.ts';
import { factTexts } from './texts.ts';

/** What the run is made of, what lacks, and how to give it the next time. Throws 404. */
export async function findSixFacts(ctx: Context, runId: string): Promise<RunFacts> {
  const facts = sixFactsOf(await knownRun(ctx.db, await getRun(ctx, runId)));
  const sentences = factTexts[ctx.locale].lacks;
  return {
    runId,
    mayBePromoted: isComplete(facts),
    facts: facts.map(({ fact, found, lacks }) => ({
      fact,
      isGiven: lacks.length === 0,
      found: [...found],
      lacks: lacks.map((lack) => ({ lack, sentence: sentences[lack], python: howToGive[lack] })),
    })),
  };
}

async function knownRun(db: AnyDb, run: Run): Promise<KnownRun> {
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
async function listTellingFiles(
  db: AnyDb,
  places: readonly { artifactUri: string }[],
): Promise<{ path: string; size_bytes: number }[]> {
  const roots = places.flatMap(({ artifactUri }) => {
    const own = ownPlace.exec(artifactUri)?.[1];
    return own === undefined ? [] : [readArtifactPath(own).root];
  });
  if (roots.length === 0) return [];
  const files = await trackingDb(db)
    .selectFrom('artifact')
    .select(['path', 'size_bytes'])
    .where('root', 'in', roots)
    .where((is) => is.or(tellingFiles.map((name) => is('path', 'like', `%/${name}`))))
    .orderBy('root')
    .orderBy('path')
    .execute();
  // Every artifact of a run stands below the folder `artifacts`, which people do not see.
  return files.map(({ path, size_bytes }) => ({ path: path.replace(/^artifacts\//, ''), size_bytes }));
}
