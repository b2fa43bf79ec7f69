import { createHash } from 'node:crypto';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode, type TeamPeil, type TestPerson } from '../../../test/kit/people.ts';
import { asking, writtenProblem, type WrittenProblem } from '../../../test/kit/written-problem.ts';
import { keepOnePage, readOnePage, writeOpportunity } from './contract.ts';
import { makePdf } from './make-pdf.ts';
import type { Block } from './one-page-frame.ts';
import { toPdf } from './one-page-pdf.ts';

async function open(bytes: Uint8Array) {
  // The reader takes the bytes away with it.
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, at) => pdf.getPage(at + 1)));
  const texts = await Promise.all(pages.map(async (page) => itemsOf(await page.getTextContent())));
  const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> };
  return { pdf, pages, info, texts, text: texts.join('\n') };
}

const itemsOf = ({ items }: { items: object[] }): string =>
  items
    .map((item) => ('str' in item ? `${String(item.str)}${'hasEOL' in item && item.hasEOL ? '\n' : ''}` : ''))
    .join('');

/** Where a line was broken is no part of what it says. */
const letters = (text: string): string => text.replaceAll(/\s+/g, '');

/** The text of the page that the browser shows, by nothing of ours: tags away, entities back. */
const shownBy = (html: string): string[] =>
  html
    .slice(html.indexOf('<main>'))
    .split(/<[^>]*>/)
    .map((text) =>
      text
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&')
        .trim(),
    )
    .filter((text) => text !== '');

/** Canonical JSON (RFC 8785) of plain content, written here a second time on purpose. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, content]) => content !== undefined);
  return `{${fields
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, content]) => `${JSON.stringify(name)}:${canonical(content)}`)
    .join(',')}}`;
}

describeEachDatabase('the one page as PDF', (kit) => {
  let team: TeamPeil;
  let eva: TestPerson;
  let dirk: TestPerson;
  let ids: WrittenProblem;
  beforeAll(async () => {
    team = await inTeamMode({ sessionIdleHours: 100 }, kit.openPeil);
    eva = await team.signIn('Eva Smit');
    dirk = await team.signIn('Dirk');
    ids = await writtenProblem(team, { cookie: eva.cookie });
  });
  afterAll(() => team.close());

  const download = (person: TestPerson, rest = '') =>
    person.inject({ method: 'GET', url: `/api/problems/${ids.problemId}/one-page${rest}` });
  const page = (language: 'en' | 'nl') =>
    asking(team, readOnePage, {
      params: { problemId: ids.problemId },
      query: {},
      headers: { cookie: eva.cookie, 'accept-language': language },
    });

  test.each(['en', 'nl'] as const)('PF10 the PDF says what the page says, word for word (%s)', async (language) => {
    const answer = await download(eva, `/pdf?language=${language}`);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'private, no-cache' });
    const { text, info } = await open(answer.rawPayload);
    const { html } = await page(language);
    const said = letters(text);
    let at = 0;
    for (const piece of shownBy(html)) {
      const found = said.indexOf(letters(piece), at);
      expect(found, piece).toBeGreaterThanOrEqual(0);
      // A list has its dots, and a page its foot, between the pieces; the order is that of the page.
      at = found + letters(piece).length;
    }
    expect(info['Language']).toBe(language);
  });

  test('PF10 its hash is that of what it prints, at the foot of every page and in its metadata', async () => {
    const { generatedFrom } = await page('en');
    const hash = createHash('sha256').update(canonical(generatedFrom)).digest('hex');
    const { texts, info } = await open((await download(eva, '/pdf')).rawPayload);
    for (const [at, text] of texts.entries()) {
      expect(text).toContain(`SHA-256 ${hash}`);
      expect(text).toContain(`Page ${at + 1} of ${texts.length}`);
    }
    expect(info).toMatchObject({ Keywords: `SHA-256 ${hash}`, Author: 'Peil' });
  });

  test('PF10 the same problem gives the same bytes, at another time and for another reader', async () => {
    const first = (await download(eva, '/pdf')).rawPayload;
    team.clock.advance(600_000);
    expect((await download(eva, '/pdf')).rawPayload.equals(first)).toBe(true);
    expect((await download(dirk, '/pdf')).rawPayload.equals(first)).toBe(true);
    expect((await download(dirk, '/pdf?language=nl')).rawPayload.equals(first)).toBe(false);
  });

  test('PF10 what is not kept says of which day it is, and when the problem last changed', async () => {
    const before = await open((await download(eva, '/pdf')).rawPayload);
    const { html, hash } = await page('en');
    team.clock.advance(86_400_000);
    const after = await open((await download(eva, '/pdf')).rawPayload);
    const made = (text: string) =>
      /made on (\d+ \w+ \d{4}), of the problem as it was last changed on (.*?) \(UTC/.exec(text);
    const [first, second] = [made(before.text), made(after.text)];
    expect(first?.[1]).not.toBe(second?.[1]);
    expect(first?.[2]).toBe(second?.[2]);
    expect(after.info['CreationDate']).not.toBe(before.info['CreationDate']);
    expect(after.info['ModDate']).toBe(before.info['ModDate']);
    // What it says is the same, and so are the other forms of it.
    expect(await page('en')).toMatchObject({ html, hash });
    expect(after.info['Keywords']).toBe(`SHA-256 ${hash}`);
  });

  test('PF10 it says which version it is, and a version stays the same byte for byte', async () => {
    expect((await open((await download(eva, '/pdf')).rawPayload)).text).toContain('Not kept as a version');
    await asking(team, keepOnePage, { params: { problemId: ids.problemId }, headers: { cookie: eva.cookie } });
    const kept = (await download(eva, '/versions/1/pdf')).rawPayload;
    const { text, info } = await open(kept);
    expect(text).toMatch(/Version 1, kept on \d+ \w+ 20\d\d \(UTC\)/);
    expect(info['Subject']).toMatch(/^Version 1, kept on/);
    expect((await download(eva, '/pdf')).rawPayload.equals(kept)).toBe(true);

    await asking(team, writeOpportunity, {
      params: { problemId: ids.problemId },
      headers: { cookie: eva.cookie },
      body: { context: 'Another night shift.' },
      version: 1,
    });
    const now = await open((await download(eva, '/pdf')).rawPayload);
    expect(now.text).toContain('Another night shift.');
    expect(now.text).toContain('Not kept as a version');
    expect((await download(eva, '/versions/1/pdf')).rawPayload.equals(kept)).toBe(true);
    for (const [path, status] of [
      ['/versions/9/pdf', 404],
      ['/versions/x/pdf', 400],
      ['/pdf?language=de', 400],
    ] as const)
      expect((await download(eva, path)).statusCode).toBe(status);
  });

  test('PF10 many who print at once are all served', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => download(eva, '/pdf')));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200, 200]);
  });
});

const stamp = {
  language: 'en',
  title: 'A <title> & "more"',
  hash: 'f'.repeat(64),
  edition: 'Version 1',
  madeAt: 1e12,
  changedAt: 1e12,
} as const;
const said = (text: string): Block => ({ kind: 'words', text });

test('PF10 it has a title, bookmarks, a language and a structure that tells headings, lists and tables apart', async () => {
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: 'One' },
    { kind: 'heading', level: 2, text: 'Two' },
    said('Somebody wrote this.'),
    { kind: 'heading', level: 3, text: 'Three' },
    { kind: 'list', items: ['first', 'second'] },
    { kind: 'table', head: ['Way', 'Euros'], rows: [['nothing', '1']] },
    { kind: 'heading', level: 2, text: 'Four' },
  ];
  const { pdf, pages, info } = await open(await toPdf(blocks, stamp));
  expect(info).toMatchObject({ Title: stamp.title, Language: 'en', PDFFormatVersion: '1.7' });
  expect((await pdf.getMetadata()).metadata?.get('dc:title')).toBe(stamp.title);
  expect(await pdf.getMarkInfo()).toEqual(
    new Map(Object.entries({ Marked: true, UserProperties: false, Suspects: false })),
  );
  const bookmarks = (items: readonly { title: string; items: unknown }[]): unknown =>
    items.map(({ title, items: inner }) => [title, bookmarks(inner as typeof items)]);
  expect(bookmarks(await pdf.getOutline())).toEqual([
    [
      'One',
      [
        ['Two', [['Three', []]]],
        ['Four', []],
      ],
    ],
  ]);
  const tree = JSON.stringify(await pages[0]?.getStructTree());
  expect([...tree.matchAll(/"role":"(\w+)"/g)].map((match) => match[1])).toEqual(
    'Document H1 H2 BlockQuote H3 L LI Lbl LBody LI Lbl LBody Table TR TH TH TR TH TD H2 Root'.split(' '),
  );
});

test('PF10 what cannot be printed says so, and the next is printed by the same thread, byte for byte', async () => {
  const broken = { kind: 'words', text: null } as unknown as Block;
  await expect(makePdf({ blocks: [broken], stamp })).rejects.toThrow(/null/);
  const blocks = [said('Somebody wrote this.')];
  const [first, second] = await Promise.all([makePdf({ blocks, stamp }), makePdf({ blocks, stamp })]);
  expect(Buffer.from(first).equals(await toPdf(blocks, stamp))).toBe(true);
  expect(second).toEqual(first);
});

test('PF10 words in every script of the font are there, from the right where they are read so', async () => {
  const text = 'Žluťoučký kůň, ελληνικά, Кириллица, ქართული, Հայերեն, €½≤→';
  const { text: read } = await open(await toPdf([said(text), said('שלום עולם')], stamp));
  expect(letters(read)).toContain(letters(text));
  expect(read).toContain('שלום עולם');
  expect(read).not.toContain('▯');
});

test('PF10 a sign that the font lacks is a box that says so, and is kept for who listens or copies', async () => {
  const bytes = await toPdf([said('Crew 夜班 🛬 leaves')], stamp);
  const { text } = await open(bytes);
  expect(text).toContain('Crew ▯▯ ▯ leaves');
  expect(text).toContain('▯ stands for a sign that this font does not have');
  const { text: covered } = await open(await toPdf([said('Crew leaves')], stamp));
  expect(covered).not.toContain('▯');
});

test('PF10 no line leaves the paper, however long a word or a text is', async () => {
  const long = `${'x'.repeat(900)}\n${'Some words that go on and on. '.repeat(400)}`;
  const { pages, texts } = await open(
    await toPdf(
      [
        said(long),
        { kind: 'list', items: [long] },
        { kind: 'table', head: ['a', 'b'], rows: [[long.slice(0, 2000), '1']] },
      ],
      stamp,
    ),
  );
  expect(pages.length).toBeGreaterThan(3);
  expect(letters(texts.join('')).match(/x/g)?.length).toBe(900 * 3);
  for (const page of pages) {
    expect(page.view).toEqual([0, 0, 595.28, 841.89]);
    for (const item of (await page.getTextContent()).items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [, , , , x, y] = item.transform as number[];
      expect(x ?? 0).toBeGreaterThanOrEqual(47);
      expect((x ?? 0) + item.width).toBeLessThanOrEqual(595.28 - 47);
      expect(y ?? 0).toBeGreaterThan(14);
      expect(y ?? 0).toBeLessThan(841.89 - 40);
    }
  }
});
