import { z } from 'zod';
import { defineEndpoint } from '../../../platform/endpoint/define-endpoint.ts';
import { meSchema, modeSchema } from './me.ts';

export const emailSchema = z.email().max(254).meta({ description: 'Upper and lower case are the same.' });
export const newPasswordSchema = z
  .string()
  .min(12)
  .max(200)
  .meta({ description: '12 to 200 characters; a sentence is fine.' });
/** Wrong ones too may be long, but hashing them must not take forever. */
export const givenPasswordSchema = z.string().min(1).max(200);

const sessionStateSchema = z.object({
  mode: modeSchema,
  me: meSchema.nullable().meta({ description: 'null: nobody has signed in from this browser.' }),
  needsFirstAdministrator: z
    .boolean()
    .meta({ description: 'Nobody can sign in yet: the link is in the terminal where Peil started.' }),
  oidc: z
    .object({ provider: z.string() })
    .nullable()
    .meta({ description: 'Host of the identity provider; null: sign-in by password only.' }),
});
export type SessionState = z.output<typeof sessionStateSchema>;

export const getSession = defineEndpoint({
  id: 'getSession',
  method: 'GET',
  path: '/api/session',
  permission: 'public',
  summary: 'Whether somebody has signed in from this browser, and how one can.',
  answer: sessionStateSchema,
});

export const signIn = defineEndpoint({
  id: 'signIn',
  method: 'POST',
  path: '/api/session',
  permission: 'public',
  summary: 'Signs in with e-mail and password; the session is in a cookie. 429 after too many attempts.',
  body: z.strictObject({ email: emailSchema, password: givenPasswordSchema }),
  answer: meSchema,
  status: 201,
});

export const signOut = defineEndpoint({
  id: 'signOut',
  method: 'DELETE',
  path: '/api/session',
  permission: 'self',
  summary: 'Signs out in this browser.',
  answer: z.void(),
  status: 204,
});

export const startOidc = defineEndpoint({
  id: 'startOidc',
  method: 'GET',
  path: '/api/session/oidc',
  permission: 'public',
  summary: 'Sends the browser to the identity provider, or back to the sign-in page with the code of an error.',
  status: 302,
  query: z.object({
    returnTo: z
      .string()
      .max(500)
      .exactOptional()
      .meta({ description: 'Path inside Peil to open afterwards, e.g. problems/42.' }),
  }),
  answer: z.void(),
});

export const finishOidc = defineEndpoint({
  id: 'finishOidc',
  method: 'GET',
  path: '/api/session/oidc/callback',
  permission: 'public',
  summary: 'Where the identity provider sends the browser back to: begins the session and opens the page asked for.',
  status: 302,
  query: z.looseObject({}),
  answer: z.void(),
});

const openSessionSchema = z.object({
  id: z.string(),
  isThisOne: z.boolean(),
  userAgent: z.string().meta({ description: 'What the browser said of itself.' }),
  createdAt: z.int().meta({ description: 'Epoch milliseconds, UTC.' }),
  lastSeenAt: z.int().meta({ description: 'To the minute.' }),
  expiresAt: z.int().meta({ description: 'The latest moment at which it ends.' }),
});

export const listSessions = defineEndpoint({
  id: 'listSessions',
  method: 'GET',
  path: '/api/me/sessions',
  permission: 'self',
  summary: 'Where you have signed in.',
  answer: z.object({ sessions: z.array(openSessionSchema) }),
});

export const endOtherSessions = defineEndpoint({
  id: 'endOtherSessions',
  method: 'DELETE',
  path: '/api/me/sessions',
  permission: 'self.credentials',
  summary: 'Signs you out everywhere but here.',
  answer: z.object({ ended: z.int() }),
});

export const endOneSession = defineEndpoint({
  id: 'endOneSession',
  method: 'DELETE',
  path: '/api/me/sessions/:sessionId',
  permission: 'self.credentials',
  summary: 'Signs you out in one browser.',
  params: z.object({ sessionId: z.string() }),
  answer: z.void(),
  status: 204,
});

export const changePassword = defineEndpoint({
  id: 'changePassword',
  method: 'POST',
  path: '/api/me/password',
  permission: 'self.credentials',
  summary: 'Changes your password and signs you out everywhere but here.',
  body: z.strictObject({ current: givenPasswordSchema, next: newPasswordSchema }),
  answer: z.void(),
  status: 204,
});
