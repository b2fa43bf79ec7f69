import type { FastifyReply } from 'fastify';
import type { Context } from '../../platform/context/context.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { actingAs, browserOf, dropSession, keepSession } from './asking.ts';
import { becomeFirstAdministrator } from './become-first-administrator.ts';
import { changePassword } from './change-password.ts';
import * as contract from './contract.ts';
import { createToken } from './create-token.ts';
import * as ending from './end-sessions.ts';
import { acceptInvitation } from './invite-user.ts';
import { listSessions } from './list-sessions.ts';
import { oidcRoutes } from './oidc-routes.ts';
import { lookAtLink } from './one-time-links.ts';
import { openTeam } from './open-team.ts';
import { listTokens } from './queries.ts';
import { resetPassword } from './reset-password.ts';
import { showMe } from './show-me.ts';
import { showSession } from './show-session.ts';
import { signIn } from './sign-in.ts';
import type { StartedSession } from './start-session.ts';

/** Sets the cookie, and answers who the person is from here on. */
async function welcome(ctx: Context, reply: FastifyReply, session: StartedSession): Promise<contract.Me> {
  keepSession(reply, ctx.config, session);
  return showMe(actingAs(ctx, session.userId));
}

export const sessionRoutes: readonly Route[] = [
  route(contract.getSession, (ctx) => showSession(ctx)),
  route(contract.signIn, async (ctx, { body, raw, reply }) =>
    welcome(ctx, reply, await signIn(ctx, body, browserOf(raw, ctx.config))),
  ),
  route(contract.signOut, async (ctx, { reply }) => {
    await ending.signOut(ctx);
    dropSession(reply, ctx.config);
  }),
  route(contract.listSessions, (ctx) => listSessions(ctx)),
  route(contract.endOtherSessions, (ctx) => ending.endOtherSessions(ctx)),
  route(contract.endOneSession, (ctx, { params }) => ending.endOneSession(ctx, params.sessionId)),
  route(contract.changePassword, (ctx, { body }) => changePassword(ctx, body)),
  route(contract.listTokens, async (ctx) => ({ tokens: await listTokens(ctx.db, ctx.actor.userId) })),
  route(contract.createToken, (ctx, { body }) => createToken(ctx, body)),
  route(contract.revokeToken, (ctx, { params }) => ending.revokeToken(ctx, params.tokenId)),
  route(contract.lookAtLink, (ctx, { body, raw }) => lookAtLink(ctx, body.secret, browserOf(raw, ctx.config))),
  route(contract.becomeFirstAdministrator, async (ctx, { body, raw, reply }) =>
    welcome(ctx, reply, await becomeFirstAdministrator(ctx, body, browserOf(raw, ctx.config))),
  ),
  route(contract.acceptInvitation, async (ctx, { body, raw, reply }) =>
    welcome(ctx, reply, await acceptInvitation(ctx, body, browserOf(raw, ctx.config))),
  ),
  route(contract.resetPassword, async (ctx, { body, raw, reply }) =>
    welcome(ctx, reply, await resetPassword(ctx, body, browserOf(raw, ctx.config))),
  ),
  route(contract.openTeam, async (ctx, { body, raw, reply }) =>
    welcome(ctx, reply, await openTeam(ctx, body, browserOf(raw, ctx.config))),
  ),
  ...oidcRoutes,
];
