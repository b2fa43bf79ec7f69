import { expect, test } from 'vitest';
import {
  openNote,
  readSignerKey,
  readVerifierKey,
  signerKey,
  signNote,
  writeSignerKey,
  writeVerifierKey,
} from './signed-note.ts';

// The keys and the note in the documentation of Go's golang.org/x/mod/sumdb/note, where the format comes from.
const skey = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const vkey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const signature = 'x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=';
const note = `${text}\n— PeterNeumann ${signature}\n`;

test('RM3 a note is signed as other tools of the format sign it', () => {
  const key = readSignerKey(skey)!;
  expect(signNote(text, key)).toBe(note);
  expect(writeVerifierKey(key)).toBe(vkey);
  expect(writeSignerKey(key)).toBe(skey);
});

test('RM3 a note opens with the key that signed it, and with no other', () => {
  const key = readVerifierKey(vkey)!;
  const stranger = signerKey('PeterNeumann', Buffer.alloc(32, 7));
  expect(openNote(note, [stranger, key])).toMatchObject({ text, key: { name: 'PeterNeumann' } });
  expect(openNote(note, [stranger])).toBeNull();
});

test.each([
  ['a changed text', note.replace('answer', 'Answer')],
  ['a changed signature', note.replace('x08go/Z', 'x08go/Y')],
  ['no signature', text],
  ['another name', note.replace('— PeterNeumann', '— Peter')],
])('RM3 a note with %s does not open', (_what, changed) => {
  expect(openNote(changed, [readVerifierKey(vkey)!])).toBeNull();
});

test.each([
  ['an id that is not that of the key', vkey.replace('c74f20a3', 'c74f20a4')],
  ['another name', vkey.replace('Neumann', 'Newman')],
  ['nothing', ''],
])('RM3 a verifier key with %s is none', (_what, changed) => {
  expect(readVerifierKey(changed)).toBeNull();
});
