import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { writeCheckpointText } from './checkpoint.ts';
import { canonicalJson, chainHash, detailsHash, genesisHash } from './event-hash.ts';
import { MerkleRange } from './merkle-range.ts';
import { signerKey, signNote, writeVerifierKey } from './signed-note.ts';
import { describeVerdict, type Finding } from './verdict.ts';
import { type Evidence, noEvidence, verifyLines } from './verify-lines.ts';

interface Line {
  hash: string | null;
  event: Record<string, unknown>;
  details: Record<string, unknown> | null;
}

const size = 12;
const salt = '0f'.repeat(16);

/** A trail as an export holds it, from what is in it: each event's hash follows from the one before. */
function chained(events: readonly Record<string, unknown>[]): Line[] {
  let hash = genesisHash;
  return events.map((event, index) => {
    const data = { number: index + 1, title: 'Late flights' };
    const whole = { ...event, dataHash: detailsHash(salt, canonicalJson(data)) };
    hash = chainHash(hash, whole);
    return { hash, event: whole, details: { salt, data } };
  });
}

const facts = Array.from({ length: size }, (_, index) => ({
  id: `event-${index + 1}`,
  sequence: index + 1,
  at: '2026-01-05T09:00:00.000Z',
  type: 'note.written',
  actorId: 'person-1',
  requestId: 'request-1',
  subjectKind: 'note',
  subjectId: 'note-1',
  problemId: 'problem-1',
}));
const genuine = chained(facts);

const key = signerKey('peil-audit/test', Buffer.alloc(32, 1));
function checkpointOf(lines: readonly Line[], signer = key): { note: string; file: string } {
  const range = MerkleRange.empty();
  for (const { hash } of lines) range.append(Buffer.from(hash ?? '', 'hex'));
  const root = range.root().toString('base64');
  const text = writeCheckpointText({ origin: signer.name, size: range.size, root });
  return { note: signNote(text, signer), file: 'checkpoints-2026-01.txt' };
}

const evidence: Evidence = {
  notes: [checkpointOf(genuine.slice(0, 5)), checkpointOf(genuine.slice(0, 10))],
  verifierKeys: [writeVerifierKey(key)],
  tornFiles: [],
};

async function* exported(lines: readonly Line[], header = { size: lines.length }): AsyncGenerator<string> {
  yield JSON.stringify({ format: 'peil.audit', version: 1, ...header });
  for (const line of lines) yield JSON.stringify(line);
}

/** The genuine lines with one of them, by its sequence, replaced. */
function withLine(sequence: number, change: (line: Line) => Line): Line[] {
  return genuine.map((line, index) => (index + 1 === sequence ? change(structuredClone(line)) : line));
}
const withEvent = (sequence: number, event: Record<string, unknown>) =>
  withLine(sequence, (line) => ({ ...line, event: { ...line.event, ...event } }));
const without = (sequence: number) => genuine.filter((_, index) => index + 1 !== sequence);

test('RM3 an untouched trail holds, and says how far it is attested', async () => {
  const verdict = await verifyLines(exported(genuine), evidence);
  expect(verdict).toMatchObject({ intact: true, size, attested: 10, checkpoints: 2, findings: [] });
  expect(describeVerdict(verdict, 'en')).toEqual([
    'All 12 sealed events are whole and in order.',
    '10 of them are attested outside the database, by 2 signed checkpoint(s).',
  ]);
  expect(describeVerdict(verdict, 'nl')[0]).toBe('Alle 12 verzegelde gebeurtenissen zijn heel en op volgorde.');
});

const alteredFields = Object.keys(genuine[6]!.event).map((field) => {
  const other = field === 'sequence' ? 70 : field === 'dataHash' ? 'b'.repeat(64) : 'another';
  const finding: Finding = { code: 'altered', sequence: 7 };
  return [`an altered ${field}`, withEvent(7, { [field]: other }), finding] satisfies [string, Line[], Finding];
});

const tampered: [what: string, lines: Line[], finding: Finding][] = [
  ...alteredFields,
  ['an added field', withEvent(7, { note: 'added' }), { code: 'altered', sequence: 7 }],
  ['an altered hash', withLine(7, (line) => ({ ...line, hash: 'c'.repeat(64) })), { code: 'altered', sequence: 7 }],
  [
    'an event altered with its hash made to fit',
    withLine(7, ({ event, details }) => {
      const altered = { ...event, actorId: 'another' };
      return { hash: chainHash(genuine[5]!.hash!, altered), event: altered, details };
    }),
    { code: 'altered', sequence: 8 },
  ],
  [
    'altered details',
    withLine(7, (line) => ({ ...line, details: { salt, data: { number: 8 } } })),
    { code: 'details_altered', sequence: 7 },
  ],
  [
    'an altered salt',
    withLine(7, (line) => ({ ...line, details: { ...line.details, salt: '1f'.repeat(16) } })),
    { code: 'details_altered', sequence: 7 },
  ],
  [
    'details removed without a tombstone',
    withLine(7, (line) => ({ ...line, details: null })),
    { code: 'details_missing', sequence: 7 },
  ],
  ['a deleted event', without(7), { code: 'deleted', sequence: 7, found: 8 }],
  ['a deleted first event', without(1), { code: 'deleted', sequence: 1, found: 2 }],
  [
    'two events that changed places',
    [...genuine.slice(0, 6), genuine[7]!, genuine[6]!, ...genuine.slice(8)],
    { code: 'reordered', sequence: 7 },
  ],
  [
    'an event that stands twice',
    [...genuine.slice(0, 7), genuine[6]!, ...genuine.slice(7)],
    { code: 'repeated', sequence: 8, found: 7 },
  ],
  [
    'an event whose seal was taken away',
    withLine(7, (line) => ({ ...line, hash: null, event: { ...line.event, sequence: null } })),
    { code: 'reordered', sequence: 7 },
  ],
  [
    'a line that is no event',
    withLine(7, () => ({ hash: 'x', event: {}, details: null })),
    { code: 'unreadable', sequence: 7 },
  ],
  [
    'a tail cut before the last checkpoint',
    genuine.slice(0, 8),
    { code: 'tail_cut', sequence: 9, attested: 10, by: 'checkpoint' },
  ],
  ['a trail that is gone', [], { code: 'tail_cut', sequence: 1, attested: 10, by: 'checkpoint' }],
  [
    'a chain rewritten as a whole',
    chained(facts.map((event) => (event.sequence === 7 ? { ...event, actorId: 'another' } : event))),
    { code: 'rewritten', sequence: 6, attested: 10 },
  ],
  [
    'a chain from which an event was taken and that was then numbered and hashed anew',
    chained(facts.toSpliced(6, 1).map((event, index) => ({ ...event, sequence: index + 1 }))),
    { code: 'rewritten', sequence: 6, attested: 10 },
  ],
];

test.each(tampered)('RM3 %s is found at its sequence', async (_what, lines, finding) => {
  const verdict = await verifyLines(exported(lines), evidence);
  expect(verdict).toMatchObject({ intact: false, size: finding.sequence - 1, findings: [finding] });
  for (const locale of ['en', 'nl'] as const)
    expect(describeVerdict(verdict, locale)[0]).toContain(String(finding.sequence));
});

test('RM3 a tail cut after the last checkpoint shows against the header, if that was not changed too', async () => {
  const cut = genuine.slice(0, 11);
  expect((await verifyLines(exported(cut, { size }), evidence)).findings).toEqual([
    { code: 'tail_cut', sequence: 12, attested: 12, by: 'header' },
  ]);
  expect(await verifyLines(exported(cut), evidence)).toMatchObject({ intact: true, attested: 10 });
});

test('RM3 without checkpoints a rewritten chain does not show, and the verdict says so', async () => {
  const verdict = await verifyLines(exported(chained(facts.toSpliced(6, 1, facts[6]!))), noEvidence);
  expect(describeVerdict(verdict, 'en')).toContain(
    'No checkpoint attests them: a chain that was rewritten as a whole would not show.',
  );
});

const stranger = signerKey(key.name, randomBytes(32));
const anotherOrigin = {
  note: signNote(writeCheckpointText({ origin: 'another', size: 10, root: 'A'.repeat(43).concat('=') }), key),
  file: 'checkpoints-2026-01.txt',
};
test.each([
  ['signed by a stranger', checkpointOf(genuine.slice(0, 10), stranger)],
  ['of another log', anotherOrigin],
  ['with a changed size', { ...evidence.notes[1]!, note: evidence.notes[1]!.note.replace('\n10\n', '\n11\n') }],
])('RM3 a checkpoint %s is found', async (_what, forged) => {
  const verdict = await verifyLines(exported(genuine), { ...evidence, notes: [evidence.notes[0]!, forged] });
  expect(verdict).toMatchObject({ intact: false, attested: 5, findings: [{ code: 'checkpoint_forged' }] });
});

test('RM3 a checkpoint of another chain, signed with the right key, is found', async () => {
  const swapped = checkpointOf(
    chained(facts.map((event) => ({ ...event, at: '2026-01-06T09:00:00.000Z' }))).slice(0, 10),
  );
  const verdict = await verifyLines(exported(genuine), { ...evidence, notes: [evidence.notes[0]!, swapped] });
  expect(verdict.findings).toEqual([{ code: 'rewritten', sequence: 6, attested: 10 }]);
});

test('RM3 erased details are stated, and the chain holds', async () => {
  const erased = withLine(7, (line) => ({ ...line, details: { erasedAt: '2026-02-01T09:00:00.000Z' } }));
  const verdict = await verifyLines(exported(erased), evidence);
  expect(verdict).toMatchObject({ intact: true, erased: 1 });
  expect(describeVerdict(verdict, 'en')).toContain(
    'The details of 1 event(s) were erased; their place in the chain holds.',
  );
});

test('RM3 events that wait for the sealer are stated', async () => {
  const waiting = genuine.map(({ event, details }) => ({ hash: null, event: { ...event, sequence: null }, details }));
  const verdict = await verifyLines(exported([...genuine, ...waiting.slice(0, 2)], { size }), evidence);
  expect(verdict).toMatchObject({ intact: true, size, unsealed: 2 });
  expect(describeVerdict(verdict, 'en')).toContain('2 newer event(s) are not in the chain yet.');
});

test('RM3 what is no export, and checkpoints without a key, are refused with a sentence', async () => {
  async function* nonsense() {
    yield '{"hello":"world"}';
  }
  await expect(verifyLines(nonsense(), evidence)).rejects.toThrow('This is no audit export');
  await expect(verifyLines(exported(genuine), { ...evidence, verifierKeys: [] })).rejects.toThrow(
    'no key to check them',
  );
});
