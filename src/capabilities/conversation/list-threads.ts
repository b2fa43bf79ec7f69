import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import type { Answer } from '../../platform/endpoint/define-endpoint.ts';
import { askerIn } from './asker-in.ts';
import type { countThreads as countEndpoint, listThreads as listEndpoint } from './contract.ts';
import { asThreads } from './show-thread.ts';
import { conversationDb } from './tables.ts';
import { readCursor, writeCursor } from './thread-cursor.ts';

type Asked = z.output<NonNullable<typeof listEndpoint.query>> & { problemId: string };

export async function listThreads(ctx: Context, asked: Asked): Promise<Answer<typeof listEndpoint>> {
  const asker = await askerIn(ctx, ctx.db, asked.problemId);
  const rows = await threadsAsked(ctx.db, asked, asker.userId).execute();
  const page = rows.slice(0, asked.limit);
  const last = page.at(-1);
  const next = rows.length > asked.limit && last ? writeCursor({ lastAt: last.last_at, id: last.id }) : null;
  return { threads: await asThreads(ctx, page, asker), next };
}

/** Each filter has an index that also gives the order, so that a page costs the same in a conversation of any size. */
export function threadsAsked(db: AnyDb, asked: Asked, userId: string) {
  const { state, kind, anchorKind, anchorId, anchorField, cursor } = asked;
  const after = cursor === undefined ? null : readCursor(cursor);
  return conversationDb(db)
    .selectFrom('conversation_thread')
    .selectAll()
    .where('problem_id', '=', asked.problemId)
    .where('shown_count', '>', 0)
    .$if(state !== 'all', (query) => query.where('state', '=', state as 'open'))
    .$if(kind !== undefined, (query) => query.where('kind', '=', sql.lit(kind ?? 'remark')))
    .$if(anchorKind !== undefined, (query) => query.where('anchor_kind', '=', anchorKind ?? ''))
    .$if(anchorId !== undefined, (query) => query.where('anchor_id', '=', anchorId ?? ''))
    .$if(anchorField !== undefined, (query) => query.where('anchor_field', '=', anchorField ?? ''))
    .$if(asked.of === 'me', (query) => query.where('id', 'in', threadsOf(db, userId)))
    .$if(after !== null, (query) => query.where(sql<boolean>`(last_at, id) < (${after?.lastAt}, ${after?.id})`))
    .orderBy('last_at', 'desc')
    .orderBy('id', 'desc')
    .limit(asked.limit + 1);
}

function threadsOf(db: AnyDb, userId: string) {
  return conversationDb(db).selectFrom('conversation_participant').select('thread_id').where('user_id', '=', userId);
}

export async function countThreads(
  ctx: Context,
  { problemId }: { problemId: string },
): Promise<Answer<typeof countEndpoint>> {
  await askerIn(ctx, ctx.db, problemId);
  const rows = await conversationDb(ctx.db)
    .selectFrom('conversation_thread')
    .select(['anchor_kind', 'anchor_id', 'anchor_field'])
    .select([
      sql<number>`sum(case when state = 'open' then 1 else 0 end)`.as('open'),
      sql<number>`sum(case when state = 'open' and kind = 'steering' then 1 else 0 end)`.as('steering'),
      sql<number>`sum(case when state = 'resolved' then 1 else 0 end)`.as('resolved'),
      sql<number>`sum(case when state = 'open' then shown_count else 0 end)`.as('comments'),
    ])
    .where('problem_id', '=', problemId)
    .where('shown_count', '>', 0)
    .groupBy(['anchor_kind', 'anchor_id', 'anchor_field'])
    .orderBy('anchor_kind')
    .orderBy('anchor_id')
    .orderBy('anchor_field')
    .execute();
  return {
    counts: rows.map(({ anchor_kind: kind, anchor_id: id, anchor_field, open, steering, resolved, comments }) => ({
      anchor: {
        kind,
        id,
        field: anchor_field || null,
      },
      open,
      steering,
      resolved,
      comments,
    })),
  };
}
