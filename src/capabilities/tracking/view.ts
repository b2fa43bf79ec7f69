import { type RawBuilder, sql } from 'kysely';

/** Which of what was deleted and what was not. */
export type View = 'active' | 'deleted' | 'all';

export function inView(view: View, table: 'run' | 'experiment'): RawBuilder<boolean> {
  const column = sql.ref(`${table}.deleted_at`);
  if (view === 'all') return sql`1 = 1`;
  return view === 'active' ? sql`${column} is null` : sql`${column} is not null`;
}
