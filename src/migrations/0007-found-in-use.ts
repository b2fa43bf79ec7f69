import { slice, type AnyDb } from '../platform/db/database.ts';
import type { SchemaStep } from '../platform/db/migrate.ts';

export const foundInUseStep: SchemaStep = {
  name: '0007-found-in-use',
  up: async (db) => {
    await keepFirstDates(db);
    await foldNames(db);
    // Each sign-in at a provider clears away those that nobody finished.
    await db.schema.createIndex('oidc_flow_expires_at').on('oidc_flow').column('expires_at').execute();
  },
};

interface KeyResult {
  problem_id: string;
  unit: string;
  baseline: string | null;
  target: string | null;
  by_date: string | null;
  source: string;
}

/** The tables as they are at this step. */
const on = slice<{
  user_account: { id: string; name: string; email: string | null; name_key: string };
  objective: { id: string; problem_id: string; removed_at: number | null };
  key_result: KeyResult & { objective_id: string; removed_at: number | null };
  problem_summary: {
    problem_id: string;
    opportunity_open: number;
    requirements_open: number;
    value_open: number;
    decision_open: number;
    open_items: number;
    first_date: string | null;
  };
}>();

/** The day by which the first key result must be reached: whether it has passed is seen when the list is read. */
async function keepFirstDates(db: AnyDb): Promise<void> {
  await db.schema.alterTable('problem_summary').addColumn('first_date', 'text').execute();
  // The list sorts by what is open today, which no index can hold.
  await db.schema.dropIndex('problem_summary_open_items').execute();
  const objectives = await on(db)
    .selectFrom('objective')
    .select('problem_id')
    .where('removed_at', 'is', null)
    .execute();
  const hasObjective = new Set(objectives.map((objective) => objective.problem_id));
  const quantified = Map.groupBy((await listKeyResults(db)).filter(isQuantified), (each) => each.problem_id);
  const summaries = await on(db).selectFrom('problem_summary').selectAll().execute();
  for (const { problem_id, opportunity_open, value_open, decision_open } of summaries) {
    const dates = (quantified.get(problem_id) ?? []).map((each) => each.by_date ?? '').sort();
    const requirements_open = (hasObjective.has(problem_id) ? 0 : 1) + (dates.length > 0 ? 0 : 1);
    const open_items = opportunity_open + requirements_open + value_open + decision_open;
    await on(db)
      .updateTable('problem_summary')
      .set({ first_date: dates[0] ?? null, requirements_open, open_items })
      .where('problem_id', '=', problem_id)
      .execute();
  }
}

function listKeyResults(db: AnyDb): Promise<KeyResult[]> {
  return on(db)
    .selectFrom('key_result')
    .innerJoin('objective', 'objective.id', 'key_result.objective_id')
    .select(['key_result.problem_id', 'unit', 'baseline', 'target', 'by_date', 'source'])
    .where('objective.removed_at', 'is', null)
    .where('key_result.removed_at', 'is', null)
    .execute();
}

function isQuantified({ unit, baseline, target, by_date, source }: KeyResult): boolean {
  return [unit, baseline, target, by_date, source].every((part) => part !== null && part.trim() !== '');
}

/** People are found by a name in any case and in any form of writing, the same in both databases. */
async function foldNames(db: AnyDb): Promise<void> {
  await db.schema
    .alterTable('user_account')
    .addColumn('name_key', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  const people = await on(db).selectFrom('user_account').select(['id', 'name', 'email']).execute();
  for (const { id, name: given, email } of people) {
    // Who was invited without a name was called by the whole address, which everybody could see.
    const name = given === email ? given.slice(0, given.lastIndexOf('@')) : given;
    const name_key = name.normalize('NFKC').toLowerCase();
    await on(db).updateTable('user_account').set({ name, name_key }).where('id', '=', id).execute();
  }
}
