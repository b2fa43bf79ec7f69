import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { getDataset, listPresentVersions, listReadyVersions, onVersionImported } from '../datasets/index.ts';
import { findContract, newestVersion, type OfDataset, type StoredContract } from './contract-queries.ts';
import { contractErrors } from './errors.ts';
import type { ContractRun } from './run-contract.ts';
import { runFrom } from './run-queries.ts';
import { contractRuns } from './runs.ts';

interface Judged {
  id: string;
  number: number;
}

interface Wanted extends OfDataset {
  versionId?: string;
  /** only one whose rows are kept here */
  isHere?: boolean;
}

/** A version of the data, the newest unless told; throws 404 for one of another data set, 409 where there is none. */
export async function versionWanted(db: AnyDb, { versionId, isHere, ...given }: Wanted): Promise<Judged> {
  const { name } = await getDataset(db, given);
  const list = isHere ? listReadyVersions : listPresentVersions;
  const versions = (await list(db, given.problemId)).filter(({ datasetId }) => datasetId === given.datasetId);
  const found = versionId === undefined ? versions[0] : versions.find(({ id }) => id === versionId);
  if (found) return found;
  throw versionId === undefined
    ? contractErrors.noData({ dataset: name })
    : contractErrors.dataVersionNotFound({ id: versionId, dataset: name });
}

export async function beginContractRun(ctx: Context, given: OfDataset & { versionId?: string }): Promise<ContractRun> {
  const version = await versionWanted(ctx.db, given);
  const id = await change(ctx, async (tx) => {
    const contract = await findContract(tx.db, given);
    const number = contract && (await newestVersion(tx.db, contract.id))?.number;
    if (!contract || number === undefined) throw contractErrors.notPublished();
    return contractRuns.begin(tx, ctx, { ...judgedBy(contract, number), version });
  });
  return runFrom(ctx.db, await contractRuns.get(ctx.db, id), ctx.locale);
}

const judgedBy = ({ id, problem_id }: StoredContract, number: number) => ({
  problemId: problem_id,
  own: { contract_id: id, number, results: null, counts: null },
});

/** Of data under a contract. */
export const judgeImports = onVersionImported(async ({ tx, asker, version, ...given }) => {
  const contract = await findContract(tx.db, given);
  const newest = contract && (await newestVersion(tx.db, contract.id));
  if (!contract || !newest) return;
  await contractRuns.insert(tx, asker, { ...judgedBy(contract, newest.number), version, trigger: 'import' });
});
