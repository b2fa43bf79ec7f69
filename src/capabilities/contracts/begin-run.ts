import type { Tx } from '../../platform/context/change.ts';
import { change } from '../../platform/context/change.ts';
import type { Context, Services } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import type { DomainEvent } from '../../platform/events/event-bus.ts';
import { newId } from '../../platform/ids.ts';
import { getDataset, listReadyVersions } from '../datasets/index.ts';
import { findContract, newestVersion, type OfDataset, type StoredContract } from './contract-queries.ts';
import { contractErrors } from './errors.ts';
import type { ContractRun, RunTrigger } from './run-contract.ts';
import { runJobName } from './run-job-name.ts';
import { getStoredRun, runFrom } from './run-queries.ts';
import { contractDb } from './tables.ts';

interface Judged {
  id: string;
  number: number;
}

/** A version of the data, the newest unless told; throws 404 for one of another data set, 409 where there is none. */
export async function versionWanted(
  db: AnyDb,
  { versionId, ...given }: OfDataset & { versionId?: string },
): Promise<Judged> {
  const { name } = await getDataset(db, given);
  const versions = (await listReadyVersions(db, given.problemId)).filter(
    ({ datasetId }) => datasetId === given.datasetId,
  );
  const found = versionId === undefined ? versions[0] : versions.find(({ id }) => id === versionId);
  if (found) return found;
  throw versionId === undefined
    ? contractErrors.noData({ dataset: name })
    : contractErrors.dataVersionNotFound({ id: versionId, dataset: name });
}

/** The run and its job exist together, or neither does. */
export async function beginContractRun(ctx: Context, given: OfDataset & { versionId?: string }): Promise<ContractRun> {
  const version = await versionWanted(ctx.db, given);
  const id = await change(ctx, async (tx) => {
    const contract = await findContract(tx.db, given);
    const number = contract && (await newestVersion(tx.db, contract.id))?.number;
    if (!contract || number === undefined) throw contractErrors.notPublished();
    return insertRun(tx, ctx, { contract, number, version, trigger: 'person' });
  });
  return runFrom(ctx.db, await getStoredRun(ctx.db, id), ctx.locale);
}

interface NewRun {
  contract: StoredContract;
  number: number;
  version: Judged;
  trigger: RunTrigger;
}

type Asker = Pick<Context, 'jobs'> & { actor: { userId: string } };

async function insertRun(tx: Tx, { jobs, actor }: Asker, given: NewRun): Promise<string> {
  const id = await insertRunRow(tx, { jobs, actorId: actor.userId }, given);
  const { contract, number, version } = given;
  tx.record({
    type: 'data_contract_run.begun',
    subject: { kind: 'data_contract_run', id },
    problemId: contract.problem_id,
    data: { number, datasetVersionId: version.id, trigger: given.trigger },
  });
  return id;
}

async function insertRunRow(
  tx: Pick<Tx, 'db' | 'now'>,
  { jobs, actorId }: Pick<Services, 'jobs'> & { actorId: string },
  { contract, number, version, trigger }: NewRun,
): Promise<string> {
  const id = newId(tx.now);
  const job = { name: runJobName, payload: { runId: id }, actorId, group: { key: 'contract-run' } };
  const { id: jobId } = await jobs.enqueue(tx, job);
  await contractDb(tx.db)
    .insertInto('data_contract_run')
    .values({
      id,
      contract_id: contract.id,
      problem_id: contract.problem_id,
      number,
      dataset_version_id: version.id,
      dataset_version_number: version.number,
      trigger,
      state: 'waiting',
      job_id: jobId,
      results: null,
      counts: null,
      failure: null,
      begun_by: actorId,
      begun_at: tx.now,
      finished_at: null,
    })
    .execute();
  return id;
}

/** Every new version of data under a contract is judged by itself: asked for in the very change that imported it. */
export function judgeImports({ jobs }: Pick<Services, 'jobs'>) {
  return async (db: AnyDb, events: readonly DomainEvent[]): Promise<void> => {
    for (const { type, subject, problemId, data, at, actorId } of events) {
      if (type !== 'dataset_version.imported' || problemId === null) continue;
      const contract = await findContract(db, { problemId, datasetId: String(data['datasetId']) });
      const newest = contract && (await newestVersion(db, contract.id));
      if (!contract || !newest) continue;
      const version = { id: subject.id, number: Number(data['number']) };
      await insertRunRow(
        { db, now: at },
        { jobs, actorId },
        { contract, number: newest.number, version, trigger: 'import' },
      );
    }
  };
}
