import { z } from 'zod';
import { customProperties, definition, definitions, json, maybe, role, stableId, tags, text } from './odcs-basics.ts';
import { server } from './odcs-server.ts';

/** The Open Data Contract Standard, version 3.1 (Bitol, Linux Foundation): its keys, and no others. */
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
const relationship = { type: maybe(z.literal('foreignKey')), to: references, customProperties };

const element = {
  id: stableId,
  name: text,
  physicalType: maybe(text),
  physicalName: maybe(text),
  description: maybe(text),
  businessName: maybe(text),
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
});

const logicalType = z.enum(['string', 'date', 'timestamp', 'time', 'number', 'integer', 'object', 'array', 'boolean']);

const ofProperty = {
  ...element,
  primaryKey: maybe(z.boolean()),
  primaryKeyPosition: maybe(z.int()),
  logicalType: maybe(logicalType),
  logicalTypeOptions: maybe(options),
  required: maybe(z.boolean()),
  unique: maybe(z.boolean()),
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
}) as z.ZodType<Item>;
export type OdcsProperty = Property;

const schemaObject = z.strictObject({
  ...element,
  logicalType: maybe(z.enum(['object', 'blob'])),
  dataGranularityDescription: maybe(text),
  properties: maybe(z.array(property)),
  relationships: maybe(z.array(z.strictObject({ ...relationship, from: references }))),
  quality: qualities,
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
  apiVersion: z.literal('v3.1.0'),
  id: text,
  name: maybe(text),
  tenant: maybe(text),
  tags,
  status: text,
  servers: maybe(z.array(server)),
  dataProduct: maybe(text),
  description: maybe(
    z.looseObject({ usage: maybe(text), purpose: maybe(text), limitations: maybe(text) }).catchall(json),
  ),
  domain: maybe(text),
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
  document: Object.keys(odcsDocumentSchema.shape),
  table: Object.keys(schemaObject.shape),
  property: [...Object.keys(ofProperty), 'properties', 'items'],
  quality: Object.keys(quality.shape),
  member: Object.keys(member.shape),
  role: Object.keys(role.shape),
  support: Object.keys(support.shape),
  sla: Object.keys(sla.shape),
  price: Object.keys(price.shape),
  definition: Object.keys(definition.shape),
} as const;
