import { type Route, route } from '../../platform/http/route.ts';
import { askerIn } from './asker-in.ts';
import * as contract from './contract.ts';
import { editComment } from './edit-comment.ts';
import { eraseComment } from './erase-comment.ts';
import { listEarlierTexts } from './list-earlier-texts.ts';
import { countThreads, listThreads } from './list-threads.ts';
import { beginThread } from './open-thread.ts';
import { getThread, listCommentsOf } from './queries.ts';
import { removeComment, restoreComment } from './remove-comment.ts';
import { reopenThread, resolveThread } from './resolve-thread.ts';
import { showThread } from './show-thread.ts';
import { writeComment } from './write-comment.ts';

const threads: readonly Route[] = [
  route(contract.listThreads, (ctx, { params, query }) => listThreads(ctx, { ...params, ...query })),
  route(contract.countThreads, (ctx, { params }) => countThreads(ctx, params)),
  route(contract.openThread, (ctx, { params, body }) => beginThread(ctx, { ...params, ...body })),
  route(contract.showThread, (ctx, { params }) => showThread(ctx, params)),
  route(contract.resolveThread, (ctx, { params, version }) => resolveThread(ctx, { ...params, version })),
  route(contract.reopenThread, (ctx, { params, version }) => reopenThread(ctx, { ...params, version })),
];

const comments: readonly Route[] = [
  route(contract.listComments, async (ctx, { params, query }) => {
    await askerIn(ctx, ctx.db, params.problemId);
    await getThread(ctx.db, params);
    return listCommentsOf(ctx.db, { threadId: params.threadId, ...query });
  }),
  route(contract.writeComment, (ctx, { params, body: { text, verdict = null } }) =>
    writeComment(ctx, { ...params, text, verdict }),
  ),
  route(contract.editComment, (ctx, { params, body, version }) => editComment(ctx, { ...params, ...body, version })),
  route(contract.removeComment, (ctx, { params }) => removeComment(ctx, params)),
  route(contract.restoreComment, (ctx, { params }) => restoreComment(ctx, params)),
  route(contract.eraseComment, (ctx, { params }) => eraseComment(ctx, params)),
  route(contract.listEarlierTexts, (ctx, { params }) => listEarlierTexts(ctx, params)),
];

export const conversationRoutes: readonly Route[] = [...threads, ...comments];
