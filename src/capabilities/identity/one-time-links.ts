import type { Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { attemptsOf } from './attempts.ts';
import type { Browser } from './asking.ts';
import type { LinkState, OfferedLink } from './contract/links.ts';
import { identityErrors } from './errors.ts';
import { findLink, getPerson } from './queries.ts';
import { linkLifeMs } from './rules.ts';
import { hashSecret, newSecret } from './secrets.ts';
import { replaceLink, takeLink } from './store.ts';
import type { LinkPurpose } from './tables.ts';

const pages = { first_administrator: 'welcome', invitation: 'join', password_reset: 'reset' };

/** Makes the link; `base` is where people reach Peil. The secret is behind the `#`: browsers send it to no server. */
export async function offerLink(
  tx: Tx,
  { purpose, userId, base }: { purpose: LinkPurpose; userId: string; base: string },
): Promise<OfferedLink> {
  const secret = newSecret();
  const expiresAt = tx.now + linkLifeMs[purpose];
  await replaceLink(tx.db, {
    token_hash: hashSecret(secret),
    purpose,
    user_id: userId,
    created_at: tx.now,
    expires_at: expiresAt,
  });
  return { link: `${base}${pages[purpose]}#${secret}`, expiresAt };
}

/** Whose link it is, and for what; the link stays usable. */
export async function lookAtLink(ctx: Context, secret: string, browser: Browser): Promise<LinkState> {
  countAttempt(ctx, browser);
  const link = await findLink(ctx.db, hashSecret(secret));
  if (!link || link.expires_at <= ctx.clock.now()) throw identityErrors.linkUnusable();
  attemptsOf(ctx).giveBack('address', browser.address);
  const { name, email } = await getPerson(ctx.db, link.user_id);
  return { purpose: link.purpose, name, email, expiresAt: link.expires_at };
}

export async function useLink(tx: Tx, { secret, purpose }: { secret: string; purpose: LinkPurpose }): Promise<string> {
  const userId = await takeLink(tx.db, { tokenHash: hashSecret(secret), purpose, now: tx.now });
  if (userId === null) throw identityErrors.linkUnusable();
  return userId;
}

/** Before a password is hashed for somebody: a link that cannot be used costs no work. */
export async function getLinkOwner(
  ctx: Context,
  { secret, purpose }: { secret: string; purpose: LinkPurpose },
): Promise<string> {
  const link = await findLink(ctx.db, hashSecret(secret));
  if (!link || link.purpose !== purpose || link.expires_at <= ctx.clock.now()) throw identityErrors.linkUnusable();
  return link.user_id;
}

export function countAttempt(ctx: Context, browser: Browser): void {
  attemptsOf(ctx).count({ kind: 'address', who: browser.address, what: 'attempts with a one-time link' });
}
