import type { Config } from '../../platform/config/config.ts';
import type { Services } from '../../platform/context/context.ts';
import type { EventBus } from '../../platform/events/event-bus.ts';
import { notificationErrors } from './errors.ts';
import { plansMail } from './plan-mail.ts';

export interface Mail {
  to: { name: string; address: string };
  subject: string;
  /** plain text */
  text: string;
  /** the same for the same message, so that one sent twice is seen to be one */
  messageId: string;
}

/** Sends e-mail, or throws why it could not. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}

export const mailSecret = 'smtp.password';

type Needed = Pick<Services, 'config' | 'secrets' | 'events'>;
const given = new WeakMap<EventBus, Mailer>();

/** For tests: the network is the one thing that is played. */
export function giveMailer({ events }: Pick<Services, 'events'>, mailer: Mailer): void {
  given.set(events, mailer);
}

/** By the configured server; throws 409 where there is none. */
export function mailerOf(services: Needed): Mailer {
  if (!plansMail(services.config)) throw notificationErrors.mailNotConfigured();
  return given.get(services.events) ?? { send: (mail) => sendBySmtp(services, mail) };
}

/** The library is loaded only where it is used. */
async function sendBySmtp({ config, secrets }: Needed, { to, subject, text, messageId }: Mail): Promise<void> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(await transportOf(config, () => secrets.find(mailSecret)));
  try {
    await transport.sendMail({ from: config.smtpFrom ?? '', to, subject, text, messageId });
  } finally {
    transport.close();
  }
}

const patience_ms = 20_000;

async function transportOf(config: Config, keptPassword: () => Promise<string | null>) {
  const { smtpHost, smtpPort, smtpSecurity, smtpUser, smtpPassword } = config;
  const pass = smtpPassword ?? (smtpUser === null ? null : await keptPassword());
  return {
    host: smtpHost ?? '',
    port: smtpPort,
    secure: smtpSecurity === 'tls',
    requireTLS: smtpSecurity === 'starttls',
    ignoreTLS: smtpSecurity === 'none',
    ...(smtpUser === null ? {} : { auth: { user: smtpUser, pass: pass ?? '' } }),
    connectionTimeout: patience_ms,
    greetingTimeout: patience_ms,
    socketTimeout: patience_ms,
  };
}
