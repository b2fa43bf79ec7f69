import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { textField } from '../../platform/endpoint/text-field.ts';
import { modelDescriptionSchema, moment, obstaclesField, personField, problemParams } from '../tracking/contract.ts';
import { stages } from './stages.ts';

const nameParams = z.object({
  name: textField({ max: 500, min: 1 }).meta({ description: 'Name of the registered model' }),
});
const aliasParams = nameParams.extend({
  alias: textField({ max: 255, min: 1 }).meta({ description: 'Letters, digits, _ and -' }),
});
const description = textField({ max: 5000 }).meta({ description: 'What it is for' });
const aliasesField = z.array(z.object({ alias: z.string(), number: z.int() })).meta({
  description: 'Labels, each of one version; they release nothing',
});

const summarySchema = z
  .object({
    name: z.string(),
    description: z.string(),
    isPrompt: z.boolean(),
    aliases: aliasesField,
    newest: z.int().nullable().meta({ description: 'Its highest version; null while it has none' }),
    changedAt: moment('When something of it changed last'),
  })
  .meta({ id: 'RegisteredModelSummary' });
export type RegisteredModelSummary = z.infer<typeof summarySchema>;

const versionSchema = z
  .object({
    number: z.int(),
    description: z.string(),
    stage: z.enum(stages).meta({ description: 'A label of clients; it releases nothing' }),
    aliases: z.array(z.string()),
    tags: z.array(z.object({ key: z.string(), value: z.string() })),
    source: z.string().meta({ description: 'Where its files come from, as the client gave it' }),
    createdBy: personField,
    createdAt: moment('When it was registered'),
    loggedModel: z
      .object({ id: z.string() })
      .nullable()
      .meta({ description: 'The logged model that it is of; null: not known' }),
    files: z
      .object({
        count: z.int(),
        size_bytes: z.int(),
        changed: z.int().meta({
          description:
            'How many are other ones now, or gone, where they were taken from; the version has them as they were',
        }),
      })
      .nullable()
      .meta({ description: 'The files that it keeps as they were when it was registered; null: it keeps none' }),
    run: z
      .object({
        id: z.string(),
        name: z.string(),
        data: z.array(
          z.object({
            name: z.string(),
            versionId: z
              .string()
              .nullable()
              .meta({ description: 'Of a data set of the problem; null: not known here' }),
          }),
        ),
      })
      .nullable()
      .meta({ description: 'The run that made it, and the data that the run was given; null: not known' }),
  })
  .meta({ id: 'RegisteredModelVersion' });
export type RegisteredModelVersion = z.infer<typeof versionSchema>;

const modelSchema = summarySchema
  .extend({
    problemId: z.string().nullable().meta({ description: 'null: in the inbox' }),
    createdAt: moment('When it was registered'),
    tags: z.array(z.object({ key: z.string(), value: z.string() })),
    versions: z.array(versionSchema).meta({ description: 'The newest 200, the newest first' }),
  })
  .meta({ id: 'ShownRegisteredModel' });
export type ShownRegisteredModel = z.infer<typeof modelSchema>;

export const listRegisteredModels = defineEndpoint({
  id: 'listRegisteredModels',
  method: 'GET',
  path: '/api/problems/:problemId/registered-models',
  permission: 'problem.read',
  summary: 'The registered models of a problem by name, prompts too, each with its newest version and its aliases.',
  params: problemParams,
  answer: z.object({ models: z.array(summarySchema) }),
  cli: { command: 'model list' },
});

export const showRegisteredModel = defineEndpoint({
  id: 'showRegisteredModel',
  method: 'GET',
  path: '/api/registered-models/:name',
  permission: 'inbox.log',
  summary: 'A registered model with its versions, each with the run and the data that it comes from.',
  params: nameParams,
  answer: modelSchema,
  cli: { command: 'model show' },
});

export const describeModelVersion = defineEndpoint({
  id: 'describeModelVersion',
  method: 'GET',
  path: '/api/registered-models/:name/versions/:number/model',
  permission: 'inbox.log',
  summary: 'What the file MLmodel of a version says: libraries, columns that it takes and gives, example, packages.',
  params: nameParams.extend({
    number: z
      .string()
      .regex(/^\d{1,9}$/)
      .meta({ description: 'The version' }),
  }),
  answer: z.object({
    description: modelDescriptionSchema
      .nullable()
      .meta({ description: 'null: it has no such file, or Peil cannot read it' }),
  }),
  cli: { command: 'model version' },
});

const promotionSchema = z
  .object({ number: z.int(), mayBePromoted: z.boolean(), obstacles: obstaclesField })
  .meta({ id: 'VersionPromotion' });
export type VersionPromotion = z.infer<typeof promotionSchema>;

export const listVersionPromotions = defineEndpoint({
  id: 'listVersionPromotions',
  method: 'GET',
  path: '/api/registered-models/:name/promotion',
  permission: 'inbox.log',
  summary: 'Of the newest 50 versions of a model, the newest first: whether each may be promoted, and if not, why.',
  params: nameParams,
  answer: z.object({ versions: z.array(promotionSchema) }),
  cli: { command: 'model promotion' },
});

export const describeRegisteredModel = defineEndpoint({
  id: 'describeRegisteredModel',
  method: 'PATCH',
  path: '/api/registered-models/:name',
  permission: 'inbox.log',
  summary: 'Says what a registered model is for.',
  params: nameParams,
  body: z.strictObject({ description }),
  answer: modelSchema,
  cli: { command: 'model describe' },
});

export const putModelAlias = defineEndpoint({
  id: 'putModelAlias',
  method: 'PUT',
  path: '/api/registered-models/:name/aliases/:alias',
  permission: 'inbox.log',
  summary: 'Puts an alias on a version, and takes it off any other. A label: it releases nothing.',
  params: aliasParams,
  body: z.strictObject({ number: z.int().min(1).meta({ description: 'The version' }) }),
  answer: modelSchema,
  cli: { command: 'model alias' },
});

export const removeModelAlias = defineEndpoint({
  id: 'removeModelAlias',
  method: 'DELETE',
  path: '/api/registered-models/:name/aliases/:alias',
  permission: 'inbox.log',
  summary: 'Takes an alias off a registered model.',
  params: aliasParams,
  answer: modelSchema,
  cli: { command: 'model unalias' },
});
