import { z } from 'zod';
import { dateWritten, inBoth, oneFieldAtLeast } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, lineField, textField } from '../../platform/endpoint/text-field.ts';
import { gateField, roleField } from './template-contract.ts';

export const itemStates = ['open', 'in_progress', 'done', 'not_applicable'] as const;
export type ItemState = (typeof itemStates)[number];

/** Places within a problem where an answer can stand. */
export const evidencePlaces = [
  'opportunity',
  'team',
  'requirements',
  'translation',
  'value',
  'risk',
  'decision',
] as const;

const problemParams = z.object({ problemId: idField.meta({ description: 'Id of the problem' }) });
const itemParams = problemParams.extend({ itemId: idField.meta({ description: 'Id of the item' }) });

const words = (max: number) =>
  textField({ max, min: 1 }).refine((text) => text.trim() !== '', {
    error: inBoth('Write it in words', 'Schrijf het in woorden'),
  });

export const evidenceSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('text'), text: words(5000) }),
    z.strictObject({
      kind: z.literal('link'),
      url: lineField({ max: 2000, min: 1 }).refine((url) => /^https?:\/\/\S+$/i.test(url) && URL.canParse(url), {
        error: inBoth(
          'Write a whole address that begins with http:// or https://',
          'Schrijf een heel adres dat begint met http:// of https://',
        ),
      }),
    }),
    z.strictObject({ kind: z.literal('place'), place: z.enum(evidencePlaces) }),
  ])
  .meta({ id: 'ItemEvidence', description: 'Words, a link, or the place in this problem where the answer stands' });
export type ItemEvidence = z.infer<typeof evidenceSchema>;

const ownerField = idField.nullable().meta({ description: 'Id of who answers it; null: nobody yet' });
const stateField = z.enum(itemStates).meta({ description: 'done needs evidence, not_applicable needs a reason' });
const reasonField = textField({ max: 2000 }).meta({ description: 'Why it does not apply' });
const dueField = z.iso
  .date({ error: dateWritten })
  .nullable()
  .meta({ description: 'The day before which it must be answered; null: none' });
const ownTitle = lineField({ max: 300, min: 1 }).meta({ description: 'What is required' });
const ownHelp = textField({ max: 1000 }).meta({ description: 'What helps to answer it' });

export const checklistItemSchema = z
  .object({
    id: z.string(),
    role: roleField,
    gate: gateField,
    title: z.string().meta({ description: 'In your language; own items as they were written' }),
    help: z.string().meta({ description: 'In your language; own items as they were written' }),
    source: z.string().meta({ description: 'Where the requirement comes from' }),
    isOwn: z.boolean().meta({ description: 'The team of this problem added it' }),
    isRetired: z
      .boolean()
      .meta({ description: 'The template no longer asks it: its answer stays, no gate waits for it' }),
    rewordedIn: z
      .int()
      .nullable()
      .meta({ description: 'The version that changed its words after it was answered; null: not, or answered since' }),
    ownerId: ownerField,
    state: stateField,
    evidence: evidenceSchema.nullable(),
    reason: reasonField,
    dueDate: dueField,
    version: z.int().meta({ description: 'Send it back in If-Match when you change this' }),
    youMayAnswer: z
      .boolean()
      .meta({ description: 'You have its role, were given it by who has, or nobody here has that role yet' }),
  })
  .meta({ id: 'ChecklistItem' });
export type ChecklistItem = z.infer<typeof checklistItemSchema>;

export const checklistSchema = z.object({
  isBegun: z.boolean(),
  templateNumber: z.int().nullable().meta({ description: 'The version it follows; null while it has not begun' }),
  newestNumber: z.int().meta({ description: 'The newest published version' }),
  items: z.array(checklistItemSchema).meta({ description: 'By role, then by gate' }),
});
export type Checklist = z.infer<typeof checklistSchema>;

export const readChecklist = defineEndpoint({
  id: 'readChecklist',
  method: 'GET',
  path: '/api/problems/:problemId/checklist',
  permission: 'problem.read',
  summary: 'What each role requires, with owner, state and evidence; empty while it has not begun.',
  params: problemParams,
  answer: checklistSchema,
  cli: { command: 'checklist show' },
});

export const beginChecklist = defineEndpoint({
  id: 'beginChecklist',
  method: 'POST',
  path: '/api/problems/:problemId/checklist',
  permission: 'problem.checklist',
  summary: 'Begins the checklist from the newest published version; one that has begun stays as it is.',
  params: problemParams,
  answer: checklistSchema,
  cli: { command: 'checklist begin' },
});

export const renewChecklist = defineEndpoint({
  id: 'renewChecklist',
  method: 'POST',
  path: '/api/problems/:problemId/checklist/renew',
  permission: 'problem.checklist',
  summary: 'Brings the checklist up to the newest version: new items come, retired ones keep their answers.',
  params: problemParams,
  answer: checklistSchema,
  cli: { command: 'checklist renew' },
});

export const addChecklistItem = defineEndpoint({
  id: 'addChecklistItem',
  method: 'POST',
  path: '/api/problems/:problemId/checklist/items',
  permission: 'problem.checklist',
  summary: 'Adds an item of your own to the checklist of this problem.',
  params: problemParams,
  body: z.strictObject({
    role: roleField,
    gate: gateField.default('g1'),
    title: ownTitle,
    help: ownHelp.default(''),
  }),
  answer: checklistItemSchema,
  status: 201,
  cli: { command: 'checklist add' },
});

export const editChecklistItem = defineEndpoint({
  id: 'editChecklistItem',
  method: 'PATCH',
  path: '/api/problems/:problemId/checklist/items/:itemId',
  permission: 'problem.checklist',
  summary:
    'Answers an item, as who has its role or was given it, or plans its owner and date; title and help of own items only.',
  params: itemParams,
  body: z
    .strictObject({
      ownerId: z.exactOptional(ownerField),
      state: z.exactOptional(stateField),
      evidence: z.exactOptional(evidenceSchema.nullable()),
      reason: z.exactOptional(reasonField),
      dueDate: z.exactOptional(dueField),
      title: z.exactOptional(ownTitle),
      help: z.exactOptional(ownHelp),
    })
    .refine((fields) => Object.keys(fields).length > 0, { error: oneFieldAtLeast }),
  answer: checklistItemSchema,
  versioned: true,
  cli: { command: 'checklist edit' },
});

export const removeChecklistItem = defineEndpoint({
  id: 'removeChecklistItem',
  method: 'DELETE',
  path: '/api/problems/:problemId/checklist/items/:itemId',
  permission: 'problem.checklist',
  summary: 'Removes an item of your own; it can be restored. An item of the template is marked not applicable instead.',
  params: itemParams,
  answer: z.object({
    id: z.string(),
    removedAt: z.int().meta({ description: 'When it was removed; epoch milliseconds, UTC' }),
  }),
  cli: { command: 'checklist remove' },
});

export const restoreChecklistItem = defineEndpoint({
  id: 'restoreChecklistItem',
  method: 'POST',
  path: '/api/problems/:problemId/checklist/items/:itemId/restore',
  permission: 'problem.checklist',
  summary: 'Undoes the removal of an item.',
  params: itemParams,
  answer: checklistItemSchema,
  cli: { command: 'checklist restore' },
});
