import { z } from 'zod';
import { defineEndpoint } from '../../../platform/endpoint/define-endpoint.ts';
import { problemRoleSchema } from './me.ts';
import { userStatusSchema } from './users.ts';

const problemId = z.string().meta({ description: 'The problem in which the role counts.' });
const roleParams = z.object({ problemId, userId: z.string(), role: problemRoleSchema });

const peopleSchema = z.object({
  people: z.array(
    z.object({
      userId: z.string(),
      name: z.string(),
      status: userStatusSchema,
      roles: z.array(problemRoleSchema),
      unconfirmed: z.array(problemRoleSchema).meta({
        description: 'Roles they gave themselves: these neither sign nor judge until somebody else has confirmed them.',
      }),
      given: z
        .array(
          z.object({
            role: problemRoleSchema,
            by: z.string().nullable().meta({ description: 'Who gave it; null: it came with beginning the problem.' }),
            at: z.int().meta({ description: 'Epoch milliseconds, UTC.' }),
            confirmedBy: z.string().nullable(),
          }),
        )
        .meta({ description: 'By whom each role was given, and when.' }),
    }),
  ),
});

export const listPeopleOfProblem = defineEndpoint({
  id: 'listPeopleOfProblem',
  method: 'GET',
  path: '/api/problems/:problemId/people',
  permission: 'problem.read',
  summary: 'Who has which role in this problem.',
  params: z.object({ problemId }),
  answer: peopleSchema,
  cli: { command: 'problem people' },
});

export const giveProblemRole = defineEndpoint({
  id: 'giveProblemRole',
  method: 'PUT',
  path: '/api/problems/:problemId/people/:userId/roles/:role',
  permission: 'problem.team',
  summary: 'Gives somebody a role in this problem; one that is held already stays.',
  params: roleParams,
  answer: peopleSchema,
  cli: { command: 'problem give-role' },
});

export const takeProblemRole = defineEndpoint({
  id: 'takeProblemRole',
  method: 'DELETE',
  path: '/api/problems/:problemId/people/:userId/roles/:role',
  permission: 'problem.team',
  summary: 'Takes a role in this problem away. A private problem keeps somebody who can see it.',
  params: roleParams,
  answer: peopleSchema,
  cli: { command: 'problem take-role' },
});

export const confirmProblemRole = defineEndpoint({
  id: 'confirmProblemRole',
  method: 'POST',
  path: '/api/problems/:problemId/people/:userId/roles/:role/confirmation',
  permission: 'problem.team',
  summary: 'Confirms a role that somebody gave themselves, so that it may sign: the second pair of eyes.',
  params: roleParams,
  answer: peopleSchema,
  cli: { command: 'problem confirm-role' },
});

export const refuseProblemRole = defineEndpoint({
  id: 'refuseProblemRole',
  method: 'POST',
  path: '/api/problems/:problemId/people/:userId/roles/:role/refusal',
  permission: 'problem.team',
  summary: 'Refuses a role that somebody gave themselves and that waits for confirmation: it is taken away.',
  params: roleParams,
  answer: peopleSchema,
  cli: { command: 'problem refuse-role' },
});

const mineSchema = z.object({
  roles: z.array(problemRoleSchema),
  unconfirmed: z
    .array(problemRoleSchema)
    .meta({ description: 'Of these roles, those that you gave yourself: they neither sign nor judge yet.' }),
  permissions: z.array(z.string()).meta({ description: 'What you may do here, by the names in the contract.' }),
  private: z.boolean().meta({ description: 'Only people with a role in it know of this problem.' }),
});
export type MineInProblem = z.output<typeof mineSchema>;

export const getMineInProblem = defineEndpoint({
  id: 'getMineInProblem',
  method: 'GET',
  path: '/api/problems/:problemId/me',
  permission: 'problem.read',
  summary: 'Your roles in this problem and what they let you do, so that the page offers only that.',
  params: z.object({ problemId }),
  answer: mineSchema,
});
