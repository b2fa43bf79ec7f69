import type { Selectable } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import type { Context } from '../../platform/context/context.ts';
import { isPersonal, listNames } from '../identity/index.ts';
import { datasetErrors } from './errors.ts';
import { type Identification, type Source, statingRoles } from './source-contract.ts';
import { datasetDb, type DatasetTables } from './tables.ts';

type StoredSource = Selectable<DatasetTables['data_source']>;
type StoredStatement = Selectable<DatasetTables['data_source_statement']>;

/** Those that are not removed, in the order in which they were added. */
export async function listSourcesOf(
  ctx: Parameters<typeof isPersonal>[0] & Pick<Context, 'db'>,
  problemId: string,
  db: AnyDb = ctx.db,
): Promise<Source[]> {
  const rows = await datasetDb(db)
    .selectFrom('data_source')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const statements = await datasetDb(db)
    .selectFrom('data_source_statement')
    .selectAll()
    .where('source_id', 'in', ids)
    .orderBy('at')
    .execute();
  const answers = await datasetDb(db)
    .selectFrom('data_source_requirement')
    .selectAll()
    .where('source_id', 'in', ids)
    .orderBy('data_requirement_id')
    .execute();
  const names = await listNames(db, [...new Set(statements.map(({ user_id }) => user_id))]);
  const isAlone = await isPersonal(ctx);
  return rows.map((row) => {
    const own = statements.filter(({ source_id }) => source_id === row.id);
    return {
      ...sourceFrom(row),
      answers: answers.filter(({ source_id }) => source_id === row.id).map((each) => each.data_requirement_id),
      statements: own.map((each) => ({
        role: each.role,
        userId: each.user_id,
        name: names.get(each.user_id) ?? null,
        note: each.note,
        at: each.at,
        isCurrent: each.of_version >= row.described_in_version,
      })),
      identified: identificationOf(own, { describedIn: row.described_in_version, isAlone }),
    };
  });
}

export async function getSource(
  ctx: Context,
  { problemId, sourceId }: { problemId: string; sourceId: string },
  db: AnyDb = ctx.db,
): Promise<Source> {
  const found = (await listSourcesOf(ctx, problemId, db)).find(({ id }) => id === sourceId);
  if (!found) throw datasetErrors.sourceNotFound({ id: sourceId });
  return found;
}

/**
 * A source is known by who keeps the data and who knows what it means: two people, unless one is alone here. What was
 * stated of another text no longer counts.
 */
export function identificationOf(
  statements: readonly Pick<StoredStatement, 'role' | 'user_id' | 'of_version'>[],
  { describedIn, isAlone }: { describedIn: number; isAlone: boolean },
): Identification {
  if (statements.length === 0) return 'not_yet';
  const current = statements.filter(({ of_version }) => of_version >= describedIn);
  const isWhole = statingRoles.every((role) => current.some((each) => each.role === role));
  if (!isWhole) return current.length < statements.length ? 'outdated' : 'one_role';
  const people = new Set(current.map(({ user_id }) => user_id));
  return people.size > 1 || isAlone ? 'together' : 'one_person';
}

function sourceFrom(row: StoredSource): Omit<Source, 'answers' | 'statements' | 'identified'> {
  return {
    id: row.id,
    title: row.title,
    description: row.description,
    kind: row.kind,
    location: row.location,
    owner: row.owner,
    access: row.access,
    extract: row.extract,
    personalData: row.personal_data,
    personalDataNote: row.personal_data_note,
    state: row.state,
    stateReason: row.state_reason,
    stateBy: row.state_by,
    stateAt: row.state_at,
    isOneOff: row.extract === 'one_off',
    hasConnection: row.connection !== null,
    createdBy: row.created_by,
    createdAt: row.created_at,
    version: row.version,
  };
}
