import { type DuckDBConnection, type DuckDBPreparedStatement, StatementType } from '@duckdb/node-api';
import { TaskFailure } from './task-failure.ts';

/**
 * The only functions a question may use as a table. A SELECT reaches others that write files (`enable_profiling`), end the
 * process (`enable_logging`) or read any address of its memory (`arrow_scan`), which no setting of DuckDB switches off.
 */
const allowedTables = [
  'range',
  'generate_series',
  'unnest',
  'repeat',
  'json_each',
  'json_tree',
  'histogram',
  'histogram_values',
  'summary',
] as const;

/** Prepares what a person wrote where it is exactly one SELECT over the views; throws a TaskFailure elsewhere. */
export async function prepareQuestion(connection: DuckDBConnection, sql: string): Promise<DuckDBPreparedStatement> {
  const tree = await syntaxTree(connection, sql);
  if (tree === null) return refuseOther(connection, sql);
  if (tree.statements.length !== 1) throw new TaskFailure({ reason: 'notOneStatement', count: tree.statements.length });
  const name = tableFunctions(tree).find((each) => !(allowedTables as readonly string[]).includes(each));
  if (name !== undefined) throw new TaskFailure({ reason: 'functionNotAllowed', name, allowed: allowedTables });
  return prepareSelect(connection, sql);
}

interface Tree {
  statements: unknown[];
}

/** As DuckDB itself reads it; null where it is not of SELECTs alone, or cannot be read. */
async function syntaxTree(connection: DuckDBConnection, sql: string): Promise<Tree | null> {
  const asked = 'select json_serialize_sql($1::varchar, skip_null := true, skip_empty := true)';
  const answer = await connection.runAndReadAll(asked, [sql]);
  const tree = JSON.parse(String(answer.getRows()[0]?.[0])) as Partial<Tree> & { error: boolean };
  return tree.error || !tree.statements ? null : { statements: tree.statements };
}

/** DuckDB's own words for what cannot be read, or ours for what is no SELECT. */
async function refuseOther(connection: DuckDBConnection, sql: string): Promise<never> {
  const statements = await connection.extractStatements(sql);
  if (statements.count !== 1) throw new TaskFailure({ reason: 'notOneStatement', count: statements.count });
  const [given = ''] = /^[a-z]+/i.exec(sql.replace(/^(\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)+/, '')) ?? [];
  throw new TaskFailure({ reason: 'notASelect', given: given.toUpperCase() });
}

async function prepareSelect(connection: DuckDBConnection, sql: string): Promise<DuckDBPreparedStatement> {
  const statements = await connection.extractStatements(sql);
  if (statements.count !== 1) throw new TaskFailure({ reason: 'notOneStatement', count: statements.count });
  const statement = await statements.prepare(0);
  if (statement.statementType !== StatementType.SELECT)
    throw new TaskFailure({ reason: 'notASelect', given: StatementType[statement.statementType] ?? '' });
  return statement;
}

function tableFunctions(node: unknown): string[] {
  if (node === null || typeof node !== 'object') return [];
  const { type, function: called } = node as { type?: unknown; function?: { function_name?: unknown } };
  const own = type === 'TABLE_FUNCTION' ? [String(called?.function_name).toLowerCase()] : [];
  return [...own, ...Object.values(node).flatMap(tableFunctions)];
}
