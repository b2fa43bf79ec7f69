import { openApiDocument } from '../platform/http/openapi.ts';
import { type Route, route } from '../platform/http/route.ts';
import { rotateSecretsKey as rotate } from '../platform/secrets/rotate-secrets-key.ts';
import { healthz, liveEvents, metrics, openApi, readyz, rotateSecretsKey } from './contract.ts';
import { liveEventsOf } from './live-events.ts';
import { metricsOf } from './metrics.ts';
import { refuseUntilReady } from './refuse-until-ready.ts';
import { version } from './version.ts';

/** The server's own routes; `all` is every route, for the document that describes them. */
export function serverRoutes(all: () => readonly Route[]): Route[] {
  // Kept once it is built: that holds everybody up for a moment, anybody may ask for it, and it does not change.
  let contract: string | undefined;
  return [
    route(healthz, async () => ({ status: 'ok' as const })),
    route(readyz, async (ctx) => {
      await refuseUntilReady(ctx);
      return { status: 'ready' as const, version };
    }),
    route(openApi, async (_ctx, { reply }) => {
      contract ??= contractText(all());
      return reply.type('application/json; charset=utf-8').send(contract);
    }),
    route(liveEvents, async (ctx, { raw, reply }) => {
      reply
        .headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
        .type('text/event-stream; charset=utf-8');
      if (raw.method === 'HEAD') return reply.send();
      const lastId = raw.headers['last-event-id'];
      return reply.send(liveEventsOf(ctx).open(ctx, typeof lastId === 'string' ? lastId : undefined));
    }),
    route(metrics, async (ctx, { reply }) => {
      const own = metricsOf(ctx);
      return reply
        .header('cache-control', 'no-store')
        .type(own.contentType)
        .send(await own.text());
    }),
    route(rotateSecretsKey, async (ctx) => {
      const { keyId, count } = await rotate(ctx);
      return { keyId, secrets: count, keyFile: ctx.config.secretsKeyFile };
    }),
  ];
}

function contractText(routes: readonly Route[]): string {
  const endpoints = routes.map(({ endpoint }) => endpoint);
  return JSON.stringify(openApiDocument(endpoints, { version }));
}
