import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readChecklist } from '../../src/capabilities/checklists/contract.ts';
import { checklistTexts } from '../../src/capabilities/checklists/web/checklist-texts.ts';
import { templateTexts } from '../../src/capabilities/checklists/web/template-texts.ts';
import { identityTexts } from '../../src/capabilities/identity/web/texts.ts';
import { listStakeholders } from '../../src/capabilities/stakeholders/contract.ts';
import { stakeholderTexts } from '../../src/capabilities/stakeholders/web/texts.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { inTeamMode, type TeamPeil, type TestPerson } from '../kit/people.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import type { WalkLanguage } from '../kit/walk-words.ts';
import { asking, writtenProblem } from '../kit/written-problem.ts';
import { walkedIn } from '../kit/walked-in.ts';

const minutes = 60_000;
const languages = walkedIn('nl', ['en', 'nl'] as const);
const asked = {
  en: {
    described: 'What happens now is described by somebody who does it',
    judged: 'The risks to the company are assessed at the begin',
  },
  nl: {
    described: 'Wat er nu gebeurt is beschreven door iemand die het doet',
    judged: 'De risico’s voor het bedrijf zijn aan het begin beoordeeld',
  },
};

describeWithChromium('PF2 PF3 who was heard, and what each role requires', () => {
  let peil: TestPeil & { address: string };
  let team: TeamPeil;
  let browser: Browser;
  let expert: TestPerson;
  let riskManager: TestPerson;
  let problemId: string;
  /** one for each language, of which the checklist is begun */
  const problems = new Map<WalkLanguage, string>();
  beforeAll(async () => {
    demandBuiltPage();
    peil = await openListeningPeil({}, async (overrides) => (team = await inTeamMode(overrides)));
    expert = await team.signIn('Eva');
    riskManager = await team.signIn('Ria');
    for (const language of languages) {
      ({ problemId } = await writtenProblem(peil, { authorization: `Bearer ${expert.bearer}` }));
      await team.giveRoles(riskManager, problemId, ['risk_manager']);
      problems.set(language, problemId);
    }
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await peil?.close();
  });

  const come = async ({ cookie }: TestPerson, language: WalkLanguage, path: string) => {
    const visit = await openVisit(browser, peil.address, { to: path, language, cookie });
    return visit;
  };
  const button = (page: Page, name: string) => page.getByRole('button', { name });
  const kept = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

  const checklistOf = (language: WalkLanguage) =>
    asking(peil, readChecklist, {
      params: { problemId: problems.get(language) ?? '' },
      headers: { cookie: expert.cookie },
    });

  test.each(languages)(
    'PF2 an expert names a stakeholder and records a hearing, one question at a time (%s)',
    async (language) => {
      const t = stakeholderTexts[language];
      const name = `Crew planners ${language}`;
      const { page, look, leave, complaints } = await come(expert, language, `/problems/${problemId}/team`);
      await button(page, t.add).click();
      await page.getByRole('combobox', { name: t.name }).fill(name);
      await page.getByLabel(t.interest).fill('They hear of delays last.');
      await kept(page, t.keep);
      await button(page, name).first().click();
      await page.getByText(t.notHeard, { exact: true }).first().waitFor();
      await button(page, t.hear).first().click();
      await page.getByLabel(t.hearing.ways.observation).check();
      await look('how');
      await page.keyboard.press('Enter');
      await page.getByLabel(t.hearing.date).fill('2026-01-02');
      await kept(page, t.hearing.forward);
      await page.getByLabel(t.hearing.said).fill('We look at three screens.');
      await kept(page, t.hearing.forward);
      await page.getByLabel(t.hearing.asked).fill('Who may change it?\n\nSince when?');
      await kept(page, t.hearing.done);
      await page.getByText('We look at three screens.').waitFor();
      await look('heard');
      await button(page, `${t.question.answer} Who may change it?`).click();
      await page.getByLabel(t.question.answerLabel).fill('The lead.');
      await kept(page, t.keep);
      await page.getByText('The lead.').waitFor();
      await leave();
      expect(complaints).toEqual([]);
      const headers = { cookie: expert.cookie };
      const { stakeholders } = await asking(peil, listStakeholders, { params: { problemId }, headers });
      const found = stakeholders.find((each) => each.name === name);
      expect(found).toMatchObject({
        interest: 'They hear of delays last.',
        hearings: [{ how: 'observation', heardOn: '2026-01-02', heardBy: { userId: expert.id } }],
        questions: [
          { text: 'Since when?', isOpen: true },
          { text: 'Who may change it?', answer: 'The lead.', isOpen: false },
        ],
      });
    },
    3 * minutes,
  );

  test.each(languages)(
    'PF3 the checklist is begun, answered in its place, and by the risk manager too (%s)',
    async (language) => {
      const t = checklistTexts[language];
      const path = `/problems/${problems.get(language)}/requirements`;
      const { page, look, leave, complaints } = await come(expert, language, path);
      await button(page, t.begin).click();
      await button(page, `${t.answer} ${asked[language].described}`).click();
      await page.getByRole('radio', { name: t.states.done }).check();
      await kept(page, t.keep);
      await page.getByRole('alert').getByText(t.lacks.evidence).waitFor();
      await page.getByLabel(t.evidenceKind).selectOption('text');
      await page.getByRole('textbox', { name: t.evidenceText }).fill('See the log of the shift.');
      await look('answering');
      const owners = () => page.getByLabel(t.ownerLabel).getByRole('option').allInnerTexts();
      const own = await owners();
      await kept(page, t.keep);
      await page.getByText('See the log of the shift.').waitFor();
      await look('answered');
      // Of an item that others answer only who fits is offered; of one's own, whoever can see it.
      expect(own).toEqual(expect.arrayContaining([t.nobody, 'Eva', 'Ria']));
      await button(page, identityTexts[language].roles.risk_manager).first().click();
      await button(page, `${t.plan} ${asked[language].judged}`).click();
      expect(await owners()).toEqual([t.nobody, 'Ria']);
      await leave();

      const other = await come(riskManager, language, path);
      await button(other.page, `${t.answer} ${asked[language].judged}`).click();
      await other.page.getByRole('radio', { name: t.states.not_applicable }).check();
      await other.page.getByLabel(t.reason).fill('It is a trial without customers.');
      await kept(other.page, t.keep);
      await other.page.getByText(t.because({ reason: 'It is a trial without customers.' })).waitFor();
      await other.look('risk manager');
      await other.leave();
      expect([...complaints, ...other.complaints]).toEqual([]);
      const { items } = await checklistOf(language);
      expect(items.filter(({ state }) => state !== 'open').map(({ role, state }) => [role, state])).toEqual([
        ['sme', 'done'],
        ['risk_manager', 'not_applicable'],
      ]);
    },
    3 * minutes,
  );

  test.each(languages)(
    'PF3 an administrator publishes a version, and the problem is brought up to it (%s)',
    async (language) => {
      const t = templateTexts[language];
      const number = 2 + languages.indexOf(language);
      const title = { en: `The board has seen it (${language})`, nl: `Het bestuur heeft het gezien (${language})` };
      const { page, look, leave, complaints } = await come(team.admin, language, '/settings/checklists');
      await button(page, identityTexts[language].roles.sponsor).click();
      await button(page, t.add).click();
      await page.getByLabel(t.titleIn.en).fill(title.en);
      await page.getByLabel(t.titleIn.nl).fill(title.nl);
      await page.getByLabel(t.helpIn.en).fill('With the date.');
      await page.getByLabel(t.helpIn.nl).fill('Met de datum.');
      await look('item of the draft');
      await kept(page, t.keep);
      const note = `Asked by the auditor (${language}).`;
      await page.getByLabel(t.note).fill(note);
      await button(page, t.publish({ number })).click();
      await page.getByText(note).waitFor();
      await look('published');
      await leave();

      const other = await come(expert, language, `/problems/${problems.get(language)}/requirements`);
      const mine = checklistTexts[language];
      await button(other.page, mine.renew({ newest: number })).click();
      await other.page.getByText(mine.renewed).waitFor();
      await other.leave();
      expect([...complaints, ...other.complaints]).toEqual([]);
      expect((await checklistOf(language)).items.map((each) => each.title)).toContain(title.en);
    },
    3 * minutes,
  );
});
