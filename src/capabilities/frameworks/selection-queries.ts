import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import { listEntries } from './catalogue-queries.ts';
import { emptyDraft } from './empty-draft.ts';
import { weighSelection, type Weighed } from './scoring/weigh-selection.ts';
import type { Entry } from './catalogue-contract.ts';
import type { Draft } from './selection-contract.ts';
import { frameworksDb } from './tables.ts';

export interface StoredSelection {
  draft: Draft;
  /** 0 before anything was written */
  version: number;
}

export async function findSelection(db: AnyDb, problemId: string): Promise<StoredSelection> {
  const row = await frameworksDb(db)
    .selectFrom('framework_selection')
    .select(['draft', 'version'])
    .where('problem_id', '=', problemId)
    .executeTakeFirst();
  return row ? { draft: fromJson<Draft>(row.draft), version: row.version } : { draft: emptyDraft, version: 0 };
}

/** What the selection comes to with the catalogue as it is today. */
export async function weigh(
  db: AnyDb,
  draft: Draft,
  today: string,
): Promise<{ weighed: Weighed; entriesByKey: ReadonlyMap<string, Entry> }> {
  const entriesByKey = new Map((await listEntries(db, today)).map((entry) => [entry.key, entry]));
  return { weighed: weighSelection({ draft, entriesByKey, today }), entriesByKey };
}
