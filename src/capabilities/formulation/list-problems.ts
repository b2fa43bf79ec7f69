import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Context } from '../../platform/context/context.ts';
import { fromJson } from '../../platform/json.ts';
import { searchable } from '../../platform/text/searchable.ts';
import { onlyReadable, readableProblems } from '../identity/index.ts';
import { today } from './days.ts';
import { completenessOf } from './gate-rules.ts';
import type { AtStake, Phase, ProblemSort, ProblemSummary } from './problem-contract.ts';
import { type Cursor, readCursor, writeCursor } from './problem-cursor.ts';
import { formulationDb, type FormulationTables } from './tables.ts';
import { isSettled, type Standing, stateOf } from './thread-rules.ts';

type Row = Selectable<FormulationTables['problem_summary']> & { passed: number };

interface Asked {
  phase?: Phase;
  text?: string;
  sort: ProblemSort;
  cursor?: string;
  limit: number;
}

const columns = {
  changed: 'changed_at',
  created: 'created_at',
  title: 'title_key',
  at_stake: 'at_stake_rank',
  open_items: 'open_items',
} as const satisfies Record<ProblemSort, keyof FormulationTables['problem_summary']>;
const mostWords = 8;

/**
 * 1 where a key result had to be reached before today, and is still to be decided: the day passes without anybody changing the
 * problem.
 */
const passedBy = (day: string) =>
  sql<number>`case when phase = 'formulation' and first_date < ${day} then 1 else 0 end`;

/** The problems the actor may read, from the projection: one page, and the cursor of the next. */
export async function listProblems(
  ctx: Context,
  asked: Asked,
): Promise<{ problems: ProblemSummary[]; next: string | null }> {
  const { sort, limit } = asked;
  const direction = sort === 'title' ? 'asc' : 'desc';
  const passed = passedBy(today(ctx.clock));
  const order = sort === 'open_items' ? sql`(open_items + ${passed})` : sql.ref(columns[sort]);
  const readable = await readableProblems(ctx);
  const rows = await formulationDb(ctx.db)
    .selectFrom('problem_summary')
    .selectAll()
    .select(passed.as('passed'))
    .where('is_deleted', '=', 0)
    .where(onlyReadable(readable, 'problem_id'))
    .$if(asked.phase !== undefined, (query) => query.where('phase', '=', asked.phase as Phase))
    .$if(asked.cursor !== undefined, (query) =>
      query.where(after(sort, { order, cursor: readCursor(asked.cursor ?? '', sort) })),
    )
    .where((eb) => eb.and(wordsOf(asked.text ?? '').map(containing)))
    .orderBy(order, direction)
    .orderBy('problem_id', direction)
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next =
    rows.length > limit && last ? writeCursor(sort, { value: placeOf(last, sort), id: last.problem_id }) : null;
  return { problems: page.map(asSummary), next };
}

/** Rows that come after the last one of the page before, in the order of the sort. */
function after(sort: ProblemSort, { order, cursor }: { order: RawBuilder<unknown>; cursor: Cursor }) {
  const { value, id } = cursor;
  const operator = sort === 'title' ? sql`>` : sql`<`;
  return sql<boolean>`(${order} ${operator} ${value} or (${order} = ${value} and problem_id ${operator} ${id}))`;
}

function placeOf(row: Row, sort: ProblemSort): Cursor['value'] {
  return sort === 'open_items' ? row.open_items + row.passed : row[columns[sort]];
}

function wordsOf(text: string): string[] {
  return searchable(text).split(/\s+/).filter(Boolean).slice(0, mostWords);
}

function containing(word: string) {
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  const inColumn = (column: string) => sql`${sql.ref(column)} like ${pattern} escape '\\'`;
  return sql<boolean>`(${sql.join(['title_key', 'opportunity_key', 'decision_key'].map(inColumn), sql` or `)})`;
}

function asSummary(row: Row): ProblemSummary {
  const openItems = row.open_items + row.passed;
  const lastDecision =
    row.last_decision === null ? null : fromJson<NonNullable<ProblemSummary['lastDecision']>>(row.last_decision);
  const standing: Standing = {
    phase: row.phase,
    settled: isSettled(row),
    open: {
      opportunity: row.opportunity_open,
      requirements: row.requirements_open + row.passed,
      value: row.value_open,
      decision: row.decision_open,
    },
  };
  return {
    id: row.problem_id,
    title: row.title,
    phase: row.phase,
    isPrivate: row.is_private === 1,
    stations: {
      opportunity: stateOf('opportunity', standing),
      requirements: stateOf('requirements', standing),
      value: stateOf('value', standing),
      decision: stateOf('decision', standing),
    },
    completeness: completenessOf(openItems),
    openItems,
    atStake: row.at_stake === null ? null : fromJson<AtStake>(row.at_stake),
    lastDecision,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}
