import type { Selectable } from 'kysely';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import { getDataset } from '../datasets/index.ts';
import type { ContractVersion, DataContract } from './agreed-contract.ts';
import { compareRules } from './compare-rules.ts';
import { type ContractContent, keysOf, newContent, notJudgedIn } from './content.ts';
import { contractErrors } from './errors.ts';
import { contractDb, type ContractTables } from './tables.ts';

export type StoredContract = Selectable<ContractTables['data_contract']>;
export type StoredVersion = Selectable<ContractTables['data_contract_version']>;

export interface OfDataset {
  problemId: string;
  datasetId: string;
}

export async function findContract(
  db: AnyDb,
  { problemId, datasetId }: OfDataset,
): Promise<StoredContract | undefined> {
  return contractDb(db)
    .selectFrom('data_contract')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('dataset_id', '=', datasetId)
    .executeTakeFirst();
}

/** The draft as it is; empty while nobody began. Throws 404 for a data set that this problem does not have. */
export async function showContract(ctx: Pick<Context, 'db' | 'clock'>, given: OfDataset): Promise<DataContract> {
  const { name } = await getDataset(ctx.db, given);
  const row = await findContract(ctx.db, given);
  const content = row ? fromJson<ContractContent>(row.draft) : newContent(name, ctx.clock.now());
  const newest = row && (await newestVersion(ctx.db, row.id));
  const { added, removed, changed } = compareRules(newest ? contentOf(newest).rules : [], content.rules);
  return {
    datasetId: given.datasetId,
    datasetName: name,
    version: row?.version ?? 0,
    rules: content.rules,
    tableName: content.tableName,
    personal: content.personal,
    keys: keysOf(content),
    notJudged: notJudgedIn(content),
    ownerId: row?.owner_id ?? null,
    review: reviewOf(row),
    publishedNumber: newest?.number ?? null,
    changes: added.length + removed.length + changed.length,
  };
}

function reviewOf(row: StoredContract | undefined): DataContract['review'] {
  if (!row || row.reviewed_by === null || row.reviewed_at === null) return null;
  return { by: row.reviewed_by, at: row.reviewed_at, isCurrent: row.reviewed_version === row.version };
}

export const contentOf = ({ content }: Pick<StoredVersion, 'content'>): ContractContent =>
  fromJson<ContractContent>(content);

export async function newestVersion(db: AnyDb, contractId: string): Promise<StoredVersion | undefined> {
  return contractDb(db)
    .selectFrom('data_contract_version')
    .selectAll()
    .where('contract_id', '=', contractId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function listContractVersions(db: AnyDb, given: OfDataset): Promise<ContractVersion[]> {
  await getDataset(db, given);
  const row = await findContract(db, given);
  if (!row) return [];
  const versions = await contractDb(db)
    .selectFrom('data_contract_version')
    .selectAll()
    .where('contract_id', '=', row.id)
    .orderBy('number', 'desc')
    .execute();
  return versions.map(versionFrom);
}

export function versionFrom(row: StoredVersion): ContractVersion {
  return {
    number: row.number,
    note: row.note,
    ruleCount: contentOf(row).rules.length,
    ownerId: row.owner_id,
    reviewedBy: row.reviewed_by,
    reviewedAt: row.reviewed_at,
    publishedBy: row.published_by,
    publishedAt: row.published_at,
  };
}

/** Throws 404. */
export async function getContractVersion(
  db: AnyDb,
  { number, ...given }: OfDataset & { number: number },
): Promise<StoredVersion> {
  const { name } = await getDataset(db, given);
  const row = await findContract(db, given);
  const found =
    row &&
    (await contractDb(db)
      .selectFrom('data_contract_version')
      .selectAll()
      .where('contract_id', '=', row.id)
      .where('number', '=', number)
      .executeTakeFirst());
  if (!found) {
    const newest = row && (await newestVersion(db, row.id));
    throw contractErrors.versionNotFound({ number, dataset: name, newest: newest?.number ?? 0 });
  }
  return found;
}
