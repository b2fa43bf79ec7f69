import { type RawBuilder, sql } from 'kysely';
import type { AnyDb, Database } from '../../src/platform/db/database.ts';

/** How much there is of what. */
export interface Amounts {
  problems: number;
  /** of the checklist, for each problem */
  items: number;
  /** for each problem */
  threads: number;
  /** in each thread */
  comments: number;
}

type Value = RawBuilder<unknown>;

const begunAt = Date.UTC(2025, 0, 6);
const hour_ms = 3_600_000;
const kinds = { problem: 1, thread: 2, comment: 3, item: 4, decision: 5 } as const;

/** The number of the row, from 0 on. */
const i = sql`n.i`;
const fixed = (value: string | number): Value => sql.lit(value);
const none: Value = sql.lit(null);
const at = sql`${fixed(begunAt)} + ${i} * ${fixed(hour_ms)}`;
const oneOf = (many: number) => sql`(${i} % ${fixed(many)} = 0)`;

/** A UUIDv7 that tells what it is of: made by the database, since there are a million of them. */
function idOf(kind: keyof typeof kinds, of: Value): Value {
  const digits = sql`substr(cast(1000000000000 + ${of} as text), 2)`;
  return sql`${fixed(`019433b2-7a80-7000-8${String(kinds[kind]).padStart(3, '0')}-`)} || ${digits}`;
}

/** So many rows, each with these values, made within the database. */
async function fill(
  db: AnyDb,
  { table, rows }: { table: string; rows: number },
  values: Readonly<Record<string, Value>>,
): Promise<void> {
  const columns = sql.join(Object.keys(values).map((column) => sql.ref(column)));
  const numbers = sql`select cast(0 as bigint) union all select i + 1 from n where i < ${fixed(rows - 1)}`;
  await sql`with recursive n(i) as (${numbers})
    insert into ${sql.table(table)} (${columns}) select ${sql.join(Object.values(values))} from n`.execute(db);
}

const words = 'Crews wait at night for parts that come late, and planners learn of it the next morning. '.repeat(8);
const title = sql`${fixed('Problem ')} || cast(${i} as text) || ${fixed(' of the night shift, w')} || cast(${i} % 97 as text)`;
const opportunity = sql`${fixed(words)} || ${fixed(' word')} || cast(${i} % 997 as text)`;
const euros = sql`(((${i} * 7919) % 100000) + 1) * 100`;
const atStake = sql`${fixed('{"amount":"')} || cast(${euros} as text) || ${fixed('.00","currency":"EUR","basis":"cost_today"}')}`;
const phase = sql`case when ${oneOf(10)} then 'stopped' when ${oneOf(7)} then 'modelling' else 'formulation' end`;
const isPrivate = sql`case when ${oneOf(5)} then 1 else 0 end`;

/**
 * Bulk rows in the tables of their owners, as the operations leave them; of the projections only `problem_summary`, which
 * the search reads. The portfolio and the homes are made of these rows by the rebuild, which the tests hold against what
 * the event handlers write. Every fifth problem is private; the reader has a role in three of ten.
 */
export async function fillProblems(database: Database, amounts: Amounts, readerId: string): Promise<void> {
  const { writer: db } = database;
  await fillHeads(db, amounts);
  await fillRoles(db, amounts, readerId);
  await fillTexts(db, amounts);
  await fillDecisions(db, amounts);
  await fillChecklists(db, amounts);
  await fillConversations(db, amounts);
  if (database.kind === 'postgres') await sql`analyze`.execute(db);
}

async function fillHeads(db: AnyDb, { problems: rows }: Amounts): Promise<void> {
  const created = { created_at: at, changed_at: at };
  await fill(
    db,
    { table: 'problem', rows },
    {
      id: idOf('problem', i),
      title,
      phase,
      version: fixed(1),
      created_by: fixed('owner'),
      ...created,
      deleted_at: none,
    },
  );
  const problem_id = idOf('problem', i);
  await fill(db, { table: 'problem_access', rows }, { problem_id, private: isPrivate });
  const open = {
    opportunity_open: fixed(5),
    requirements_open: fixed(2),
    value_open: fixed(0),
    decision_open: fixed(1),
  };
  const keys = {
    title_key: sql`lower(${title})`,
    opportunity_key: sql`lower(${opportunity})`,
    decision_key: fixed(''),
  };
  const stake = { at_stake: atStake, at_stake_rank: euros, last_decision: none };
  const rest = { is_private: isPrivate, open_items: fixed(8), is_deleted: fixed(0), first_date: none };
  const summary = { problem_id, title, phase, ...keys, ...open, ...stake, ...created, ...rest };
  await fill(db, { table: 'problem_summary', rows }, summary);
}

/** Every problem has an expert; the reader is sponsor, expert or data scientist in three of ten. */
async function fillRoles(db: AnyDb, { problems }: Amounts, readerId: string): Promise<void> {
  const table = 'problem_role';
  const rest = { given_at: fixed(begunAt), given_by: none, confirmed_by: none };
  const expert = { problem_id: idOf('problem', i), user_id: fixed('owner'), role: fixed('sme'), ...rest };
  await fill(db, { table, rows: problems }, expert);
  const role = sql`case ${i} % 3 when 0 then 'sponsor' when 1 then 'sme' else 'data_scientist' end`;
  const problem_id = idOf('problem', sql`((${i} / 3) * 10 + ${i} % 3)`);
  const rows = Math.floor((problems * 3) / 10);
  await fill(db, { table, rows }, { problem_id, user_id: fixed(readerId), role, ...rest });
}

async function fillTexts(db: AnyDb, { problems: rows }: Amounts): Promise<void> {
  const problem_id = idOf('problem', i);
  const written = { problem_id, field: fixed('currentSituation'), text: opportunity, changed_in_version: fixed(1) };
  await fill(db, { table: 'opportunity_text', rows }, { ...written, changed_at: at });
  const model = { problem_id, model: fixed('{}'), hash: fixed('hash'), at_stake: atStake };
  await fill(db, { table: 'value_model', rows }, { ...model, version: fixed(1), changed_at: at });
}

/** Of ten problems four had their opportunity accepted, and one was stopped, with its reasons and lessons. */
async function fillDecisions(db: AnyDb, { problems }: Amounts): Promise<void> {
  const rows = Math.floor(problems / 2);
  const problem_id = idOf('problem', sql`${i} * 2`);
  const isStopped = sql`(${i} * 2 % 10 = 0)`;
  const seen = { problem_id, hash: fixed('hash'), snapshot: fixed('{}'), shown_at: fixed(begunAt) };
  await fill(db, { table: 'evidence_snapshot', rows }, seen);
  await fill(
    db,
    { table: 'decision', rows },
    {
      id: idOf('decision', i),
      problem_id,
      gate: sql`case when ${isStopped} then 'g1' else 'g0' end`,
      number: fixed(1),
      outcome: sql`case when ${isStopped} then 'no_go' else 'go' end`,
      reasons: sql`${fixed('One form causes most of it, form f')} || cast(${i} % 89 as text)`,
      lessons: sql`case when ${isStopped} then 'Ask the planners first' end`,
      recorded_by: fixed('owner'),
      at,
      snapshot_hash: fixed('hash'),
    },
  );
}

/** Two of five items are still open; some have a day. */
async function fillChecklists(db: AnyDb, { problems, items }: Amounts): Promise<void> {
  const begun = { problem_id: idOf('problem', i), template_number: fixed(1), begun_at: at };
  await fill(db, { table: 'checklist', rows: problems }, begun);
  const roles = sql`when 0 then 'sme' when 1 then 'data_scientist' when 2 then 'risk_manager' else 'data_engineer'`;
  await fill(
    db,
    { table: 'checklist_item', rows: problems * items },
    {
      id: idOf('item', i),
      problem_id: idOf('problem', sql`${i} / ${fixed(items)}`),
      role: sql`case ${i} % 4 ${roles} end`,
      gate: fixed('g1'),
      title_en: fixed('Which log is it in?'),
      title_nl: fixed('In welk logboek staat het?'),
      help_en: fixed('Name it.'),
      help_nl: fixed('Noem het.'),
      source: fixed(''),
      is_retired: fixed(0),
      state: sql`case when ${i} % 5 < 2 then 'open' else 'not_applicable' end`,
      reason: fixed('There is one source.'),
      due_date: sql`case when ${oneOf(50)} then '2026-01-15' end`,
      position: sql`${i} % ${fixed(items)}`,
      version: fixed(1),
    },
  );
}

/** The first thread of every fourth problem is a steering remark that waits. */
async function fillConversations(db: AnyDb, { problems, threads, comments }: Amounts): Promise<void> {
  const problem = idOf('problem', sql`${i} / ${fixed(threads)}`);
  await fill(
    db,
    { table: 'conversation_thread', rows: problems * threads },
    {
      id: idOf('thread', i),
      problem_id: problem,
      anchor_kind: fixed('opportunity'),
      anchor_id: problem,
      anchor_field: fixed('cost'),
      kind: sql`case when ${oneOf(threads * 4)} then 'steering' else 'remark' end`,
      state: fixed('open'),
      opened_by: fixed('owner'),
      opened_at: fixed(begunAt),
      last_at: fixed(begunAt),
      comment_count: fixed(comments),
      shown_count: fixed(comments),
      version: fixed(1),
    },
  );
  await fill(
    db,
    { table: 'conversation_comment', rows: problems * threads * comments },
    {
      id: idOf('comment', i),
      thread_id: idOf('thread', sql`${i} / ${fixed(comments)}`),
      problem_id: idOf('problem', sql`${i} / ${fixed(threads * comments)}`),
      position: sql`${i} % ${fixed(comments)} + 1`,
      kind: sql`case when ${oneOf(comments)} then 'remark' else 'comment' end`,
      author_id: fixed('owner'),
      text: fixed('The night rate doubled since then.'),
      version: fixed(1),
      created_at: fixed(begunAt),
    },
  );
}
