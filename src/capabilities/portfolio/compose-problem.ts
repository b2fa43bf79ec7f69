import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Services } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { defer } from '../../platform/db/defer.ts';
import { fromJson, toJson } from '../../platform/json.ts';
import { findProblemFacts, type ProblemFacts, titleKey } from '../formulation/index.ts';
import { listBearers, listReaders } from '../identity/index.ts';
import { decimalToNumber } from '../value/index.ts';
import { type Ask, type Asks, type Part, parts } from './asks.ts';
import { collectors } from './collect-asks.ts';
import { type Facts, type Settled, settleProblem } from './settle-problem.ts';
import { portfolioDb, type PortfolioTables } from './tables.ts';
import { askedAs, roleAsked } from './waiting-roles.ts';

export type Known = Pick<Services, 'config' | 'database' | 'events' | 'clock'>;

/** A problem as the projection holds it: the facts and asks of which everything else follows. */
export interface Composed {
  facts: Facts;
  asks: Asks;
}

/** What is stored, and holds the lock of the problem's row until the commit; null where it has none yet. */
export async function lockComposed(db: AnyDb, problemId: string): Promise<Composed | null> {
  const row = await portfolioDb(db)
    .updateTable('portfolio_problem')
    .set({ problem_id: problemId })
    .where('problem_id', '=', problemId)
    .returning('facts')
    .executeTakeFirst();
  if (!row) return null;
  const stored = await portfolioDb(db)
    .selectFrom('portfolio_part')
    .select(['part', 'asks'])
    .where('problem_id', '=', problemId)
    .execute();
  const byPart = new Map(stored.map(({ part, asks }) => [part, fromJson<Ask[]>(asks)]));
  const asks = Object.fromEntries(parts.map((part) => [part, byPart.get(part) ?? []])) as unknown as Asks;
  const facts = fromJson<Omit<Facts, 'later'> & Partial<Facts>>(row.facts);
  // Facts of an older release know nothing of gates after a go, until they are made anew. Behind the others, as it is stored: what
  // is read and written again must be the same text.
  return { facts: { ...facts, later: facts.later ?? null }, asks };
}

/** Takes the lock by writing an empty row, so that a problem of an older release begins as a new one does. */
export async function beginProblem(db: AnyDb, problemId: string): Promise<void> {
  const empty: Selectable<PortfolioTables['portfolio_problem']> = {
    problem_id: problemId,
    facts: '{}',
    title: '',
    title_key: '',
    decision_key: '',
    stage: 'opportunity',
    at_stake: null,
    at_stake_rank: -1,
    currency: null,
    created_at: 0,
    review_date: null,
    decision: null,
    blocker: null,
    is_signed: 0,
    is_deleted: 1,
  };
  await portfolioDb(db)
    .insertInto('portfolio_problem')
    .values(empty)
    .onConflict((conflict) => conflict.column('problem_id').doUpdateSet({ problem_id: problemId }))
    .execute();
}

/** What its row is found by. */
export interface FoundBy {
  title: string;
  decisionKey: string;
}

/** null where identity knows a problem and formulation does not. */
export async function gatherFacts(
  services: Known,
  db: AnyDb,
  problemId: string,
): Promise<(FoundBy & { facts: Facts }) | null> {
  const found = await findProblemFacts(services, db, problemId);
  if (!found) return null;
  const { title, decisionKey, ...facts } = found;
  const bearers = await listBearers(db, problemId);
  return { title, decisionKey, facts: { ...facts, ...(await askedByName(db, problemId, facts)), bearers } };
}

/** What was somebody's by name is asked of roles once they have left, or can no longer see the problem. */
async function askedByName(
  db: AnyDb,
  problemId: string,
  { openConditions, proposals }: Pick<ProblemFacts, 'openConditions' | 'proposals'>,
): Promise<Pick<Facts, 'openConditions' | 'proposals'>> {
  const owners = openConditions.flatMap(({ ownerId }) => ownerId ?? []);
  const userIds = [...new Set([...owners, ...proposals.map(({ proposedBy }) => proposedBy)])];
  const here = new Set(await listReaders(db, { problemId, userIds }));
  return {
    openConditions: openConditions.map((each) => ({
      ...each,
      ownerId: each.ownerId !== null && here.has(each.ownerId) ? each.ownerId : null,
    })),
    proposals: proposals.map((each) => ({ ...each, proposedBy: here.has(each.proposedBy) ? each.proposedBy : null })),
  };
}

/** Whether a signature lies on the table, which any change of what is written can make stale. */
export const isSigned = ({ proposals }: Facts): boolean =>
  proposals.some(({ signed, stale, objecting }) => signed.length + stale.length + objecting.length > 0);

/** One query after another: within a transaction there is one connection. */
export async function gatherAsks(
  db: AnyDb,
  problemId: string,
  wanted: readonly Part[],
): Promise<Partial<Record<Part, Ask[]>>> {
  const asks: Partial<Record<Part, Ask[]>> = {};
  for (const part of wanted) asks[part] = await collectors[part](db, problemId);
  return asks;
}

interface Change {
  before: Composed | null;
  after: Composed;
  /** null: as it was; it is kept apart from the facts, since the title changes alone and the rest is long */
  foundBy: FoundBy | null;
}

/** Writes what is different, and nothing where nothing is. */
export async function writeComposed(db: AnyDb, problemId: string, { before, after, foundBy }: Change): Promise<void> {
  await writeParts(db, problemId, { before, after });
  const [was, is] = [before && settleProblem(before.facts, before.asks), settleProblem(after.facts, after.asks)];
  const row = rowOf(after.facts, is);
  const stored = before && was && rowOf(before.facts, was);
  const named = foundBy ? namesOf(foundBy) : {};
  if (foundBy !== null || toJson(row) !== toJson(stored)) {
    const update = portfolioDb(db)
      .updateTable('portfolio_problem')
      .set({ ...row, ...named });
    await defer(db, update.where('problem_id', '=', problemId));
  }
  await replace(db, 'work_item', {
    problemId,
    before: was ? itemsOf(problemId, was) : null,
    after: itemsOf(problemId, is),
  });
  const people = {
    before: before && was ? peopleOf(problemId, before, was) : null,
    after: peopleOf(problemId, after, is),
  };
  await replace(db, 'asked_person', { problemId, ...people });
}

async function writeParts(
  db: AnyDb,
  problemId: string,
  { before, after }: { before: Composed | null; after: Composed },
): Promise<void> {
  for (const part of parts) {
    const asks = toJson(after.asks[part]);
    if (before && asks === toJson(before.asks[part])) continue;
    const row = portfolioDb(db)
      .insertInto('portfolio_part')
      .values({ problem_id: problemId, part, asks })
      .onConflict((conflict) => conflict.columns(['problem_id', 'part']).doUpdateSet({ asks }));
    await defer(db, row);
  }
}

type Rows = Record<string, unknown>[];

/** `before` null: whatever is there goes. Rows that stay as they are are not touched. */
async function replace(
  db: AnyDb,
  table: 'work_item' | 'asked_person',
  { problemId, before, after }: { problemId: string; before: Rows | null; after: Rows },
): Promise<void> {
  const was = new Set((before ?? []).map((row) => toJson(row)));
  const is = new Set(after.map((row) => toJson(row)));
  if (before !== null && was.size === is.size && [...was].every((row) => is.has(row))) return;
  await defer(db, portfolioDb(db).deleteFrom(table).where('problem_id', '=', problemId));
  if (after.length > 0)
    await defer(
      db,
      portfolioDb(db)
        .insertInto(table)
        .values(after as never),
    );
}

function rowOf(facts: Facts, { stage, blockers }: Settled): Updateable<PortfolioTables['portfolio_problem']> {
  const { createdAt, isDeleted } = facts;
  return {
    facts: toJson(facts),
    stage,
    ...stakeOf(facts),
    decision: facts.lastDecision && toJson(facts.lastDecision),
    created_at: createdAt,
    review_date: stage === 'deferred' ? (facts.lastDecision?.reviewDate ?? null) : null,
    blocker: blockers.length === 0 ? null : toJson(blockers),
    is_signed: isSigned(facts) ? 1 : 0,
    is_deleted: isDeleted ? 1 : 0,
  };
}

function stakeOf(facts: Facts) {
  const { atStake } = facts;
  return { at_stake: atStake && toJson(atStake), at_stake_rank: rankOf(facts), currency: atStake?.currency ?? null };
}

const namesOf = ({ title, decisionKey }: FoundBy) => ({
  title,
  title_key: titleKey(title),
  decision_key: decisionKey,
});

const rankOf = ({ atStake }: Facts): number => (atStake ? decimalToNumber(atStake.amount) : -1);

function itemsOf(problem_id: string, { asks }: Settled): Rows {
  return asks.flatMap(({ id, kind, asked, since, due, notBefore, notAfter, station, field, talk, params }, position) =>
    asked.map((who) => ({
      problem_id,
      item_id: id,
      asked: who,
      kind,
      position,
      since,
      due,
      not_before: notBefore,
      not_after: notAfter ?? null,
      station,
      field,
      talk,
      params: toJson(params),
    })),
  );
}

/** Everybody with a role, and everybody who is asked by name. */
function peopleOf(problem_id: string, { facts }: Composed, { asks }: Settled): Rows {
  if (facts.isDeleted) return [];
  const at_stake_rank = rankOf(facts);
  const people = new Map<string, Insertable<PortfolioTables['asked_person']>>();
  for (const bearer of facts.bearers) {
    const { userId: user_id, until } = bearer;
    const asked = facts.isAlone ? bearer.role : askedAs(bearer);
    const key = `${user_id} ${asked}`;
    if (!people.has(key)) people.set(key, { user_id, problem_id, asked, at_stake_rank, until });
  }
  for (const user_id of new Set(asks.flatMap(({ asked }) => asked)))
    if (roleAsked(user_id) === null)
      people.set(`${user_id} ${user_id}`, { user_id, problem_id, asked: user_id, at_stake_rank, until: null });
  return [...people.values()];
}
