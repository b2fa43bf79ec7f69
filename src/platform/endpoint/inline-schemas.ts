/** The part of an OpenAPI document that holds the schemas with a name. */
interface Document {
  components?: { schemas?: Record<string, unknown> };
}

const place = '#/components/schemas/';

/**
 * The document with every named schema where it is asked for, for who reads one operation at a time. What stands in many
 * places is one object, so that it takes no more memory than before. No schema of the contract contains itself.
 */
export function inlineSchemas<T extends Document>(document: T): T {
  const schemas = document.components?.schemas ?? {};
  const inlined = new Map<string, unknown>();
  const inline = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(inline);
    if (typeof node !== 'object' || node === null) return node;
    const { $ref, ...rest } = node as Record<string, unknown>;
    const others = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, inline(value)]));
    if (typeof $ref !== 'string' || !$ref.startsWith(place)) return others;
    const named = byName($ref.slice(place.length));
    return Object.keys(others).length === 0 ? named : { ...(named as object), ...others };
  };
  const byName = (name: string): unknown => {
    if (!inlined.has(name)) inlined.set(name, inline(schemas[name]));
    return inlined.get(name);
  };
  return inline(document) as T;
}
