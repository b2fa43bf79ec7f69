import { odcsKeys } from './odcs-document.ts';
import { serverKeys } from './odcs-server.ts';

type Given = Record<string, unknown>;
interface Own {
  property: string;
  value: unknown;
}

/** Parts with no place for keys of people in 3.1: theirs go to whom the part belongs, under their path from there. */
const withoutPlace: Readonly<Record<string, readonly string[]>> = {
  slaProperties: odcsKeys.sla,
  price: odcsKeys.price,
  authoritativeDefinitions: odcsKeys.definition,
};

/** Parts of 3.1 that have a place for keys of people. */
type Keeping = Exclude<keyof typeof odcsKeys, 'sla' | 'price' | 'definition'>;

/**
 * 3.0 let everybody add keys of their own in most places; 3.1 has `customProperties` for those, and refuses them elsewhere.
 * Where that is no list of properties, they stay: they are then refused with their path.
 */
export function customOf(given: Given, kind: Keeping | 'server'): Given {
  const { customProperties = [], ...others } = given;
  const keys = kind === 'server' ? serverKeys(given['type'], false) : odcsKeys[kind];
  if (!Array.isArray(customProperties) || keys === null) return given;
  const known = new Set<string>([...keys, ...read30]);
  const own: Own[] = [];
  const kept: Given = {};
  for (const [key, value] of Object.entries(others)) {
    const theirs = withoutPlace[key];
    if (!known.has(key)) own.push({ property: key, value });
    else kept[key] = theirs ? withoutOwn(value, { known: theirs, path: key, own }) : value;
  }
  if (own.length === 0) return given;
  return { ...kept, customProperties: [...(customProperties as unknown[]), ...own] };
}

/** Keys of 3.0 that are read as what they are. */
const read30 = ['rule'];

interface Part {
  known: readonly string[];
  path: string;
  own: Own[];
}

function withoutOwn(value: unknown, { known, path, own }: Part): unknown {
  if (Array.isArray(value))
    return value.map((each: unknown, at) => withoutOwn(each, { known, path: `${path}.${at}`, own }));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  for (const [key, given] of entries) if (!known.includes(key)) own.push({ property: `${path}.${key}`, value: given });
  return Object.fromEntries(entries.filter(([key]) => known.includes(key)));
}
