import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import type { Approach, ApproachFields, Board } from './approach-contract.ts';
import { getApproach, listApproaches } from './approach-queries.ts';
import { refuseBeforeData } from './board-access.ts';
import { frameworksErrors } from './errors.ts';
import { findTask } from '../formulation/index.ts';
import { suggestionsFor } from './shipped/shipped-suggestions.ts';
import { inLanguage, showBoard } from './show-board.ts';
import { frameworksDb } from './tables.ts';

const most = 30;

/** An approach of the team's own, at the end of the board. */
export async function createApproach(
  ctx: Context,
  { problemId, fields }: { problemId: string; fields: ApproachFields },
): Promise<Approach> {
  const approachId = await change(ctx, async (tx) => {
    await refuseBeforeData(tx.db, problemId);
    return insertApproach(ctx, tx, { problemId, fields, suggestion: null });
  });
  return getApproach(ctx.db, { problemId, approachId });
}

/** Suggestions as the team's own cards, to change as they like; one that is on the board already stays as it is. */
export async function takeSuggestions(
  ctx: Context,
  { problemId, keys }: { problemId: string; keys: readonly string[] },
): Promise<Board> {
  const offered = suggestionsFor(await findTask(ctx.db, problemId));
  const unknown = keys.filter((key) => !offered.some((each) => each.key === key));
  if (unknown.length > 0) throw frameworksErrors.unknownSuggestion({ keys: unknown });
  const taken = new Set((await listApproaches(ctx.db, problemId)).map(({ suggestion }) => suggestion));
  const wanted = offered.filter(({ key }) => keys.includes(key) && !taken.has(key));
  await refuseBeforeData(ctx.db, problemId);
  if (wanted.length > 0)
    await change(ctx, async (tx) => {
      await refuseBeforeData(tx.db, problemId);
      for (const suggestion of wanted) {
        const { key, ...fields } = inLanguage(suggestion, ctx.locale);
        await insertApproach(ctx, tx, { problemId, fields, suggestion: key });
      }
    });
  return showBoard(ctx, problemId);
}

interface NewApproach {
  problemId: string;
  fields: ApproachFields;
  suggestion: string | null;
}

async function insertApproach(ctx: Context, tx: Tx, { problemId, fields, suggestion }: NewApproach): Promise<string> {
  const present = await listApproaches(tx.db, problemId);
  if (present.length >= most) throw frameworksErrors.tooMany({ limit: most });
  const id = newId(tx.now);
  await frameworksDb(tx.db)
    .insertInto('approach')
    .values({
      id,
      problem_id: problemId,
      ...fields,
      suggestion,
      position: await nextPosition(tx, problemId),
      version: 1,
      created_by: ctx.actor.userId,
      removed_at: null,
    })
    .execute();
  const data = suggestion === null ? {} : { suggestion };
  tx.record({ type: 'approach.created', subject: { kind: 'approach', id }, problemId, data });
  return id;
}

/** After everything else, removed ones included, so that a restored one finds its place. */
async function nextPosition({ db }: Tx, problemId: string): Promise<number> {
  const { last } = await frameworksDb(db)
    .selectFrom('approach')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('problem_id', '=', problemId)
    .executeTakeFirstOrThrow();
  return last === null ? 0 : last + 1;
}
