import type { Context } from '../../platform/context/context.ts';
import type { SessionState } from './contract/session.ts';
import { modeOf } from './mode.ts';
import { countAdministrators } from './queries.ts';
import { showMe } from './show-me.ts';

/** What the page must know before anybody has signed in: whether to show itself, a form, or how to begin. */
export async function showSession(ctx: Context): Promise<SessionState> {
  const mode = await modeOf(ctx);
  const isSomebody = ctx.actor.via !== 'system';
  return {
    mode,
    me: isSomebody ? await showMe(ctx) : null,
    needsFirstAdministrator: mode === 'team' && !isSomebody && (await countAdministrators(ctx.db)) === 0,
    oidc:
      mode === 'personal' || ctx.config.oidcIssuer === null ? null : { provider: new URL(ctx.config.oidcIssuer).host },
  };
}
