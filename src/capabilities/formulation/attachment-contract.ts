import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { lineField, textField } from '../../platform/endpoint/text-field.ts';
import { moment, problemParams, removedSchema, withinProblem } from './problem-contract.ts';

export const attachmentKinds = ['file', 'image', 'link'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** The largest file that is taken, in bytes: 25 MB. */
export const attachmentLimit_bytes = 25 * 1024 * 1024;

const params = withinProblem('attachmentId', 'Id of the attachment');
const titleField = lineField({ max: 200, min: 1 }).meta({ description: 'What it is, in a line' });

const urlField = textField({ max: 2000, min: 1 })
  .refine(isWebAddress, {
    error: inBoth(
      'Give an address that begins with http:// or https://, without a password in it',
      'Geef een adres dat begint met http:// of https://, zonder wachtwoord erin',
    ),
  })
  .meta({ description: 'An address that begins with http:// or https://' });

function isWebAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && ['http:', 'https:'].includes(url.protocol) && url.password === '';
}

export const attachmentSchema = z
  .object({
    id: z.string(),
    kind: z.enum(attachmentKinds).meta({ description: 'By its first bytes, whatever its name says' }),
    title: titleField,
    url: z.string().nullable().meta({ description: 'Of a link' }),
    sha256: z.string().nullable().meta({ description: 'Of a file: the SHA-256 of what is in it' }),
    mediaType: z.string().nullable().meta({ description: 'Of an image; other files are application/octet-stream' }),
    size_bytes: z.int().nullable(),
    addedBy: z.string().meta({ description: 'Id of the person' }),
    addedAt: moment('When it was added'),
  })
  .meta({ id: 'Attachment' });
export type Attachment = z.infer<typeof attachmentSchema>;

export const listAttachments = defineEndpoint({
  id: 'listAttachments',
  method: 'GET',
  path: '/api/problems/:problemId/attachments',
  permission: 'problem.read',
  summary: 'The evidence of the opportunity beside its text: files, images and links, oldest first.',
  params: problemParams,
  answer: z.object({ attachments: z.array(attachmentSchema) }),
  cli: { command: 'attachment list' },
});

export const addLink = defineEndpoint({
  id: 'addLink',
  method: 'POST',
  path: '/api/problems/:problemId/attachments/links',
  permission: 'problem.write',
  summary: 'Adds a link to the evidence.',
  params: problemParams,
  body: z.strictObject({ url: urlField, title: titleField }),
  answer: attachmentSchema,
  status: 201,
  cli: { command: 'attachment link' },
});

export const uploadAttachment = defineEndpoint({
  id: 'uploadAttachment',
  method: 'POST',
  path: '/api/problems/:problemId/attachments/files',
  permission: 'problem.write',
  summary: 'Adds a file of at most 25 MB to the evidence; its bytes are the body of the request.',
  params: problemParams,
  query: z.object({ title: titleField.meta({ description: 'Its name, as people will see it' }) }),
  bodyType: 'application/octet-stream',
  bodyLimit: attachmentLimit_bytes,
  answer: attachmentSchema,
  status: 201,
  cli: { command: 'attachment upload' },
});

export const downloadAttachment = defineEndpoint({
  id: 'downloadAttachment',
  method: 'GET',
  path: '/api/problems/:problemId/attachments/:attachmentId/content',
  permission: 'problem.read',
  summary: 'The bytes of a file: images to look at, everything else to download.',
  params,
  answer: z.string(),
  answerType: 'application/octet-stream',
});

export const removeAttachment = defineEndpoint({
  id: 'removeAttachment',
  method: 'DELETE',
  path: '/api/problems/:problemId/attachments/:attachmentId',
  permission: 'problem.write',
  summary: 'Removes a file or link from the evidence; it can be restored.',
  params,
  answer: removedSchema,
  cli: { command: 'attachment remove' },
});

export const restoreAttachment = defineEndpoint({
  id: 'restoreAttachment',
  method: 'POST',
  path: '/api/problems/:problemId/attachments/:attachmentId/restore',
  permission: 'problem.write',
  summary: 'Undoes the removal of a file or link.',
  params,
  answer: attachmentSchema,
  cli: { command: 'attachment restore' },
});
