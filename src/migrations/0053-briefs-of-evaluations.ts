import { sql } from 'kysely';
import type { AnyDb } from '../platform/db/database.ts';
import type { SchemaStep } from '../platform/db/migrate.ts';

/** Beside what was judged of an evaluation, the little of it that lists and rankings read: the curve alone is some 100 KB. */
export const briefsOfEvaluationsStep: SchemaStep = {
  name: '0053-briefs-of-evaluations',
  up: async (db, kind) => {
    await db.schema.alterTable('evaluation').addColumn('brief', 'text').execute();
    const on = kind === 'sqlite' ? '' : ' on evaluation';
    // What is finished never changes, but for this once: nothing that it says becomes another thing.
    await sql.raw(`drop trigger evaluation_finished${on}`).execute(db);
    await fillBriefs(db);
    await sql.raw(refusal[kind]).execute(db);
  },
};

const message = 'an evaluation that is finished is never changed: make a new one';
const trigger = 'create trigger evaluation_finished before update on evaluation';

/** As in 0041. */
const refusal = {
  sqlite: `${trigger} when old.finished_at is not null begin select raise(abort, '${message}'); end`,
  postgres: `${trigger} for each row when (old.finished_at is not null) execute function refuse_change('${message}')`,
};

/** One after the other: all of them at once may be more than there is memory for. */
async function fillBriefs(db: AnyDb): Promise<void> {
  let after = '';
  for (;;) {
    const { rows } = await sql<{ id: string; judged: string }>`select id, judged from evaluation
      where id > ${after} and judged is not null order by id limit 1`.execute(db);
    const [row] = rows;
    if (!row) return;
    await sql`update evaluation set brief = ${briefOf(row.judged)} where id = ${row.id}`.execute(db);
    after = row.id;
  }
}

type Kept = Record<string, unknown>;
type Judged = { counts: Kept; quality: Kept; euros: Kept | null };

/** As evaluation writes it from this step on. */
function briefOf(json: string): string {
  const { counts, quality, euros } = JSON.parse(json) as Judged;
  return JSON.stringify({
    counts: only(counts, ['cases']),
    quality: only(quality, ['task', 'cells', 'metrics', 'accuracy', 'unit', 'meanError', 'meanSize']),
    euros: euros && only(euros, ['currency', 'perMonth', 'low', 'high', 'against']),
  });
}

const only = (all: Kept, names: readonly string[]): Kept =>
  Object.fromEntries(names.filter((name) => name in all).map((name) => [name, all[name]]));
