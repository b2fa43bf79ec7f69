import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, textField } from '../../platform/endpoint/text-field.ts';
import { answerVerdicts, commentSchema, commentText, moment, problemParams } from './comment-contract.ts';

export const threadKinds = ['remark', 'steering'] as const;
export type ThreadKind = (typeof threadKinds)[number];
export const threadStates = ['open', 'resolved'] as const;
export type ThreadState = (typeof threadStates)[number];

const anchorKind = z
  .string()
  .regex(/^[a-z][a-z_]{0,39}$/, {
    error: inBoth(
      'Write a word in small letters, such as key_result',
      'Schrijf een woord in kleine letters, zoals key_result',
    ),
  })
  .meta({ description: 'What the thing is: opportunity, key_result, value_model, risk, ...' });
const anchorId = idField.meta({ description: 'Id of the thing; of the problem, where a problem has one of them' });
const anchorField = z.string().regex(/^[\w.-]{1,200}$/, {
  error: inBoth(
    'Write a place in it as words with full stops between them, such as values.fn',
    'Schrijf een plek erin als woorden met punten ertussen, zoals values.fn',
  ),
});

export const anchorSchema = z
  .strictObject({
    kind: anchorKind,
    id: anchorId,
    field: anchorField.nullable().meta({ description: 'A place in it; null: the whole of it' }),
  })
  .meta({ id: 'Anchor', description: 'What is talked about' });
export type Anchor = z.infer<typeof anchorSchema>;

const kindField = z.enum(threadKinds).meta({
  description:
    'steering: a remark of the subject matter expert that must be answered, and the answer accepted, before a gate',
});
const stateField = z.enum(threadStates).meta({ description: 'resolved: nothing more is asked here' });

export const threadSchema = z
  .object({
    id: z.string(),
    anchor: anchorSchema,
    kind: kindField,
    state: stateField,
    openedBy: z.string().meta({ description: 'Id of the person who opened it' }),
    openedAt: moment('When it was opened'),
    lastAt: moment('When somebody last said something'),
    commentCount: z.int().meta({ description: 'Comments that can be read, with the one that opened it' }),
    remark: commentSchema.meta({ description: 'The comment that opened it' }),
    answer: z
      .object({ commentId: z.string(), by: z.string(), verdict: z.enum(answerVerdicts) })
      .nullable()
      .meta({ description: 'The answer that stands to a steering remark; null while there is none' }),
    resolvedBy: z.string().nullable(),
    resolvedAt: moment('When it was resolved').nullable(),
    waitsFor: z
      .enum(['answer', 'acceptance'])
      .nullable()
      .meta({ description: 'What an open steering remark still needs; null for other threads' }),
    may: z
      .object({ answer: z.boolean(), resolve: z.boolean(), reopen: z.boolean() })
      .meta({ description: 'What you may do with it now' }),
    version: z.int().meta({ description: 'Send it back in If-Match when you resolve or reopen it' }),
  })
  .meta({ id: 'Thread' });
export type Thread = z.infer<typeof threadSchema>;

export const threadParams = problemParams.extend({ threadId: idField.meta({ description: 'Id of the thread' }) });
const base = '/api/problems/:problemId/conversation';
const one = `${base}/threads/:threadId` as const;

export const listThreads = defineEndpoint({
  id: 'listThreads',
  method: 'GET',
  path: `${base}/threads`,
  permission: 'problem.read',
  summary: 'The threads of the conversation on a problem, the latest first, a page at a time.',
  params: problemParams,
  query: z.object({
    state: z
      .enum([...threadStates, 'all'])
      .default('open')
      .meta({ description: 'open, unless told' }),
    kind: z.exactOptional(kindField),
    of: z
      .enum(['everyone', 'me'])
      .default('everyone')
      .meta({ description: 'me: only threads in which you said something' }),
    anchorKind: z.exactOptional(anchorKind),
    anchorId: z.exactOptional(anchorId),
    anchorField: z.exactOptional(anchorField),
    cursor: z.exactOptional(textField({ max: 300 })).meta({ description: 'The `next` of the page before' }),
    limit: z.coerce.number().int().min(1).max(100).default(25),
  }),
  answer: z.object({
    threads: z.array(threadSchema),
    next: z.string().nullable().meta({ description: 'Cursor of the next page; null when this is the last' }),
  }),
  cli: { command: 'conversation list' },
});

export const countThreads = defineEndpoint({
  id: 'countThreads',
  method: 'GET',
  path: `${base}/counts`,
  permission: 'problem.read',
  summary: 'How many threads stand where, for everything of a problem at once.',
  params: problemParams,
  answer: z.object({
    counts: z.array(
      z.object({
        anchor: anchorSchema,
        open: z.int().meta({ description: 'Open threads, steering remarks among them' }),
        steering: z.int().meta({ description: 'Open steering remarks' }),
        resolved: z.int(),
        comments: z.int().meta({ description: 'Comments that can be read in the open threads' }),
      }),
    ),
  }),
  cli: { command: 'conversation counts' },
});

export const openThread = defineEndpoint({
  id: 'openThread',
  method: 'POST',
  path: `${base}/threads`,
  permission: 'problem.talk',
  summary: 'Opens a thread on anything of a problem with a first comment, or with a steering remark of the expert.',
  params: problemParams,
  body: z.strictObject({ anchor: anchorSchema, kind: kindField.default('remark'), text: commentText }),
  answer: threadSchema,
  status: 201,
  cli: { command: 'conversation open' },
});

export const showThread = defineEndpoint({
  id: 'showThread',
  method: 'GET',
  path: one,
  permission: 'problem.read',
  summary: 'One thread: what it is about, what opened it, and what it waits for.',
  params: threadParams,
  answer: threadSchema,
  cli: { command: 'conversation show' },
});

export const resolveThread = defineEndpoint({
  id: 'resolveThread',
  method: 'POST',
  path: `${one}/resolve`,
  permission: 'problem.talk',
  summary: 'Resolves a thread. Of a steering remark: the expert accepts the answer of somebody else.',
  params: threadParams,
  answer: threadSchema,
  versioned: true,
  cli: { command: 'conversation resolve' },
});

export const reopenThread = defineEndpoint({
  id: 'reopenThread',
  method: 'POST',
  path: `${one}/reopen`,
  permission: 'problem.talk',
  summary: 'Opens a resolved thread again; a steering remark then needs a new answer.',
  params: threadParams,
  answer: threadSchema,
  versioned: true,
  cli: { command: 'conversation reopen' },
});
