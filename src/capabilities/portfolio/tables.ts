import { slice } from '../../platform/db/database.ts';
import type { AskKind } from './asks.ts';
import type { Stage } from './stages.ts';

/** Projections, every one: written by `keepPortfolio` and the rebuild only, and made again from what is stored. */
export interface PortfolioTables {
  /** one row, `portfolio`: which way of making them the rows were made by */
  portfolio_projection: { id: string; version: number; rebuilt_at: number };
  portfolio_problem: {
    problem_id: string;
    /** JSON: ProblemFacts and Bearers, of which the rest follows; its row is the lock */
    facts: string;
    title: string;
    /** the keys are what is searched: one form of writing for what is written and what is looked for */
    title_key: string;
    decision_key: string;
    stage: Stage;
    /** JSON: AtStake */
    at_stake: string | null;
    /** for sorting and sums only: money is not compared by it; -1 while it is not priced */
    at_stake_rank: number;
    currency: string | null;
    created_at: number;
    /** year-month-day: when a deferred problem is looked at again */
    review_date: string | null;
    /** JSON: LastDecision */
    decision: string | null;
    /** JSON: the ask that holds it up the most, or several of which the first that holds on the day does */
    blocker: string | null;
    /** a signature lies on the table */
    is_signed: number;
    is_deleted: number;
  };
  /** what each part of a problem asks, before it is known whether its gate asks for that part */
  portfolio_part: {
    problem_id: string;
    part: string;
    /** JSON: Ask[] */
    asks: string;
  };
  /** one row for each role or person that is asked */
  work_item: {
    problem_id: string;
    item_id: string;
    /** a role, `unconfirmed.` and a role that does not count yet, or the id of a user */
    asked: string;
    kind: AskKind;
    /** within its problem, the most pressing first */
    position: number;
    since: number;
    /** year-month-day */
    due: string | null;
    /** year-month-day: it is nobody's concern before */
    not_before: string | null;
    /** year-month-day: it is nobody's concern after */
    not_after: string | null;
    station: string;
    field: string | null;
    talk: string | null;
    /** JSON: AskParams */
    params: string;
  };
  /** who answers to which `asked` in which problem: roles, and people by their own id */
  asked_person: {
    user_id: string;
    problem_id: string;
    asked: string;
    /** of the problem: the order of a home */
    at_stake_rank: number;
    /** year-month-day: delegated until, for signatures only; null for one's own */
    until: string | null;
  };
}

export const portfolioDb = slice<PortfolioTables>();
