import { z } from 'zod';
import { inBoth, oneFieldAtLeast } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, lineField, textField } from '../../platform/endpoint/text-field.ts';

/** The addresses and shapes of webhooks. */

export const deliveryStates = ['waiting', 'delivered', 'failed', 'withheld'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

const permission = 'organisation.administer';
const moment = (description: string) => z.int().meta({ description: `${description}; epoch milliseconds, UTC` });

const typeField = textField({ max: 100, min: 1 }).refine((text) => /^[a-z][a-z_]*(\.[a-z][a-z_]*)+$/.test(text), {
  error: inBoth(
    'This is no type of event, such as decision.recorded',
    'Dit is geen soort gebeurtenis, zoals decision.recorded',
  ),
});

const fields = {
  name: lineField({ max: 100, min: 1 }).meta({ description: 'What you call it' }),
  url: lineField({ max: 2000, min: 1 }).meta({
    description: 'https, or http to this machine only; no address of a private network unless --webhook-host names it',
  }),
  types: z.array(typeField).min(1).max(200).nullable().meta({
    description: 'Types of events that are sent, such as decision.recorded; null: all',
  }),
  includesPrivate: z.boolean().meta({ description: 'Events of private problems are sent too' }),
  includesWords: z.boolean().meta({
    description:
      'What people wrote themselves, such as remarks, reasons and names, is sent too; else ids, kinds, days and numbers alone',
  }),
  isActive: z.boolean().meta({ description: 'false: nothing is sent, and nothing is kept to be sent' }),
};
export interface WebhookFields {
  name: string;
  url: string;
  types: string[] | null;
  includesPrivate: boolean;
  includesWords: boolean;
  isActive: boolean;
}

export const webhookSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    url: z.string(),
    types: z.array(z.string()).nullable(),
    includesPrivate: z.boolean(),
    includesWords: z.boolean(),
    isActive: z.boolean(),
    pausedAt: moment('Since when nothing is sent because it failed for too long; null: it is not paused').nullable(),
    waiting: z.int().meta({ description: 'Events that are still to be sent' }),
    version: z.int(),
    createdAt: moment('When it was added'),
    changedAt: moment('When it was last changed'),
  })
  .meta({ id: 'Webhook' });
export type Webhook = z.infer<typeof webhookSchema>;

const secretField = z.string().meta({ description: 'Signs what is sent; told this once' });
const withSecret = z.object({ webhook: webhookSchema, secret: secretField });

export const deliverySchema = z
  .object({
    id: z.string(),
    eventId: z.string().meta({ description: 'Also the header webhook-id: the same for every attempt' }),
    type: z.string(),
    problemId: z.string().nullable(),
    at: moment('When it happened'),
    state: z.enum(deliveryStates).meta({
      description: 'withheld: the webhook was switched off, or the problem became private, before it was sent',
    }),
    attempts: z.int(),
    nextAt: moment('When it is tried again; null: it is not').nullable(),
    attemptedAt: moment('When it was last tried').nullable(),
    status: z.int().nullable().meta({ description: 'Status of the answer over HTTP; null: no answer came' }),
    answer: z.string().meta({ description: 'The beginning of the answer, or why there is none' }),
  })
  .meta({ id: 'Delivery' });
export type Delivery = z.infer<typeof deliverySchema>;

const webhookId = idField.meta({ description: 'Id of the webhook' });
const params = z.object({ webhookId });
const deliveryParams = z.object({ webhookId, deliveryId: idField.meta({ description: 'Id of the delivery' }) });

export const listWebhooks = defineEndpoint({
  id: 'listWebhooks',
  method: 'GET',
  path: '/api/webhooks',
  permission,
  summary: 'Every webhook, by name, without its secret.',
  answer: z.object({ webhooks: z.array(webhookSchema) }),
  cli: { command: 'webhook list' },
});

export const createWebhook = defineEndpoint({
  id: 'createWebhook',
  method: 'POST',
  path: '/api/webhooks',
  permission,
  summary:
    'Adds an address that is told of events by ids, kinds, days and numbers, signed with a secret that is shown this once.',
  body: z.strictObject({
    name: fields.name,
    url: fields.url,
    types: fields.types.default(null),
    includesPrivate: fields.includesPrivate.default(false),
    includesWords: fields.includesWords.default(false),
    isActive: fields.isActive.default(true),
  }),
  answer: withSecret,
  status: 201,
  cli: { command: 'webhook create' },
});

export const readWebhook = defineEndpoint({
  id: 'readWebhook',
  method: 'GET',
  path: '/api/webhooks/:webhookId',
  permission,
  summary: 'One webhook, without its secret.',
  params,
  answer: webhookSchema,
  cli: { command: 'webhook show' },
});

export const editWebhook = defineEndpoint({
  id: 'editWebhook',
  method: 'PATCH',
  path: '/api/webhooks/:webhookId',
  permission,
  summary: 'Changes a webhook; switched off, it drops what was still to be sent.',
  params,
  body: z
    .strictObject({
      name: z.exactOptional(fields.name),
      url: z.exactOptional(fields.url),
      types: z.exactOptional(fields.types),
      includesPrivate: z.exactOptional(fields.includesPrivate),
      includesWords: z.exactOptional(fields.includesWords),
      isActive: z.exactOptional(fields.isActive),
    })
    .refine((given) => Object.keys(given).length > 0, { error: oneFieldAtLeast }),
  answer: webhookSchema,
  versioned: true,
  cli: { command: 'webhook edit' },
});

export const deleteWebhook = defineEndpoint({
  id: 'deleteWebhook',
  method: 'DELETE',
  path: '/api/webhooks/:webhookId',
  permission,
  summary: 'Deletes a webhook, its secret and its deliveries.',
  params,
  answer: z.void(),
  status: 204,
  cli: { command: 'webhook delete' },
});

export const rotateWebhookSecret = defineEndpoint({
  id: 'rotateWebhookSecret',
  method: 'POST',
  path: '/api/webhooks/:webhookId/rotate-secret',
  permission,
  summary: 'Gives a webhook a new secret; for a day the one before it signs too.',
  params,
  answer: withSecret,
  cli: { command: 'webhook rotate-secret' },
});

export const testWebhook = defineEndpoint({
  id: 'testWebhook',
  method: 'POST',
  path: '/api/webhooks/:webhookId/test',
  permission,
  summary: 'Sends a test event, in its turn, to this webhook alone.',
  params,
  answer: deliverySchema,
  status: 202,
  cli: { command: 'webhook test' },
});

export const resumeWebhook = defineEndpoint({
  id: 'resumeWebhook',
  method: 'POST',
  path: '/api/webhooks/:webhookId/resume',
  permission,
  summary: 'Sends again to a webhook that was paused, what waited first.',
  params,
  answer: webhookSchema,
  cli: { command: 'webhook resume' },
});

export const listDeliveries = defineEndpoint({
  id: 'listDeliveries',
  method: 'GET',
  path: '/api/webhooks/:webhookId/deliveries',
  permission,
  summary: 'The last deliveries of a webhook, the latest first; they are kept for 30 days.',
  params,
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  answer: z.object({ deliveries: z.array(deliverySchema) }),
  cli: { command: 'webhook deliveries' },
});

export const sendAgain = defineEndpoint({
  id: 'sendAgain',
  method: 'POST',
  path: '/api/webhooks/:webhookId/deliveries/:deliveryId/send-again',
  permission,
  summary: 'Sends an event again, with the same id.',
  params: deliveryParams,
  answer: deliverySchema,
  status: 202,
  cli: { command: 'webhook send-again' },
});
