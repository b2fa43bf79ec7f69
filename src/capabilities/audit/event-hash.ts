import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** The facts of an event as they are hashed and exported; no personal data, the actor is an id. */
export interface SealedFacts {
  id: string;
  sequence: number;
  at: string;
  type: string;
  actorId: string;
  requestId: string;
  subjectKind: string;
  subjectId: string;
  problemId: string | null;
  dataHash: string | null;
}

/** The hash before the first event. */
export const genesisHash = '0'.repeat(64);

// 0x00 and 0x01 belong to the Merkle tree (RFC 6962): no hash of one kind can pass for another.
const chainDomain = Buffer.of(0x02);
const detailsDomain = Buffer.of(0x03);

/** RFC 8785: equal values, equal bytes. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError(`A value of type ${typeof value} has no form in JSON.`);
  return text;
}

/** `SHA-256(0x02 || previous hash || canonical JSON of the event)`, hexadecimal. */
export function chainHash(previousHash: string, facts: SealedFacts | Readonly<Record<string, unknown>>): string {
  const input = Buffer.concat([chainDomain, Buffer.from(previousHash, 'hex'), Buffer.from(canonicalJson(facts))]);
  return hash('sha256', input, 'hex');
}

/** `SHA-256(0x03 || salt || canonical JSON of the details)`, hexadecimal. */
export function detailsHash(salt: string, canonicalData: string): string {
  const input = Buffer.concat([detailsDomain, Buffer.from(salt, 'hex'), Buffer.from(canonicalData)]);
  return hash('sha256', input, 'hex');
}
