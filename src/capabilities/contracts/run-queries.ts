import type { Selectable } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { getDataset } from '../datasets/index.ts';
import { contentOf, findContract, getContractVersion, type OfDataset } from './contract-queries.ts';
import { contractErrors } from './errors.ts';
import type { ContractResults, ContractRun, RunCounts } from './run-contract.ts';
import { contractRuns } from './runs.ts';
import { contractDb, type ContractTables } from './tables.ts';
import type { RuleResult, Verdict } from './verdict-contract.ts';

export type StoredRun = Selectable<ContractTables['data_contract_run']>;

const most = 100;
type Asked = OfDataset & { locale: Locale };

export async function listContractRuns(db: AnyDb, { locale, ...given }: Asked): Promise<ContractRun[]> {
  await getDataset(db, given);
  const contract = await findContract(db, given);
  if (!contract) return [];
  const rows = await runsOf(db, contract.id).limit(most).execute();
  const found: ContractRun[] = [];
  for (const row of rows) found.push(await runFrom(db, row, locale));
  return found;
}

/** `latest` is the last that has ended. Throws 404. */
export async function getContractResults(
  db: AnyDb,
  { runId, locale, ...given }: Asked & { runId: string },
): Promise<ContractResults> {
  await getDataset(db, given);
  const contract = await findContract(db, given);
  const runs = contract && runsOf(db, contract.id);
  const row = await (runId === 'latest' ? runs?.where('state', '=', 'done') : runs?.where('id', '=', runId))
    ?.limit(1)
    .executeTakeFirst();
  if (!row) throw contractErrors.runNotFound({ id: runId });
  const { rules } = contentOf(await getContractVersion(db, { ...given, number: row.number }));
  const results = row.results === null ? [] : fromJson<RuleResult[]>(row.results);
  return { ...(await runFrom(db, row, locale)), rules, results };
}

function runsOf(db: AnyDb, contractId: string) {
  return contractDb(db)
    .selectFrom('data_contract_run')
    .selectAll()
    .where('contract_id', '=', contractId)
    .orderBy('id', 'desc');
}

export async function runFrom(db: AnyDb, row: StoredRun, locale: Locale): Promise<ContractRun> {
  const counts = row.counts === null ? null : fromJson<RunCounts>(row.counts);
  const run = await contractRuns.show(db, row, locale);
  return { ...run, number: row.number, verdict: counts && worstOf(counts), counts };
}

export function worstOf({ fail, warn, notAssessed }: RunCounts): Verdict {
  if (fail > 0) return 'fail';
  if (warn > 0) return 'warn';
  return notAssessed > 0 ? 'not_assessed' : 'pass';
}

/** What the last run over a version of the data came to, for capabilities that weigh it; null where none has ended. */
export async function findCountsOf(
  db: AnyDb,
  { problemId, datasetVersionId }: { problemId: string; datasetVersionId: string },
): Promise<RunCounts | null> {
  const row = await contractDb(db)
    .selectFrom('data_contract_run')
    .select('counts')
    .where('problem_id', '=', problemId)
    .where('dataset_version_id', '=', datasetVersionId)
    .where('state', '=', 'done')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && row.counts !== null ? fromJson<RunCounts>(row.counts) : null;
}
