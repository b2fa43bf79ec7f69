import { z } from 'zod';
import { idField } from '../../../platform/endpoint/text-field.ts';
import { defineEndpoint } from '../../../platform/endpoint/define-endpoint.ts';
import { offeredLinkSchema } from './links.ts';
import { nameSchema, organisationRoleSchema, problemRoleSchema } from './me.ts';
import { emailSchema } from './session.ts';

export const userStatusSchema = z.enum(['invited', 'active', 'inactive', 'erased']).meta({
  description: 'invited: has not joined yet. inactive: has left. erased: name and e-mail are gone, the id stays.',
});
const userIdSchema = z.object({ userId: z.string().meta({ description: 'The id of a person, as in the list.' }) });

const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  status: userStatusSchema,
  organisationRole: organisationRoleSchema,
});
const userSchema = personSchema.extend({
  email: z.string().nullable(),
  createdAt: z.int().meta({ description: 'Epoch milliseconds, UTC.' }),
  version: z.int(),
});
export type User = z.output<typeof userSchema>;

const search = z.object({
  q: z.string().trim().min(1).max(100).exactOptional().meta({ description: 'Part of the name.' }),
  status: userStatusSchema.exactOptional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  offset: z.coerce.number().int().min(0).default(0),
});
const total = z.int().meta({ description: 'How many there are in all, beyond this page.' });

export const listPeople = defineEndpoint({
  id: 'listPeople',
  method: 'GET',
  path: '/api/people',
  permission: 'organisation.read',
  summary: 'The people of the organisation by name, to choose from; without e-mail addresses.',
  query: search,
  answer: z.object({ people: z.array(personSchema), total }),
});

export const listUsers = defineEndpoint({
  id: 'listUsers',
  method: 'GET',
  path: '/api/users',
  permission: 'organisation.administer',
  summary: 'The accounts of the organisation by name, for administrators.',
  query: search,
  answer: z.object({ users: z.array(userSchema), total }),
  cli: { command: 'user list' },
});

export const getUser = defineEndpoint({
  id: 'getUser',
  method: 'GET',
  path: '/api/users/:userId',
  permission: 'organisation.administer',
  summary: 'One account, with the problems in which the person has a role.',
  params: userIdSchema,
  answer: userSchema.extend({
    problemRoles: z.array(z.object({ problemId: z.string(), roles: z.array(problemRoleSchema) })),
  }),
  cli: { command: 'user show' },
});

const invitedSchema = offeredLinkSchema.extend({ userId: z.string() });
export type Invited = z.output<typeof invitedSchema>;

export const inviteUser = defineEndpoint({
  id: 'inviteUser',
  method: 'POST',
  path: '/api/users/invitations',
  permission: 'organisation.administer',
  summary: 'Invites somebody: makes the account and the one-time link to hand over.',
  body: z.strictObject({
    email: emailSchema,
    name: nameSchema.exactOptional(),
    organisationRole: organisationRoleSchema.default('member'),
    problemRoles: z
      .array(z.object({ problemId: idField, roles: z.array(problemRoleSchema).min(1).max(9) }))
      .max(100)
      .default([])
      .meta({ description: 'Roles in problems, held from the moment the person joins.' }),
  }),
  answer: invitedSchema,
  status: 201,
  cli: { command: 'user invite' },
});

export const inviteAgain = defineEndpoint({
  id: 'inviteAgain',
  method: 'POST',
  path: '/api/users/:userId/invitation',
  permission: 'organisation.administer',
  summary: 'A new link for who has not joined yet; the old one stops working.',
  params: userIdSchema,
  answer: offeredLinkSchema,
  status: 201,
  cli: { command: 'user invite-again' },
});

export const offerPasswordReset = defineEndpoint({
  id: 'offerPasswordReset',
  method: 'POST',
  path: '/api/users/:userId/password-reset',
  permission: 'organisation.administer',
  summary: 'A one-time link with which this person sets a new password.',
  params: userIdSchema,
  answer: offeredLinkSchema,
  status: 201,
  cli: { command: 'user reset-password' },
});

export const updateUser = defineEndpoint({
  id: 'updateUser',
  method: 'PATCH',
  path: '/api/users/:userId',
  permission: 'organisation.administer',
  summary: 'Changes name, e-mail address or role in the organisation. The last administrator stays one.',
  params: userIdSchema,
  body: z.strictObject({
    name: nameSchema.exactOptional(),
    email: emailSchema.exactOptional(),
    organisationRole: organisationRoleSchema.exactOptional(),
  }),
  answer: userSchema,
  cli: { command: 'user update' },
});

export const deactivateUser = defineEndpoint({
  id: 'deactivateUser',
  method: 'POST',
  path: '/api/users/:userId/deactivation',
  permission: 'organisation.administer',
  summary: 'For leavers: ends sessions, tokens and links at once. Roles are kept, should the person return.',
  params: userIdSchema,
  answer: userSchema,
  cli: { command: 'user deactivate' },
});

export const reactivateUser = defineEndpoint({
  id: 'reactivateUser',
  method: 'DELETE',
  path: '/api/users/:userId/deactivation',
  permission: 'organisation.administer',
  summary: 'Lets somebody who left sign in again, with the old password and roles; tokens are made anew.',
  params: userIdSchema,
  answer: userSchema,
  cli: { command: 'user reactivate' },
});

export const handOverRoles = defineEndpoint({
  id: 'handOverRoles',
  method: 'POST',
  path: '/api/users/:userId/handover',
  permission: 'organisation.administer',
  summary:
    'Gives whoever takes over every role of somebody who leaves, with their open items and conditions, so that what waits for a signature waits for them.',
  params: userIdSchema,
  body: z.strictObject({ toUserId: idField.meta({ description: 'Who takes over.' }) }),
  answer: z.object({
    problems: z.int().meta({ description: 'In how many problems roles were given.' }),
    roles: z.int().meta({ description: 'How many roles were given; those held already stay.' }),
    items: z.int().meta({ description: 'How many open items of checklists are theirs from now on.' }),
    conditions: z.int().meta({ description: 'How many open conditions are theirs to see to from now on.' }),
  }),
  cli: { command: 'user hand-over' },
});

export const eraseUser = defineEndpoint({
  id: 'eraseUser',
  method: 'POST',
  path: '/api/users/:userId/erasure',
  permission: 'organisation.administer',
  summary: 'Erases name and e-mail address for good. The id stays, so that the audit trail stays whole.',
  params: userIdSchema,
  answer: userSchema,
  cli: { command: 'user erase' },
});
