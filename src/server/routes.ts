import { sql } from 'kysely';
import { openApiDocument } from '../platform/http/openapi.ts';
import { type Route, route } from '../platform/http/route.ts';
import { healthz, openApi, readyz } from './contract.ts';
import { version } from './version.ts';

/** The server's own routes; `all` is every route, for the document that describes them. */
export function serverRoutes(all: () => readonly Route[]): Route[] {
  return [
    route(healthz, async () => ({ status: 'ok' as const })),
    route(readyz, async (ctx) => {
      await sql`select 1`.execute(ctx.db);
      return { status: 'ready' as const, version };
    }),
    route(
      openApi,
      async () =>
        openApiDocument(
          all().map((each) => each.endpoint),
          { version },
        ) as { openapi: string },
    ),
  ];
}
