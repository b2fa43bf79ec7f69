import { type Route, route } from '../../platform/http/route.ts';
import { addLink, uploadAttachment } from './add-attachment.ts';
import { listAttachmentsOf } from './attachment-queries.ts';
import * as contract from './contract.ts';
import { importOnePager, previewOnePager } from './import-one-pager.ts';
import { listPlaces } from './list-places.ts';
import { listSimilarProblems } from './list-similar-problems.ts';
import { getProblem } from './problem-queries.ts';
import { removeAttachment } from './remove-attachment.ts';
import { restoreAttachment } from './restore-attachment.ts';
import { sendAttachment } from './send-attachment.ts';

/** What stands beside the texts of the opportunity: evidence, problems that are alike, a one-pager that fills it. */
export const opportunityExtraRoutes: readonly Route[] = [
  route(contract.listAttachments, async (ctx, { params }) => {
    await getProblem(ctx.db, params.problemId);
    return { attachments: await listAttachmentsOf(ctx.db, params.problemId) };
  }),
  route(contract.addLink, (ctx, { params, body }) => addLink(ctx, { ...params, ...body })),
  route(contract.uploadAttachment, (ctx, { params, query, raw }) =>
    uploadAttachment(ctx, { ...params, ...query, content: raw.body }),
  ),
  route(contract.downloadAttachment, (ctx, { params, reply }) => sendAttachment(ctx, params, reply)),
  route(contract.removeAttachment, (ctx, { params }) => removeAttachment(ctx, params)),
  route(contract.restoreAttachment, (ctx, { params }) => restoreAttachment(ctx, params)),
  route(contract.listPlaces, (ctx, { params }) => listPlaces(ctx, params.problemId)),
  route(contract.listSimilarProblems, (ctx, { query }) => listSimilarProblems(ctx, query)),
  route(contract.previewOnePager, (ctx, { params, body }) => previewOnePager(ctx.db, { ...params, ...body })),
  route(contract.importOnePager, (ctx, { params, body, version }) =>
    importOnePager(ctx, { ...params, ...body, version }),
  ),
];
