import { z } from 'zod';
import { dateWritten } from '../../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../../platform/endpoint/define-endpoint.ts';
import { idField, textField } from '../../../platform/endpoint/text-field.ts';
import { problemRoleSchema } from './me.ts';

const params = z.object({ problemId: idField.meta({ description: 'The problem in which the role counts.' }) });

const delegationSchema = z.object({
  id: z.string(),
  problemId: z.string().nullable().meta({ description: 'null: in every problem in which the other has a role.' }),
  role: problemRoleSchema.nullable().meta({ description: 'null: every role that the other has.' }),
  fromUserId: z.string(),
  toUserId: z.string().meta({ description: 'Who may sign in this role on behalf of the other.' }),
  reason: z.string(),
  until: z.string().meta({ description: 'The last day: year-month-day.' }),
  givenAt: z.int(),
  endedAt: z.int().nullable(),
});
export type Delegation = z.output<typeof delegationSchema>;

const ownDelegationSchema = delegationSchema.extend({
  problemTitle: z
    .string()
    .nullable()
    .meta({ description: 'null: it holds everywhere, or in a problem that is deleted or that you cannot see.' }),
});
export type OwnDelegation = z.output<typeof ownDelegationSchema>;

const until = z.iso.date({ error: dateWritten });
const delegationId = idField.meta({ description: 'The delegation, as in the list.' });
const answer = z.object({ delegations: z.array(delegationSchema) });
const ownAnswer = z.object({ delegations: z.array(ownDelegationSchema) });

export const listDelegations = defineEndpoint({
  id: 'listDelegations',
  method: 'GET',
  path: '/api/problems/:problemId/delegations',
  permission: 'problem.read',
  summary: 'Who may sign on behalf of whom in this problem, the latest first.',
  params,
  answer,
  cli: { command: 'problem delegations' },
});

export const delegateRole = defineEndpoint({
  id: 'delegateRole',
  method: 'POST',
  path: '/api/problems/:problemId/delegations',
  permission: 'gate.sign',
  summary: 'Lets somebody sign in a role of yours until a day.',
  params,
  body: z.strictObject({
    role: problemRoleSchema.nullable().meta({ description: 'null: every role that you have here.' }),
    toUserId: idField,
    until,
    reason: textField({ max: 1000, min: 1 }),
  }),
  answer,
  status: 201,
  cli: { command: 'problem delegate' },
});

export const endDelegation = defineEndpoint({
  id: 'endDelegation',
  method: 'DELETE',
  path: '/api/problems/:problemId/delegations/:delegationId',
  permission: 'problem.read',
  summary: 'Ends a delegation; what was signed stays signed.',
  params: params.extend({ delegationId }),
  answer,
  cli: { command: 'problem end-delegation' },
});

export const listOwnDelegations = defineEndpoint({
  id: 'listOwnDelegations',
  method: 'GET',
  path: '/api/me/delegations',
  permission: 'self',
  summary: 'Who may sign on your behalf, and on whose behalf you may, in every problem; the latest first.',
  answer: ownAnswer,
  cli: { command: 'me delegations' },
});

export const delegateEverything = defineEndpoint({
  id: 'delegateEverything',
  method: 'POST',
  path: '/api/me/delegations',
  permission: 'self',
  summary: 'Lets somebody sign in every role of yours, in every problem that they can see, until a day.',
  body: z.strictObject({ toUserId: idField, until, reason: textField({ max: 1000, min: 1 }) }),
  answer: ownAnswer,
  status: 201,
  cli: { command: 'me delegate' },
});

export const endOwnDelegation = defineEndpoint({
  id: 'endOwnDelegation',
  method: 'DELETE',
  path: '/api/me/delegations/:delegationId',
  permission: 'self',
  summary: 'Ends a delegation that you gave or were given; what was signed stays signed.',
  params: z.object({ delegationId }),
  answer: ownAnswer,
  cli: { command: 'me end-delegation' },
});
