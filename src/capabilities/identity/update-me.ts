import type { z } from 'zod';
import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { Me, updateMe as endpoint } from './contract/me.ts';
import { showMe } from './show-me.ts';
import { updateAccount } from './store.ts';

type Changes = z.output<NonNullable<typeof endpoint.body>>;

/** The event names what changed, not into what: a name is personal data. */
export async function updateMe(ctx: Context, changes: Changes): Promise<Me> {
  const fields = Object.keys(changes);
  if (fields.length === 0) return showMe(ctx);
  const { userId } = ctx.actor;
  await change(ctx, async (tx) => {
    await updateAccount(tx.db, userId, changes);
    tx.record({ type: 'user.changed', subject: { kind: 'user', id: userId }, problemId: null, data: { fields } });
  });
  return showMe(ctx);
}
