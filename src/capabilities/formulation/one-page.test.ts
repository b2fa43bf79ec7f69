import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode, type TeamPeil, type TestPerson } from '../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { writtenProblem, type WrittenProblem } from '../../../test/kit/written-problem.ts';
import { hashSnapshot } from '../decisions/index.ts';

describeEachDatabase('the one page', (kit) => {
  let team: TeamPeil;
  let ids: WrittenProblem;
  let path: string;
  let eva: TestPerson;
  const as: Record<'eva' | 'dirk', Sending> = {} as never;
  beforeAll(async () => {
    team = await inTeamMode({}, kit.openPeil);
    eva = await team.signIn('Eva Smit');
    const dirk = await team.signIn('Dirk');
    as.eva = sendingTo(team, (options) => eva.inject(options));
    as.dirk = sendingTo(team, (options) => dirk.inject(options));
    ids = await writtenProblem(team, { cookie: eva.cookie });
    path = `/api/problems/${ids.problemId}/one-page`;
  });
  afterAll(() => team.close());

  const read = async (who: keyof typeof as = 'eva', query = '') => (await as[who](`GET ${path}${query}`)).body;

  test('PF10 the same problem gives the same bytes, at another time and for another reader', async () => {
    const first = await read();
    team.clock.advance(600_000);
    expect(await read()).toEqual(first);
    expect(await read('dirk')).toEqual(first);
    expect(first.markdown).toContain('Machines stop without warning; a crew repairs them at night.');
    expect(first.markdown).toContain('Unforeseen stops: from 2,000 to 1,200 a year, by 31 December 2027.');
    expect(first.markdown).toContain('The model must catch');
    expect(first.markdown).toContain('Sam, sponsor: accepts the opportunity');
  });

  test('PF10 the hash at the foot of both forms is that of what the page says', async () => {
    const { hash, generatedFrom, markdown, html } = await read();
    expect(hashSnapshot(generatedFrom).hash).toBe(hash);
    expect(markdown.split('---\n').at(-1)).toContain(hash);
    expect(html.slice(html.indexOf('<footer>'))).toContain(hash);
  });

  test('PF10 the languages differ in the frame only', async () => {
    const [english, dutch] = [await read('eva', '?language=en'), await read('eva', '?language=nl')];
    expect(dutch).toMatchObject({ language: 'nl', hash: english.hash, generatedFrom: english.generatedFrom });
    const quoted = (text: string) => text.split('\n').filter((line) => line.startsWith('> '));
    expect(quoted(dutch.markdown)).toEqual(quoted(english.markdown));
    const shape = (html: string) => html.match(/<[a-z0-9/]+/g);
    expect(shape(dutch.html)).toEqual(shape(english.html));
    expect(dutch.markdown).toContain('## Welke waarde');
    expect(dutch.markdown).not.toContain('## Which');
    const reader = await as.eva(`GET ${path}`, undefined, { language: 'nl' });
    expect(reader.body).toEqual(dutch);
    expect((await as.eva(`GET ${path}?language=de`)).status).toBe(400);
  });

  test('PF6 PF10 it says what the solution must be: the translation and the data, in the language of the reader', async () => {
    const row = { what: 'Log of the night shift', history: 'two years', granularity: 'machine and night' };
    expect((await as.eva(`POST /api/problems/${ids.problemId}/data-requirements`, row)).status).toBe(201);
    const [english, dutch] = [await read('eva', '?language=en'), await read('eva', '?language=nl')];
    const between = (markdown: string, from: string, to: string) =>
      markdown.slice(markdown.indexOf(from), markdown.indexOf(to));
    const solution = between(english.markdown, '## What the solution must be', '## Which value');
    for (const line of [
      '### In terms of machine learning',
      '- Task: yes or no (binary classification)',
      '- What is predicted: It stops unforeseen that night.',
      '- What is done with it: The planner sends a crew ahead.',
      '- Moves “Unforeseen stops”: What is seen coming does not stop.',
      '### Which data it needs',
      '- Log of the night shift: history: two years; one row per: machine and night',
    ])
      expect(solution).toContain(`${line}\n`);
    const oplossing = between(dutch.markdown, '## Wat de oplossing moet zijn', '## Welke waarde');
    expect(oplossing).toContain('- Taak: ja of nee (binaire classificatie)\n');
    expect(oplossing).toContain('- Log of the night shift: historie: two years; één rij per: machine and night\n');
    expect(dutch.generatedFrom).toEqual(english.generatedFrom);
    // Before the opportunity is accepted nobody is to think of a solution.
    const before = await writtenProblem(team, { cookie: eva.cookie }, { isAccepted: false });
    const early = (await as.eva(`GET /api/problems/${before.problemId}/one-page`)).body;
    expect(early.generatedFrom.translation).toBeUndefined();
    expect(early.markdown).not.toContain('In terms of machine learning');
  });

  test('PF10 a version is kept once, stays as it was, and says what changed after it', async () => {
    const page = await read();
    const kept = await as.eva(`POST ${path}/versions`);
    expect([kept.status, kept.events]).toEqual([201, ['one_page.kept']]);
    expect(kept.body).toMatchObject({ number: 1, hash: page.hash, keptBy: eva.id });
    const again = await as.eva(`POST ${path}/versions`);
    expect([again.body, again.events]).toEqual([kept.body, []]);

    await as.eva(
      `PATCH /api/problems/${ids.problemId}/key-results/${ids.keyResultId}`,
      { target: '900' },
      { version: 1 },
    );
    expect((await as.eva(`POST ${path}/versions`)).body.number).toBe(2);
    expect((await as.dirk(`GET ${path}/versions/1`)).body).toEqual({ ...page, ...kept.body });
    expect((await as.eva(`GET ${path}/versions`)).body.versions).toMatchObject([{ number: 2 }, { number: 1 }]);
    const place = `objectives.${ids.objectiveId}.keyResults.${ids.keyResultId}.target`;
    expect((await as.eva(`GET ${path}/versions/2/difference`)).body).toEqual({
      from: 1,
      to: 2,
      differences: [{ path: place, before: '1200', after: '900' }],
    });
    expect((await as.eva(`GET ${path}/versions/1/difference?with=2`)).body.differences).toEqual([
      { path: place, before: '900', after: '1200' },
    ]);
    expect((await as.eva(`GET ${path}/versions/1/difference`)).body).toEqual({ from: null, to: 1, differences: [] });
    for (const absent of ['versions/9', 'versions/9/difference', 'versions/1/difference?with=9'])
      expect((await as.eva(`GET ${path}/${absent}`)).status).toBe(404);
    for (const wrong of ['versions/0', 'versions/x']) expect((await as.eva(`GET ${path}/${wrong}`)).status).toBe(400);
  });

  test('PF10 who may not write the problem reads its page, and keeps no version', async () => {
    expect((await as.dirk(`POST ${path}/versions`)).status).toBe(403);
  });

  test('PF10 two who keep the same page at once keep one version', async () => {
    const { problemId } = await writtenProblem(team, { cookie: eva.cookie });
    const keep = () => as.eva(`POST /api/problems/${problemId}/one-page/versions`);
    await Promise.all([keep(), keep()]);
    const { versions } = (await as.eva(`GET /api/problems/${problemId}/one-page/versions`)).body;
    expect(versions.map((each: { number: number }) => each.number)).toEqual([1]);
  });

  test('PF10 a problem of which nothing is known yet has a page', async () => {
    const { id } = (await as.eva('POST /api/problems', { title: '# <b>Empty</b>' })).body;
    const { markdown, html } = (await as.eva(`GET /api/problems/${id}/one-page`)).body;
    expect(markdown.startsWith('# \\# \\<b\\>Empty\\</b\\>\n')).toBe(true);
    expect(html).toContain('<h1># &lt;b&gt;Empty&lt;/b&gt;</h1>');
    expect(markdown).toContain('The value model is not complete');
  });

  test.each(['update one_page_version set hash = hash', 'delete from one_page_version'])(
    'PF10 the database itself refuses to change a version: %s',
    async (statement) => {
      await expect(sql.raw(statement).execute(team.services.database.writer)).rejects.toThrow('never changed');
    },
  );

  test('PF10 nor can a version be replaced or all be emptied', async () => {
    const statement =
      kit.kind === 'sqlite'
        ? "insert or replace into one_page_version select problem_id, number, '{}', hash, kept_by, at from one_page_version"
        : 'truncate one_page_version';
    await expect(sql.raw(statement).execute(team.services.database.writer)).rejects.toThrow('never changed');
  });
});
