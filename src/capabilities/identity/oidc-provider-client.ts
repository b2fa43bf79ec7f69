import * as client from 'openid-client';
import { type Config, isLoopback } from '../../platform/config/config.ts';
import type { Context } from '../../platform/context/context.ts';
import { identityErrors } from './errors.ts';

/** What the identity provider says of somebody. */
export interface ProvidedIdentity {
  /** `issuer subject`: the pair that stays the same (OpenID Connect Core, 5.7) */
  subject: string;
  /** null where there is none, or the provider does not vouch for it */
  verifiedEmail: string | null;
  name: string | null;
}

/** What must come back from the provider for the answer to be ours. */
export interface Expected {
  state: string;
  nonce: string;
  code_verifier: string;
}

const timeoutS = 10;
const discovered = new WeakMap<Config, Promise<client.Configuration>>();

/** Discovery happens at the first sign-in, and again after a failure: Peil starts without the provider. */
async function configuration({ config, log }: Context): Promise<client.Configuration> {
  const known = discovered.get(config) ?? discover(config);
  discovered.set(config, known);
  try {
    return await known;
  } catch (err) {
    discovered.delete(config);
    log.warn({ err }, 'the identity provider was not found');
    throw identityErrors.providerUnreachable();
  }
}

async function discover({ oidcIssuer, oidcClientId, oidcClientSecret }: Config): Promise<client.Configuration> {
  if (oidcIssuer === null || oidcClientId === null) throw identityErrors.providerOff();
  const issuer = new URL(oidcIssuer);
  // Without TLS only on this machine, where nobody listens in between.
  const execute = issuer.protocol === 'http:' && isLoopback(issuer.hostname) ? [client.allowInsecureRequests] : [];
  const authentication = oidcClientSecret === null ? client.None() : client.ClientSecretBasic(oidcClientSecret);
  return client.discovery(issuer, oidcClientId, {}, authentication, { execute, timeout: timeoutS });
}

/** Where to send the browser, and what to expect when it comes back: code flow with PKCE, state and nonce. */
export async function beginAtProvider(ctx: Context, redirectUri: string): Promise<{ url: URL; expected: Expected }> {
  const expected = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    code_verifier: client.randomPKCECodeVerifier(),
  };
  const url = client.buildAuthorizationUrl(await configuration(ctx), {
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    state: expected.state,
    nonce: expected.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(expected.code_verifier),
    code_challenge_method: 'S256',
  });
  return { url, expected };
}

/** Exchanges the code for who it is. Any answer that is not ours, or not good, is refused; the log says why. */
export async function finishAtProvider(ctx: Context, returned: URL, expected: Expected): Promise<ProvidedIdentity> {
  const provider = await configuration(ctx);
  try {
    const tokens = await client.authorizationCodeGrant(provider, returned, {
      expectedState: expected.state,
      expectedNonce: expected.nonce,
      pkceCodeVerifier: expected.code_verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('no id token');
    const more = 'email' in claims ? {} : await client.fetchUserInfo(provider, tokens.access_token, claims.sub);
    return provided(claims.iss, { ...claims, ...more });
  } catch (err) {
    ctx.log.warn({ err, request_id: ctx.requestId }, 'the sign-in at the identity provider did not succeed');
    throw identityErrors.providerRefused();
  }
}

const storable = (name: string): string => name.replaceAll('\u0000', '').trim().slice(0, 120).toWellFormed();

function provided(issuer: string, claims: Record<string, unknown>): ProvidedIdentity {
  const { sub, email, email_verified: isVerified, name } = claims;
  return {
    subject: `${issuer} ${String(sub)}`,
    verifiedEmail: typeof email === 'string' && isVerified === true ? email : null,
    // Cut short it may end in half of a character, and what a provider sends is not held to what can be stored here.
    name: typeof name === 'string' ? storable(name) || null : null,
  };
}
