import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { textField } from '../../platform/endpoint/text-field.ts';

export const mailChoices = ['at_once', 'digest', 'never'] as const;
export type MailChoice = (typeof mailChoices)[number];

const choiceField = z.enum(mailChoices).meta({
  description: 'at_once: each by itself; digest: together, after 10 minutes without news; never: in the page only',
});

const ownMailSchema = z.object({
  choice: choiceField,
  isConfigured: z.boolean().meta({ description: 'This installation can send e-mail at all' }),
  hasAddress: z.boolean().meta({ description: 'Your account has an e-mail address' }),
});

export const getOwnMail = defineEndpoint({
  id: 'getOwnMail',
  method: 'GET',
  path: '/api/notifications/mail',
  permission: 'self',
  summary: 'Whether and when you get notifications by e-mail.',
  answer: ownMailSchema,
  cli: { command: 'notification mail' },
});

export const chooseMail = defineEndpoint({
  id: 'chooseMail',
  method: 'PUT',
  path: '/api/notifications/mail',
  permission: 'self',
  summary: 'Chooses when you get notifications by e-mail.',
  body: z.strictObject({ choice: choiceField }),
  answer: ownMailSchema,
  cli: { command: 'notification choose-mail' },
});

const mailServerSchema = z.object({
  isConfigured: z.boolean(),
  host: z.string().nullable(),
  port: z.int(),
  security: z.enum(['starttls', 'tls', 'none']),
  user: z.string().nullable(),
  from: z.string().nullable(),
  password: z.enum(['configured', 'kept', 'none']).meta({
    description: 'Where the password comes from: the configuration, the secrets, or nowhere. Never told itself',
  }),
});

export const getMailServer = defineEndpoint({
  id: 'getMailServer',
  method: 'GET',
  path: '/api/mail-server',
  permission: 'organisation.administer',
  summary: 'By which server this installation sends e-mail, without the password.',
  answer: mailServerSchema,
  cli: { command: 'mail show' },
});

export const keepMailPassword = defineEndpoint({
  id: 'keepMailPassword',
  method: 'PUT',
  path: '/api/mail-server/password',
  permission: 'organisation.administer',
  summary: 'Keeps the password of the mail server among the secrets; null forgets it.',
  body: z.strictObject({ password: textField({ max: 1000, min: 1 }).nullable() }),
  answer: mailServerSchema,
  cli: { command: 'mail password' },
});

export const sendTestMail = defineEndpoint({
  id: 'sendTestMail',
  method: 'POST',
  path: '/api/mail-server/test',
  permission: 'organisation.administer',
  summary: 'Sends an e-mail to yourself, to see whether it arrives.',
  answer: z.object({ to: z.string() }),
  cli: { command: 'mail test' },
});
