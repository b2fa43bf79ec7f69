import { type Route, route } from '../../platform/http/route.ts';
import * as contract from './contract.ts';
import { createWebhook } from './create-webhook.ts';
import { deleteWebhook } from './delete-webhook.ts';
import { editWebhook } from './edit-webhook.ts';
import { listDeliveries, listWebhooks, showWebhook } from './queries.ts';
import { resumeWebhook } from './resume-webhook.ts';
import { rotateSecret } from './rotate-secret.ts';
import { sendAgain } from './send-again.ts';
import { testWebhook } from './test-webhook.ts';

export const webhookRoutes: readonly Route[] = [
  route(contract.listWebhooks, async (ctx) => ({ webhooks: await listWebhooks(ctx.db) })),
  route(contract.createWebhook, (ctx, { body }) => createWebhook(ctx, body)),
  route(contract.readWebhook, (ctx, { params }) => showWebhook(ctx.db, params.webhookId)),
  route(contract.editWebhook, (ctx, { params, body, version }) =>
    editWebhook(ctx, { ...params, fields: body, version }),
  ),
  route(contract.deleteWebhook, (ctx, { params }) => deleteWebhook(ctx, params.webhookId)),
  route(contract.rotateWebhookSecret, (ctx, { params }) => rotateSecret(ctx, params.webhookId)),
  route(contract.testWebhook, (ctx, { params }) => testWebhook(ctx, params.webhookId)),
  route(contract.resumeWebhook, (ctx, { params }) => resumeWebhook(ctx, params.webhookId)),
  route(contract.listDeliveries, async (ctx, { params, query }) => ({
    deliveries: await listDeliveries(ctx.db, { ...params, ...query }),
  })),
  route(contract.sendAgain, (ctx, { params }) => sendAgain(ctx, params)),
];
