import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { Answer } from '../../platform/endpoint/define-endpoint.ts';
import { AppError } from '../../platform/errors/app-error.ts';
import { newId } from '../../platform/ids.ts';
import { findPerson } from '../identity/index.ts';
import type { getMailServer as endpoint } from './contract.ts';
import { notificationErrors } from './errors.ts';
import { mailTexts } from './mail-texts.ts';
import { mailerOf, mailSecret } from './mailer.ts';
import { plansMail } from './plan-mail.ts';

export async function showMailServer(ctx: Context): Promise<Answer<typeof endpoint>> {
  const { smtpHost: host, smtpPort: port, smtpSecurity: security, smtpUser: user, smtpFrom: from } = ctx.config;
  const isKept = await ctx.secrets.isKept(mailSecret);
  const password = ctx.config.smtpPassword !== null ? 'configured' : isKept ? 'kept' : 'none';
  return { isConfigured: plansMail(ctx.config), host, port, security, user, from, password };
}

/** The event tells that it changed, never what it is. */
export async function keepMailPassword(ctx: Context, password: string | null): Promise<Answer<typeof endpoint>> {
  await change(ctx, async (tx) => {
    const event = { subject: { kind: 'installation', id: 'peil' }, problemId: null };
    if (password === null) {
      await ctx.secrets.forget(tx.db, mailSecret);
      tx.record({ type: 'mail_server.password_forgotten', ...event });
    } else {
      await ctx.secrets.keep(tx.db, mailSecret, password);
      tx.record({ type: 'mail_server.password_kept', ...event });
    }
  });
  return showMailServer(ctx);
}

export async function sendTestMail(ctx: Context): Promise<{ to: string }> {
  const mailer = mailerOf(ctx);
  const person = await findPerson(ctx.db, ctx.actor.userId);
  if (!person?.email) throw notificationErrors.noAddress();
  const { subject, text } = mailTexts[ctx.locale].test;
  try {
    const to = { name: person.name, address: person.email };
    await mailer.send({ to, subject, text, messageId: `<test-${newId()}@peil>` });
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw notificationErrors.mailRefused({ reason: (error as Error).message });
  }
  return { to: person.email };
}
