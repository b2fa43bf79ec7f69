import { z } from 'zod';
import { defineEndpoint } from '../../../platform/endpoint/define-endpoint.ts';
import { idField, textField } from '../../../platform/endpoint/text-field.ts';
import { problemRoleSchema } from './me.ts';

const params = z.object({ problemId: idField.meta({ description: 'The problem in which the role counts.' }) });

const delegationSchema = z.object({
  id: z.string(),
  role: problemRoleSchema,
  fromUserId: z.string(),
  toUserId: z.string().meta({ description: 'Who may sign in this role on behalf of the other.' }),
  reason: z.string(),
  until: z.string().meta({ description: 'The last day: year-month-day.' }),
  givenAt: z.int(),
  endedAt: z.int().nullable(),
});
export type Delegation = z.output<typeof delegationSchema>;

const answer = z.object({ delegations: z.array(delegationSchema) });

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
    role: problemRoleSchema,
    toUserId: idField,
    until: z.iso.date({ error: 'Write the date as year-month-day, such as 2027-06-30' }),
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
  params: params.extend({ delegationId: idField }),
  answer,
  cli: { command: 'problem end-delegation' },
});
