import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aiActTree } from '../../src/capabilities/risk/ai-act-tree.ts';
import { dpiaQuestions } from '../../src/capabilities/risk/dpia-questions.ts';
import { defaultAppetiteTexts } from '../../src/capabilities/risk/web/default-appetite-texts.ts';
import { lawTexts } from '../../src/capabilities/risk/web/law-texts.ts';
import { registerTexts } from '../../src/capabilities/risk/web/register-texts.ts';
import { riskPageTexts } from '../../src/capabilities/risk/web/texts.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { inTeamMode, type TeamPeil, testPassword } from '../kit/people.ts';
import { demandBuiltPage, openVisit, type Visit } from '../kit/visit.ts';
import { writtenProblem } from '../kit/written-problem.ts';
import { walkedIn } from '../kit/walked-in.ts';

const minutes = 60_000;
/** A limited class: it talks with people, and is nothing else that the law names. */
const way = ['yes', 'none', 'no', 'none', 'talks'];

describeWithChromium('RM1 the begin assessment, by the risk manager', () => {
  let team: TeamPeil & { address: string };
  let browser: Browser;
  beforeAll(async () => {
    demandBuiltPage();
    team = (await openListeningPeil({}, inTeamMode)) as TeamPeil & { address: string };
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await team.close();
  });

  test.each(walkedIn('nl', ['en', 'nl'] as const))(
    'RM1 in %s: a risk manager sets what a problem may put at risk, and others read it',
    async (language) => {
      const expert = await team.signIn('Bram');
      const { problemId } = await writtenProblem(team, { cookie: expert.cookie });
      const manager = await team.signIn('Rosa', { problemRoles: { [problemId]: ['risk_manager'] } });
      const t = defaultAppetiteTexts[language];
      const [typed, shown] = { en: ['25,000', '€25,000'], nl: ['40.000', '€ 40.000'] }[language] as [string, string];
      const { page, look, complaints, leave } = await openVisit(browser, team.address, {
        to: '/settings/risk-appetite',
        language,
        width: language === 'en' ? 1280 : 390,
        cookie: manager.cookie,
      });
      await page.getByRole('button', { name: new RegExp(`^(${t.begin}|${t.change})$`) }).click();
      const amount = page.getByLabel(t.amount, { exact: true });
      await amount.fill('much');
      await button(page, t.keep).click();
      await page.getByRole('link', { name: t.amountWrong({ typed: 'much' }) }).waitFor();
      await look('an amount that is none');
      await amount.fill(typed);
      await button(page, t.keep).click();
      // A narrow space that does not break stands between the sign and the amount.
      const said = t.set({ amount: shown }).replace('€ ', '€\u00a0');
      await page.getByText(said).waitFor();
      await look('what may be at risk');
      const reading = await openVisit(browser, team.address, {
        to: '/settings/risk-appetite',
        language,
        cookie: expert.cookie,
      });
      await reading.page.getByText(said).waitFor();
      await reading.page.getByText(t.whoMay).waitFor();
      expect(await button(reading.page, t.change).count()).toBe(0);
      expect([...complaints, ...reading.complaints]).toEqual([]);
      await leave();
      await reading.leave();
    },
    3 * minutes,
  );

  test.each(walkedIn('en', ['en', 'nl'] as const))(
    'RM1 in %s: a question at a time to the class, a risk in euros, and a signature that others can only read',
    async (language) => {
      const expert = await team.signIn('Bram');
      const { problemId } = await writtenProblem(team, { cookie: expert.cookie }, { isClassified: false });
      const manager = await team.signIn('Rosa', { problemRoles: { [problemId]: ['risk_manager'] } });
      const visit = await openVisit(browser, team.address, {
        to: `/problems/${problemId}/risk`,
        language,
        cookie: manager.cookie,
        expected: [422],
      });
      await classify(visit, language);
      await settleDpia(visit, language);
      await writeRisk(visit, language);
      await sign(visit, language);

      const reading = await openVisit(browser, team.address, {
        to: `/problems/${problemId}/risk?field=signing`,
        language,
        width: 390,
        cookie: expert.cookie,
      });
      const t = riskPageTexts[language];
      await reading.page.getByText('Rosa', { exact: false }).first().waitFor();
      await reading.page.getByText(t.yours, { exact: false }).waitFor();
      expect(await button(reading.page, t.signing.signAgain).count()).toBe(0);
      await reading.look('an assessment to read');
      expect([...visit.complaints, ...reading.complaints]).toEqual([]);
      await visit.leave();
      await reading.leave();
    },
    5 * minutes,
  );
});

type Language = 'en' | 'nl';

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const openPart = (page: Page, language: Language, part: 'dpia' | 'register' | 'signing') => {
  const t = riskPageTexts[language];
  return button(page, `${t.open} ${t.parts[part]}`).click();
};

async function classify({ page, look }: Visit, language: Language): Promise<void> {
  const t = lawTexts[language];
  let at = 'system';
  for (const choice of way) {
    const question = aiActTree.questions.find(({ id }) => id === at);
    const chosen = question?.choices.find(({ id }) => id === choice);
    if (!question || !chosen) throw new Error(`the tree has no ${at} ${choice}`);
    await page.getByRole('heading', { name: question.text[language] }).waitFor();
    if (at === 'practice') await look('a question of the law');
    await page.getByRole('radio', { name: new RegExp(`^${chosen.text[language]}`) }).click();
    await page.getByLabel(t.question.reason, { exact: true }).fill('As the team sees it.');
    await button(page, t.question.next).click();
    if ('question' in chosen.to) at = chosen.to.question;
  }
  await page.getByRole('radio', { name: t.role.deployer }).click();
  await page.getByLabel(t.confirm.name, { exact: true }).fill('Mr. De Wit');
  await button(page, t.confirm.button).click();
  await page.getByText('Mr. De Wit').first().waitFor();
  await look('the class');
}

async function settleDpia({ page }: Visit, language: Language): Promise<void> {
  const t = lawTexts[language];
  await openPart(page, language, 'dpia');
  await page.getByRole('heading', { name: dpiaQuestions[0]?.text[language] ?? '' }).waitFor();
  await page.getByRole('radio', { name: language === 'en' ? 'No' : 'Nee', exact: true }).click();
  await button(page, t.question.next).click();
  await page.getByRole('heading', { name: t.dpia.answers }).waitFor();
}

async function writeRisk({ page, look }: Visit, language: Language): Promise<void> {
  const t = riskPageTexts[language];
  const { form, register, appetite } = registerTexts[language];
  const likely = language === 'en' ? 'Likely' : 'Waarschijnlijk';
  const figure = (legend: string) =>
    page.getByRole('group', { name: legend }).first().getByLabel(likely, { exact: true });
  await openPart(page, language, 'register');
  await button(page, register.add).click();
  await page.getByLabel(form.what, { exact: true }).fill('Crews trust a wrong warning');
  await figure(form.times).fill('4');
  await figure(form.impact).fill('20000');
  await figure(form.timesAfter).fill('1');
  await page.getByRole('radio', { name: form.decisions.mitigate }).click();
  await page.getByLabel(form.acceptedBy, { exact: true }).fill('Eva Jansen');
  await page.getByLabel(form.owner, { exact: true }).fill('Tom Bakker');
  await look('the form of a risk');
  await button(page, t.keep).click();
  await page.locator('.chart__canvas canvas').waitFor();
  await button(page, `${t.change} ${appetite.title}`).click();
  await page.getByLabel(appetite.amount, { exact: true }).fill('25000');
  await button(page, t.keep).click();
  await page.getByText(language === 'en' ? 'within the €25,000 a year' : 'binnen de € 25.000 per jaar').waitFor();
  await look('the register');
}

async function sign({ page, look }: Visit, language: Language): Promise<void> {
  const t = riskPageTexts[language];
  await openPart(page, language, 'signing');
  await button(page, t.signing.sign).click();
  await page
    .getByText(language === 'en' ? 'A signature asks' : 'Een handtekening vraagt')
    .first()
    .waitFor();
  await page.getByLabel(t.signing.password, { exact: true }).fill(testPassword);
  await button(page, t.signing.sign).click();
  await page.getByRole('heading', { name: t.signing.signed }).waitFor();
  await look('a signed assessment');
}
