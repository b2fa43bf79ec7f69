import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';
import { isPersonal, onlyReadable, readableProblems } from '../identity/index.ts';
import { showPolicies, versionIn } from './policies.ts';
import type { PolicyGate, PolicyUses } from './policy-contract.ts';
import { decisionsDb } from './tables.ts';

/** The titles of these problems, of those that are not deleted; known above this capability, so it is handed in. */
export type TitlesOf = (db: AnyDb, problemIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;

const most = 100;

/** What was decided, and what lies open, under one version: of the problems that the asker can see. */
export async function listPolicyUses(ctx: Context, version: number, titlesOf: TitlesOf): Promise<PolicyUses> {
  const { versions } = await showPolicies(ctx.db, await isPersonal(ctx));
  const { document } = versionIn(versions, version);
  // As it stands with whatever was proposed under it, letter for letter.
  const policy = toJson({ name: document.name, version });
  const mayRead = onlyReadable(await readableProblems(ctx), 'problem_id');
  const decided = await decisionsDb(ctx.db)
    .selectFrom('decision')
    .select(['id', 'problem_id as problemId', 'gate', 'outcome', 'at'])
    .where('policy', '=', policy)
    .where(mayRead)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();
  const proposed = await decisionsDb(ctx.db)
    .selectFrom('gate_proposal')
    .select(['id', 'problem_id as problemId', 'gate', 'at'])
    .where('policy', '=', policy)
    .where('state', '=', 'open')
    .where(mayRead)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();
  const titles = await titlesOf(
    ctx.db,
    [...decided, ...proposed].map(({ problemId }) => problemId),
  );
  const withTitle = <Row extends { problemId: string; gate: string }>(rows: readonly Row[]) =>
    rows.flatMap((row) => {
      const title = titles.get(row.problemId);
      return title === undefined ? [] : [{ ...row, gate: row.gate as PolicyGate, title }];
    });
  return { decisions: withTitle(decided), proposals: withTitle(proposed) };
}
