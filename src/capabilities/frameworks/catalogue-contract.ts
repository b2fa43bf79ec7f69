import { z } from 'zod';
import { dateWritten, inBoth } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { lineField, textField } from '../../platform/endpoint/text-field.ts';
import { criterionKeys } from './criteria.ts';

export const entryKinds = [
  'device',
  'runtime',
  'llm_runtime',
  'browser',
  'tabular',
  'deep_learning',
  'language',
  'big_data',
  'time_series',
  'serving',
  'bot',
  'service',
  'platform',
  'other',
] as const;

export const places = [
  'microcontroller',
  'phone',
  'browser',
  'computer',
  'own_server',
  'cluster',
  'vendor_cloud',
] as const;
export type Place = (typeof places)[number];

export const licenceKinds = ['open_permissive', 'open_copyleft', 'proprietary', 'service', 'unknown'] as const;

/** Three answers: what nobody looked up is no "no". */
export const knownAnswers = ['yes', 'no', 'unknown'] as const;
export type Known = (typeof knownAnswers)[number];

export const entryStatuses = ['current', 'maintenance', 'ending', 'retired', 'unknown'] as const;

const known = (description: string) => z.enum(knownAnswers).meta({ description });
const dayField = (description: string) => z.iso.date({ error: dateWritten }).meta({ description });
const sourceField = z
  .url({
    protocol: /^https?$/,
    error: inBoth(
      'Give the address of the page where it stands, beginning with https://',
      'Geef het adres van de pagina waar het staat, beginnend met https://',
    ),
  })
  .max(500, { error: inBoth('An address of at most 500 characters', 'Een adres van ten hoogste 500 tekens') })
  .meta({ description: 'Page where the facts stand' });

const factFields = {
  name: lineField({ max: 120, min: 1 }),
  kind: z.enum(entryKinds),
  offer: z.enum(['open_source', 'commercial']).meta({ description: 'How it is offered' }),
  licence: lineField({ max: 120 }).meta({ description: 'Its licence by name; empty where it is not known' }),
  licenceKind: z.enum(licenceKinds),
  trains: known('Models are trained with it'),
  infers: known('Predictions are made with it'),
  runsOn: z.array(z.enum(places)).max(places.length).meta({ description: 'Where predictions are made' }),
  runsOnDetail: lineField({ max: 200 }).meta({ description: 'In words: which systems or chips' }),
  managed: known('Somebody else runs it, as a service'),
  offline: known('It predicts without a connection'),
  dataStays: z
    .enum(['device', 'own_servers', 'vendor', 'unknown'])
    .meta({ description: 'How far the data of a prediction goes at most' }),
  status: z.enum(entryStatuses),
  successor: lineField({ max: 120 }).meta({ description: 'What takes its place; empty where nothing does' }),
  endOfSupport: dayField('Announced end of support').nullable(),
  description: z.strictObject({ en: textField({ max: 1000 }), nl: textField({ max: 1000 }) }),
  values: z
    .partialRecord(z.enum(criterionKeys), z.number())
    .meta({ description: 'Measurements on the fixed criteria, as far as they are known in general' }),
  asOf: dayField('The day on which these facts were so'),
  source: sourceField,
  basis: z
    .enum(['source', 'general_knowledge'])
    .meta({ description: 'source: read there on that day; general_knowledge: to be checked before relying on it' }),
  isHidden: z.boolean().meta({ description: 'The organisation does not offer it as a choice' }),
};
export const entryFactsSchema = z.strictObject(factFields);
export type EntryFacts = z.infer<typeof entryFactsSchema>;
export const entryFactNames = Object.keys(factFields) as (keyof EntryFacts)[];

export const entryMarks = ['retired', 'ended', 'ends_soon', 'maintenance', 'stale', 'unchecked'] as const;
export type EntryMark = (typeof entryMarks)[number];

export const entrySchema = z
  .object({
    key: z.string().meta({ description: 'Names the entry for good' }),
    ...factFields,
    version: z.int().meta({ description: '0: as shipped. Send it back in If-Match when you correct this' }),
    isOwn: z.boolean().meta({ description: 'Added by this organisation' }),
    changedBy: z.string().nullable().meta({ description: 'null: as shipped with Peil' }),
    changedAt: z.int().nullable().meta({ description: 'Epoch milliseconds, UTC' }),
    newerShipped: z
      .boolean()
      .meta({ description: 'Peil ships newer facts than those the organisation wrote: look at both' }),
    marks: z.array(z.enum(entryMarks)).meta({
      description:
        'retired or ended: not to be chosen; ends_soon: support ends within a year; stale: facts older than a year',
    }),
  })
  .meta({ id: 'FrameworkEntry' });
export type Entry = z.infer<typeof entrySchema>;

const keyField = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: inBoth(
      'A key is lower-case letters, digits and hyphens, such as my-runtime',
      'Een sleutel is kleine letters, cijfers en koppeltekens, zoals my-runtime',
    ),
  })
  .max(60, { error: inBoth('A key of at most 60 characters', 'Een sleutel van ten hoogste 60 tekens') })
  .meta({ description: 'Names the entry for good: lower-case letters, digits and hyphens' });
const params = z.object({ key: keyField });

export const listFrameworks = defineEndpoint({
  id: 'listFrameworks',
  method: 'GET',
  path: '/api/frameworks',
  permission: 'organisation.read',
  summary: 'The catalogue of frameworks, open source and commercial, with facts and the day they were so.',
  query: z.object({
    kind: z.exactOptional(z.enum(entryKinds)),
    offer: z.exactOptional(factFields.offer),
    runsOn: z.exactOptional(z.enum(places)),
    managed: z.exactOptional(z.enum(knownAnswers)),
    offline: z.exactOptional(z.enum(knownAnswers)),
    trains: z.exactOptional(z.enum(knownAnswers)),
    mark: z.exactOptional(z.enum(entryMarks)),
    text: z.exactOptional(textField({ max: 200 })).meta({ description: 'Words in the name or the description' }),
    hidden: z.enum(['with', 'without']).default('without').meta({ description: 'With those that are not offered' }),
  }),
  answer: z.object({
    shippedVersion: z.string().meta({ description: 'Edition of the facts that came with this Peil' }),
    entries: z.array(entrySchema),
  }),
  cli: { command: 'framework list' },
});

const historySchema = z.object({
  version: z.int(),
  facts: entryFactsSchema,
  note: z.string(),
  changedBy: z.string().nullable(),
  changedAt: z.int().nullable(),
});
export type EntryVersion = z.infer<typeof historySchema>;

export const readFramework = defineEndpoint({
  id: 'readFramework',
  method: 'GET',
  path: '/api/frameworks/:key',
  permission: 'organisation.read',
  summary: 'One entry of the catalogue with all its versions: who changed it, when, and by which source.',
  params,
  answer: entrySchema.extend({ versions: z.array(historySchema).meta({ description: 'The newest first' }) }),
  cli: { command: 'framework show' },
});

const noteField = textField({ max: 1000, min: 1 }).meta({ description: 'What was changed and why' });

export const addFramework = defineEndpoint({
  id: 'addFramework',
  method: 'POST',
  path: '/api/frameworks',
  permission: 'frameworks.write',
  summary: 'Adds an entry of the organisation to the catalogue.',
  body: z.strictObject({ key: keyField, facts: entryFactsSchema, note: noteField }),
  answer: entrySchema,
  status: 201,
  cli: { command: 'framework add' },
});

export const correctFramework = defineEndpoint({
  id: 'correctFramework',
  method: 'PATCH',
  path: '/api/frameworks/:key',
  permission: 'frameworks.write',
  summary: 'Corrects facts of an entry as a new version, with the day and the source; older versions stay readable.',
  params,
  body: z.strictObject({
    facts: entryFactsSchema.partial().refine((given) => Object.keys(given).length > 0, {
      error: inBoth('Send at least one fact', 'Stuur ten minste één feit'),
    }),
    note: noteField,
  }),
  answer: entrySchema,
  versioned: true,
  cli: { command: 'framework correct' },
});
