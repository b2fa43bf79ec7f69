import { sql } from 'kysely';
import type { Context } from '../../../platform/context/context.ts';
import type { AnyDb } from '../../../platform/db/database.ts';
import { searchable } from '../../../platform/text/searchable.ts';
import { defaultExperimentId } from '../default-experiment.ts';
import type { WaitingExperiment } from '../inbox-contract.ts';
import type { Proposal } from '../shared-contract.ts';
import { rulesFor } from '../naming/name-pattern.ts';
import { listRulesForActor, type TitledRule } from '../naming/naming-rule-queries.ts';
import { trackingDb } from '../tables.ts';

interface Asked {
  /** words that are in the name, or empty */
  text: string;
  limit: number;
  /** only those before this one, the newest first */
  cursor: string | undefined;
}

/** What was logged before anybody said to which problem it belongs, the newest first. Every member sees it. */
export async function listWaitingExperiments(
  ctx: Context,
  { text, limit, cursor }: Asked,
): Promise<{ experiments: WaitingExperiment[]; next: string | null }> {
  let query = waiting(ctx.db)
    .orderBy('experiment.id', 'desc')
    .limit(limit + 1);
  if (cursor !== undefined && /^\d{1,9}$/.test(cursor)) query = query.where('experiment.id', '<', Number(cursor));
  if (text !== '')
    query = query.where(sql<boolean>`lower(experiment.name) like ${`%${escaped(searchable(text))}%`} escape '\\'`);
  const rows = await query.selectAll('experiment').execute();
  const shown = rows.slice(0, limit);
  const [runs, rules] = await Promise.all([
    countRuns(
      ctx.db,
      shown.map(({ id }) => id),
    ),
    listRulesForActor(ctx),
  ]);
  const experiments = shown.map(({ id, name, created_by, created_at }) => ({
    id: String(id),
    name,
    createdBy: created_by,
    createdAt: created_at,
    isDefault: id === defaultExperimentId,
    ...(runs.get(id) ?? { runs: 0, lastRunAt: null }),
    proposals: id === defaultExperimentId ? [] : proposalsFor(rules, name),
  }));
  const last = shown.at(-1);
  return { experiments, next: rows.length > limit && last ? String(last.id) : null };
}

export const proposalsFor = (rules: readonly TitledRule[], name: string): Proposal[] =>
  rulesFor(rules, name).map(({ problemId, problemTitle, pattern }) => ({ problemId, problemTitle, pattern }));

const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, (character) => `\\${character}`);

/** Default only where something is in it. */
const waiting = (db: AnyDb) =>
  trackingDb(db)
    .selectFrom('experiment')
    .where('experiment.problem_id', 'is', null)
    .where('experiment.deleted_at', 'is', null)
    .where((is) =>
      is.or([
        is('experiment.id', '<>', defaultExperimentId),
        is.exists(
          is
            .selectFrom('run')
            .select('run.id')
            .where('run.experiment_id', '=', defaultExperimentId)
            .where('run.deleted_at', 'is', null),
        ),
      ]),
    );

type Counted = Pick<WaitingExperiment, 'runs' | 'lastRunAt'>;

async function countRuns(db: AnyDb, ids: readonly number[]): Promise<Map<number, Counted>> {
  if (ids.length === 0) return new Map();
  const rows = await trackingDb(db)
    .selectFrom('run')
    .select((of) => ['experiment_id', of.fn.countAll<number>().as('runs'), of.fn.max('created_at').as('last')])
    .where('experiment_id', 'in', ids)
    .where('deleted_at', 'is', null)
    .groupBy('experiment_id')
    .execute();
  return new Map(rows.map(({ experiment_id, runs, last }) => [experiment_id, { runs, lastRunAt: last }]));
}

/** How many experiments wait, and of how many a naming rule of this problem says that they belong to it. */
export async function countWaiting(
  ctx: Context,
  problemId: string | null,
): Promise<{ experiments: number; proposed: number }> {
  const names = await waiting(ctx.db).select(['experiment.id', 'experiment.name']).execute();
  if (problemId === null) return { experiments: names.length, proposed: 0 };
  const rules = await listRulesForActor(ctx);
  const proposed = names.filter(
    ({ id, name }) => id !== defaultExperimentId && rulesFor(rules, name).some((rule) => rule.problemId === problemId),
  );
  return { experiments: names.length, proposed: proposed.length };
}
