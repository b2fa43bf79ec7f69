import type { Context } from '../../platform/context/context.ts';
import { fromJson } from '../../platform/json.ts';
import { onlyReadable, readableProblems } from '../identity/index.ts';
import type { ProblemSummary } from './problem-contract.ts';
import { inTitle, stemsOf } from './similar-words.ts';
import type { SimilarProblem } from './similar-contract.ts';
import { formulationDb } from './tables.ts';

const shown = 5;
/** Of those that are most alike, some may have been deleted. */
const looked = 50;

/**
 * Problems that share words with a text: the stems of its words are looked up in `problem_word`, which the projection
 * keeps by the same form of writing as the keys of the search, and their weights added up. (Looking for each stem in
 * `title_key` and `opportunity_key` themselves reads every text of every problem: a second and more at 10,000 problems.)
 */
export async function listSimilarProblems(
  ctx: Context,
  { text, except = null }: { text: string; except?: string | null },
): Promise<{ problems: SimilarProblem[] }> {
  const stems = stemsOf(text);
  if (stems.length === 0) return { problems: [] };
  const readable = await readableProblems(ctx);
  const rows = await formulationDb(ctx.db)
    .selectFrom((eb) =>
      eb
        .selectFrom('problem_word')
        .select('problem_id')
        .select((column) => column.fn.sum<number>('weight').as('score'))
        .where('stem', 'in', stems)
        .where('problem_id', '!=', except ?? '')
        .where(onlyReadable(readable, 'problem_id'))
        .groupBy('problem_id')
        .having((column) => column.fn.sum<number>('weight'), '>=', leastScore(stems.length))
        .orderBy('score', 'desc')
        .orderBy('problem_id', 'desc')
        .limit(looked)
        .as('alike'),
    )
    .innerJoin('problem_summary', 'problem_summary.problem_id', 'alike.problem_id')
    .select(['problem_summary.problem_id', 'title', 'phase', 'last_decision'])
    .where('is_deleted', '=', 0)
    .orderBy('score', 'desc')
    .orderBy('problem_summary.problem_id', 'desc')
    .limit(shown)
    .execute();
  return {
    problems: rows.map(({ problem_id: id, title, phase, last_decision }) => ({
      id,
      title,
      phase,
      ...whyStopped(phase, last_decision),
    })),
  };
}

/** Of many words two must be shared, and of a long text a third; a single word counts where it is in a title. */
function leastScore(stems: number): number {
  return stems <= 2 ? inTitle : Math.max(inTitle, Math.ceil(stems / 3));
}

function whyStopped(phase: string, lastDecision: string | null): Pick<SimilarProblem, 'reasons' | 'redirect'> {
  if (phase !== 'stopped' || lastDecision === null) return { reasons: null, redirect: null };
  const { reasons, redirect } = fromJson<NonNullable<ProblemSummary['lastDecision']>>(lastDecision);
  return { reasons, redirect };
}
