import { quietly } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { Browser } from './asking.ts';
import { attemptsOf } from './attempts.ts';
import { modeOf } from './mode.ts';
import { identityErrors } from './errors.ts';
import type { Expected } from './oidc-provider-client.ts';
import { hashSecret, newSecret } from './secrets.ts';
import { identityDb } from './tables.ts';

/** Time for somebody to sign in at the provider. */
export const flowLifeS = 600;

/** Begins a sign-in; what must come back is kept here, for the browser that holds the cookie's secret only. */
export async function beginFlow(
  ctx: Context,
  { redirectUri, returnTo, browser }: { redirectUri: string; returnTo: string; browser: Browser },
): Promise<{ url: URL; secret: string }> {
  if (ctx.config.oidcIssuer === null) throw identityErrors.providerOff();
  if ((await modeOf(ctx)) === 'personal') throw identityErrors.needsTeam();
  // It costs a row, and nobody has proved yet who they are. Given back when they have: see beginSession.
  attemptsOf(ctx).count({ kind: 'address', who: browser.address, what: 'attempts to sign in' });
  const { beginAtProvider } = await import('./oidc-provider-client.ts');
  const { url, expected } = await beginAtProvider(ctx, redirectUri);
  const secret = newSecret();
  const now = ctx.clock.now();
  await quietly(ctx, async (db) => {
    await identityDb(db).deleteFrom('oidc_flow').where('expires_at', '<=', now).execute();
    await identityDb(db)
      .insertInto('oidc_flow')
      .values({
        cookie_hash: hashSecret(secret),
        ...expected,
        return_to: returnTo,
        expires_at: now + flowLifeS * 1000,
      })
      .execute();
  });
  return { url, secret };
}

/** Takes the flow away: an answer of the provider is used once. */
export async function takeFlow(ctx: Context, secret: string | null): Promise<Expected & { returnTo: string }> {
  const flow = await quietly(ctx, (db) =>
    identityDb(db)
      .deleteFrom('oidc_flow')
      .where('cookie_hash', '=', hashSecret(secret ?? ''))
      .where('expires_at', '>', ctx.clock.now())
      .returning(['state', 'nonce', 'code_verifier', 'return_to as returnTo'])
      .executeTakeFirst(),
  );
  if (!flow) throw identityErrors.providerRefused();
  return flow;
}
