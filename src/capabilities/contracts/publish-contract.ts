import type { Context } from '../../platform/context/context.ts';
import { toJson } from '../../platform/json.ts';
import type { ContractVersion } from './agreed-contract.ts';
import { changeContract, type Held, refuseStale, subjectOf } from './change-draft.ts';
import { compareRules } from './compare-rules.ts';
import {
  contentOf,
  newestVersion,
  type OfDataset,
  type StoredContract,
  type StoredVersion,
  versionFrom,
} from './contract-queries.ts';
import { contractErrors } from './errors.ts';
import { contractDb } from './tables.ts';

interface Given extends OfDataset {
  note: string;
  version: number;
}

/** Makes the draft, as the caller saw it, the next version; from then on nothing changes it. */
export async function publishContract(ctx: Context, { note, version, ...given }: Given): Promise<ContractVersion> {
  let published: ContractVersion | undefined;
  await changeContract(ctx, given, async (tx, { row, content }) => {
    const newest = await newestVersion(tx.db, row.id);
    const theirs = { number: newest?.number ?? 0, note: newest?.note ?? '' };
    refuseStale(row, { version, yours: { note }, theirs });
    if (content.rules.length === 0) throw contractErrors.nothingToReview();
    if (newest) refuseSame(newest, { row, content });
    const number = theirs.number + 1;
    const values = {
      contract_id: row.id,
      number,
      content: toJson(content),
      note,
      owner_id: row.owner_id,
      ...reviewIn(row),
      published_by: ctx.actor.userId,
      published_at: tx.now,
    };
    await contractDb(tx.db).insertInto('data_contract_version').values(values).execute();
    const { added, removed, changed } = compareRules(newest ? contentOf(newest).rules : [], content.rules);
    const counts = { added: added.length, removed: removed.length, changed: changed.length };
    const data = { number, rules: content.rules.length, ...counts, isReviewed: values.reviewed_by !== null };
    tx.record({ type: 'data_contract.published', subject: subjectOf(row), problemId: given.problemId, data });
    published = versionFrom(values);
  });
  if (!published) throw new Error('a published contract has a version');
  return published;
}

function refuseSame(newest: StoredVersion, { row, content }: Held): void {
  const isSame = newest.content === toJson(content) && newest.owner_id === row.owner_id;
  if (isSame) throw contractErrors.nothingToPublish({ number: newest.number });
}

/** Only of this very draft. */
function reviewIn({ reviewed_by, reviewed_at, reviewed_version, version }: StoredContract) {
  const isCurrent = reviewed_version === version;
  return { reviewed_by: isCurrent ? reviewed_by : null, reviewed_at: isCurrent ? reviewed_at : null };
}
