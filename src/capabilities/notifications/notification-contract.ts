import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, textField } from '../../platform/endpoint/text-field.ts';

export const notificationKinds = [
  'mentioned',
  'commented',
  'steering_waits',
  'steering_answered',
  'steering_closed',
  'role_given',
  'role_waits',
  'role_confirmed',
  'role_refused',
  'role_taken',
  'role_taken_of_another',
  'role_delegated',
  'item_assigned',
  'gate_proposed',
  'gate_waived',
  'decision_recorded',
  'condition_assigned',
  'condition_soon',
  'condition_due',
  'condition_overdue',
  'framework_alarm',
  'finding_waits',
  'finding_answered',
  'contract_failed',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

export const aboutSchema = z.object({
  anchor: z
    .object({ kind: z.string(), id: z.string(), field: z.string().nullable() })
    .nullable()
    .meta({ description: 'Where the conversation stands; null where it is about something else' }),
  subject: z.object({ kind: z.string(), id: z.string() }).meta({ description: 'What the event was about' }),
  roles: z.array(z.string()).meta({ description: 'Roles that it is about' }),
});
export type About = z.infer<typeof aboutSchema>;

const moment = (description: string) => z.int().meta({ description: `${description}; epoch milliseconds, UTC` });

export const notificationSchema = z.object({
  id: z.string(),
  kind: z.enum(notificationKinds).meta({ description: 'What it is to you' }),
  problemId: z.string().nullable().meta({ description: 'null: it is about no one problem' }),
  problemTitle: z.string().nullable().meta({ description: 'null: the problem was deleted, or there is none' }),
  actorId: z.string().meta({ description: 'Who did it; system for Peil itself' }),
  about: aboutSchema,
  place: z
    .string()
    .nullable()
    .meta({ description: 'What the conversation is about, in your language; null where it is no conversation' }),
  at: moment('When it happened'),
  isRead: z.boolean(),
});
export type Notification = z.infer<typeof notificationSchema>;

export const listNotifications = defineEndpoint({
  id: 'listNotifications',
  method: 'GET',
  path: '/api/notifications',
  permission: 'self',
  summary: 'What you must know of, the latest first, a page at a time.',
  query: z.object({
    show: z.enum(['all', 'unread']).default('all'),
    cursor: z.exactOptional(textField({ max: 300 })).meta({ description: 'The `next` of the page before' }),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  answer: z.object({
    notifications: z.array(notificationSchema),
    next: z.string().nullable().meta({ description: 'Cursor of the next page; null when this is the last' }),
  }),
  cli: { command: 'notification list' },
});

export const countUnread = defineEndpoint({
  id: 'countUnread',
  method: 'GET',
  path: '/api/notifications/unread',
  permission: 'self',
  summary: 'How many of your notifications are unread.',
  answer: z.object({ unread: z.int().meta({ description: 'Counted up to 1,000' }) }),
  cli: { command: 'notification count' },
});

const ids = z.array(idField).min(1).max(100).meta({ description: 'Ids of notifications of yours' });

export const markRead = defineEndpoint({
  id: 'markRead',
  method: 'POST',
  path: '/api/notifications/mark-read',
  permission: 'self',
  summary: 'Marks some of your notifications as read, or all of them; the moment undoes it.',
  body: z.strictObject({ ids: z.exactOptional(ids) }),
  answer: z.object({
    marked: z.int().meta({ description: 'How many were unread' }),
    markedAt: moment('The moment that stands for this in mark-unread'),
  }),
  cli: { command: 'notification read' },
});

export const markUnread = defineEndpoint({
  id: 'markUnread',
  method: 'POST',
  path: '/api/notifications/mark-unread',
  permission: 'self',
  summary: 'Marks notifications of yours as unread: some, or those that were marked as read at one moment.',
  body: z.union([
    z.strictObject({ ids }),
    z.strictObject({ markedAt: z.int().min(0).meta({ description: 'As mark-read answered it' }) }),
  ]),
  answer: z.object({ marked: z.int() }),
  cli: { command: 'notification unread' },
});
