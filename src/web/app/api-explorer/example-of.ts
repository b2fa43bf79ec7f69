import type { Schema } from './open-api.ts';

const deepest = 6;

/** The smallest thing that has the shape: what is required, with its default, first choice or an empty value. */
export function exampleOf(schema: Schema, depth = 0): unknown {
  const told = schema.const ?? schema.default ?? schema.enum?.[0];
  if (told !== undefined) return told;
  const choice = (schema.oneOf ?? schema.anyOf)?.[0];
  if (choice) return exampleOf(choice, depth + 1);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => exampleOf(part, depth + 1)));
  return depth > deepest ? null : exampleOfType(schema, depth);
}

const plain: Readonly<Record<string, unknown>> = { string: '', number: 0, integer: 0, boolean: false };

function exampleOfType(schema: Schema, depth: number): unknown {
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object') return exampleObject(schema, depth);
  if (type === 'array') return schema.items ? [exampleOf(schema.items, depth + 1)] : [];
  return plain[String(type)] ?? null;
}

/** Where nothing is required everything is shown, to be thinned out. */
function exampleObject({ properties = {}, required = [] }: Schema, depth: number): Record<string, unknown> {
  const needed = Object.entries(properties).filter(([name]) => required.includes(name));
  const shown = needed.length > 0 ? needed : Object.entries(properties);
  return Object.fromEntries(shown.map(([name, property]) => [name, exampleOf(property, depth + 1)]));
}
