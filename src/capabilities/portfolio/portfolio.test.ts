import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode, type TeamPeil, testPassword, type TestPerson } from '../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { writtenProblem } from '../../../test/kit/written-problem.ts';
import { lightPolicy } from '../decisions/shipped-policies.ts';
import type { PortfolioEntry } from './contract.ts';
import { portfolioDb } from './tables.ts';

const day_ms = 86_400_000;

describeEachDatabase('the portfolio', (kit) => {
  let team: TeamPeil;
  let eva: TestPerson;
  let asEva: Sending;
  let asOlga: Sending;
  let asAdmin: Sending;
  const ids: Record<'priced' | 'stopped' | 'deferred' | 'begun' | 'secret', string> = {
    priced: '',
    stopped: '',
    deferred: '',
    begun: '',
    secret: '',
  };
  beforeAll(async () => {
    team = await inTeamMode({}, kit.openPeil);
    eva = await team.signIn('Eva');
    [asEva, asOlga, asAdmin] = [eva, await team.signIn('Olga'), team.admin].map((each) =>
      sendingTo(team, (asked) => each.injectWithToken(asked)),
    ) as [Sending, Sending, Sending];
    await asAdmin('POST /api/gate-policies', lightPolicy);
    await team.services.jobs.runDue();
    for (const name of ['priced', 'stopped', 'deferred', 'secret'] as const) {
      ({ problemId: ids[name] } = await writtenProblem(team, { cookie: eva.cookie }));
      team.clock.advance(3_600_000);
    }
    await team.giveRoles(eva, ids.stopped, ['sponsor']);
    await team.giveRoles(eva, ids.deferred, ['sponsor']);
    await decide(ids.stopped, {
      outcome: 'no_go',
      reasons: 'One form causes most of it.',
      redirect: { kind: 'process_change', text: 'Operations mends the form.' },
      lessons: 'Ask the planners first.',
    });
    await decide(ids.deferred, { outcome: 'defer', reasons: 'After the move.', reviewDate: '2026-06-01' });
    await asEva(`PUT /api/problems/${ids.secret}/privacy`, { isPrivate: true });
    ids.begun = (await asEva('POST /api/problems', { title: 'A question of parts' })).body.id;
  });
  afterAll(() => team.close());

  async function decide(problemId: string, terms: object) {
    const at = `/api/problems/${problemId}/gates/g1`;
    const { snapshotHash } = (await asEva(`GET ${at}`)).body;
    const send = sendingTo(team, (asked) => eva.inject(asked));
    const decided = await send(`POST ${at}/decisions`, { ...terms, snapshotHash, password: testPassword });
    expect(decided.status).toBe(201);
  }
  const list = async (query = '', as = asEva) =>
    (await as(`GET /api/portfolio${query}`)).body.entries as PortfolioEntry[];
  const find = async (id: string) => (await list()).find(({ problemId }) => problemId === id);

  test('LC1 every problem stands at a stage, with its euros, its people and what holds it up', async () => {
    expect(await find(ids.priced)).toMatchObject({
      title: 'Machines that stop at night',
      stage: 'decision',
      atStake: { amount: '1569000.00', currency: 'EUR', brings: { performance: 'perfect' } },
      people: [{ userId: eva.id, name: 'Eva', roles: ['sme'] }],
      blocker: {
        sentence: 'Everything is there: put a decision at gate G1 (machine learning or not) on the table.',
        roles: ['sme'],
        place: { station: 'decision' },
      },
    });
    expect(await find(ids.begun)).toMatchObject({ stage: 'opportunity', atStake: null, reviewDate: null });
    expect(await find(ids.deferred)).toMatchObject({ stage: 'deferred', reviewDate: '2026-06-01', blocker: null });
  });

  test('PF5 a no-go is found by its reasons, its lessons and where the solution is sought instead', async () => {
    for (const words of ['form', 'planners%20FIRST', 'operations%20mends', 'stage=stopped']) {
      const query = words.includes('=') ? `?${words}` : `?text=${words}`;
      expect((await list(query)).map(({ problemId }) => problemId)).toEqual([ids.stopped]);
    }
    expect((await find(ids.stopped))?.lastDecision).toMatchObject({
      outcome: 'no_go',
      reasons: 'One form causes most of it.',
      redirect: { kind: 'process_change', text: 'Operations mends the form.' },
      lessons: 'Ask the planners first.',
    });
    expect(await list('?text=100%25')).toEqual([]);
  });

  test('LC1 in each order the pages follow each other without a gap, also where many are alike', async () => {
    for (const sort of ['at_stake', 'age', 'title']) {
      const all = await list(`?sort=${sort}`);
      expect(all).toHaveLength(5);
      const paged: PortfolioEntry[] = [];
      for (let cursor = ''; ;) {
        const { body } = await asEva(`GET /api/portfolio?sort=${sort}&limit=2${cursor}`);
        paged.push(...body.entries);
        if (body.next === null) break;
        cursor = `&cursor=${body.next}`;
      }
      expect(paged).toEqual(all);
    }
    const { body } = await asEva('GET /api/portfolio?limit=1');
    const mixed = await asEva(`GET /api/portfolio?sort=title&cursor=${body.next}`);
    expect(mixed).toMatchObject({ status: 400, body: { error: { code: 'portfolio.bad_cursor' } } });
  });

  test('PF2 of a private problem who has no role learns nothing: no row, no count, no euro', async () => {
    expect((await list('', asOlga)).map(({ problemId }) => problemId)).not.toContain(ids.secret);
    const stageOf = async (as: Sending) =>
      (await as('GET /api/portfolio/summary')).body.stages.find(({ stage }: { stage: string }) => stage === 'decision');
    expect(await stageOf(asEva)).toMatchObject({ problems: 2, atStake: [{ amount: '3138000.00', currency: 'EUR' }] });
    for (const as of [asOlga, asAdmin])
      expect(await stageOf(as)).toMatchObject({ problems: 1, atStake: [{ amount: '1569000.00', currency: 'EUR' }] });
  });

  test('LC1 rows of an older release are made by a job, and by who administers', async () => {
    const before = await list();
    const { writer } = team.services.database;
    for (const table of ['work_item', 'asked_person', 'portfolio_part', 'portfolio_problem'] as const)
      await portfolioDb(writer).deleteFrom(table).execute();
    expect(await list()).toEqual([]);
    expect((await asEva('POST /api/portfolio/rebuild')).status).toBe(403);
    const asked = await asAdmin('POST /api/portfolio/rebuild');
    expect(asked).toMatchObject({ status: 202, events: ['portfolio.rebuild_asked'] });
    await team.services.jobs.runDue();
    expect(await list()).toEqual(before);
  });

  test('LC1 a change of a problem that has no rows yet makes them', async () => {
    const before = await find(ids.priced);
    const { writer } = team.services.database;
    for (const table of ['work_item', 'asked_person', 'portfolio_part', 'portfolio_problem'] as const)
      await portfolioDb(writer).deleteFrom(table).where('problem_id', '=', ids.priced).execute();
    const { version } = (await asEva(`GET /api/problems/${ids.priced}`)).body;
    await asEva(`PATCH /api/problems/${ids.priced}`, { title: 'Machines at night' }, { version });
    expect(await find(ids.priced)).toEqual({ ...before, title: 'Machines at night' });
  });

  test('LC1 the date of a key result that has passed is asked for from the next day on', async () => {
    const at = `/api/problems/${ids.priced}`;
    const { objectives } = (await asEva(`GET ${at}/objectives`)).body;
    const [{ id, version }] = objectives[0].keyResults;
    await asEva(`PATCH ${at}/key-results/${id}`, { by: '2026-01-20' }, { version });
    const dates = async () =>
      (await asEva('GET /api/home')).body.items.filter(({ kind }: { kind: string }) => kind === 'requirements_dates');
    expect(await dates()).toEqual([]);
    team.clock.advance(16 * day_ms);
    expect(await dates()).toMatchObject([{ due: '2026-01-20', dueState: 'overdue', place: { field: 'dates' } }]);
    team.clock.advance(-16 * day_ms);
  });
});
