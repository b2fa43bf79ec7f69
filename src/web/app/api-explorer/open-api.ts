/** The parts of JSON Schema that the contract uses. */
export interface Schema {
  type?: string | readonly string[];
  enum?: readonly unknown[];
  const?: unknown;
  default?: unknown;
  description?: string;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  items?: Schema;
  oneOf?: readonly Schema[];
  anyOf?: readonly Schema[];
  allOf?: readonly Schema[];
  format?: string;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  isRequired: boolean;
  description: string;
  /** what can be chosen; null where anything can be typed */
  choices: readonly string[] | null;
  fallback: string | null;
}

export interface Operation {
  id: string;
  method: string;
  path: string;
  summary: string;
  permission: string;
  parameters: readonly Parameter[];
  /** null: it takes no body */
  body: Schema | null;
}

interface GivenOperation {
  operationId: string;
  summary: string;
  parameters?: readonly {
    name: string;
    in: Parameter['in'];
    required?: boolean;
    description?: string;
    schema?: Schema;
  }[];
  requestBody?: { content: { 'application/json'?: { schema: Schema } } };
  'x-permission'?: string;
}

export interface OpenApi {
  components?: { schemas?: Record<string, unknown> };
  paths: Readonly<Record<string, Readonly<Record<string, GivenOperation>>>>;
}

/** Every operation of the document, in its order. */
export function operationsOf({ paths }: OpenApi): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, given]) => ({
      id: given.operationId,
      method: method.toUpperCase(),
      path,
      summary: given.summary,
      permission: given['x-permission'] ?? 'public',
      parameters: (given.parameters ?? []).map(parameterOf),
      body: given.requestBody?.content['application/json']?.schema ?? null,
    })),
  );
}

function parameterOf(given: NonNullable<GivenOperation['parameters']>[number]): Parameter {
  const { name, required = false, description, schema = {} } = given;
  const fallback = schema.default;
  return {
    name,
    in: given.in,
    isRequired: required,
    description: description ?? schema.description ?? '',
    choices: schema.type === 'boolean' ? ['true', 'false'] : (schema.enum?.map(String) ?? null),
    fallback: fallback === undefined || fallback === null ? null : shown(fallback),
  };
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Operations side by side that are about the same thing, by what their addresses have in common. */
export function groupsOf(operations: readonly Operation[]): Map<string, Operation[]> {
  const groups = new Map<string, Operation[]>();
  for (const operation of operations) {
    const group = groupOf(operation.path);
    groups.set(group, [...(groups.get(group) ?? []), operation]);
  }
  return groups;
}

/** `/api/problems/{problemId}/objectives/{objectiveId}` is about objectives of problems. */
function groupOf(path: string): string {
  const [first = '', ...rest] = path.split('/').filter((part) => part !== '' && part !== 'api');
  if (!path.startsWith('/api/')) return 'peil';
  const within = rest[0]?.startsWith('{') ? rest[1] : undefined;
  return within === undefined ? first : `${first} / ${within}`;
}

/** Every word typed occurs in the address, the name or the summary. */
export function matches({ id, method, path, summary }: Operation, text: string): boolean {
  const within = `${method} ${path} ${id} ${summary}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => within.includes(word));
}
