import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginChecklist, editChecklistItem, readChecklist } from '../../src/capabilities/checklists/contract.ts';
import {
  changePrivacy,
  createProblem,
  decideGate,
  readGate,
  renameProblem,
} from '../../src/capabilities/formulation/contract.ts';
import { identityTexts } from '../../src/capabilities/identity/web/texts.ts';
import { sayAsk } from '../../src/capabilities/portfolio/texts.ts';
import { portfolioTexts } from '../../src/capabilities/portfolio/web/texts.ts';
import { addStakeholder } from '../../src/capabilities/stakeholders/contract.ts';
import { shellTexts } from '../../src/web/app/texts.ts';
import { formatsFor } from '../../src/web/kit/language/formats.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { inTeamMode, type TeamPeil, testPassword, type TestPerson } from '../kit/people.ts';
import { demandBuiltPage, openVisit, type Visit } from '../kit/visit.ts';
import { asking, writtenProblem } from '../kit/written-problem.ts';
import { walkedIn } from '../kit/walked-in.ts';

const minutes = 60_000;

/** Eva is the expert, Dirk the data scientist, Sam the sponsor. */
describeWithChromium('LC1 what needs me, and the portfolio', () => {
  let browser: Browser;
  beforeAll(async () => {
    demandBuiltPage();
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  // The portfolio counts all problems there are, so each language has its own.
  describe.each(walkedIn('nl', ['en', 'nl'] as const))('in %s', (language) => {
    const { home, portfolio } = portfolioTexts[language];
    const saying = (kind: 'stakeholders_named' | 'data') => sayAsk({ kind, params: {}, asked: [] }, language);
    let peil: TestPeil & { address: string };
    let team: TeamPeil;
    let problemId: string;
    let eva: TestPerson;
    let dirk: TestPerson;
    let sam: TestPerson;
    beforeAll(async () => {
      peil = await openListeningPeil({}, async (overrides) => (team = await inTeamMode(overrides)));
      eva = await team.signIn('Eva');
      ({ problemId } = await writtenProblem(peil, { cookie: eva.cookie }));
      dirk = await team.signIn('Dirk', { problemRoles: { [problemId]: ['data_scientist'] } });
      sam = await team.signIn('Sam', { problemRoles: { [problemId]: ['sponsor'] } });
    });
    afterAll(() => peil?.close());

    const come = ({ cookie }: TestPerson, width = 1280) =>
      openVisit(browser, peil.address, { language, cookie, width });
    const as = ({ cookie }: TestPerson) => ({ headers: { cookie } });
    const leave = async (...visits: Visit[]) => {
      for (const { complaints } of visits) expect(complaints).toEqual([]);
      for (const visit of visits) await visit.leave();
    };

    test(
      'R3 each role sees its own open items, and a fact that changes once changes for every role while they look',
      async () => {
        const expert = await come(eva);
        const scientist = await come(dirk, 390);
        const [named, data] = [saying('stakeholders_named'), saying('data')];
        for (const { page } of [expert, scientist])
          await page.getByRole('heading', { level: 1, name: home.title }).waitFor();
        await expert.page.getByRole('link', { name: named }).waitFor();
        await scientist.page.getByRole('link', { name: data }).waitFor();
        expect(await scientist.page.getByText(named).count()).toBe(0);
        expect(await expert.page.getByText(data).count()).toBe(0);
        await expert.look('the home of the expert');
        await scientist.look('the home of the data scientist at 390');

        const params = { problemId };
        await asking(peil, renameProblem, { ...as(sam), params, body: { title: 'Stops at night' }, version: 1 });
        for (const { page } of [expert, scientist])
          await page.getByRole('main').getByRole('link', { name: 'Stops at night' }).waitFor();
        const body = { name: 'Repair crews', relation: 'affected' as const, interest: 'They repair at night.' };
        await asking(peil, addStakeholder, { ...as(eva), params, body });
        await expert.page.getByRole('link', { name: named }).waitFor({ state: 'hidden' });
        await leave(expert, scientist);
      },
      3 * minutes,
    );

    test(
      'LC1 an item that is given to somebody appears with its day, leads to its very place, and goes when it is answered',
      async () => {
        const params = { problemId };
        const visit = await come(sam);
        const { page } = visit;
        await page.getByRole('heading', { level: 1, name: home.title }).waitFor();
        await asking(peil, beginChecklist, { ...as(eva), params });
        const { items } = await asking(peil, readChecklist, { ...as(eva), params });
        const item = items.find(({ role, gate }) => role === 'sme' && gate === 'g1') ?? items[0];
        const at = { problemId, itemId: item?.id ?? '' };
        const given = { ownerId: sam.id, dueDate: '2026-01-04' };
        await asking(peil, editChecklistItem, { ...as(eva), params: at, body: given, version: item?.version ?? 1 });
        const date = formatsFor(language).date('2026-01-04');
        const asked = page.getByRole('listitem').filter({ hasText: home.overdue({ date }) });
        await asked.getByText(home.asked({ as: home.byName, since: '' }).trim()).waitFor();
        await visit.look('an item that is overdue');
        await asked.getByRole('link').click();
        await page.waitForURL(`${peil.address}/problems/${problemId}/requirements?field=${at.itemId}`);
        await page.getByRole('link', { name: shellTexts[language].home }).click();
        await asked.waitFor();
        const answer = { state: 'not_applicable' as const, reason: 'There is one source.' };
        await asking(peil, editChecklistItem, {
          ...as(eva),
          params: at,
          body: answer,
          version: (item?.version ?? 1) + 1,
        });
        await asked.waitFor({ state: 'hidden' });
        await leave(visit);
      },
      3 * minutes,
    );

    test(
      'LC1 the sponsor sees where all problems stand, finds a no-go by its lessons, and nothing of what is private',
      async () => {
        await stoppedAndSecret();
        const visit = await come(sam);
        const { page } = visit;
        await page.getByRole('link', { name: home.toPortfolio }).click();
        await page.getByRole('heading', { level: 1, name: portfolio.title }).waitFor();
        const one = portfolio.count({ count: '1', isOne: true });
        await page.getByRole('button', { name: `${portfolio.stages.stopped} ${one}` }).waitFor();
        const half = portfolio.chart.title({ sum: '€#', problems: '2', half: 1 }).split('€#');
        await page.getByRole('heading', { name: new RegExp(`^${half.join('€.*')}$`) }).waitFor();
        expect(await page.getByText('merger').count()).toBe(0);
        const stage = (name: string) => page.getByRole('button', { name: new RegExp(`^${name} `) });
        expect(await stage(portfolio.stages.opportunity).count()).toBe(0);
        await visit.look('the portfolio');

        await page.getByRole('searchbox', { name: portfolio.search }).fill('planners form');
        const begun = portfolio.begun({ age: '' }).trim();
        const entries = page.getByRole('main').getByRole('listitem').filter({ hasText: begun });
        await expect.poll(() => entries.count()).toBe(1);
        await entries.getByText(portfolio.lessons({ text: 'Ask the planners first.' })).waitFor();
        await entries.getByText(portfolio.redirect({ text: 'Operations mends the form.' })).waitFor();
        await page.getByRole('searchbox', { name: portfolio.search }).fill('');
        const weighing = stage(portfolio.stages.weighing);
        await weighing.press('Enter');
        expect(await weighing.getAttribute('aria-pressed')).toBe('true');
        await expect.poll(() => entries.count()).toBe(1);
        await entries.getByText(portfolio.heldUp).waitFor();
        await entries.getByText(`Eva (${identityTexts[language].roles.sme})`).waitFor();
        await visit.look('the portfolio at one stage');
        await leave(visit);
      },
      3 * minutes,
    );

    /** A problem that was stopped with lessons, and one that its expert keeps private. */
    async function stoppedAndSecret(): Promise<void> {
      const stopped = (await writtenProblem(peil, { cookie: eva.cookie })).problemId;
      await team.giveRoles(eva, stopped, ['sponsor']);
      const params = { problemId: stopped, gate: 'g1' as const };
      const { snapshotHash } = await asking(peil, readGate, { ...as(eva), params });
      const terms = {
        outcome: 'no_go' as const,
        reasons: 'One form causes most of it.',
        redirect: { kind: 'process_change' as const, text: 'Operations mends the form.' },
        lessons: 'Ask the planners first.',
      };
      await asking(peil, decideGate, {
        ...as(eva),
        params,
        body: { ...terms, snapshotHash, password: testPassword },
      });
      const title = 'A merger that nobody knows of';
      const { id } = await asking(peil, createProblem, { ...as(eva), body: { title } });
      await asking(peil, changePrivacy, { ...as(eva), params: { problemId: id }, body: { isPrivate: true } });
    }
  });
});
