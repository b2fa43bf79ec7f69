import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { Answer } from '../../platform/endpoint/define-endpoint.ts';
import { findPerson } from '../identity/index.ts';
import type { getOwnMail as endpoint, MailChoice } from './contract.ts';
import { planFor, plansMail } from './plan-mail.ts';
import { findMailPlan } from './queries.ts';

export async function showOwnMail(ctx: Context): Promise<Answer<typeof endpoint>> {
  const { userId } = ctx.actor;
  const { choice } = await findMailPlan(ctx.db, userId);
  const person = await findPerson(ctx.db, userId);
  return { choice, isConfigured: plansMail(ctx.config), hasAddress: (person?.email ?? null) !== null };
}

/** What waits already goes by the new choice. */
export async function chooseMail(ctx: Context, choice: MailChoice): Promise<Answer<typeof endpoint>> {
  const { userId } = ctx.actor;
  await change(ctx, async (tx) => {
    await planFor(ctx.jobs, tx, { userId, choice });
    const subject = { kind: 'user', id: userId };
    tx.record({ type: 'notifications.mail_chosen', subject, problemId: null, data: { choice } });
  });
  return showOwnMail(ctx);
}
