import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginChecklist, editChecklistItem, readChecklist } from '../../src/capabilities/checklists/contract.ts';
import {
  changePrivacy,
  createProblem,
  decideGate,
  readGate,
  renameProblem,
} from '../../src/capabilities/formulation/contract.ts';
import { addStakeholder } from '../../src/capabilities/stakeholders/contract.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { inTeamMode, type TeamPeil, testPassword, type TestPerson } from '../kit/people.ts';
import { demandBuiltPage, openVisit, type Visit } from '../kit/visit.ts';
import type { WalkLanguage } from '../kit/walk-words.ts';
import { asking, writtenProblem } from '../kit/written-problem.ts';

const minutes = 60_000;

/** Eva is the expert, Dirk the data scientist, Sam the sponsor. */
describeWithChromium('LC1 what needs me, and the portfolio', () => {
  let peil: TestPeil & { address: string };
  let team: TeamPeil;
  let browser: Browser;
  let problemId: string;
  let eva: TestPerson;
  let dirk: TestPerson;
  let sam: TestPerson;
  beforeAll(async () => {
    demandBuiltPage();
    peil = await openListeningPeil({}, async (overrides) => (team = await inTeamMode(overrides)));
    eva = await team.signIn('Eva');
    ({ problemId } = await writtenProblem(peil, { cookie: eva.cookie }));
    dirk = await team.signIn('Dirk', { problemRoles: { [problemId]: ['data_scientist'] } });
    sam = await team.signIn('Sam', { problemRoles: { [problemId]: ['sponsor'] } });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await peil?.close();
  });

  const come = ({ cookie }: TestPerson, language: WalkLanguage, width = 1280) =>
    openVisit(browser, peil.address, { language, cookie, width });
  const as = ({ cookie }: TestPerson) => ({ headers: { cookie } });
  const leave = async (...visits: Visit[]) => {
    for (const { complaints } of visits) expect(complaints).toEqual([]);
    for (const visit of visits) await visit.leave();
  };

  test(
    'R3 each role sees its own open items, and a fact that changes once changes for every role while they look',
    async () => {
      const expert = await come(eva, 'en');
      const scientist = await come(dirk, 'nl', 390);
      await expert.page.getByRole('heading', { level: 1, name: 'What needs you' }).waitFor();
      await expert.page.getByRole('link', { name: 'Name who has to do with this problem.' }).waitFor();
      await scientist.page.getByRole('heading', { level: 1, name: 'Wat op u wacht' }).waitFor();
      await scientist.page.getByRole('link', { name: 'Noem welke gegevens nodig zijn.' }).waitFor();
      expect(await scientist.page.getByText('Noem wie met dit probleem te maken heeft.').count()).toBe(0);
      expect(await expert.page.getByText('List which data is needed.').count()).toBe(0);
      await expert.look('the home of the expert');
      await scientist.look('the home of the data scientist at 390');

      const params = { problemId };
      await asking(peil, renameProblem, { ...as(sam), params, body: { title: 'Stops at night' }, version: 1 });
      for (const { page } of [expert, scientist])
        await page.getByRole('main').getByRole('link', { name: 'Stops at night' }).waitFor();
      const body = { name: 'Repair crews', relation: 'affected' as const, interest: 'They repair at night.' };
      await asking(peil, addStakeholder, { ...as(eva), params, body });
      await expert.page
        .getByRole('link', { name: 'Name who has to do with this problem.' })
        .waitFor({ state: 'hidden' });
      await leave(expert, scientist);
    },
    3 * minutes,
  );

  test(
    'LC1 an item that is given to somebody appears with its day, leads to its very place, and goes when it is answered',
    async () => {
      const params = { problemId };
      const visit = await come(sam, 'nl');
      const { page } = visit;
      await page.getByRole('heading', { level: 1, name: 'Wat op u wacht' }).waitFor();
      await asking(peil, beginChecklist, { ...as(eva), params });
      const { items } = await asking(peil, readChecklist, { ...as(eva), params });
      const item = items.find(({ role, gate }) => role === 'sme' && gate === 'g1') ?? items[0];
      const at = { problemId, itemId: item?.id ?? '' };
      const given = { ownerId: sam.id, dueDate: '2026-01-04' };
      await asking(peil, editChecklistItem, { ...as(eva), params: at, body: given, version: item?.version ?? 1 });
      const asked = page.getByRole('listitem').filter({ hasText: 'Te laat sinds 4 januari 2026' });
      await asked.getByText(/Gevraagd aan u bij naam/).waitFor();
      await visit.look('an item that is overdue');
      await asked.getByRole('link').click();
      await page.waitForURL(`${peil.address}/problems/${problemId}/requirements?field=${at.itemId}`);
      await page.getByRole('link', { name: 'Peil, naar wat op u wacht' }).click();
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
      const secret = await asking(peil, createProblem, {
        ...as(eva),
        body: { title: 'A merger that nobody knows of' },
      });
      await asking(peil, changePrivacy, { ...as(eva), params: { problemId: secret.id }, body: { isPrivate: true } });

      const visit = await come(sam, 'en');
      const { page } = visit;
      await page.getByRole('link', { name: 'Where all problems stand: the portfolio' }).click();
      await page.getByRole('heading', { level: 1, name: 'Portfolio' }).waitFor();
      await page.getByRole('button', { name: /^Stopped 1 problem/ }).waitFor();
      await page.getByRole('heading', { name: /^Half of the €.* a year at stake is in one problem of 2\.$/ }).waitFor();
      expect(await page.getByText('merger').count()).toBe(0);
      expect(await page.getByRole('button', { name: /^Opportunity/ }).count()).toBe(0);
      await visit.look('the portfolio');

      await page.getByRole('searchbox', { name: 'Find by words' }).fill('planners form');
      const entries = page.getByRole('main').getByRole('listitem').filter({ hasText: 'begun' });
      await expect.poll(() => entries.count()).toBe(1);
      await entries.getByText('Lessons: Ask the planners first.').waitFor();
      await entries.getByText('Instead: Operations mends the form.').waitFor();
      await page.getByRole('searchbox', { name: 'Find by words' }).fill('');
      const weighing = page.getByRole('button', { name: /^Translation and value/ });
      await weighing.press('Enter');
      expect(await weighing.getAttribute('aria-pressed')).toBe('true');
      await expect.poll(() => entries.count()).toBe(1);
      await entries.getByText('Needed next:').waitFor();
      await entries.getByText(/Eva \(subject matter expert\)/).waitFor();
      await visit.look('the portfolio at one stage');
      await leave(visit);
    },
    3 * minutes,
  );
});
