import type { z } from 'zod';
import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import type { CreatedToken, createToken as endpoint } from './contract/tokens.ts';
import { identityErrors } from './errors.ts';
import { listTokens } from './queries.ts';
import { isOutreaching } from './rules.ts';
import { apiTokenPrefix, hashSecret, newSecret } from './secrets.ts';
import { insertToken } from './store.ts';

type Wanted = z.output<NonNullable<typeof endpoint.body>>;

/** The token itself is in this answer only. One made with a token never reaches further than its maker. */
export async function createToken(ctx: Context, wanted: Wanted): Promise<CreatedToken> {
  const { userId } = ctx.actor;
  const { name, scope } = wanted;
  const expiresAt = wanted.expiresAt ?? null;
  if (expiresAt !== null && expiresAt <= ctx.clock.now()) throw identityErrors.expiryPassed();
  await refuseOutreaching(ctx, { scope, expiresAt });
  const token = newSecret(apiTokenPrefix);
  return change(ctx, async (tx) => {
    const id = newId(tx.now);
    const row = { id, user_id: userId, name, scope, created_at: tx.now, last_used_at: null, expires_at: expiresAt };
    await insertToken(tx.db, { ...row, token_hash: hashSecret(token) });
    tx.record({
      type: 'token.created',
      subject: { kind: 'token', id },
      problemId: null,
      data: { scope, expiresAt },
    });
    return { id, name, scope, createdAt: tx.now, lastUsedAt: null, expiresAt, token };
  });
}

async function refuseOutreaching(ctx: Context, wanted: Parameters<typeof isOutreaching>[0]): Promise<void> {
  const { via, credentialId, userId } = ctx.actor;
  if (via !== 'token') return;
  const maker = (await listTokens(ctx.db, userId)).find(({ id }) => id === credentialId);
  if (!maker || isOutreaching(wanted, { scope: maker.scope, expiresAt: maker.expiresAt }))
    throw identityErrors.tokenOutreaches();
}
