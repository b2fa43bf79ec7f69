import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../platform/config/config.ts';
import { platformErrors } from '../platform/errors/platform-errors.ts';

/** Beside the bundle (dist/server -> dist/web), or in dist/ when run from source. */
const webFolder = fileURLToPath(
  import.meta.url.endsWith('.ts') ? new URL('../../dist/web', import.meta.url) : new URL('../web', import.meta.url),
);
const plainFiles = ['mark.svg', 'scheme.js'] as const;
const year_ms = 365 * 86_400_000;

/** The browser's page: hashed files kept for ever, and index.html for every other address that wants a page. */
export async function servePage(app: FastifyInstance, config: Config, folder = webFolder): Promise<void> {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return;
  const html = withBase(readFileSync(index, 'utf8'), config.basePath);
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: year_ms,
    index: false,
    preCompressed: true,
  });
  for (const file of plainFiles) {
    app.get(`/${file}`, (_request, reply) => reply.sendFile(file, folder, { maxAge: 3_600_000, immutable: false }));
  }
  app.get('/', (request, reply) => page({ request, reply, html }));
  app.get('/*', (request, reply) => page({ request, reply, html }));
}

/** The build writes addresses relative to the page; a page at /problems/... needs them from the base path. */
function withBase(html: string, basePath: string): string {
  const base = basePath.endsWith('/') ? basePath : `${basePath}/`;
  return html.replaceAll(/(href|src)="\.\//g, `$1="${base}`).replace('name="peil-base" content="/"', () => {
    return `name="peil-base" content="${base}"`;
  });
}

function page({ request, reply, html }: { request: FastifyRequest; reply: FastifyReply; html: string }): FastifyReply {
  const path = request.url.split('?')[0] ?? '';
  const isForPrograms = /^\/(api|assets)(\/|$)/.test(path);
  const wantsPage = request.headers.accept?.includes('text/html') ?? false;
  if (isForPrograms || !wantsPage) throw platformErrors.unknownRoute({ method: request.method, path });
  return reply
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(html.replace('nonce="peil-style-nonce"', () => `nonce="${reply.styleNonce}"`));
}
