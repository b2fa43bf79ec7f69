import type { AnyDb } from '../../platform/db/database.ts';
import type { DomainEvent } from '../../platform/events/event-bus.ts';
import { toJson } from '../../platform/json.ts';
import type { Decision } from '../decisions/contract.ts';
import { findLastDecision } from '../decisions/index.ts';
import { decimalToNumber } from '../value/index.ts';
import type { Evidence } from './gather-evidence.ts';
import { countOpen, listG1Evidence } from './gate-rules.ts';
import { listObjectivesOf } from './okr-queries.ts';
import { findProblem } from './problem-queries.ts';
import { percent } from './rules.ts';
import { formulationDb } from './tables.ts';
import { findAlternatives, findOpportunity } from './text-queries.ts';
import { describeThread } from './thread-rules.ts';
import { findValueModel } from './value-queries.ts';

const areas = new Set([
  'problem',
  'problem_access',
  'opportunity',
  'alternatives',
  'objective',
  'key_result',
  'value_model',
  'decision',
]);
const areaOf = ({ type }: DomainEvent) => type.slice(0, type.indexOf('.'));

/**
 * Keeps `problem_summary`, the projection behind the list, in the transaction of the change: joined to the event bus at
 * the composition root.
 */
export async function keepProblemSummaries(db: AnyDb, events: readonly DomainEvent[]): Promise<void> {
  const ours = events.filter((event) => event.problemId !== null && areas.has(areaOf(event)));
  const moments = new Map(ours.map((event) => [event.problemId ?? '', event.at]));
  for (const [problemId, at] of moments) await summarise(db, problemId, at);
  for (const { problemId, data } of ours) {
    if (problemId === null || typeof data['private'] !== 'boolean') continue;
    await formulationDb(db)
      .updateTable('problem_summary')
      .set({ is_private: data['private'] ? 1 : 0 })
      .where('problem_id', '=', problemId)
      .execute();
  }
}

async function summarise(db: AnyDb, problemId: string, at: number): Promise<void> {
  const problem = await findProblem(db, problemId);
  if (!problem) return;
  const evidence: Evidence = {
    problem,
    opportunity: await findOpportunity(db, problemId),
    objectives: await listObjectivesOf(db, problemId),
    alternatives: await findAlternatives(db, problemId),
    value: await findValueModel(db, problemId),
    lastDecision: await findLastDecision(db, { problemId, gate: 'g1' }),
  };
  const row = summaryOf(evidence, new Date(at).toISOString().slice(0, 10));
  await formulationDb(db)
    .insertInto('problem_summary')
    .values({ problem_id: problemId, is_private: 0, ...row })
    .onConflict((conflict) => conflict.column('problem_id').doUpdateSet(row))
    .execute();
}

function summaryOf(evidence: Evidence, today: string) {
  const { problem, value, lastDecision } = evidence;
  const items = listG1Evidence(evidence, today);
  const open = countOpen(items);
  const { stations } = describeThread(evidence, items);
  const stateAt = (name: string) => stations.find(({ station }) => station === name)?.state ?? 'not_yet';
  return {
    title: problem.title,
    title_key: searchable(problem.title),
    phase: problem.phase,
    opportunity_state: stateAt('opportunity'),
    requirements_state: stateAt('requirements'),
    value_state: stateAt('value'),
    decision_state: stateAt('decision'),
    completeness: percent(items.length - open, items.length),
    open_items: open,
    at_stake: value.atStake && toJson(value.atStake),
    at_stake_rank: value.atStake ? decimalToNumber(value.atStake.amount) : -1,
    last_decision: lastDecision && toJson(briefly(lastDecision)),
    search_text: searchText(evidence),
    created_at: problem.created_at,
    changed_at: problem.changed_at,
    is_deleted: problem.deleted_at === null ? 0 : 1,
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

function searchText({ problem, opportunity, lastDecision }: Evidence): string {
  const decided = lastDecision ? [lastDecision.reasons, lastDecision.redirect?.text ?? ''] : [];
  return searchable([problem.title, ...Object.values(opportunity.texts), ...decided].join('\n'));
}

/** One form for what is written and what is looked for: SQLite itself folds no letters beyond ASCII. */
export function searchable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
