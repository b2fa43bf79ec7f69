import { z } from 'zod';
import { oneFieldAtLeast } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, lineField, textField } from '../../platform/endpoint/text-field.ts';
import { problemRoleSchema } from '../identity/contract.ts';
import { moment, problemParams, removedSchema, versionField } from './shared-contract.ts';

export const approachKinds = [
  'baseline_rule',
  'linear',
  'trees',
  'neural_network',
  'neighbours',
  'forecasting',
  'language_model',
  'optimisation',
  'buy',
  'other',
] as const;
export type ApproachKind = (typeof approachKinds)[number];

export const voteChoices = ['for', 'against', 'unsure'] as const;
export type VoteChoice = (typeof voteChoices)[number];

const fields = {
  kind: z.enum(approachKinds).meta({ description: 'The kind of model, or another route' }),
  title: lineField({ max: 200, min: 1 }).meta({ description: 'What it is called' }),
  idea: textField({ max: 5000 }).meta({ description: 'How it would solve the problem' }),
  pros: textField({ max: 5000 }).meta({ description: 'What speaks for it, a line each' }),
  cons: textField({ max: 5000 }).meta({ description: 'What speaks against it, a line each' }),
};

export const voteSchema = z.object({
  userId: z.string(),
  role: problemRoleSchema.meta({ description: 'The role in which it was given' }),
  choice: z.enum(voteChoices),
  reason: z.string(),
  at: moment('When it was given or changed'),
});
export type Vote = z.infer<typeof voteSchema>;

export const approachSchema = z
  .object({
    id: z.string(),
    position: z.int().meta({ description: 'From 0' }),
    ...fields,
    suggestion: z.string().nullable().meta({ description: 'Key of the suggestion it began as' }),
    votes: z.array(voteSchema).meta({ description: 'One a person, the oldest first' }),
    createdBy: z.string(),
    version: versionField,
  })
  .meta({ id: 'Approach' });
export type Approach = z.infer<typeof approachSchema>;
export type ApproachFields = Pick<Approach, keyof typeof fields>;

export const suggestionSchema = z.object({ key: z.string(), ...fields });
export type Suggestion = z.infer<typeof suggestionSchema>;

export const boardSchema = z
  .object({
    isOpen: z.boolean().meta({ description: 'Whether the data was found adequate at gate G2' }),
    closedBecause: z.string().nullable().meta({ description: 'Why it is closed, in your language; null when open' }),
    task: z.string().meta({ description: 'The task of the translation; empty: not chosen' }),
    approaches: z.array(approachSchema),
    suggestions: z.array(suggestionSchema).meta({ description: 'For this task, those that are not on the board' }),
  })
  .meta({ id: 'ApproachesBoard' });
export type Board = z.infer<typeof boardSchema>;

const params = problemParams.extend({ approachId: idField.meta({ description: 'Id of the approach' }) });

export const readBoard = defineEndpoint({
  id: 'readBoard',
  method: 'GET',
  path: '/api/problems/:problemId/approaches',
  permission: 'problem.read',
  summary: 'The board of approaches: kinds of models and other routes, with pros, cons, votes, and suggestions.',
  params: problemParams,
  answer: boardSchema,
  cli: { command: 'approach list' },
});

export const createApproach = defineEndpoint({
  id: 'createApproach',
  method: 'POST',
  path: '/api/problems/:problemId/approaches',
  permission: 'problem.write',
  summary: 'Puts an approach on the board; a title is enough to begin with.',
  params: problemParams,
  body: z.strictObject({
    kind: fields.kind.default('other'),
    title: fields.title,
    idea: fields.idea.default(''),
    pros: fields.pros.default(''),
    cons: fields.cons.default(''),
  }),
  answer: approachSchema,
  status: 201,
  cli: { command: 'approach create' },
});

export const takeSuggestions = defineEndpoint({
  id: 'takeSuggestions',
  method: 'POST',
  path: '/api/problems/:problemId/approaches/suggested',
  permission: 'problem.write',
  summary:
    'Puts suggestions for this task on the board, in your language; those that are there already stay as they are.',
  params: problemParams,
  body: z.strictObject({ keys: z.array(idField).min(1).max(20).meta({ description: 'Keys of suggestions' }) }),
  answer: boardSchema,
  status: 201,
  cli: { command: 'approach suggest' },
});

export const editApproach = defineEndpoint({
  id: 'editApproach',
  method: 'PATCH',
  path: '/api/problems/:problemId/approaches/:approachId',
  permission: 'problem.write',
  summary: 'Changes one or more fields of an approach.',
  params,
  body: z
    .strictObject({
      kind: z.exactOptional(fields.kind),
      title: z.exactOptional(fields.title),
      idea: z.exactOptional(fields.idea),
      pros: z.exactOptional(fields.pros),
      cons: z.exactOptional(fields.cons),
    })
    .refine((given) => Object.keys(given).length > 0, { error: oneFieldAtLeast }),
  answer: approachSchema,
  versioned: true,
  cli: { command: 'approach edit' },
});

export const removeApproach = defineEndpoint({
  id: 'removeApproach',
  method: 'DELETE',
  path: '/api/problems/:problemId/approaches/:approachId',
  permission: 'problem.write',
  summary: 'Takes an approach off the board; it can be restored, with its votes.',
  params,
  answer: removedSchema,
  cli: { command: 'approach remove' },
});

export const restoreApproach = defineEndpoint({
  id: 'restoreApproach',
  method: 'POST',
  path: '/api/problems/:problemId/approaches/:approachId/restore',
  permission: 'problem.write',
  summary: 'Undoes the removal of an approach.',
  params,
  answer: approachSchema,
  cli: { command: 'approach restore' },
});

export const voteOnApproach = defineEndpoint({
  id: 'voteOnApproach',
  method: 'PUT',
  path: '/api/problems/:problemId/approaches/:approachId/vote',
  permission: 'approach.vote',
  summary: 'Your vote on an approach, in a role that you hold; a new one takes the place of the one before.',
  params,
  body: z.strictObject({
    role: problemRoleSchema,
    choice: z.enum(voteChoices),
    reason: textField({ max: 2000 }).default(''),
  }),
  answer: approachSchema,
  cli: { command: 'approach vote' },
});

export const withdrawVote = defineEndpoint({
  id: 'withdrawVote',
  method: 'DELETE',
  path: '/api/problems/:problemId/approaches/:approachId/vote',
  permission: 'approach.vote',
  summary: 'Takes your vote on an approach back.',
  params,
  answer: approachSchema,
  cli: { command: 'approach unvote' },
});
