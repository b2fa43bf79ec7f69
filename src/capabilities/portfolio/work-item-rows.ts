import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import type { ProblemRole } from '../identity/contract.ts';
import { onlyReadable, problemRoles, type ReadableProblems } from '../identity/index.ts';
import type { readCursor } from './cursor.ts';
import { portfolioDb, type PortfolioTables } from './tables.ts';
import { roleAsked, waysToAsk } from './waiting-roles.ts';

export type Row = Selectable<PortfolioTables['work_item']> &
  Pick<Selectable<PortfolioTables['portfolio_problem']>, 'title' | 'stage' | 'at_stake' | 'at_stake_rank'>;

/** Whose work, on which day, and of which problems it may be told. */
export interface Wanted {
  userId: string;
  /** personal mode: the owner holds every role, so every item is theirs */
  isAlone: boolean;
  readable: ReadableProblems;
  role: ProblemRole | null;
  /** year-month-day */
  today: string;
}

/**
 * The rows begin at who is asked, in the order of the home, so that a page costs the same for who has few roles and for
 * who has thousands: an index gives the order by euros, and only the items of one problem are put in order at a time.
 */
const sources = {
  everything: {
    from: sql`portfolio_problem as p join work_item as w on w.problem_id = p.problem_id`,
    leading: sql.ref('p'),
  },
  own: {
    from: sql`asked_person as a
      join work_item as w on w.problem_id = a.problem_id and w.asked = a.asked
      join portfolio_problem as p on p.problem_id = a.problem_id`,
    leading: sql.ref('a'),
  },
} as const;

const sourceOf = ({ isAlone }: Wanted) => (isAlone ? sources.everything : sources.own);

function conditionsOf({ isAlone, userId, readable, role, today }: Wanted): RawBuilder<unknown> {
  const whose = isAlone
    ? sql`p.is_deleted = 0`
    : // What was delegated is a name under a decision, and nothing else.
      sql`a.user_id = ${userId} and (a.until is null or (a.until >= ${today} and w.kind in ('sign', 'decide')))`;
  const inRole = role === null ? sql`1 = 1` : sql`w.asked in (${sql.join(waysToAsk(role))})`;
  return sql`${whose} and ${inRole} and (w.not_before is null or w.not_before <= ${today})
    and (w.not_after is null or w.not_after >= ${today})
    and ${onlyReadable(readable, 'w.problem_id')}`;
}

type Place = ReturnType<typeof readCursor<'home'>>;

export async function listRows(
  db: AnyDb,
  wanted: Wanted,
  { after, limit }: { after: Place | null; limit: number },
): Promise<Row[]> {
  const { from, leading } = sourceOf(wanted);
  const { rows } = await sql<Row>`
    select w.*, p.title, p.stage, p.at_stake, ${leading}.at_stake_rank
    from ${from}
    where ${conditionsOf(wanted)} and ${after === null ? sql`1 = 1` : isAfter(leading, after)}
    order by ${leading}.at_stake_rank desc, ${leading}.problem_id desc, w.position, w.item_id
    limit ${limit}`.execute(db);
  return rows;
}

/** The first comparison alone says where in the index to go on. */
function isAfter(leading: RawBuilder<unknown>, [rank, problemId, position, itemId]: Place): RawBuilder<unknown> {
  return sql`${leading}.at_stake_rank <= ${rank} and (${leading}.at_stake_rank < ${rank}
    or ${leading}.problem_id < ${problemId}
    or (${leading}.problem_id = ${problemId} and (w.position, w.item_id) > (${position}, ${itemId})))`;
}

/** More than this nobody counts. */
const mostCounted = 1_000;

export async function countItems(db: AnyDb, wanted: Wanted): Promise<number> {
  const { from } = sourceOf(wanted);
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from (
      select distinct w.problem_id, w.item_id from ${from} where ${conditionsOf(wanted)} limit ${mostCounted}
    ) as counted`.execute(db);
  return rows[0]?.total ?? 0;
}

/** Roles that this person has themselves, in whichever problem. */
export async function listRolesHeld(db: AnyDb, userId: string): Promise<ProblemRole[]> {
  const rows = await portfolioDb(db)
    .selectFrom('asked_person')
    .select('asked')
    .distinct()
    .where('user_id', '=', userId)
    .where('until', 'is', null)
    .execute();
  const held = new Set(rows.map(({ asked }) => roleAsked(asked)));
  return problemRoles.filter((role) => held.has(role));
}
