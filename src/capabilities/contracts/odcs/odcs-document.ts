import { z } from 'zod';
import {
  context,
  customProperties,
  definition,
  definitions,
  enumeration,
  json,
  maybe,
  role,
  stableId,
  synonyms,
  tags,
  text,
} from './odcs-basics.ts';
import { isOfLater, type Part } from './odcs-later.ts';
import { server } from './odcs-server.ts';

/**
 * The Open Data Contract Standard, versions 3.1 and 3.2 (Bitol, Linux Foundation): their keys, and no others. What only 3.2
 * knows is refused in a document of 3.1 by `refuse-other-version.ts`.
 */
const pair = z.tuple([z.number(), z.number()]);
const operators = {
  mustBe: maybe(json),
  mustNotBe: maybe(json),
  mustBeGreaterThan: maybe(z.number()),
  mustBeGreaterOrEqualTo: maybe(z.number()),
  mustBeLessThan: maybe(z.number()),
  mustBeLessOrEqualTo: maybe(z.number()),
  mustBeBetween: maybe(pair),
  mustNotBeBetween: maybe(pair),
};

const quality = z.strictObject({
  id: stableId,
  authoritativeDefinitions: definitions,
  businessImpact: maybe(text),
  customProperties,
  description: maybe(text),
  dimension: maybe(
    z.enum(['accuracy', 'completeness', 'conformity', 'consistency', 'coverage', 'timeliness', 'uniqueness']),
  ),
  method: maybe(text),
  name: maybe(text),
  schedule: maybe(text),
  scheduler: maybe(text),
  severity: maybe(text),
  tags,
  type: maybe(z.enum(['text', 'library', 'sql', 'custom'])),
  unit: maybe(text),
  ...operators,
  metric: maybe(z.enum(['nullValues', 'missingValues', 'invalidValues', 'duplicateValues', 'rowCount'])),
  rule: maybe(text),
  arguments: maybe(z.record(text, json)),
  query: maybe(text),
  engine: maybe(text),
  implementation: maybe(z.union([text, z.record(text, json)])),
});
export type OdcsQuality = z.infer<typeof quality>;
const qualities = maybe(z.array(quality));

const references = z.union([text, z.array(text).min(1)]);
const relationship = { id: maybe(text), type: maybe(z.literal('foreignKey')), to: references, customProperties };

const element = {
  id: stableId,
  name: text,
  physicalType: maybe(text),
  physicalName: maybe(text),
  description: maybe(text),
  businessName: maybe(text),
  deprecated: maybe(z.boolean()),
  synonyms,
  authoritativeDefinitions: definitions,
  tags,
  customProperties,
};

const limit = maybe(z.union([z.number(), text]));
const options = z.strictObject({
  minLength: maybe(z.int()),
  maxLength: maybe(z.int()),
  pattern: maybe(text),
  format: maybe(text),
  minimum: limit,
  maximum: limit,
  exclusiveMinimum: limit,
  exclusiveMaximum: limit,
  multipleOf: maybe(z.number()),
  timezone: maybe(z.boolean()),
  defaultTimezone: maybe(text),
  maxProperties: maybe(z.int()),
  minProperties: maybe(z.int()),
  required: maybe(z.array(text)),
  maxItems: maybe(z.int()),
  minItems: maybe(z.int()),
  uniqueItems: maybe(z.boolean()),
  dimensions: maybe(z.int()),
  elementType: maybe(text),
  distanceMetric: maybe(text),
  embeddingModel: maybe(text),
  embeddingModelVersion: maybe(text),
  normalized: maybe(z.boolean()),
});

const logicalType = z.enum([
  'string',
  'date',
  'timestamp',
  'time',
  'number',
  'integer',
  'object',
  'array',
  'boolean',
  'map',
  'vector',
]);

const ofProperty = {
  ...element,
  primaryKey: maybe(z.boolean()),
  primaryKeyPosition: maybe(z.int()),
  logicalType: maybe(logicalType),
  logicalTypeOptions: maybe(options),
  required: maybe(z.boolean()),
  unique: maybe(z.boolean()),
  semanticType: maybe(z.enum(['column', 'measure', 'dimension'])),
  enum: enumeration,
  partitioned: maybe(z.boolean()),
  partitionKeyPosition: maybe(z.int()),
  classification: maybe(text),
  encryptedName: maybe(text),
  transformSourceObjects: maybe(z.array(text)),
  transformLogic: maybe(text),
  transformDescription: maybe(text),
  examples: maybe(z.array(json)),
  criticalDataElement: maybe(z.boolean()),
  relationships: maybe(z.array(z.strictObject(relationship))),
  quality: qualities,
};

interface Nested {
  properties?: Property[];
  items?: Item;
  map?: { key: Item; value: Item };
}
type Property = z.infer<z.ZodObject<typeof ofProperty>> & Nested;
type Item = Partial<Omit<Property, 'name'>> & { name?: string } & Nested;

const property: z.ZodType<Property> = z.strictObject({
  ...ofProperty,
  get properties() {
    return maybe(z.array(property));
  },
  get items() {
    return maybe(item);
  },
  get map() {
    return maybe(z.strictObject({ key: item, value: item }));
  },
}) as z.ZodType<Property>;
const item: z.ZodType<Item> = z.strictObject({
  ...ofProperty,
  name: maybe(text),
  get properties() {
    return maybe(z.array(property));
  },
  get items() {
    return maybe(item);
  },
  get map() {
    return maybe(z.strictObject({ key: item, value: item }));
  },
}) as z.ZodType<Item>;
export type OdcsProperty = Property;

const schemaObject = z.strictObject({
  ...element,
  logicalType: maybe(z.enum(['object', 'blob'])),
  dataGranularityDescription: maybe(text),
  properties: maybe(z.array(property)),
  relationships: maybe(z.array(z.strictObject({ ...relationship, from: references }))),
  quality: qualities,
  context,
});
export type OdcsSchemaObject = z.infer<typeof schemaObject>;

const member = z.strictObject({
  id: stableId,
  username: text,
  name: maybe(text),
  description: maybe(text),
  role: maybe(text),
  dateIn: maybe(text),
  dateOut: maybe(text),
  replacedByUsername: maybe(text),
  tags,
  customProperties,
  authoritativeDefinitions: definitions,
});

const sla = z.strictObject({
  id: stableId,
  property: text,
  value: z.union([text, z.number(), z.boolean(), z.null()]),
  valueExt: maybe(z.union([text, z.number(), z.boolean(), z.null()])),
  unit: maybe(text),
  element: maybe(text),
  driver: maybe(text),
  description: maybe(text),
  scheduler: maybe(text),
  schedule: maybe(text),
  customProperties,
  authoritativeDefinitions: definitions,
});

const support = z.strictObject({
  id: stableId,
  channel: text,
  url: maybe(text),
  description: maybe(text),
  tool: maybe(text),
  scope: maybe(text),
  invitationUrl: maybe(text),
  customProperties,
});

const price = z.strictObject({
  id: stableId,
  priceAmount: maybe(z.number()),
  priceCurrency: maybe(text),
  priceUnit: maybe(text),
});

export const odcsDocumentSchema = z.strictObject({
  version: text,
  kind: z.literal('DataContract'),
  apiVersion: z.enum(['v3.1.0', 'v3.2.0']),
  id: text,
  name: maybe(text),
  tenant: maybe(text),
  tags,
  status: maybe(text),
  servers: maybe(z.array(server)),
  dataProduct: maybe(text),
  description: maybe(
    z.looseObject({ usage: maybe(text), purpose: maybe(text), limitations: maybe(text) }).catchall(json),
  ),
  domain: maybe(text),
  context,
  schema: maybe(z.array(schemaObject)),
  support: maybe(z.array(support)),
  price: maybe(price),
  team: maybe(
    z.strictObject({
      id: stableId,
      name: maybe(text),
      description: maybe(text),
      members: maybe(z.array(member)),
      tags,
      customProperties,
      authoritativeDefinitions: definitions,
    }),
  ),
  roles: maybe(z.array(role)),
  slaDefaultElement: maybe(text),
  slaProperties: maybe(z.array(sla)),
  authoritativeDefinitions: definitions,
  customProperties,
  contractCreatedTs: maybe(text),
});
export type OdcsDocument = z.infer<typeof odcsDocumentSchema>;

/** The keys that 3.1 knows, of each part where 3.0 let people write keys of their own beside them. */
export const odcsKeys = {
  document: keysOf('document', odcsDocumentSchema.shape),
  table: keysOf('table', schemaObject.shape),
  property: keysOf('property', { ...ofProperty, properties: 0, items: 0 }),
  quality: keysOf('part', quality.shape),
  member: keysOf('part', member.shape),
  role: keysOf('part', role.shape),
  support: keysOf('part', support.shape),
  sla: keysOf('sla', sla.shape),
  price: keysOf('part', price.shape),
  definition: keysOf('part', definition.shape),
} as const;

function keysOf(part: Part, shape: object): string[] {
  return Object.keys(shape).filter((key) => !isOfLater(part, key));
}
