import { z } from 'zod';
import { inBoth, oneFieldAtLeast } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, lineField, textField } from '../../platform/endpoint/text-field.ts';

/** The roles that bring requirements of their own. */
export const checklistRoles = [
  'sme',
  'data_scientist',
  'data_engineer',
  'software_engineer',
  'analytics_architect',
  'risk_manager',
  'sponsor',
] as const;
export type ChecklistRole = (typeof checklistRoles)[number];

/** Gates before which an item must be answered, in their order. */
export const checklistGates = ['g0', 'g1', 'g2', 'g3', 'g4', 'g5'] as const;
export type ChecklistGate = (typeof checklistGates)[number];

export const roleField = z.enum(checklistRoles).meta({ description: 'The role that requires it' });
export const gateField = z.enum(checklistGates).meta({ description: 'The gate before which it must be answered' });
const versionField = z.int().meta({ description: 'Send it back in If-Match when you change this' });
const titleField = lineField({ max: 300 });
const helpField = textField({ max: 1000 });
const sourceField = lineField({ max: 100 }).meta({ description: 'Where the requirement comes from' });

const bothLanguages = <T extends z.ZodType>(field: T, description: string) =>
  z.strictObject({ en: field, nl: field }).meta({ description });
const perLanguage = <T extends z.ZodType>(field: T, description: string) =>
  z
    .strictObject({ en: z.exactOptional(field), nl: z.exactOptional(field) })
    .meta({ description: `${description}; a language that is left out stays` });

export const templateItemSchema = z
  .object({
    key: z.string().meta({ description: 'Stays the same over all versions' }),
    role: roleField,
    gate: gateField,
    title: bothLanguages(titleField, 'What is required, in both languages'),
    help: bothLanguages(helpField, 'A sentence of help, in both languages'),
    source: sourceField,
    isRetired: z.boolean().meta({ description: 'No longer asked of new problems' }),
  })
  .meta({ id: 'TemplateItem' });
export type TemplateItem = z.infer<typeof templateItemSchema>;

export const draftItemSchema = templateItemSchema.extend({
  change: z
    .enum(['none', 'added', 'changed', 'retired', 'brought_back'])
    .meta({ description: 'Against the newest published version' }),
  version: versionField,
});
export type DraftItem = z.infer<typeof draftItemSchema>;

export const draftSchema = z.object({
  version: z.int().meta({ description: 'Of the draft as a whole: send it in If-Match to publish what you see' }),
  basedOn: z.int().meta({ description: 'Number of the newest published version' }),
  changes: z.int().meta({ description: 'How many items differ from it' }),
  items: z.array(draftItemSchema),
});
export type Draft = z.infer<typeof draftSchema>;

export const publishedSchema = z.object({
  number: z.int().meta({ description: 'From 1, without gaps' }),
  note: z.string().meta({ description: 'What changed and why, in words' }),
  publishedBy: z.string().meta({ description: 'Id of the person; system: it came with Peil' }),
  publishedAt: z.int().meta({ description: 'Epoch milliseconds, UTC' }),
  itemCount: z.int().meta({ description: 'Items that are asked, retired ones left out' }),
});
export type Published = z.infer<typeof publishedSchema>;

export const templateChangesSchema = z.object({
  from: z.int(),
  to: z.int().nullable().meta({ description: 'null: the draft' }),
  added: z.array(templateItemSchema),
  changed: z.array(
    z.object({
      before: templateItemSchema,
      after: templateItemSchema,
      fields: z.array(z.enum(['role', 'gate', 'title', 'help', 'source'])),
    }),
  ),
  retired: z.array(templateItemSchema),
});
export type TemplateChanges = z.infer<typeof templateChangesSchema>;

const numberParams = z.object({ number: z.coerce.number().int().min(1).max(1_000_000) });
const itemParams = z.object({ itemKey: idField.meta({ description: 'Key of the item' }) });

export const readChecklistDraft = defineEndpoint({
  id: 'readChecklistDraft',
  method: 'GET',
  path: '/api/checklist-template/draft',
  permission: 'organisation.administer',
  summary: 'The checklist as the next version would have it, item by item, with what changed.',
  answer: draftSchema,
  cli: { command: 'checklist-template draft' },
});

export const addTemplateItem = defineEndpoint({
  id: 'addTemplateItem',
  method: 'POST',
  path: '/api/checklist-template/draft/items',
  permission: 'organisation.administer',
  summary: 'Adds an item to the draft of the checklist.',
  body: z.strictObject({
    role: roleField,
    gate: gateField.default('g1'),
    title: bothLanguages(titleField, 'What is required; both languages are there when it is published'),
    help: bothLanguages(helpField, 'A sentence of help').default({ en: '', nl: '' }),
    source: sourceField.default(''),
  }),
  answer: draftItemSchema,
  status: 201,
  cli: { command: 'checklist-template add' },
});

export const editTemplateItem = defineEndpoint({
  id: 'editTemplateItem',
  method: 'PATCH',
  path: '/api/checklist-template/draft/items/:itemKey',
  permission: 'organisation.administer',
  summary: 'Changes an item of the draft, retires it, or brings it back.',
  params: itemParams,
  body: z
    .strictObject({
      role: z.exactOptional(roleField),
      gate: z.exactOptional(gateField),
      title: z.exactOptional(perLanguage(titleField, 'What is required')),
      help: z.exactOptional(perLanguage(helpField, 'A sentence of help')),
      source: z.exactOptional(sourceField),
      isRetired: z.exactOptional(z.boolean()),
    })
    .refine((fields) => Object.keys(fields).length > 0, { error: oneFieldAtLeast }),
  answer: draftItemSchema,
  versioned: true,
  cli: { command: 'checklist-template edit' },
});

export const publishChecklistTemplate = defineEndpoint({
  id: 'publishChecklistTemplate',
  method: 'POST',
  path: '/api/checklist-template/versions',
  permission: 'organisation.administer',
  summary: 'Publishes the draft as the next version, which never changes again.',
  body: z.strictObject({
    note: textField({ max: 1000, min: 1 })
      .refine((text) => text.trim() !== '', {
        error: inBoth('Say in words what changed and why', 'Zeg in woorden wat er is gewijzigd en waarom'),
      })
      .meta({ description: 'What changed and why, in words' }),
  }),
  answer: publishedSchema,
  status: 201,
  versioned: true,
  cli: { command: 'checklist-template publish' },
});

export const listChecklistVersions = defineEndpoint({
  id: 'listChecklistVersions',
  method: 'GET',
  path: '/api/checklist-template/versions',
  permission: 'organisation.read',
  summary: 'Every published version of the checklist, the newest first.',
  answer: z.object({ versions: z.array(publishedSchema) }),
  cli: { command: 'checklist-template versions' },
});

export const readChecklistVersion = defineEndpoint({
  id: 'readChecklistVersion',
  method: 'GET',
  path: '/api/checklist-template/versions/:number',
  permission: 'organisation.read',
  summary: 'One published version of the checklist with its items.',
  params: numberParams,
  answer: publishedSchema.extend({ items: z.array(templateItemSchema) }),
  cli: { command: 'checklist-template show' },
});

export const compareChecklistVersions = defineEndpoint({
  id: 'compareChecklistVersions',
  method: 'GET',
  path: '/api/checklist-template/changes',
  permission: 'organisation.administer',
  summary: 'What changed between two versions of the checklist, or since one of them in the draft.',
  query: z.object({
    from: z.coerce.number().int().min(1).max(1_000_000).meta({ description: 'Number of the older version' }),
    to: z
      .exactOptional(z.coerce.number().int().min(1).max(1_000_000))
      .meta({ description: 'Number of the newer version; the draft, unless told' }),
  }),
  answer: templateChangesSchema,
  cli: { command: 'checklist-template changes' },
});
