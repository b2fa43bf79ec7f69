import { z } from 'zod';

/** What many parts of a document of the standard have. */
export const text = z.string();
export const maybe = <T extends z.ZodType>(schema: T) => z.exactOptional(schema);
export const stableId = maybe(z.string().regex(/^[A-Za-z0-9_-]+$/));
export const json = z.json();
export const tags = maybe(z.array(text));

const customProperty = z.strictObject({
  id: stableId,
  property: text,
  value: json,
  description: maybe(text),
  vendor: maybe(text),
});
export type CustomProperty = z.infer<typeof customProperty>;
export const customProperties = maybe(z.array(customProperty));
export const definition = z.strictObject({ id: stableId, url: text, type: text, description: maybe(text) });
export const definitions = maybe(z.array(definition));

export const role = z.strictObject({
  id: stableId,
  role: text,
  description: maybe(text),
  access: maybe(text),
  firstLevelApprovers: maybe(text),
  secondLevelApprovers: maybe(text),
  customProperties,
});

const scalar = z.union([text, z.number(), z.boolean(), z.null()]);
const told = { id: maybe(text), authoritativeDefinitions: definitions, tags, customProperties };

/** What machines that read the contract are told. */
export const context = maybe(
  z.union([
    text,
    z.strictObject({
      instructions: maybe(text),
      verifiedStatements: maybe(z.array(z.strictObject({ ...told, question: text, answer: maybe(text) }))),
      constraints: maybe(z.array(z.strictObject({ ...told, constraint: text }))),
    }),
  ]),
);

export const synonyms = maybe(
  z.array(
    z.strictObject({
      id: stableId,
      synonym: text,
      description: maybe(text),
      locale: maybe(text),
      source: maybe(text),
      status: maybe(text),
      customProperties,
    }),
  ),
);

export const enumeration = maybe(
  z
    .array(
      z.strictObject({
        id: stableId,
        value: scalar,
        label: maybe(text),
        description: maybe(text),
        customProperties,
        authoritativeDefinitions: definitions,
        tags,
      }),
    )
    .min(1),
);
