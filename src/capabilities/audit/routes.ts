import type { Context } from '../../platform/context/context.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { fromJson } from '../../platform/json.ts';
import { findLastCheckpoint, readVerifierKeys } from './checkpoint-folder.ts';
import {
  type AuditEvent,
  eraseAuditDetails,
  exportAuditTrail,
  getAuditHead,
  listAuditEvents,
  listProblemAudit,
} from './contract.ts';
import { eraseDetails } from './erase-details.ts';
import { exportStream } from './export-audit.ts';
import { countUnsealed, type EventFilter, type EventWithDetails, getHead, listEvents } from './queries.ts';

type Choice = Partial<
  Record<'subject_kind' | 'subject_id' | 'actor_id' | 'type' | 'from' | 'until' | 'cursor', string>
> & { limit: number };

export const auditRoutes: readonly Route[] = [
  route(listAuditEvents, (ctx, { query }) => eventPage(ctx, query, query.problem_id)),
  route(listProblemAudit, (ctx, { query, params }) => eventPage(ctx, query, params.problemId)),
  route(getAuditHead, async (ctx) => {
    const { sequence, hash } = await getHead(ctx.db);
    const last = await findLastCheckpoint(ctx.config.checkpointFolder);
    return {
      size: sequence,
      last_hash: hash,
      unsealed: await countUnsealed(ctx.db),
      last_checkpoint: last && { ...last.checkpoint, note: last.note },
      verifier_keys: await readVerifierKeys(ctx.config.checkpointFolder),
    };
  }),
  route(exportAuditTrail, async (ctx, { reply }) => {
    const file = `attachment; filename="audit-${new Date(ctx.clock.now()).toISOString().slice(0, 10)}.jsonl"`;
    return reply.header('content-disposition', file).type('application/jsonl').send(exportStream(ctx));
  }),
  route(eraseAuditDetails, (ctx, { body }) => eraseDetails(ctx, body)),
];

async function eventPage(ctx: Context, choice: Choice, problemId: string | undefined) {
  const { limit } = choice;
  // One more than asked tells whether there is a next page.
  const rows = await listEvents(ctx.db, filterOf(choice, problemId), limit + 1);
  const shown = rows.slice(0, limit);
  const head = await getHead(ctx.db);
  return {
    events: shown.map(auditEvent),
    next_cursor: rows.length > limit ? String(shown.at(-1)?.position) : null,
    size: head.sequence,
    unsealed: await countUnsealed(ctx.db),
  };
}

function filterOf(choice: Choice, problemId: string | undefined): EventFilter {
  const moment = (text: string | undefined) => (text === undefined ? undefined : new Date(text).toISOString());
  return {
    problemId,
    subjectKind: choice.subject_kind,
    subjectId: choice.subject_id,
    actorId: choice.actor_id,
    type: choice.type,
    from: moment(choice.from),
    until: moment(choice.until),
    before: choice.cursor === undefined ? undefined : Number(choice.cursor),
  };
}

function auditEvent(row: EventWithDetails): AuditEvent {
  const { id, at, type, actor_id, request_id, problem_id, sequence, hash } = row;
  return {
    id,
    at,
    type,
    actor_id,
    request_id,
    subject: { kind: row.subject_kind, id: row.subject_id },
    problem_id,
    sequence,
    hash,
    details: row.data === null ? null : fromJson<Record<string, unknown>>(row.data),
    details_erased_at: row.erased_at,
  };
}
