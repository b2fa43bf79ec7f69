import { sql } from 'kysely';

const mark = '/* prepared */';

/**
 * Put before a statement that is asked very often: each connection to PostgreSQL reads and plans it once, which else takes as long as
 * finding what it asks. Its result has fixed columns, no `*`: a plan that is kept breaks when they change. SQLite keeps all.
 * @example sql`${prepared} select key, value from run_param where run_id = ${id}`
 */
export const prepared = sql.raw(mark);

export const isPrepared = (statement: string): boolean => statement.trimStart().startsWith(mark);
