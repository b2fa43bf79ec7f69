import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, lineField, textField } from '../../platform/endpoint/text-field.ts';
import { decisionSchema } from '../decisions/contract.ts';

export const phases = ['formulation', 'modelling', 'release', 'operation', 'retired', 'stopped'] as const;
export const phaseSchema = z.enum(phases).meta({ description: 'Where the problem stands; stopped after a no-go' });
export type Phase = z.infer<typeof phaseSchema>;

export const stationStates = ['done', 'open', 'not_yet'] as const;
export const stationStateSchema = z
  .enum(stationStates)
  .meta({ description: 'done: nothing is missing; open: can be worked on; not_yet: opens after an earlier station' });
export type StationState = z.infer<typeof stationStateSchema>;

export const problemParams = z.object({ problemId: idField.meta({ description: 'Id of the problem' }) });

/** Id of something within the problem; always looked up within that problem. */
export function withinProblem<const Name extends string>(name: Name, description: string) {
  return problemParams.extend({ [name]: idField.meta({ description }) } as Record<Name, z.ZodType<string, string>>);
}

export const moment = (description: string) => z.int().meta({ description: `${description}; epoch milliseconds, UTC` });
/** What removing answers: it can be undone by restoring the same id. */
export const removedSchema = z.object({ id: z.string(), removedAt: moment('When it was removed') });
export const orderBody = z.strictObject({
  ids: z.array(idField).max(100).meta({ description: 'All ids, in the new order' }),
});
export const versionField = z.int().meta({ description: 'Send it back in If-Match when you change this' });

export const titleField = lineField({ max: 200, min: 1 }).meta({ description: 'One line that names the problem' });
const privacyField = z.boolean().meta({ description: 'Only people with a role in the problem see it' });

export const problemSchema = z
  .object({
    id: z.string(),
    title: titleField,
    phase: phaseSchema,
    isPrivate: privacyField,
    version: versionField,
    createdAt: moment('When it was created'),
    createdBy: z.string().meta({ description: 'Id of the person who created it' }),
    changedAt: moment('When anything in it last changed'),
    stoppedBy: decisionSchema
      .nullable()
      .meta({ description: 'The no-go that made it read-only; only a new decision (reopen) opens it again' }),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;

export const atStakeSchema = z
  .object({
    amount: z.string().meta({ description: 'A year, as a decimal string' }),
    currency: z.string(),
    basis: z
      .enum(['cost_today', 'ceiling'])
      .meta({ description: 'What today’s practice costs a year; or the most that perfect decisions could save' }),
    brings: z
      .exactOptional(
        z.object({
          low: z.string(),
          high: z.string(),
          performance: z
            .enum(['expected', 'perfect'])
            .meta({ description: 'Of the model the team expects, or a perfect one' }),
        }),
      )
      .meta({
        description:
          'What a model brings a year after its costs, in nine of ten cases between low and high; absent where it was priced by an older release',
      }),
  })
  .meta({ id: 'AtStake', description: 'What the problem is about in money, from its value model' });
export type AtStake = z.infer<typeof atStakeSchema>;

export const problemSummarySchema = z
  .object({
    id: z.string(),
    title: z.string(),
    phase: phaseSchema,
    isPrivate: privacyField,
    stations: z.object({
      opportunity: stationStateSchema,
      requirements: stationStateSchema,
      value: stationStateSchema,
      decision: stationStateSchema,
    }),
    completeness: z
      .int()
      .min(0)
      .max(100)
      .meta({ description: 'Share of what the go needs that is there, in per cent' }),
    openItems: z.int().meta({ description: 'Number of things that the go still needs' }),
    atStake: atStakeSchema.nullable(),
    lastDecision: decisionSchema
      .pick({ id: true, gate: true, outcome: true, reasons: true, redirect: true, at: true })
      .nullable()
      .meta({ description: 'Reasons and redirect shortened to 500 characters; the decision itself has them whole' }),
    createdAt: moment('When it was created: its age'),
    changedAt: moment('When anything in it last changed'),
  })
  .meta({ id: 'ProblemSummary' });
export type ProblemSummary = z.infer<typeof problemSummarySchema>;

export const createProblem = defineEndpoint({
  id: 'createProblem',
  method: 'POST',
  path: '/api/problems',
  permission: 'problem.create',
  summary: 'Begins a problem: a title is enough; with a template it has what that holds.',
  body: z.strictObject({
    title: titleField,
    isPrivate: z.exactOptional(privacyField),
    templateId: z.exactOptional(idField).meta({ description: 'Id of the template to begin with' }),
  }),
  answer: problemSchema,
  status: 201,
  cli: { command: 'problem create' },
});

export const problemSorts = ['changed', 'created', 'title', 'at_stake', 'open_items'] as const;
export type ProblemSort = (typeof problemSorts)[number];

export const listProblems = defineEndpoint({
  id: 'listProblems',
  method: 'GET',
  path: '/api/problems',
  permission: 'problem.list',
  summary: 'The problems you may read, a page at a time.',
  query: z.object({
    phase: z.exactOptional(phaseSchema),
    text: z.exactOptional(textField({ max: 200 })).meta({
      description: 'Words that all occur in title, opportunity, or the reasons, redirect and lessons of a decision',
    }),
    sort: z
      .enum(problemSorts)
      .default('changed')
      .meta({ description: 'changed, created, at_stake and open_items: highest first; title: by alphabet' }),
    // Holds a title as it is sorted: 400 characters, each up to six bytes as JSON, a third more as base64.
    cursor: z.exactOptional(textField({ max: 4000 })).meta({ description: 'The `next` of the page before' }),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  answer: z.object({
    problems: z.array(problemSummarySchema),
    next: z.string().nullable().meta({ description: 'Cursor of the next page; null when this is the last' }),
  }),
  cli: { command: 'problem list' },
});

export const readProblem = defineEndpoint({
  id: 'readProblem',
  method: 'GET',
  path: '/api/problems/:problemId',
  permission: 'problem.read',
  summary: 'One problem: its title, phase and, when it was stopped, by which decision.',
  params: problemParams,
  answer: problemSchema,
  cli: { command: 'problem show' },
});

export const renameProblem = defineEndpoint({
  id: 'renameProblem',
  method: 'PATCH',
  path: '/api/problems/:problemId',
  permission: 'problem.write',
  summary: 'Gives the problem another title.',
  params: problemParams,
  body: z.strictObject({ title: titleField }),
  answer: problemSchema,
  versioned: true,
  cli: { command: 'problem rename' },
});

export const changePrivacy = defineEndpoint({
  id: 'changePrivacy',
  method: 'PUT',
  path: '/api/problems/:problemId/privacy',
  permission: 'problem.privacy',
  summary: 'Makes the problem private, or open to every member again.',
  params: problemParams,
  body: z.strictObject({ isPrivate: privacyField }),
  answer: problemSchema,
  cli: { command: 'problem privacy' },
});

export const deleteProblem = defineEndpoint({
  id: 'deleteProblem',
  method: 'DELETE',
  path: '/api/problems/:problemId',
  permission: 'problem.write',
  summary: 'Deletes a problem on which nothing was decided yet; it can be restored.',
  params: problemParams,
  answer: z.object({ id: z.string(), title: z.string(), deletedAt: moment('When it was deleted') }),
  cli: { command: 'problem delete' },
});

export const restoreProblem = defineEndpoint({
  id: 'restoreProblem',
  method: 'POST',
  path: '/api/problems/:problemId/restore',
  permission: 'problem.write',
  summary: 'Undoes the deletion of a problem.',
  params: problemParams,
  answer: problemSchema,
  cli: { command: 'problem restore' },
});
