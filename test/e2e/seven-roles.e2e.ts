import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  beginChecklist,
  type ChecklistRole,
  editChecklistItem,
  readChecklist,
} from '../../src/capabilities/checklists/contract.ts';
import { checklistTexts } from '../../src/capabilities/checklists/web/checklist-texts.ts';
import { listAlternatives, listDataRequirements, readGate } from '../../src/capabilities/formulation/contract.ts';
import { decisionTexts } from '../../src/capabilities/formulation/web/decision-texts.ts';
import { gatePageTexts } from '../../src/capabilities/formulation/web/gate-page-texts.ts';
import { opportunityTexts } from '../../src/capabilities/formulation/web/opportunity-texts.ts';
import { problemTexts } from '../../src/capabilities/formulation/web/problem-texts.ts';
import { requirementsTexts } from '../../src/capabilities/formulation/web/requirements-texts.ts';
import { translationTexts } from '../../src/capabilities/formulation/web/translation-texts.ts';
import { weighingTexts } from '../../src/capabilities/formulation/web/weighing-texts.ts';
import { riskPageTexts } from '../../src/capabilities/risk/web/texts.ts';
import { addStakeholder, recordHearing } from '../../src/capabilities/stakeholders/contract.ts';
import type { TestPeil } from '../kit/app.ts';
import { assessedProblem } from '../kit/assessed-problem.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { inTeamMode, type TeamPeil, testPassword, type TestPerson } from '../kit/people.ts';
import { demandBuiltPage, openVisit, type Visit } from '../kit/visit.ts';
import { asking, writtenProblem } from '../kit/written-problem.ts';
import { walkedIn } from '../kit/walked-in.ts';

const minutes = 60_000;
const metric = 'Unforeseen stops';

const cast = {
  sme: 'Eva',
  data_scientist: 'Dirk',
  data_engineer: 'Noor',
  software_engineer: 'Finn',
  analytics_architect: 'Iris',
  risk_manager: 'Rosa',
  sponsor: 'Sam',
} as const;
type Role = keyof typeof cast;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

/**
 * Seven people, each in one role and at a screen of their own, bring one problem from an accepted opportunity to a go
 * under the policy for a company. What other journeys show of a role (writing the opportunity, hearing people, the
 * questions of the law) was done before.
 */
describeWithChromium('LC1 seven roles, one problem', () => {
  let peil: TestPeil & { address: string };
  let team: TeamPeil;
  let browser: Browser;
  beforeAll(async () => {
    demandBuiltPage();
    peil = await openListeningPeil({}, async (overrides) => (team = await inTeamMode(overrides)));
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await peil?.close();
  });

  describe.each(walkedIn('en', ['en', 'nl'] as const))('in %s', (language) => {
    const people = {} as Record<Role, TestPerson>;
    const given = () => ({ params: { problemId }, headers: { cookie: people.sme.cookie } });
    let problemId: string;
    beforeAll(async () => {
      people.sme = await team.signIn(cast.sme);
      ({ problemId } = await writtenProblem(peil, { cookie: people.sme.cookie }));
      for (const role of Object.keys(cast).filter((each) => each !== 'sme') as Role[])
        people[role] = await team.signIn(cast[role], { problemRoles: { [problemId]: [role] } });
      const stakeholder = { name: 'The night crew', relation: 'affected' as const, interest: '' };
      const { id: stakeholderId } = await asking(peil, addStakeholder, { ...given(), body: stakeholder });
      await asking(peil, recordHearing, {
        ...given(),
        params: { problemId, stakeholderId },
        body: { how: 'talk', heardOn: '2026-01-02', said: 'We are called from home.', questions: [] },
      });
      await asking(peil, beginChecklist, given());
      await assessedProblem(peil, { problemId, headers: { cookie: people.risk_manager.cookie } });
    });

    /** A person at their screen, at a station of the problem; whoever leaves has nothing to complain of. */
    const at = async (role: Role, station: string, work: (visit: Visit) => Promise<void>) => {
      const { cookie } = people[role];
      const visit = await openVisit(browser, peil.address, {
        to: `/problems/${problemId}/${station}`,
        language,
        cookie,
        expected: [422],
      });
      await work(visit);
      await visit.leave();
      expect(visit.complaints).toEqual([]);
    };

    const firstItemOf = async (role: ChecklistRole) => {
      const headers = { cookie: people.sme.cookie, 'accept-language': language };
      const { items } = await asking(peil, readChecklist, { params: { problemId }, headers });
      const item = items.find((each) => each.role === role && each.gate === 'g1');
      if (!item) throw new Error(`nothing is required of the ${role}`);
      return item;
    };

    const answerItem = async ({ page }: Visit, role: ChecklistRole, text: string) => {
      const t = checklistTexts[language];
      const { title } = await firstItemOf(role);
      await page.getByRole('button', { name: `${t.answer} ${title}` }).click();
      await page.getByRole('radio', { name: t.states.done }).check();
      await page.getByLabel(t.evidenceKind).selectOption('text');
      await page.getByRole('textbox', { name: t.evidenceText }).fill(text);
      await button(page, t.keep).click();
      await expect.poll(async () => (await firstItemOf(role)).state, { timeout: minutes }).toBe('done');
      await page.getByText(text).first().waitFor();
    };

    const giveVerdict = async ({ page }: Visit, role: 'sme' | 'data_scientist', reason: string) => {
      const t = weighingTexts[language].verdict;
      await page.getByRole('button', { name: `${t.show} ${metric}` }).click();
      const form = page.getByRole('radiogroup', { name: t.give({ role: t.roles[role] }) });
      await form.getByRole('radio', { name: t.words.yes }).check();
      await field(page, t.reason).fill(reason);
      await button(page, t.keep).click();
      await page.getByText(reason).first().waitFor();
    };

    const sign = async ({ page, look }: Visit) => {
      const t = gatePageTexts[language];
      await page.getByRole('heading', { name: new RegExp(`^${t.onTable}`) }).waitFor();
      await field(page, t.password).fill(testPassword);
      await look('signing');
      await button(page, t.putName).click();
    };

    test(
      'PF6 the data scientist translates the problem, one question at a time, down to the key result',
      async () => {
        const t = translationTexts[language];
        const { forward, finish } = opportunityTexts[language];
        await at('data_scientist', 'translation?field=task', async ({ page, look }) => {
          await page.getByRole('radio', { name: t.tasks.binary }).check();
          await look('the task');
          await button(page, forward).click();
          for (const [question, { label }] of Object.entries(t.questions)) {
            if (question === 'task') continue;
            await field(page, label).fill(`${label} – ${cast.data_scientist}`);
            await button(page, forward).click();
          }
          await page.getByText(t.linkQuestion({ metric }), { exact: true }).first().waitFor();
          await page.getByRole('radio', { name: t.contributes, exact: true }).check();
          await page.locator('textarea[id^=question-link]').fill('Who is warned repairs before the night.');
          await button(page, finish).click();
          await page.getByText(t.complete).waitFor();
          await look('the translation');
        });
        const { items } = await asking(peil, readGate, { ...given(), params: { problemId, gate: 'g1' } });
        expect(items.filter(({ station, isDone }) => station === 'translation' && !isDone)).toMatchObject([
          { id: 'data.required' },
        ]);
      },
      3 * minutes,
    );

    test(
      'PF5 data scientist and expert each say whether machine learning can move the key result',
      async () => {
        await at('data_scientist', 'requirements', (visit) =>
          giveVerdict(visit, 'data_scientist', 'The log shows what comes before a stop.'),
        );
        await at('sme', 'requirements', async (visit) => {
          await giveVerdict(visit, 'sme', 'A crew that knows in time prevents it.');
          await visit.page.getByText('The log shows what comes before a stop.').waitFor();
          await visit.look('two verdicts');
        });
      },
      3 * minutes,
    );

    test(
      'PF6 PF3 the data engineer says which data is needed, and answers for it',
      async () => {
        const t = translationTexts[language].data;
        await at('data_engineer', 'translation', async (visit) => {
          const { page, look } = visit;
          await button(page, t.add).click();
          await field(page, t.what).fill('The log of the night shift');
          await field(page, t.why).fill('It holds every stop.');
          await field(page, t.fields.history).fill('three years');
          await field(page, t.fields.granularity).fill('machine and night');
          await field(page, t.fields.freshness).fill('one day');
          await field(page, t.fields.volume).fill('50,000');
          await field(page, t.fields.source).fill('Maintenance');
          await look('a data requirement');
          await button(page, requirementsTexts[language].keep).click();
          await page.getByText('The log of the night shift').first().waitFor();
          await page.goto(`${peil.address}/problems/${problemId}/requirements`);
          await answerItem(visit, 'data_engineer', 'It is copied every morning.');
        });
        const { dataRequirements } = await asking(peil, listDataRequirements, given());
        expect(dataRequirements).toMatchObject([{ what: 'The log of the night shift', history: 'three years' }]);
      },
      3 * minutes,
    );

    test(
      'PF3 the software engineer answers what is required of the application',
      async () => {
        await at('software_engineer', 'requirements', (visit) =>
          answerItem(visit, 'software_engineer', 'The planning board calls it before each night.'),
        );
      },
      2 * minutes,
    );

    test(
      'PF5 PF3 the analytics architect lays an alternative on the table, in the same euros',
      async () => {
        const t = weighingTexts[language].alternatives;
        const likely = language === 'en' ? 'Likely' : 'Waarschijnlijk';
        const figure = (page: Page, legend: string) =>
          page.getByRole('group', { name: legend }).first().getByLabel(likely, { exact: true });
        await at('analytics_architect', 'value', async (visit) => {
          const { page, look } = visit;
          await page.getByText(t.title, { exact: true }).click();
          await button(page, t.add).click();
          await field(page, t.kind).selectOption('buy');
          await field(page, t.name).fill('Sensors of the maker');
          await figure(page, t.buildCost).fill('90000');
          await figure(page, t.runCost).fill('40000');
          await page.getByRole('radio', { name: t.saves }).check();
          await figure(page, t.saving).fill('150000');
          await look('an alternative');
          await button(page, requirementsTexts[language].keep).click();
          await page.getByText('Sensors of the maker').first().waitFor();
          await page.goto(`${peil.address}/problems/${problemId}/requirements`);
          await answerItem(visit, 'analytics_architect', 'It runs beside the planning board.');
        });
        const { alternatives } = await asking(peil, listAlternatives, given());
        expect(alternatives).toMatchObject([{ name: 'Sensors of the maker', kind: 'buy' }]);
      },
      3 * minutes,
    );

    test(
      'RM1 RM3 the risk manager puts a name under the assessment',
      async () => {
        const t = riskPageTexts[language];
        await at('risk_manager', 'risk?field=signing', async ({ page, look }) => {
          await field(page, t.signing.password).fill(testPassword);
          await button(page, t.signing.sign).click();
          await page.getByRole('heading', { name: t.signing.signed }).waitFor();
          await look('the assessment is signed');
        });
      },
      2 * minutes,
    );

    test(
      'PF5 RM3 a proposal, a name for each role that is asked, and the sponsor’s last signature make the go',
      async () => {
        await settleChecklist();
        const t = gatePageTexts[language];
        const { outcomes, reasons } = decisionTexts[language];
        await at('data_scientist', 'decision', async (visit) => {
          await visit.page.getByRole('radio', { name: outcomes.go.name, exact: true }).click();
          await field(visit.page, reasons).fill('It pays from 36 caught of 100.');
          await button(visit.page, t.putOnTable).click();
          await sign(visit);
          await visit.page.getByText(new RegExp(`^${cast.data_scientist} .*: `)).waitFor();
        });
        for (const role of ['sme', 'risk_manager'] as const)
          await at(role, 'decision', async (visit) => {
            await sign(visit);
            await visit.page.getByText(new RegExp(`^${cast[role]} .*: `)).waitFor();
          });
        await at('sponsor', 'decision', async ({ page, look }) => {
          await page.getByText(t.nothingInTheWay).waitFor();
          await field(page, t.password).fill(testPassword);
          await button(page, t.close).click();
          await page.getByRole('heading', { name: language === 'en' ? 'The level (1)' : 'Het peil (1)' }).waitFor();
          await look('the go');
        });
        const { lastDecision } = await asking(peil, readGate, { ...given(), params: { problemId, gate: 'g1' } });
        expect(lastDecision).toMatchObject({ gate: 'g1', outcome: 'go' });
      },
      5 * minutes,
    );

    test(
      'LC1 PF10 RM3 everybody reads the same page, and the trail names who did what',
      async () => {
        await at('software_engineer', 'one-page', async ({ page }) => {
          const sheet = page.frameLocator('iframe');
          await sheet.getByText('The log of the night shift').first().waitFor();
          await sheet.getByText(metric).first().waitFor();
        });
        await at('risk_manager', 'decision', async ({ page, look }) => {
          await button(page, problemTexts[language].page.showHappened).click();
          for (const name of [cast.sponsor, cast.risk_manager, cast.data_scientist])
            await page.getByRole('listitem').filter({ hasText: name }).first().waitFor();
          await look('who did what');
        });
      },
      2 * minutes,
    );

    /** What is left of the checklist, each item answered by who has its role. */
    async function settleChecklist(): Promise<void> {
      const { items } = await asking(peil, readChecklist, given());
      for (const { id: itemId, role, state, version } of items)
        if (state === 'open')
          await asking(peil, editChecklistItem, {
            params: { problemId, itemId },
            headers: { cookie: people[role].cookie },
            version,
            body: { state: 'not_applicable', reason: 'It is a trial at one plant.' },
          });
    }
  });
});
