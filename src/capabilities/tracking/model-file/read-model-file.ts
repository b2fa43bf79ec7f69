import type { ModelDescription } from '../model-file-contract.ts';

type Known = Readonly<Record<string, unknown>>;
type Column = NonNullable<ModelDescription['signature']>['inputs'][number];

/** So many of a wide table; nobody reads on. */
const mostColumns = 2000;
const mostSettings = 50;
const mostLetters = 500;
const deepest = 5;

/** What of a description does not depend on other files. Whatever a client wrote there, this reads what is as it should be. */
export function readModelFile(content: unknown): Omit<ModelDescription, 'requirements'> {
  const file = isKnown(content) ? content : {};
  const flavors = Object.entries(known(file['flavors']));
  const python = known(known(file['flavors'])['python_function'])['python_version'];
  return {
    flavors: flavors
      .slice(0, mostSettings)
      .map(([name, settings]) => ({ name: cut(name), settings: settingsOf(settings) })),
    signature: signatureOf(file['signature']),
    inputExample: textOf(known(file['saved_input_example_info'])['artifact_path']),
    mlflowVersion: textOf(file['mlflow_version']),
    pythonVersion: textOf(python),
    madeAt: textOf(file['utc_time_created']),
    size_bytes: Number.isSafeInteger(file['model_size_bytes']) ? (file['model_size_bytes'] as number) : null,
  };
}

const isKnown = (value: unknown): value is Known =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const known = (value: unknown): Known => (isKnown(value) ? value : {});
const cut = (text: string): string => (text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text);

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return cut(value);
  return typeof value === 'number' ? String(value) : null;
}

const settingsOf = (settings: unknown) =>
  Object.entries(known(settings))
    .filter(([, value]) => value !== null)
    .slice(0, mostSettings)
    .map(([key, value]) => ({ key: cut(key), value: cut(typeof value === 'string' ? value : JSON.stringify(value)) }));

function signatureOf(given: unknown): ModelDescription['signature'] {
  if (!isKnown(given)) return null;
  const { inputs, outputs, params } = given as Partial<Record<'inputs' | 'outputs' | 'params', unknown>>;
  const signature = { inputs: columnsOf(inputs), outputs: columnsOf(outputs), params: columnsOf(params) };
  return Object.values(signature).some((columns) => columns.length > 0) ? signature : null;
}

/** A list, written as JSON in a text. */
function columnsOf(given: unknown): Column[] {
  const list = typeof given === 'string' ? readJson(given) : given;
  if (!Array.isArray(list)) return [];
  return list
    .slice(0, mostColumns)
    .filter(isKnown)
    .map((column) => ({
      name: textOf(column['name']),
      type: cut(typeOf(column, 0)),
      isRequired: column['required'] !== false && column['optional'] !== true && column['default'] === undefined,
      default: column['default'] === undefined ? null : cut(JSON.stringify(column['default'])),
    }));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The words of the client, with signs for what is made of others. */
function typeOf(given: unknown, depth: number): string {
  const column = known(given);
  const type = textOf(column['type']) ?? '?';
  if (depth > deepest) return '…';
  if (type === 'tensor') return tensorOf(known(column['tensor-spec']));
  if (type === 'array') return `${typeOf(column['items'], depth + 1)}[]`;
  if (type === 'map') return `{*: ${typeOf(column['values'], depth + 1)}}`;
  if (type === 'object') return `{${partsOf(known(column['properties']), depth)}}`;
  return Array.isArray(column['shape']) ? `${type}[]` : type;
}

const partsOf = (properties: Known, depth: number): string =>
  Object.entries(properties)
    .slice(0, mostSettings)
    .map(([name, property]) => `${name}: ${typeOf(property, depth + 1)}`)
    .join(', ');

/** -1 is as many as are given. */
function tensorOf({ dtype, shape }: Known): string {
  const sizes = Array.isArray(shape) ? shape.map((size) => (size === -1 ? '?' : String(size))) : [];
  return `${textOf(dtype) ?? '?'}${sizes.length > 0 ? ` [${sizes.join(' × ')}]` : ''}`;
}

/** One line a package; what tells pip where to look is none. */
export function readRequirements(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('-'))
    .slice(0, mostColumns)
    .map(cut);
}
