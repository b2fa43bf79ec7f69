import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../platform/context/context.ts';
import { AppError } from '../../platform/errors/app-error.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { addressOf, browserOf, keepSession } from './asking.ts';
import * as contract from './contract.ts';
import { clearCookie, readCookie, setCookie } from './cookies.ts';
import { identityErrors } from './errors.ts';
import { beginFlow, flowLifeS, takeFlow } from './oidc-flow.ts';
import { signInByProvider } from './sign-in-by-provider.ts';

/** The browser comes here by following links, so refusals are told by our page, not as JSON. */
export const oidcRoutes: readonly Route[] = [
  route(contract.startOidc, (ctx, { query, raw, reply }) =>
    orBackToSignIn(ctx, { raw, reply }, async (base) => {
      const returnTo = inside(base, query.returnTo ?? '');
      const browser = browserOf(raw, ctx.config);
      const { url, secret } = await beginFlow(ctx, { redirectUri: callbackAt(base), returnTo, browser });
      setCookie(reply, ctx.config, { name: 'peil_oidc', value: secret, maxAgeS: flowLifeS });
      return url.href;
    }),
  ),
  route(contract.finishOidc, (ctx, { raw, reply }) =>
    orBackToSignIn(ctx, { raw, reply }, async (base) => {
      if (ctx.config.oidcIssuer === null) throw identityErrors.providerOff();
      const flow = await takeFlow(ctx, readCookie(raw, ctx.config, 'peil_oidc'));
      clearCookie(reply, ctx.config, 'peil_oidc');
      const returned = new URL(callbackAt(base));
      returned.search = new URL(raw.url, base).search;
      // Loaded at the first sign-in: most installations have no provider.
      const { finishAtProvider } = await import('./oidc-provider-client.ts');
      const identity = await finishAtProvider(ctx, returned, flow);
      keepSession(reply, ctx.config, await signInByProvider(ctx, identity, browserOf(raw, ctx.config)));
      return flow.returnTo;
    }),
  ),
];

const callbackAt = (base: string) => `${base}api/session/oidc/callback`;

async function orBackToSignIn(
  ctx: Context,
  { raw, reply }: { raw: FastifyRequest; reply: FastifyReply },
  work: (base: string) => Promise<string>,
): Promise<FastifyReply> {
  const base = addressOf(raw, ctx.config);
  try {
    return reply.redirect(await work(base), 302);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return reply.redirect(`${base}sign-in?error=${encodeURIComponent(error.code)}`, 302);
  }
}

/** An address inside Peil, or else its first page: a link to our sign-in must not lead to somebody else's site. */
function inside(base: string, path: string): string {
  const wanted = URL.canParse(path, base) ? new URL(path, base).href : base;
  return wanted.startsWith(base) ? wanted : base;
}
