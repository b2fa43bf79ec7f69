import type { Context } from '../../platform/context/context.ts';
import { listReadyVersions } from '../datasets/index.ts';
import type { DataContract } from './agreed-contract.ts';
import { changeContract, keepDraft, refuseStale, subjectOf } from './change-draft.ts';
import { contentFromDocument } from './content.ts';
import { type OfDataset, showContract } from './contract-queries.ts';
import { mostRules } from './edit-rules.ts';
import { contractErrors } from './errors.ts';

interface Given extends OfDataset {
  document: string;
  table?: string;
  version: number;
}

/** A contract of the open standard becomes the draft, whole; published versions stay as they are. */
export async function importContract(
  ctx: Context,
  { document, table, version, ...given }: Given,
): Promise<DataContract> {
  // What reads and writes YAML is 2 MB: it is loaded when somebody asks for it.
  const { readOdcs } = await import('./odcs/read-odcs.ts');
  const content = contentFromDocument(readOdcs(document), table, await datasetFinder(ctx, given));
  if (content.rules.length > mostRules) throw contractErrors.tooManyRules({ limit: mostRules });
  await changeContract(ctx, given, async (tx, held) => {
    const theirs = { ruleCount: held.content.rules.length };
    refuseStale(held.row, { version, yours: { ruleCount: content.rules.length }, theirs });
    await keepDraft(tx, held, content);
    const data = { rules: content.rules.length, table: content.tableName.slice(0, 100) };
    tx.record({ type: 'data_contract.imported', subject: subjectOf(held.row), problemId: given.problemId, data });
  });
  return showContract(ctx, given);
}

/** Tables are the data sets of the problem that are called as they are; the table of the contract is its own data set. */
async function datasetFinder({ db }: Context, { problemId, datasetId }: OfDataset) {
  const versions = await listReadyVersions(db, problemId);
  return (names: readonly string[], isOwn: boolean): string | undefined => {
    if (isOwn) return datasetId;
    const wanted = names.map((name) => name.toLowerCase());
    return versions.find(({ datasetName }) => wanted.includes(datasetName.toLowerCase()))?.datasetId;
  };
}
