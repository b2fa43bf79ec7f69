import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { lineField, textField } from '../../platform/endpoint/text-field.ts';

const name = lineField({ max: 200, min: 1 });
const hexHash = z.string().regex(/^[0-9a-f]{64}$/);

const auditEventSchema = z
  .strictObject({
    id: z.string(),
    at: z.string().meta({ description: 'UTC, RFC 3339 with milliseconds; the exact text that is hashed' }),
    type: z.string().meta({ description: 'What happened, in the past tense: `opportunity.written`' }),
    actorId: z.string().meta({ description: 'The id of a person, or `system`; no name' }),
    requestId: z.string(),
    subject: z.strictObject({ kind: z.string(), id: z.string() }),
    problemId: z.string().nullable().meta({ description: 'null: about the installation, not about one problem' }),
    sequence: z.int().nullable().meta({ description: 'Place in the chain, from 1; null until sealed' }),
    hash: hexHash.nullable().meta({ description: 'SHA-256 over the event and the hash before it; null until sealed' }),
    details: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({ description: 'Facts of the change; null where there are none or they were erased' }),
    detailsErasedAt: z.string().nullable(),
  })
  .meta({ description: 'One thing that happened' });

export type AuditEvent = z.output<typeof auditEventSchema>;

const paging = {
  cursor: z
    .exactOptional(
      z.string().regex(/^\d{1,15}$/, {
        error: inBoth(
          'A cursor is the nextCursor of an earlier answer',
          'Een cursor is de nextCursor van een eerder antwoord',
        ),
      }),
    )
    .meta({ description: 'The nextCursor of an earlier answer' }),
  limit: z.coerce.number().int().min(1).max(500).default(100),
};
const moment = z.iso.datetime({
  offset: true,
  error: inBoth('A moment is written as 2026-01-31T09:00:00Z', 'Een moment wordt geschreven als 2026-01-31T09:00:00Z'),
});
const choice = {
  subjectKind: z.exactOptional(name),
  subjectId: z.exactOptional(name),
  actorId: z.exactOptional(name),
  type: z.exactOptional(name).meta({ description: 'The whole type: `opportunity.written`' }),
  from: z.exactOptional(moment).meta({ description: 'From this moment on' }),
  until: z.exactOptional(moment).meta({ description: 'Before this moment' }),
};

const eventPage = z.strictObject({
  events: z.array(auditEventSchema).meta({ description: 'Newest first; those not sealed yet are among them' }),
  nextCursor: z.string().nullable().meta({ description: 'null: there is nothing older' }),
  size: z.int().meta({ description: 'Events in the chain, of all problems' }),
  unsealed: z.int().meta({ description: 'Events, of all problems, that are not in the chain yet' }),
});

export const listAuditEvents = defineEndpoint({
  id: 'listAuditEvents',
  method: 'GET',
  path: '/api/audit/events',
  permission: 'audit.read',
  summary: 'Who did what, newest first, of the whole installation but the private problems you have no role in.',
  query: z.strictObject({ problemId: z.exactOptional(name), ...choice, ...paging }),
  answer: eventPage,
  cli: { command: 'audit list' },
});

export const listProblemAudit = defineEndpoint({
  id: 'listProblemAudit',
  method: 'GET',
  path: '/api/problems/:problemId/audit',
  permission: 'problem.audit',
  summary: 'Who did what in one problem, newest first.',
  params: z.object({ problemId: name }),
  query: z.strictObject({ ...choice, ...paging }),
  answer: eventPage,
  cli: { command: 'problem audit' },
});

export const getAuditHead = defineEndpoint({
  id: 'getAuditHead',
  method: 'GET',
  path: '/api/audit/head',
  permission: 'audit.read',
  summary: 'Where the audit chain ends, and how far a signed checkpoint outside the database attests it.',
  answer: z.strictObject({
    size: z.int().meta({ description: 'Events in the chain' }),
    lastHash: hexHash.meta({ description: 'Hash of the last of them; zeros for an empty chain' }),
    unsealed: z.int().meta({ description: 'Events that wait for the sealer' }),
    lastCheckpoint: z
      .strictObject({
        origin: z.string(),
        size: z.int(),
        root: z.string().meta({ description: 'Merkle root (RFC 6962), base64' }),
        note: z.string().meta({ description: 'The signed note (C2SP tlog-checkpoint), to be kept elsewhere' }),
      })
      .nullable(),
    verifierKeys: z.array(z.string()).meta({ description: 'The keys that check the notes' }),
  }),
  cli: { command: 'audit head' },
});

export const exportAuditTrail = defineEndpoint({
  id: 'exportAuditTrail',
  method: 'GET',
  path: '/api/audit/export',
  permission: 'audit.read',
  summary:
    'The whole trail as JSON Lines, private problems included, to verify it without the database; itself on record.',
  answer: z.string().meta({ description: 'application/jsonl: a header, every sealed event, then the unsealed ones' }),
});

export const eraseAuditDetails = defineEndpoint({
  id: 'eraseAuditDetails',
  method: 'POST',
  path: '/api/audit/erasures',
  permission: 'organisation.administer',
  summary: 'Erases the details of events for good; the events themselves stay, and the chain goes on holding.',
  body: z.strictObject({
    eventIds: z.array(name).min(1).max(500),
    reason: textField({ max: 1000, min: 1 }).meta({ description: 'Why, without personal data' }),
  }),
  answer: z.strictObject({ erased: z.int().meta({ description: 'Events that still had details' }) }),
});
