import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** What the provider knows of somebody, by the login they type. */
export interface ProvidedClaims {
  email: string;
  email_verified: boolean;
  name?: string;
}

export interface IdentityProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** signs in as this login in a browser of its own; answers where the provider sends that browser back to */
  signIn(authorizationUrl: string, login: string): Promise<string>;
  close(): Promise<void>;
}

/** A real OpenID provider on loopback, that asks for PKCE and vouches for the people it is given. */
export async function startIdentityProvider(options: {
  redirectUri: string;
  people: Readonly<Record<string, ProvidedClaims>>;
}): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [clientId, clientSecret] = ['peil', 'a secret of the tests only'];
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [options.redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    cookies: { keys: ['tests only'] },
    // Said, so that the provider does not remark on its defaults.
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    findAccount: async (_: unknown, login: string) => ({
      accountId: login,
      claims: async () => ({ sub: login, ...options.people[login] }),
    }),
  });
  server.on('request', provider.callback());
  return {
    issuer,
    clientId,
    clientSecret,
    signIn: (authorizationUrl, login) => browse(authorizationUrl, { issuer, login }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Follows redirects and fills in the provider's two forms, as a browser with cookies would, until it leaves. */
async function browse(start: string, { issuer, login }: { issuer: string; login: string }): Promise<string> {
  const cookies = new Map<string, string>();
  const forms = [
    new URLSearchParams({ prompt: 'login', login, password: 'any' }),
    new URLSearchParams({ prompt: 'consent' }),
  ];
  let url = start;
  let body: URLSearchParams | undefined;
  for (let step = 0; step < 20 && url.startsWith(issuer); step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(body === undefined ? {} : { method: 'POST', body }),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/s);
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    const text = await answer.text();
    body = undefined;
    if (location !== null) url = new URL(location, url).href;
    else {
      body = forms.shift();
      if (body === undefined || !url.includes('/interaction/'))
        throw new Error(`The provider answered ${answer.status} at ${url}: ${text.slice(0, 500)}`);
    }
  }
  return url;
}
