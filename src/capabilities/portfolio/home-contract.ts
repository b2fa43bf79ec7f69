import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { textField } from '../../platform/endpoint/text-field.ts';
import { atStakeSchema } from '../formulation/contract.ts';
import { problemRoleSchema } from '../identity/contract.ts';
import { askKinds } from './asks.ts';
import { stages } from './stages.ts';

const moment = (description: string) => z.int().meta({ description: `${description}; epoch milliseconds, UTC` });
export const cursorField = z
  .exactOptional(textField({ max: 4000 }))
  .meta({ description: 'The `next` of the page before' });

/** Where in the page of the problem something is done. */
export const placeSchema = z
  .object({
    station: z.string().meta({ description: 'Station of the thread' }),
    field: z.string().nullable().meta({ description: 'Place within the station' }),
    talk: z.string().nullable().meta({ description: 'Conversation to open: kind, id and field with colons between' }),
  })
  .meta({ description: 'The exact place in the page of the problem' });

export const workItemSchema = z
  .object({
    id: z.string().meta({ description: 'Unique within its problem' }),
    kind: z.enum(askKinds),
    sentence: z.string().meta({ description: 'What is asked, in the language of who asks' }),
    problemId: z.string(),
    problemTitle: z.string(),
    stage: z.enum(stages),
    atStake: atStakeSchema.nullable(),
    roles: z.array(problemRoleSchema).meta({ description: 'As whom you are asked; empty where it is you by name' }),
    since: moment('Since when it is asked'),
    due: z.string().nullable().meta({ description: 'Year-month-day' }),
    dueState: z.enum(['none', 'later', 'soon', 'overdue']).meta({ description: 'soon: within a week' }),
    place: placeSchema,
  })
  .meta({ id: 'WorkItem' });
export type WorkItem = z.infer<typeof workItemSchema>;

export const listWorkItems = defineEndpoint({
  id: 'listWorkItems',
  method: 'GET',
  path: '/api/home',
  permission: 'self',
  summary: 'What needs you, over all problems: the most euros at stake first, then the most pressing.',
  query: z.object({
    role: z.exactOptional(problemRoleSchema).meta({ description: 'Only what is asked of you in this role' }),
    cursor: cursorField,
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  answer: z.object({
    items: z.array(workItemSchema),
    next: z.string().nullable().meta({ description: 'Cursor of the next page; null when this is the last' }),
    total: z.int().meta({ description: 'How many there are with this filter; counted up to 1,000' }),
    roles: z.array(problemRoleSchema).meta({ description: 'The roles that you have in any problem' }),
    isAlone: z.boolean().meta({ description: 'Personal mode: one person holds every role' }),
  }),
  cli: { command: 'home list' },
});
