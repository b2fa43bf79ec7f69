import type { z } from 'zod';
import { parseDocument } from 'yaml';
import { contractErrors } from '../errors.ts';
import { type OdcsDocument, odcsDocumentSchema } from './odcs-document.ts';
import { refuseOtherVersion } from './refuse-other-version.ts';
import { upgradeOdcs } from './upgrade-odcs.ts';

const readable = ['v3.2.0', 'v3.1.0', 'v3.0.2', 'v3.0.1', 'v3.0.0'];

/** A document of the open standard as YAML (or JSON, which is YAML); a key that it does not know is refused with its path. */
export function readOdcs(given: string): OdcsDocument {
  const document = parseDocument(given, { version: '1.2', schema: 'core', uniqueKeys: true, stringKeys: true });
  const [wrong] = document.errors;
  if (wrong) throw contractErrors.notYaml({ line: wrong.linePos?.[0].line ?? 1, reason: firstLine(wrong.message) });
  const value = asPlain(() => document.toJS({ maxAliasCount: 100 }) as unknown);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw contractErrors.otherStandard({ given: typeof value, readable });
  const { apiVersion, kind } = value as Record<string, unknown>;
  if (kind !== 'DataContract' || !readable.includes(String(apiVersion)))
    throw contractErrors.otherStandard({ given: `${asWord(kind)} ${asWord(apiVersion)}`, readable });
  const read = odcsDocumentSchema.safeParse(upgradeOdcs(value as Record<string, unknown>));
  if (!read.success) throw refusal(read.error);
  refuseOtherVersion(read.data);
  return read.data;
}

/** So many aliases that they are meant to fill the memory are no document either. */
function asPlain(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    throw contractErrors.notYaml({ line: 1, reason: firstLine((error as Error).message) });
  }
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? text;
const asWord = (given: unknown): string => (typeof given === 'string' ? given : JSON.stringify(given ?? null));

function refusal(error: z.ZodError): Error {
  const [issue] = error.issues;
  const path = issue?.path.map(String) ?? [];
  if (issue?.code === 'unrecognized_keys')
    return contractErrors.unknownKey({ path: [...path, issue.keys[0] ?? ''].join('.') });
  return contractErrors.wrongValue({ path: path.join('.'), reason: issue?.message ?? '' });
}
