import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';

/**
 * Signed notes and their keys as text, after C2SP `signed-note`: what any tool that knows that format can check.
 * Only Ed25519 (signature type 0x01).
 */
export interface VerifierKey {
  name: string;
  /** eight hexadecimal digits */
  id: string;
  publicKey: KeyObject;
}

export interface SignerKey extends VerifierKey {
  privateKey: KeyObject;
}

const ed25519 = Buffer.of(0x01);
// DER before the 32 bytes of an Ed25519 key (RFC 8410): PKCS #8 for the private, SubjectPublicKeyInfo for the public one.
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

const rawPublicKey = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' }).subarray(-32);

function keyId(name: string, publicKey: KeyObject): string {
  const named = Buffer.concat([Buffer.from(`${name}\n`), ed25519, rawPublicKey(publicKey)]);
  return hash('sha256', named, 'hex').slice(0, 8);
}

/** `seed`: the 32 secret bytes. The name may hold neither white space nor a plus sign. */
export function signerKey(name: string, seed: Uint8Array): SignerKey {
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  return { name, id: keyId(name, publicKey), publicKey, privateKey };
}

/** `<name>+<id>+<base64 of type and key>` */
export function writeVerifierKey({ name, id, publicKey }: VerifierKey): string {
  return `${name}+${id}+${Buffer.concat([ed25519, rawPublicKey(publicKey)]).toString('base64')}`;
}

/** Null where the text is no Ed25519 verifier key, or its id does not belong to name and key. */
export function readVerifierKey(text: string): VerifierKey | null {
  const [, name, id, encoded] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? [];
  if (name === undefined || encoded === undefined) return null;
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length !== 33 || bytes[0] !== ed25519[0]) return null;
  const key = Buffer.concat([spkiPrefix, bytes.subarray(1)]);
  const publicKey = createPublicKey({ key, format: 'der', type: 'spki' });
  return keyId(name, publicKey) === id ? { name, id, publicKey } : null;
}

/** `PRIVATE+KEY+<name>+<id>+<base64 of type and seed>` */
export function writeSignerKey({ name, id, privateKey }: SignerKey): string {
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32);
  return `PRIVATE+KEY+${name}+${id}+${Buffer.concat([ed25519, seed]).toString('base64')}`;
}

/** Null where the text is no signer key. */
export function readSignerKey(text: string): SignerKey | null {
  const [, name, id, encoded] = /^PRIVATE\+KEY\+([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? [];
  if (name === undefined || encoded === undefined) return null;
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length !== 33 || bytes[0] !== ed25519[0]) return null;
  const key = signerKey(name, bytes.subarray(1));
  return key.id === id ? key : null;
}

/** `text` ends with a line feed; the note is the text, an empty line, and the signature's line. */
export function signNote(text: string, key: SignerKey): string {
  const signature = Buffer.concat([Buffer.from(key.id, 'hex'), sign(null, Buffer.from(text), key.privateKey)]);
  return `${text}\n— ${key.name} ${signature.toString('base64')}\n`;
}

/** The signed text and the key that signed it; null where none of the keys did. */
export function openNote(note: string, keys: readonly VerifierKey[]): { text: string; key: VerifierKey } | null {
  const end = note.lastIndexOf('\n\n');
  if (end < 0) return null;
  const text = note.slice(0, end + 1);
  for (const [, name, encoded] of note.slice(end + 2).matchAll(/^— (\S+) ([A-Za-z0-9+/=]+)$/gm)) {
    const bytes = Buffer.from(encoded ?? '', 'base64');
    const id = bytes.toString('hex', 0, 4);
    const key = keys.find((each) => each.name === name && each.id === id);
    if (key && verify(null, Buffer.from(text), key.publicKey, bytes.subarray(4))) return { text, key };
  }
  return null;
}
