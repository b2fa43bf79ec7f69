import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode } from '../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { asSha256 } from '../../platform/blobs/sha256.ts';
import { attachmentLimit_bytes } from './attachment-contract.ts';
import { snapshotOfAttachments } from './formulation-snapshots.ts';
import { telling } from './similar-words.ts';
import { formulationDb } from './tables.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

describeEachDatabase('evidence, similar problems and import', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let problemId: string;
  let path: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  beforeEach(async () => {
    problemId = (await send('POST /api/problems', { title: 'Late flights' })).body.id;
    path = `/api/problems/${problemId}`;
  });
  afterAll(() => peil.close());

  const upload = (title: string, payload: Buffer | undefined, type: string | null = 'application/octet-stream') =>
    peil.app.inject({
      method: 'POST',
      url: `${path}/attachments/files?title=${encodeURIComponent(title)}`,
      ...(payload === undefined ? {} : { payload }),
      headers: type === null ? {} : { 'content-type': type },
    });
  const content = (id: string) => peil.app.inject({ method: 'GET', url: `${path}/attachments/${id}/content` });

  test('PF1 a picture is known by its bytes and shown; it comes back as it was sent', async () => {
    const added = await upload('Night log “Ünïcode”.txt', png);
    expect(added.statusCode).toBe(201);
    const attachment = added.json();
    expect(attachment).toMatchObject({ kind: 'image', mediaType: 'image/png', size_bytes: png.length, url: null });
    const got = await content(attachment.id);
    expect(got.rawPayload).toEqual(png);
    expect(got.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(got.headers['content-disposition']).toMatch(
      /^inline; filename="[\x20-\x7e]+"; filename\*=UTF-8''Night%20log/,
    );
  });

  test('PF1 what could run in a browser is only ever saved: SVG, HTML, a script in a false picture', async () => {
    for (const [name, bytes] of [
      ['drawing.svg', svg],
      ['page.png', Buffer.from('<html><script>alert(1)</script></html>')],
      ['short', Buffer.from('a')],
      ['report.pdf', Buffer.from('%PDF-1.7 ...')],
    ] as const) {
      const attachment = (await upload(name, bytes)).json();
      expect(attachment).toMatchObject({ kind: 'file', mediaType: null, title: name });
      const { headers } = await content(attachment.id);
      expect(headers['content-type']).toBe('application/octet-stream');
      expect(headers['content-disposition']).toMatch(/^attachment; /);
    }
  });

  test('PF1 a file that is empty, too large or sent as something else is refused with a sentence', async () => {
    const happened = sendingTo(peil);
    await happened(`GET ${path}`);
    expect((await upload('none', undefined, null)).json().error.code).toBe('formulation.empty_file');
    expect((await upload('empty', Buffer.alloc(0))).statusCode).toBe(400);
    const json = await upload('a', Buffer.from('{}'), 'application/json');
    expect([json.statusCode, json.json().error.message]).toEqual([
      415,
      expect.stringContaining('application/octet-stream'),
    ]);
    const large = await upload('large', Buffer.alloc(attachmentLimit_bytes + 1));
    expect(large.json().error).toMatchObject({ code: 'blob.too_large' });
    expect((await upload('', png)).statusCode).toBe(400);
    expect((await upload('a\nb', png)).statusCode).toBe(400);
    expect((await send(`GET ${path}/attachments`)).body.attachments).toEqual([]);
    // Nor is anything left of what was refused once its bytes were there.
    const ofNothing = asSha256(createHash('sha256').update('').digest('hex'));
    expect(ofNothing && (await peil.services.blobs.has(ofNothing))).toBe(false);
    const stream = await peil.app.inject({
      method: 'PATCH',
      url: `${path}/opportunity`,
      payload: png,
      headers: { 'content-type': 'application/octet-stream', 'if-match': '0' },
    });
    expect(stream.statusCode).toBe(415);
  });

  test('PF1 links go to the web and nowhere else', async () => {
    const link = { url: 'https://example.org/a?b=c#d', title: 'The report' };
    const added = await send(`POST ${path}/attachments/links`, link);
    expect(added).toMatchObject({
      status: 201,
      body: { kind: 'link', ...link, sha256: null },
      events: ['attachment.added'],
    });
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      '/relative',
      'https://u:p@x.org',
      'ftp://x.org',
    ]) {
      const refused = await send(`POST ${path}/attachments/links`, { url, title: 'x' });
      expect([url, refused.status]).toEqual([url, 400]);
      expect(refused.body.error.message).toContain('http:// or https://');
    }
    const nothing = await content(added.body.id);
    expect([nothing.statusCode, nothing.json().error.code]).toEqual([409, 'formulation.attachment_is_link']);
  });

  test('PF1 evidence is removed with undo, and stands in the snapshot by its content', async () => {
    const { id, sha256 } = (await upload('log.png', png)).json();
    expect(await snapshotOfAttachments(peil.services.database.reader, problemId)).toEqual([
      { id, kind: 'image', title: 'log.png', url: null, sha256 },
    ]);
    const removed = await send(`DELETE ${path}/attachments/${id}`);
    expect(removed).toMatchObject({ status: 200, events: ['attachment.removed'] });
    expect((await content(id)).statusCode).toBe(404);
    expect((await send(`DELETE ${path}/attachments/${id}`)).status).toBe(404);
    const restored = await send(`POST ${path}/attachments/${id}/restore`);
    expect(restored).toMatchObject({ status: 200, body: { id }, events: ['attachment.restored'] });
    expect((await send(`POST ${path}/attachments/${id}/restore`)).status).toBe(409);
    expect((await content(id)).statusCode).toBe(200);
    const other = (await send('POST /api/problems', { title: 'Other' })).body.id;
    for (const request of ['DELETE', 'GET'])
      expect(
        (await send(`${request} /api/problems/${other}/attachments/${id}${request === 'GET' ? '/content' : ''}`))
          .status,
      ).toBe(404);
  });

  test('PF1 a one-pager is shown where it would go, and fills what is empty', async () => {
    await send(`PATCH ${path}/opportunity`, { cost: 'Ten a day', context: 'Known already' }, { version: 0 });
    const markdown =
      '# Vertraagde vluchten\n\n## Wat gebeurt er nu?\nCrews wachten.\n\n## Kosten\nTwaalf per dag\n\n## Oplossing\nEen app.';
    const preview = await send(`POST ${path}/opportunity/preview`, { markdown });
    expect(preview).toMatchObject({ status: 200, events: [], body: { title: 'Vertraagde vluchten' } });
    expect(preview.body.parts).toEqual([
      { field: 'currentSituation', headings: ['Wat gebeurt er nu?'], text: 'Crews wachten.', current: '' },
      { field: 'cost', headings: ['Kosten'], text: 'Twaalf per dag', current: 'Ten a day' },
    ]);
    expect(preview.body.unplaced).toEqual([{ heading: 'Oplossing', text: 'Een app.' }]);
    const done = await send(`POST ${path}/opportunity/import`, { markdown }, { version: 1 });
    expect(done).toMatchObject({ status: 200, events: ['opportunity.written'] });
    expect(done.body).toMatchObject({
      currentSituation: 'Crews wachten.',
      cost: 'Ten a day',
      context: 'Known already\n\nOplossing\nEen app.',
    });
    const again = await send(`POST ${path}/opportunity/import`, { markdown, replace: ['cost'] }, { version: 2 });
    expect(again.body).toMatchObject({
      cost: 'Twaalf per dag',
      context: 'Known already\n\nOplossing\nEen app.',
      version: 3,
    });
    await send(`PATCH ${path}/opportunity`, { cost: 'Other' }, { version: 3 });
    const stale = await send(`POST ${path}/opportunity/import`, { markdown, replace: ['cost'] }, { version: 2 });
    expect(stale).toMatchObject({ status: 409, body: { error: { params: { theirs: { cost: 'Other' } } } } });
    const long = await send(
      `POST ${path}/opportunity/import`,
      { markdown: `x\n\n${'y'.repeat(20_000)}` },
      { version: 4 },
    );
    expect(long).toMatchObject({
      status: 422,
      events: [],
      body: { error: { params: { field: 'context', limit: 20_000 } } },
    });
  });

  test('PF1 whatever is renamed and written in whatever order, a problem is found by what it says now', async () => {
    const word = fc.constantFrom('flights', 'flight', 'crews', 'night', 'late', 'cranes', 'the', 'harbour');
    const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    const step = fc.record({ kind: fc.constantFrom('rename', 'write'), text });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
        const { id } = (await send('POST /api/problems', { title: 'Late flights' })).body;
        for (const { kind, text: given } of steps) {
          const at = kind === 'rename' ? `/api/problems/${id}` : `/api/problems/${id}/opportunity`;
          const { version } = (await send(`GET ${at}`)).body;
          await send(`PATCH ${at}`, kind === 'rename' ? { title: given } : { currentSituation: given }, { version });
        }
        const db = formulationDb(peil.services.database.reader);
        const { title_key: title, opportunity_key } = await db
          .selectFrom('problem_summary')
          .select(['title_key', 'opportunity_key'])
          .where('problem_id', '=', id)
          .executeTakeFirstOrThrow();
        const kept = await db.selectFrom('problem_word').selectAll().where('problem_id', '=', id).execute();
        expect(new Map(kept.map(({ stem, weight }) => [stem, weight]))).toEqual(
          telling({ title, text: opportunity_key }),
        );
      }),
      { numRuns: 25, seed: 7 },
    );
  });

  test('PF1 problems that are alike are found while typing, stopped ones with their reason', async () => {
    const make = async (title: string, situation: string) => {
      const { id } = (await send('POST /api/problems', { title })).body;
      await send(`PATCH /api/problems/${id}/opportunity`, { currentSituation: situation }, { version: 0 });
      return id as string;
    };
    const pumps = await make('Pompen die vastlopen', 'Pompen in het gemaal lopen vast door takken na een storm.');
    const far = await make('Invoices paid twice', 'The ledger holds suppliers under two names.');
    const gate = (await send(`GET /api/problems/${pumps}/gates/g1`)).body;
    await send(`POST /api/problems/${pumps}/gates/g1/decisions`, {
      snapshotHash: gate.snapshotHash,
      outcome: 'no_go',
      reasons: 'Een rooster houdt de takken tegen.',
      people: [{ name: 'Eva', role: 'sme', meaning: 'approves' }],
      redirect: { kind: 'process_change', text: 'Een rooster.' },
    });
    const similar = async (text: string, except?: string) =>
      (await send(`GET /api/problems/similar?text=${encodeURIComponent(text)}${except ? `&except=${except}` : ''}`))
        .body.problems;
    expect(await similar('Een pomp die vastloopt na een STORM')).toEqual([
      {
        id: pumps,
        title: 'Pompen die vastlopen',
        phase: 'stopped',
        reasons: 'Een rooster houdt de takken tegen.',
        redirect: { kind: 'process_change', text: 'Een rooster.' },
      },
    ]);
    expect(await similar('Suppliers in the ledger under several names')).toMatchObject([{ id: far, reasons: null }]);
    expect(await similar('Suppliers in the ledger under several names', far)).toEqual([]);
    for (const nothing of ['the of and', '%%%%% ____', 'x', '💥', "'; drop table problem; --"])
      expect(await similar(nothing)).toEqual([]);
    await send(`DELETE /api/problems/${far}`);
    expect(await similar('Suppliers in the ledger under several names')).toEqual([]);
    expect((await send('GET /api/problems/similar')).status).toBe(400);
  });
});

describeEachDatabase('similar problems in a team', (kit) => {
  test('PF1 nobody is shown a private problem that they do not know of', async () => {
    const team = await inTeamMode({}, kit.openPeil);
    const [owner, other] = [await team.signIn('Owner'), await team.signIn('Other')];
    const mine = sendingTo(team, (options) => owner.inject(options));
    await mine('POST /api/problems', { title: 'Secret merger of regional warehouses', isPrivate: true });
    const address = 'GET /api/problems/similar?text=merger+of+regional+warehouses';
    expect((await mine(address)).body.problems).toHaveLength(1);
    expect((await sendingTo(team, (options) => other.inject(options))(address)).body.problems).toEqual([]);
    await team.close();
  });
});
