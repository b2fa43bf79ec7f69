import type { RawBuilder } from 'kysely';
import { change } from '../../platform/context/change.ts';
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
  Record<'subjectKind' | 'subjectId' | 'actorId' | 'type' | 'from' | 'until' | 'cursor', string>
> & { limit: number };

/** Holds a column with a problem's id to what the actor may read; the composition root hands in identity's. */
type OnlyReadable = (ctx: Context, column: string) => Promise<RawBuilder<boolean>>;

export const auditRoutes = (onlyReadable: OnlyReadable): readonly Route[] => [
  route(listAuditEvents, async (ctx, { query }) =>
    eventPage(ctx, query, { problemId: query.problemId, readable: await onlyReadable(ctx, 'problem_id') }),
  ),
  route(listProblemAudit, (ctx, { query, params }) => eventPage(ctx, query, { problemId: params.problemId })),
  route(getAuditHead, async (ctx) => {
    const { sequence, hash } = await getHead(ctx.db);
    const last = await findLastCheckpoint(ctx.config.checkpointFolder);
    return {
      size: sequence,
      lastHash: hash,
      unsealed: await countUnsealed(ctx.db),
      lastCheckpoint: last && { ...last.checkpoint, note: last.note },
      verifierKeys: await readVerifierKeys(ctx.config.checkpointFolder),
    };
  }),
  route(exportAuditTrail, async (ctx, { reply }) => {
    await recordExport(ctx);
    const file = `attachment; filename="audit-${new Date(ctx.clock.now()).toISOString().slice(0, 10)}.jsonl"`;
    return reply.header('content-disposition', file).type('application/jsonl').send(exportStream(ctx));
  }),
  route(eraseAuditDetails, (ctx, { body }) => eraseDetails(ctx, body)),
];

/** The export is whole, private problems included, or it could not be verified: so everybody can see who took it. */
function recordExport(ctx: Context): Promise<void> {
  return change(ctx, async (tx) =>
    tx.record({ type: 'audit.exported', subject: { kind: 'installation', id: 'peil' }, problemId: null }),
  );
}

async function eventPage(ctx: Context, choice: Choice, of: Pick<EventFilter, 'problemId' | 'readable'>) {
  const { limit } = choice;
  // One more than asked tells whether there is a next page.
  const rows = await listEvents(ctx.db, { ...filterOf(choice), ...of }, limit + 1);
  const shown = rows.slice(0, limit);
  const head = await getHead(ctx.db);
  return {
    events: shown.map(auditEvent),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.position) : null,
    size: head.sequence,
    unsealed: await countUnsealed(ctx.db),
  };
}

function filterOf(choice: Choice): EventFilter {
  const moment = (text: string | undefined) => (text === undefined ? undefined : new Date(text).toISOString());
  return {
    subjectKind: choice.subjectKind,
    subjectId: choice.subjectId,
    actorId: choice.actorId,
    type: choice.type,
    from: moment(choice.from),
    until: moment(choice.until),
    before: choice.cursor === undefined ? undefined : Number(choice.cursor),
  };
}

function auditEvent(row: EventWithDetails): AuditEvent {
  const { id, at, type, sequence, hash } = row;
  return {
    id,
    at,
    type,
    actorId: row.actor_id,
    requestId: row.request_id,
    subject: { kind: row.subject_kind, id: row.subject_id },
    problemId: row.problem_id,
    sequence,
    hash,
    details: row.data === null ? null : fromJson<Record<string, unknown>>(row.data),
    detailsErasedAt: row.erased_at,
  };
}
