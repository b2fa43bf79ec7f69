import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, textField } from '../../platform/endpoint/text-field.ts';

export const commentKinds = ['remark', 'comment', 'answer'] as const;
export type CommentKind = (typeof commentKinds)[number];
export const answerVerdicts = ['taken_over', 'not_taken_over'] as const;
export type AnswerVerdict = (typeof answerVerdicts)[number];

export const moment = (description: string) => z.int().meta({ description: `${description}; epoch milliseconds, UTC` });
export const problemParams = z.object({ problemId: idField.meta({ description: 'Id of the problem' }) });
const threadParams = problemParams.extend({ threadId: idField.meta({ description: 'Id of the thread' }) });
const commentParams = problemParams.extend({ commentId: idField.meta({ description: 'Id of the comment' }) });

/** In UTF-16 units. */
export const longestComment = 10_000;
const written = textField({ max: longestComment, min: 1 }).refine((text) => text.trim() !== '', {
  error: inBoth('Write something: this is only space', 'Schrijf iets: dit is alleen witruimte'),
});
export const commentText = written.meta({
  description: 'Plain text over several lines; @[id] mentions the person with that id',
});
const verdictField = z
  .enum(answerVerdicts)
  .meta({ description: 'What becomes of the steering remark: taken over, or not, because of what the text says' });

export const commentSchema = z
  .object({
    id: z.string(),
    threadId: z.string(),
    position: z.int().meta({ description: 'From 1, in the order in which they were written' }),
    kind: z.enum(commentKinds).meta({ description: 'remark: opened the thread; answer: to a steering remark' }),
    verdict: verdictField.nullable(),
    authorId: z.string(),
    state: z
      .enum(['shown', 'removed', 'erased'])
      .meta({ description: 'removed: by who wrote it, who can undo that; erased: gone for good' }),
    text: z.string().nullable().meta({ description: 'null where it was removed or erased' }),
    createdAt: moment('When it was written'),
    editedAt: moment('When it was last edited').nullable(),
    version: z.int().meta({ description: 'Send it back in If-Match when you edit this' }),
  })
  .meta({ id: 'Comment' });
export type Comment = z.infer<typeof commentSchema>;

const base = '/api/problems/:problemId/conversation';
const one = `${base}/comments/:commentId` as const;

export const listComments = defineEndpoint({
  id: 'listComments',
  method: 'GET',
  path: `${base}/threads/:threadId/comments`,
  permission: 'problem.read',
  summary: 'The comments of a thread in the order in which they were written, a page at a time.',
  params: threadParams,
  query: z.object({
    after: z.coerce
      .number()
      .int()
      .min(0)
      .max(2_000_000_000)
      .default(0)
      .meta({ description: 'Position of the last comment of the page before' }),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  answer: z.object({
    comments: z.array(commentSchema),
    next: z.int().nullable().meta({ description: 'The `after` of the next page; null when this is the last' }),
  }),
  cli: { command: 'comment list' },
});

export const writeComment = defineEndpoint({
  id: 'writeComment',
  method: 'POST',
  path: `${base}/threads/:threadId/comments`,
  permission: 'problem.talk',
  summary: 'Says something in a thread; with a verdict it is the answer to a steering remark.',
  params: threadParams,
  body: z.strictObject({ text: commentText, verdict: z.exactOptional(verdictField) }),
  answer: commentSchema,
  status: 201,
  cli: { command: 'comment write' },
});

export const editComment = defineEndpoint({
  id: 'editComment',
  method: 'PATCH',
  path: one,
  permission: 'problem.talk',
  summary: 'Changes a comment of your own; it then says that it was edited, and what it said before stays readable.',
  params: commentParams,
  body: z.strictObject({ text: commentText }),
  answer: commentSchema,
  versioned: true,
  cli: { command: 'comment edit' },
});

export const removeComment = defineEndpoint({
  id: 'removeComment',
  method: 'DELETE',
  path: one,
  permission: 'problem.talk',
  summary: 'Removes a comment of your own; its place stays, and it can be restored.',
  params: commentParams,
  answer: commentSchema,
  cli: { command: 'comment remove' },
});

export const restoreComment = defineEndpoint({
  id: 'restoreComment',
  method: 'POST',
  path: `${one}/restore`,
  permission: 'problem.talk',
  summary: 'Undoes the removal of a comment of your own.',
  params: commentParams,
  answer: commentSchema,
  cli: { command: 'comment restore' },
});

export const eraseComment = defineEndpoint({
  id: 'eraseComment',
  method: 'POST',
  path: `${one}/erase`,
  permission: 'problem.talk',
  summary: 'Erases the text of a comment for good, as its writer or as an administrator; that it was there stays.',
  params: commentParams,
  answer: commentSchema,
  cli: { command: 'comment erase' },
});

export const listEarlierTexts = defineEndpoint({
  id: 'listEarlierTexts',
  method: 'GET',
  path: `${one}/earlier-texts`,
  permission: 'problem.read',
  summary: 'What a comment said before it was edited, the latest first.',
  params: commentParams,
  answer: z.object({
    texts: z.array(z.object({ version: z.int(), text: z.string(), writtenAt: moment('When it was written') })),
  }),
  cli: { command: 'comment earlier' },
});
