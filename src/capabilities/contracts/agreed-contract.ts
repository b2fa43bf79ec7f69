import { z } from 'zod';
import { inBoth, oneFieldAtLeast } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, lineField, textField } from '../../platform/endpoint/text-field.ts';
import { ruleSchema } from './rule-contract.ts';
import { columnField } from './rule-fields.ts';
import { datasetParams, moment, numberParams, path, personField, within } from './shared-contract.ts';

export const exportFormats = ['odcs', 'dbt', 'great_expectations'] as const;
export type ExportFormat = (typeof exportFormats)[number];

const review = z
  .object({
    by: personField,
    at: moment('When it was reviewed'),
    isCurrent: z.boolean().meta({ description: 'Nothing has changed since' }),
  })
  .nullable()
  .meta({ description: 'Who read the draft and stands for it; null while nobody did' });

const notJudgedSchema = z
  .object({
    column: z.string().nullable(),
    says: z.string().meta({ description: 'What the document says there, in its own words' }),
  })
  .meta({ id: 'NotJudged' });

export const dataContractSchema = z
  .object({
    datasetId: z.string(),
    datasetName: z.string(),
    version: z.int().meta({ description: 'Of the draft; 0 while nobody began. Send it in If-Match' }),
    rules: z.array(ruleSchema),
    tableName: z.string().meta({ description: 'The table of the document that describes the data' }),
    personal: z.array(z.string()).meta({ description: 'Columns with personal data: their values are in no result' }),
    keys: z.array(z.string()).meta({ description: 'Columns by which a row is known' }),
    notJudged: z.array(notJudgedSchema).meta({ description: 'What the document says that no rule judges; it is kept' }),
    ownerId: z.string().nullable().meta({ description: 'Who sees to it that the data keeps it' }),
    review,
    publishedNumber: z.int().nullable().meta({ description: 'Number of the newest published version' }),
    changes: z.int().meta({ description: 'How many rules differ from it' }),
  })
  .meta({ id: 'DataContract' });
export type DataContract = z.infer<typeof dataContractSchema>;

export const contractVersionSchema = z
  .object({
    number: z.int().meta({ description: 'From 1, without gaps' }),
    note: z.string().meta({ description: 'What changed and why, in words' }),
    ruleCount: z.int(),
    ownerId: z.string().nullable(),
    reviewedBy: z.string().nullable().meta({ description: 'null: it was published without a review' }),
    reviewedAt: z.int().nullable(),
    publishedBy: personField,
    publishedAt: moment('When it was published'),
  })
  .meta({ id: 'DataContractVersion' });
export type ContractVersion = z.infer<typeof contractVersionSchema>;

export const contractChangesSchema = z.object({
  from: z.int(),
  to: z.int().nullable().meta({ description: 'null: the draft' }),
  added: z.array(ruleSchema),
  removed: z.array(ruleSchema),
  changed: z.array(z.object({ before: ruleSchema, after: ruleSchema })),
});
export type ContractChanges = z.infer<typeof contractChangesSchema>;

const rule = ruleSchema.meta({ description: 'Leave its id out for a new one' });

export const readContract = defineEndpoint({
  id: 'readDataContract',
  method: 'GET',
  path,
  permission: 'problem.read',
  summary: 'What a data set must keep: the draft of its contract, and which version is in force.',
  params: datasetParams,
  answer: dataContractSchema,
  cli: { command: 'contract show' },
});

export const editContract = defineEndpoint({
  id: 'editDataContract',
  method: 'PATCH',
  path,
  permission: 'data.write',
  summary: 'Names the owner of a contract, or its columns with personal data.',
  params: datasetParams,
  body: z
    .strictObject({
      ownerId: z.exactOptional(idField.nullable()),
      personal: z.exactOptional(z.array(columnField).max(2000)),
    })
    .refine((fields) => Object.keys(fields).length > 0, { error: oneFieldAtLeast }),
  answer: dataContractSchema,
  versioned: true,
  cli: { command: 'contract edit' },
});

export const addRule = defineEndpoint({
  id: 'addContractRule',
  method: 'POST',
  path: `${path}/rules`,
  permission: 'data.write',
  summary: 'Adds a rule to the draft of a contract.',
  params: datasetParams,
  body: z.strictObject({ rule }),
  answer: dataContractSchema,
  status: 201,
  cli: { command: 'contract add-rule' },
});

export const editRule = defineEndpoint({
  id: 'editContractRule',
  method: 'PUT',
  path: `${path}/rules/:ruleId`,
  permission: 'data.write',
  summary: 'Writes a rule of the draft anew; published versions stay as they are.',
  params: within('ruleId', 'Id of the rule'),
  body: z.strictObject({ rule }),
  answer: dataContractSchema,
  versioned: true,
  cli: { command: 'contract edit-rule' },
});

export const removeRule = defineEndpoint({
  id: 'removeContractRule',
  method: 'DELETE',
  path: `${path}/rules/:ruleId`,
  permission: 'data.write',
  summary: 'Takes a rule out of the draft; published versions keep it.',
  params: within('ruleId', 'Id of the rule'),
  answer: dataContractSchema,
  cli: { command: 'contract remove-rule' },
});

export const reviewContract = defineEndpoint({
  id: 'reviewDataContract',
  method: 'POST',
  path: `${path}/review`,
  permission: 'data.write',
  summary: 'Says that you have read the draft as it is and stand for it; any later change makes that stale.',
  params: datasetParams,
  answer: dataContractSchema,
  versioned: true,
  cli: { command: 'contract review' },
});

export const publishContract = defineEndpoint({
  id: 'publishDataContract',
  method: 'POST',
  path: `${path}/versions`,
  permission: 'data.write',
  summary:
    'Makes the draft the next version of the contract, which never changes again and judges every new version of the data.',
  params: datasetParams,
  body: z.strictObject({
    note: textField({ max: 1000, min: 1 })
      .refine((text) => text.trim() !== '', {
        error: inBoth('Say in words what changed and why', 'Zeg in woorden wat er is gewijzigd en waarom'),
      })
      .meta({ description: 'What changed and why, in words' }),
  }),
  answer: contractVersionSchema,
  status: 201,
  versioned: true,
  cli: { command: 'contract publish' },
});

export const listContractVersions = defineEndpoint({
  id: 'listContractVersions',
  method: 'GET',
  path: `${path}/versions`,
  permission: 'problem.read',
  summary: 'Every published version of a contract, the newest first.',
  params: datasetParams,
  answer: z.object({ versions: z.array(contractVersionSchema) }),
  cli: { command: 'contract versions' },
});

export const readContractVersion = defineEndpoint({
  id: 'readContractVersion',
  method: 'GET',
  path: `${path}/versions/:number`,
  permission: 'problem.read',
  summary: 'One published version of a contract with its rules.',
  params: numberParams,
  answer: contractVersionSchema.extend({ rules: z.array(ruleSchema) }),
  cli: { command: 'contract version' },
});

const numberQuery = z.coerce.number().int().min(1).max(1_000_000);

export const compareContracts = defineEndpoint({
  id: 'compareContractVersions',
  method: 'GET',
  path: `${path}/changes`,
  permission: 'problem.read',
  summary: 'Which rules changed between two versions of a contract, or since one of them in the draft.',
  params: datasetParams,
  query: z.object({
    from: numberQuery.meta({ description: 'Number of the older version' }),
    to: z.exactOptional(numberQuery).meta({ description: 'Number of the newer version; the draft, unless told' }),
  }),
  answer: contractChangesSchema,
  cli: { command: 'contract changes' },
});

export const importContract = defineEndpoint({
  id: 'importDataContract',
  method: 'POST',
  path: `${path}/import`,
  permission: 'data.write',
  summary:
    'Takes a contract of the Open Data Contract Standard (3.0 to 3.2) as the draft; a key that it does not know is refused.',
  params: datasetParams,
  body: z.strictObject({
    document: textField({ max: 900_000, min: 1 }).meta({ description: 'YAML or JSON' }),
    table: z
      .exactOptional(lineField({ max: 300, min: 1 }))
      .meta({ description: 'Which table of the document describes this data; the first unless told' }),
  }),
  answer: dataContractSchema,
  versioned: true,
  cli: { command: 'contract import' },
});

export const exportContract = defineEndpoint({
  id: 'exportDataContract',
  method: 'GET',
  path: `${path}/export`,
  permission: 'problem.read',
  summary: 'The contract as a file: YAML of the open standard, data tests of dbt, or a suite of Great Expectations.',
  params: datasetParams,
  query: z.object({
    format: z.enum(exportFormats).default('odcs'),
    number: z.exactOptional(numberQuery).meta({ description: 'Of a published version; the draft unless told' }),
  }),
  answer: z.object({
    fileName: z.string(),
    text: z.string(),
    leftOut: z
      .array(z.object({ id: z.string(), kind: z.string() }))
      .meta({ description: 'Rules that the other tool cannot say' }),
  }),
  cli: { command: 'contract export' },
});
