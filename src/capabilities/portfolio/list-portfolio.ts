import { type Selectable, sql } from 'kysely';
import type { Context } from '../../platform/context/context.ts';
import type { Answer } from '../../platform/endpoint/define-endpoint.ts';
import { fromJson } from '../../platform/json.ts';
import { searchable } from '../../platform/text/searchable.ts';
import { listNames, onlyReadable, problemRoles, readableProblems } from '../identity/index.ts';
import { decimalFromNumber } from '../value/index.ts';
import type { Ask } from './asks.ts';
import {
  type listPortfolio as listEndpoint,
  type PortfolioEntry,
  type PortfolioSort,
  type Stage,
  stages,
  type summarisePortfolio as summaryEndpoint,
} from './contract.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { today } from './days.ts';
import { roleAsked } from './waiting-roles.ts';
import { portfolioDb, type PortfolioTables } from './tables.ts';
import { sayAsk } from './texts.ts';

type Row = Omit<Selectable<PortfolioTables['portfolio_problem']>, 'facts'>;

interface Asked {
  stage?: Stage;
  text?: string;
  sort: PortfolioSort;
  cursor?: string;
  limit: number;
}

const columns = { at_stake: 'at_stake_rank', age: 'created_at', title: 'title_key' } as const;

/** The problems that the actor may read, each with what holds it up; a page costs the same in a portfolio of any size. */
export async function listPortfolio(ctx: Context, asked: Asked): Promise<Answer<typeof listEndpoint>> {
  const { sort, limit, stage } = asked;
  const column = columns[sort];
  const direction = sort === 'at_stake' ? 'desc' : 'asc';
  const rows = await (
    await readable(ctx, asked.text)
  )
    .select(['problem_id', 'title', 'title_key', 'stage', 'at_stake', 'at_stake_rank', 'created_at', 'review_date'])
    .select(['decision', 'blocker', 'currency', 'decision_key', 'is_signed', 'is_deleted'])
    .$if(stage !== undefined, (query) => query.where('stage', '=', stage as Stage))
    .$if(asked.cursor !== undefined, (query) => query.where(isAfter(sort, asked.cursor ?? '')))
    .orderBy(column, direction)
    .orderBy('problem_id', direction)
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const people = await listPeople(
    ctx,
    page.map(({ problem_id }) => problem_id),
  );
  return {
    entries: page.map((row) => asEntry(ctx, row, people.get(row.problem_id) ?? [])),
    next: rows.length > limit && last ? writeCursor(sort, [last[column] as never, last.problem_id]) : null,
  };
}

/** The same filters, over everything: how many at each stage, and their euros together. */
export async function summarisePortfolio(
  ctx: Context,
  { text }: Pick<Asked, 'text'>,
): Promise<Answer<typeof summaryEndpoint>> {
  const rows = await (
    await readable(ctx, text)
  )
    .select(['stage', 'currency'])
    .select((eb) => [eb.fn.countAll<number>().as('problems'), eb.fn.sum<number>('at_stake_rank').as('sum')])
    .groupBy(['stage', 'currency'])
    .orderBy('currency')
    .execute();
  return {
    stages: stages.map((stage) => {
      const here = rows.filter((row) => row.stage === stage);
      const priced = here.flatMap(({ currency, sum }) => (currency === null ? [] : [{ currency, sum }]));
      return {
        stage,
        problems: here.reduce((all, { problems }) => all + problems, 0),
        atStake: priced.map(({ currency, sum }) => ({ currency, amount: decimalFromNumber(sum) })),
      };
    }),
  };
}

async function readable(ctx: Context, text: string | undefined) {
  return portfolioDb(ctx.db)
    .selectFrom('portfolio_problem')
    .where('is_deleted', '=', 0)
    .where(onlyReadable(await readableProblems(ctx), 'problem_id'))
    .where((eb) => eb.and(wordsOf(text ?? '').map(containing)));
}

const mostWords = 8;

function wordsOf(text: string): string[] {
  return searchable(text).split(/\s+/).filter(Boolean).slice(0, mostWords);
}

function containing(word: string) {
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`(title_key like ${pattern} escape '\\' or decision_key like ${pattern} escape '\\')`;
}

/** Rows that come after the last one of the page before, in the order of the sort. */
function isAfter(sort: PortfolioSort, cursor: string) {
  const [value, id] = readCursor(sort, cursor);
  const column = sql.ref(columns[sort]);
  return sort === 'at_stake'
    ? sql<boolean>`(${column}, problem_id) < (${value}, ${id})`
    : sql<boolean>`(${column}, problem_id) > (${value}, ${id})`;
}

type People = PortfolioEntry['people'];

/** Who has which role of their own in these problems, in the order of the roles. */
async function listPeople(
  { db, locale }: Pick<Context, 'db' | 'locale'>,
  problemIds: readonly string[],
): Promise<Map<string, People>> {
  if (problemIds.length === 0) return new Map();
  const rows = await portfolioDb(db)
    .selectFrom('asked_person')
    .select(['problem_id', 'user_id', 'asked'])
    .where('problem_id', 'in', problemIds)
    .where('until', 'is', null)
    .execute();
  const names = await listNames(db, [...new Set(rows.map(({ user_id }) => user_id))], locale);
  const inOrder = rows
    .flatMap(({ asked, ...row }) => {
      const role = roleAsked(asked);
      return role === null ? [] : [{ ...row, role }];
    })
    .sort((a, b) => problemRoles.indexOf(a.role) - problemRoles.indexOf(b.role) || (a.user_id < b.user_id ? -1 : 1));
  const people = new Map<string, People>();
  for (const { problem_id, user_id: userId, role } of inOrder) {
    const here = people.get(problem_id) ?? [];
    people.set(problem_id, here);
    const known = here.find((each) => each.userId === userId);
    if (known) known.roles.push(role);
    else here.push({ userId, name: names.get(userId) ?? '', roles: [role] });
  }
  return people;
}

function asEntry({ locale, clock }: Pick<Context, 'locale' | 'clock'>, row: Row, people: People): PortfolioEntry {
  const blocker = blockerOn(today(clock), row);
  return {
    problemId: row.problem_id,
    title: row.title,
    stage: row.stage,
    atStake: row.at_stake === null ? null : fromJson<NonNullable<PortfolioEntry['atStake']>>(row.at_stake),
    createdAt: row.created_at,
    reviewDate: row.review_date,
    blocker: blocker && {
      sentence: sayAsk(blocker, locale),
      roles: [...new Set(blocker.asked.flatMap((each) => roleAsked(each) ?? []))],
      place: { station: blocker.station, field: blocker.field, talk: blocker.talk },
    },
    people,
    lastDecision:
      row.decision === null ? null : shown(fromJson<NonNullable<PortfolioEntry['lastDecision']>>(row.decision)),
  };
}

/** Rows of an older release have one, or none. */
function blockerOn(day: string, { blocker }: Pick<Row, 'blocker'>): Ask | null {
  const asks = blocker === null ? [] : [fromJson<Ask | Ask[]>(blocker)].flat();
  return asks.find((ask) => (ask.notBefore ?? day) <= day && (ask.notAfter ?? day) >= day) ?? null;
}

function shown({ id, gate, outcome, reasons, redirect, lessons, at }: NonNullable<PortfolioEntry['lastDecision']>) {
  return { id, gate, outcome, reasons, redirect, lessons, at };
}
