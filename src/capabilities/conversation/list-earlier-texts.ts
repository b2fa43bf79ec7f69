import type { Context } from '../../platform/context/context.ts';
import type { Answer } from '../../platform/endpoint/define-endpoint.ts';
import { askerIn } from './asker-in.ts';
import type { listEarlierTexts as endpoint } from './contract.ts';
import { getComment } from './queries.ts';
import { conversationDb } from './tables.ts';

/** Of a comment that was removed, its writer took back what it said earlier too. */
export async function listEarlierTexts(
  ctx: Context,
  place: { problemId: string; commentId: string },
): Promise<Answer<typeof endpoint>> {
  await askerIn(ctx, ctx.db, place.problemId);
  const { removed_at } = await getComment(ctx.db, place);
  if (removed_at !== null) return { texts: [] };
  const texts = await conversationDb(ctx.db)
    .selectFrom('conversation_earlier_text')
    .select(['version', 'text', 'written_at as writtenAt'])
    .where('comment_id', '=', place.commentId)
    .orderBy('version', 'desc')
    .limit(100)
    .execute();
  return { texts };
}
