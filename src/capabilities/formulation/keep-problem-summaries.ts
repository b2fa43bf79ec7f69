import { sql, type Updateable } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import { defer } from '../../platform/db/defer.ts';
import type { DomainEvent } from '../../platform/events/event-bus.ts';
import { toJson } from '../../platform/json.ts';
import { searchable } from '../../platform/text/searchable.ts';
import type { Decision } from '../decisions/contract.ts';
import { listDecisionsOf } from '../decisions/index.ts';
import { decimalToNumber } from '../value/index.ts';
import { listAlternativesEvidence } from './formulation-evidence.ts';
import { countOpen, firstDate, opportunityEvidence, valueEvidence, writtenRequirements } from './gate-rules.ts';
import { requiredOpportunityFields } from './rules.ts';
import { listObjectivesOf } from './okr-queries.ts';
import { keepProblemWords } from './keep-problem-words.ts';
import { findProblem, type StoredProblem } from './problem-queries.ts';
import { formulationDb, type FormulationTables } from './tables.ts';
import { decisionKey } from './decision-key.ts';
import { findOpportunity } from './text-queries.ts';
import { titleKey } from './title-key.ts';
import { findValueModel } from './value-queries.ts';

type SummaryPart = Updateable<FormulationTables['problem_summary']>;
type Follower = (db: AnyDb, problemId: string, event: DomainEvent) => Promise<SummaryPart>;

/** Each part of the summary follows the events of its own area, so that a write pays for its own part only. */
const followers: Readonly<Record<string, Follower>> = {
  problem: async (db, problemId, { state }) =>
    titleAndPhase((state as StoredProblem | undefined) ?? (await findProblem(db, problemId))),
  problem_access: async (_db, _problemId, { data }) =>
    typeof data['private'] === 'boolean' ? { is_private: data['private'] ? 1 : 0 } : {},
  opportunity: async (db, problemId) => {
    const { texts } = await findOpportunity(db, problemId);
    return {
      opportunity_open: countOpen(opportunityEvidence(texts)),
      opportunity_key: searchable(Object.values(texts).join('\n')),
    };
  },
  objective: requirementsOpen,
  key_result: requirementsOpen,
  alternatives: decisionOpen,
  alternative: decisionOpen,
  translation: touched,
  data_requirement: touched,
  fit: touched,
  key_result_verdict: touched,
  attachment: touched,
  measured_figure: touched,
  metric_link: touched,
  value_model: async (db, problemId) => {
    const { atStake, isComplete } = await findValueModel(db, problemId);
    return {
      value_open: countOpen(valueEvidence({ isComplete })),
      at_stake: atStake && toJson(atStake),
      at_stake_rank: atStake ? decimalToNumber(atStake.amount) : -1,
    };
  },
  decision: async (db, problemId) => {
    const decisions = await listDecisionsOf(db, problemId);
    const [last = null] = decisions;
    return { last_decision: last && toJson(briefly(last)), decision_key: decisionKey(decisions) };
  },
};

async function decisionOpen(db: AnyDb, problemId: string): Promise<SummaryPart> {
  return { decision_open: countOpen(await listAlternativesEvidence(db, problemId)) };
}

/** Nothing of it stands in the summary, but the problem was worked on. */
async function touched(): Promise<SummaryPart> {
  return {};
}

async function requirementsOpen(db: AnyDb, problemId: string): Promise<SummaryPart> {
  const objectives = await listObjectivesOf(db, problemId);
  return { requirements_open: countOpen(writtenRequirements(objectives)), first_date: firstDate(objectives) };
}

/**
 * Keeps `problem_summary`, the projection behind the list, in the transaction of the change: joined to the event bus at
 * the composition root.
 */
export async function keepProblemSummaries(db: AnyDb, events: readonly DomainEvent[]): Promise<void> {
  const parts = new Map<string, SummaryPart>();
  for (const event of events) {
    const { problemId, type, at } = event;
    const follow = followers[type.slice(0, type.indexOf('.'))];
    if (problemId === null || !follow) continue;
    if (type === 'problem.created') await insertSummary(db, problemId, at);
    parts.set(problemId, { ...parts.get(problemId), ...(await follow(db, problemId, event)), changed_at: at });
  }
  for (const [problemId, part] of parts) await updateSummary(db, problemId, part);
  await keepProblemWords(db, events);
}

async function insertSummary(db: AnyDb, problemId: string, at: number): Promise<void> {
  const [opportunity_open, requirements_open, value_open, decision_open] = [requiredOpportunityFields.length, 2, 1, 1];
  await formulationDb(db)
    .insertInto('problem_summary')
    .values({
      problem_id: problemId,
      title: '',
      title_key: '',
      opportunity_key: '',
      decision_key: '',
      phase: 'formulation',
      is_private: 0,
      is_deleted: 0,
      created_at: at,
      changed_at: at,
      opportunity_open,
      requirements_open,
      value_open,
      decision_open,
      first_date: null,
      open_items: opportunity_open + requirements_open + value_open + decision_open,
      at_stake: null,
      at_stake_rank: -1,
      last_decision: null,
    })
    .execute();
}

const stationsOfEvidence = ['opportunity_open', 'requirements_open', 'value_open', 'decision_open'] as const;

/** In an update, a column on the right is the one before it: the sum takes the new part where there is one. */
async function updateSummary(db: AnyDb, problemId: string, part: SummaryPart): Promise<void> {
  // Of two numbers that are given PostgreSQL asks what they are.
  const terms = stationsOfEvidence.map((column) => {
    const given = part[column];
    return given === undefined ? sql`${sql.ref(column)}` : sql`cast(${given} as integer)`;
  });
  const summary = formulationDb(db)
    .updateTable('problem_summary')
    .set({ ...part, open_items: sql<number>`${sql.join(terms, sql` + `)}` })
    .where('problem_id', '=', problemId);
  await defer(db, summary);
}

function titleAndPhase(problem: Awaited<ReturnType<typeof findProblem>>): SummaryPart {
  if (!problem) return {};
  const { title, phase, deleted_at } = problem;
  return {
    title,
    title_key: titleKey(title),
    phase,
    is_deleted: deleted_at === null ? 0 : 1,
  };
}

const shown = 500;

/** A list shows the beginning of long reasons; the decision itself has them whole. */
function briefly({ id, gate, outcome, reasons, redirect, at }: Decision) {
  const cut = (text: string) => (text.length > shown ? `${text.slice(0, shown).toWellFormed()}…` : text);
  return {
    id,
    gate,
    outcome,
    reasons: cut(reasons),
    redirect: redirect && { ...redirect, text: cut(redirect.text) },
    at,
  };
}
