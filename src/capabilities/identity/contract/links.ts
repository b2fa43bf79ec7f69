import { z } from 'zod';
import { defineEndpoint } from '../../../platform/endpoint/define-endpoint.ts';
import { meSchema, nameSchema } from './me.ts';
import { emailSchema, newPasswordSchema } from './session.ts';

/** The secret behind the `#` of a one-time link. */
const secretSchema = z.string().min(1).max(200).meta({ description: 'What stands behind the # of the link.' });

export const offeredLinkSchema = z.object({
  link: z.string().meta({ description: 'Works once. Give it to this person only; nobody else can see it again.' }),
  expiresAt: z.int().meta({ description: 'Epoch milliseconds, UTC.' }),
});
export type OfferedLink = z.output<typeof offeredLinkSchema>;

const linkStateSchema = z.object({
  purpose: z.enum(['first_administrator', 'invitation', 'password_reset']),
  name: z.string(),
  email: z.string().nullable(),
  expiresAt: z.int().meta({ description: 'Epoch milliseconds, UTC.' }),
});
export type LinkState = z.output<typeof linkStateSchema>;

export const lookAtLink = defineEndpoint({
  id: 'lookAtLink',
  method: 'POST',
  path: '/api/one-time-links/look',
  permission: 'public',
  summary: 'What a one-time link is for and whose it is, before it is used.',
  body: z.strictObject({ secret: secretSchema }),
  answer: linkStateSchema,
});

export const becomeFirstAdministrator = defineEndpoint({
  id: 'becomeFirstAdministrator',
  method: 'POST',
  path: '/api/installation/first-administrator',
  permission: 'public',
  summary: 'Uses the link from the terminal: the first administrator, signed in.',
  body: z.strictObject({ secret: secretSchema, name: nameSchema, email: emailSchema, password: newPasswordSchema }),
  answer: meSchema,
  status: 201,
});

export const acceptInvitation = defineEndpoint({
  id: 'acceptInvitation',
  method: 'POST',
  path: '/api/invitations/accept',
  permission: 'public',
  summary: 'Uses an invitation: sets name and password, and signs in.',
  body: z.strictObject({ secret: secretSchema, name: nameSchema, password: newPasswordSchema }),
  answer: meSchema,
  status: 201,
});

export const resetPassword = defineEndpoint({
  id: 'resetPassword',
  method: 'POST',
  path: '/api/password-resets/accept',
  permission: 'public',
  summary: 'Uses the link from an administrator: sets a new password, signs out everywhere, and signs in here.',
  body: z.strictObject({ secret: secretSchema, password: newPasswordSchema }),
  answer: meSchema,
  status: 201,
});

export const openTeam = defineEndpoint({
  id: 'openTeam',
  method: 'POST',
  path: '/api/installation/team',
  permission: 'organisation.administer',
  summary: 'From personal to team mode, for good: the owner becomes the first administrator and keeps everything.',
  body: z.strictObject({ name: nameSchema.exactOptional(), email: emailSchema, password: newPasswordSchema }),
  answer: meSchema,
  status: 201,
});
