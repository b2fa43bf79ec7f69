import { contractErrors } from '../errors.ts';
import type { OdcsDocument } from './odcs-document.ts';
import { isOfLater, type Part } from './odcs-later.ts';
import { serverKeys } from './odcs-server.ts';

/** The part that stands under a key; what stands under any other is of people, and free. */
const parts: Readonly<Record<string, Part>> = {
  authoritativeDefinitions: 'part',
  customProperties: 'custom',
  description: 'part',
  enum: 'part',
  items: 'property',
  key: 'property',
  logicalTypeOptions: 'options',
  map: 'part',
  members: 'part',
  properties: 'property',
  quality: 'part',
  relationships: 'relationship',
  roles: 'part',
  schema: 'table',
  servers: 'server',
  slaProperties: 'sla',
  support: 'part',
  synonyms: 'part',
  team: 'part',
  value: 'property',
};

interface Place {
  part: Part;
  path: readonly string[];
  isLater: boolean;
}

/** Throws for what the version that a document says it is of does not know, with its path. */
export function refuseOtherVersion(document: OdcsDocument): void {
  const isLater = document.apiVersion !== 'v3.1.0';
  if (!isLater && document.status === undefined)
    throw contractErrors.wrongValue({ path: 'status', reason: 'it is required' });
  look(document, { part: 'document', path: [], isLater });
}

function look(value: unknown, place: Place): void {
  if (Array.isArray(value))
    return value.forEach((each, at) => look(each, { ...place, path: [...place.path, String(at)] }));
  if (typeof value !== 'object' || value === null) return;
  refuseKeys(value, place);
  if (place.part === 'custom' || place.part === 'options') return;
  for (const [key, child] of Object.entries(value)) {
    const part = parts[key];
    if (part !== undefined) look(child, { ...place, part, path: [...place.path, key] });
  }
}

function refuseKeys(value: object, { part, path, isLater }: Place): void {
  const { type, logicalType } = value as { type?: unknown; logicalType?: unknown };
  const known = part === 'server' ? serverKeys(type, isLater) : null;
  const unknown = Object.keys(value).find((key) => (known ? !known.includes(key) : !isLater && isOfLater(part, key)));
  if (unknown !== undefined) throw contractErrors.unknownKey({ path: [...path, unknown].join('.') });
  if (part === 'property' && !isLater && (logicalType === 'map' || logicalType === 'vector'))
    throw contractErrors.wrongValue({ path: [...path, 'logicalType'].join('.'), reason: `${logicalType} is of 3.2` });
}
