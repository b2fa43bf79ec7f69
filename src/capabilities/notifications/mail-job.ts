import { quietly } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { defineJob } from '../../platform/jobs/job-handler.ts';
import { findPerson, findStanding, listNames } from '../identity/index.ts';
import { composeMail, type Told } from './compose-mail.ts';
import { mailerOf } from './mailer.ts';
import { mailJobName, plansMail } from './plan-mail.ts';
import { findMailPlan, listUnmailed, type StoredNotification, type TitlesOf } from './queries.ts';
import { notificationsDb } from './tables.ts';

/** Sends one person what waits for them, where its moment has come. */
export const mailJob = (titlesOf: TitlesOf) =>
  defineJob<{ userId: string }>({
    name: mailJobName,
    run: (ctx, { userId }) => sendWaiting(ctx, userId, titlesOf),
  });

async function sendWaiting(ctx: Context, userId: string, titlesOf: TitlesOf): Promise<void> {
  const { dueAt } = await findMailPlan(ctx.db, userId);
  // Chosen never meanwhile, sent already, or moved on by more news: then the job of that moment sends it.
  if (dueAt === null || dueAt > ctx.clock.now() || !plansMail(ctx.config)) return;
  const waiting = await listUnmailed(ctx.db, userId);
  const person = await findPerson(ctx.db, userId);
  const locale = localeOf(person);
  const told = await stillToTell(ctx, { waiting, titlesOf, locale });
  const last = waiting.at(-1);
  if (last && person?.status === 'active' && person.email !== null && told.length > 0) {
    const { name, email: address } = person;
    const mail = composeMail({ told, name, locale, publicUrl: ctx.config.publicUrl });
    const messageId = `<notification-${last.id}@${domainOf(ctx.config.smtpFrom ?? '')}>`;
    await mailerOf(ctx).send({ ...mail, to: { name, address }, messageId });
  }
  await settle(ctx, { userId, dueAt, waiting });
}

const localeOf = (person: { locale: Locale | null } | null): Locale => person?.locale ?? 'en';

/** What was read meanwhile is no news; of what may not be seen any more, nothing leaves the house. */
async function stillToTell(
  ctx: Context,
  { waiting, titlesOf, locale }: { waiting: readonly StoredNotification[]; titlesOf: TitlesOf; locale: Locale },
): Promise<Told[]> {
  const problemIds = [...new Set(waiting.flatMap(({ problem_id }) => problem_id ?? []))];
  const titles = await titlesOf(ctx.db, problemIds);
  const names = await listNames(ctx.db, [...new Set(waiting.map(({ actor_id }) => actor_id))], locale);
  const seen = new Map<string, 'open' | 'private'>();
  for (const problemId of problemIds) {
    const standing = await findStanding(ctx.db, { problemId, userId: waiting[0]?.user_id ?? '' });
    if (!standing || !titles.has(problemId)) continue;
    if (!standing.isPrivate) seen.set(problemId, 'open');
    else if (standing.roles.length > 0) seen.set(problemId, 'private');
  }
  return waiting
    .filter(({ read_at, problem_id }) => read_at === null && (problem_id === null || seen.has(problem_id)))
    .map(({ kind, problem_id, actor_id }) => ({
      kind,
      problemId: problem_id,
      title: problem_id !== null && seen.get(problem_id) === 'open' ? (titles.get(problem_id) ?? null) : null,
      who: actor_id === 'system' ? { isSystem: true } : { isSystem: false, name: names.get(actor_id) ?? null },
    }));
}

interface Settled {
  userId: string;
  dueAt: number;
  waiting: readonly StoredNotification[];
}

async function settle(ctx: Context, { userId, dueAt, waiting }: Settled): Promise<void> {
  const ids = waiting.map(({ id }) => id);
  await quietly(ctx, async (db) => {
    if (ids.length > 0)
      await notificationsDb(db)
        .updateTable('notification')
        .set({ mailed_at: ctx.clock.now() })
        .where('id', 'in', ids)
        .execute();
    // More news has set another moment, which stays.
    await notificationsDb(db)
      .updateTable('notification_mail')
      .set({ due_at: null })
      .where('user_id', '=', userId)
      .where('due_at', '=', dueAt)
      .execute();
  });
}

function domainOf(from: string): string {
  return /@([\w.-]+)/.exec(from)?.[1] ?? 'peil';
}
