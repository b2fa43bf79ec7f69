import { existsSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { complaintsOf } from '../kit/page-problems.ts';

describeWithChromium('PF1 the first walk, by the page alone', () => {
  let peil: TestPeil & { address: string };
  let browser: Browser;
  beforeAll(async () => {
    if (!existsSync('dist/web/index.html')) throw new Error('The page is not built: run npm run build first.');
    peil = await openListeningPeil();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await peil.close();
  });

  const open = async (locale: string) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    return { page, complaints: complaintsOf(page) };
  };

  test('PF1 PF4 PF5 PF11 a problem goes from nothing to a signed go', async () => {
    const { page, complaints } = await open('en-GB');
    await page.goto(`${peil.address}/`);
    await begin(page, 'Machines stop at night without warning');
    await answerAll(page);
    await setObjective(page);
    await priceIt(page);
    await expectText(page, 'The model must catch at least 36 of 100 with at most 2 % false alarms');
    await openStation(page, 'Go or no-go');
    await expectText(page, '1 thing is still open');
    await page
      .getByLabel('What else was considered?')
      .fill('A rule on the age of the machine; more spare parts; nothing.');
    await expectText(page, 'All the evidence is there: it can be decided.');
    await page.getByRole('radio', { name: 'Go', exact: true }).check();
    await page.getByLabel('Why?').fill('The frontier can be reached, says the plant in Leiden.');
    await page.getByRole('button', { name: 'Record the go and freeze the level' }).click();
    await expectText(page, 'The go was recorded; the level is frozen.');
    await page.getByRole('heading', { name: 'The level (1)' }).waitFor();
    await expectText(page, 'Nothing has changed since the go.');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('PF5 a problem ends in a no-go that points elsewhere, by keyboard', async () => {
    const { page, complaints } = await open('nl-NL');
    await page.goto(`${peil.address}/`);
    await page.locator('h1').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('n');
    await typeInto(page.getByLabel('Het probleem in één regel'), 'Retouren worden te laat terugbetaald');
    await page.keyboard.press('Enter');
    await page.getByLabel('Wat gebeurt er nu?').waitFor();
    await press(page.getByRole('button', { name: 'Go of no-go' }));
    const noGo = page.getByRole('radio', { name: 'No-go' });
    await noGo.focus();
    await page.keyboard.press('Space');
    await typeInto(page.getByLabel('Waarom?'), 'Eén formulier veroorzaakt het meeste.');
    await typeInto(
      page.getByLabel('Wat wordt er gedaan, en door wie?'),
      'Het formulier wordt hersteld, door de winkel.',
    );
    await press(page.getByRole('button', { name: 'De no-go vastleggen' }));
    await expectText(page, 'Het is te lezen, niet te wijzigen.');
    await expectText(page, 'Een andere werkwijze.');
    expect(await page.getByRole('button', { name: 'Het besluit nemen' }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('PF1 two people at one text see both, and neither is lost', async () => {
    const mine = await open('en-GB');
    await mine.page.goto(`${peil.address}/`);
    await begin(mine.page, 'Two people write at once');
    const theirs = await open('en-GB');
    await theirs.page.goto(mine.page.url());
    const label = 'What happens now?';
    // What the other saves reaches this page at once, unless this page is cut off while the other writes.
    await mine.page.getByLabel(label).waitFor();
    await theirs.page.getByLabel(label).waitFor();
    await mine.page.context().setOffline(true);
    await mine.page.getByLabel(label).fill('Mine.');
    await expectText(mine.page, 'Could not be saved');
    await saving(theirs.page, () => theirs.page.getByLabel(label).fill('Theirs.'));
    await mine.page.context().setOffline(false);
    await mine.page.getByRole('button', { name: 'Try again' }).click();
    const conflict = mine.page.getByRole('alert', { name: 'Somebody else changed this while you were writing' });
    await conflict.getByText('Theirs.', { exact: true }).waitFor();
    await conflict.getByLabel('Both in one text').fill('Theirs, and mine.');
    await saving(mine.page, () => conflict.getByRole('button', { name: 'Keep this text' }).click());
    await theirs.page.reload();
    expect(await theirs.page.getByLabel(label).inputValue()).toBe('Theirs, and mine.');
    await mine.page.context().close();
    await theirs.page.context().close();
  });
});

async function begin(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: 'New problem' }).click();
  await page.getByLabel('The problem in one line').fill(title);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByLabel('What happens now?').waitFor();
}

const answers: readonly [question: string, answer: string][] = [
  ['What happens now?', 'Machines stop; a crew repairs them at night.'],
  ['Who is affected, and how?', 'Crews, planners and the customers who wait.'],
  ['How often does it happen?', 'About 2,000 times a year, of 50,000 machine nights.'],
  ['What does it cost now?', 'About 900 euros a stop.'],
  ['How is it decided today?', 'By the age of the machine.'],
  ['What shows that it is so?', 'The log of the night shift.'],
];

async function answerAll(page: Page): Promise<void> {
  for (const [question, answer] of answers) {
    await page.getByLabel(question).fill(answer);
    await page.getByRole('button', { name: 'Next question' }).click();
  }
  await page.getByRole('button', { name: 'Back to the overview' }).click();
  await expectText(page, 'Every question is answered.');
}

async function setObjective(page: Page): Promise<void> {
  await openStation(page, 'Requirements');
  await page.getByRole('button', { name: 'Add an objective' }).click();
  await page.getByLabel('Objective').fill('Nights without surprises');
  await page.getByRole('button', { name: 'Keep' }).click();
  await page.getByRole('button', { name: /^Add a key result/ }).click();
  await page.getByLabel('What is measured?').fill('Unforeseen stops');
  await page.getByLabel('In which unit?').fill('a year');
  await page.getByLabel('Where does it stand today?').fill('2,000');
  await page.getByLabel('Where must it get?').fill('1,200');
  await page.getByLabel('By when?').fill('2027-12-31');
  await page.getByLabel('Where does the measurement come from?').fill('Log of the night shift');
  await page.getByRole('button', { name: 'Keep' }).click();
  await expectText(page, 'from 2,000 to 1,200 a year, by 31 December 2027');
}

/** The worked example of the notes: 36 of 100 at 2 % false alarms. */
const likely: readonly [figure: RegExp, value: string][] = [
  [/^Cases a year/, '50,000'],
  [/^Share of cases where acting is needed/, '4'],
  [/^Hit/, '-330'],
  [/^Miss/, '-900'],
  [/^False alarm/, '-60'],
  [/^Rightly left alone/, '0'],
  [/^Of the cases where acting is needed, caught/, '35'],
  [/^Of the times it is acted, rightly so/, '20'],
  [/^Cost to build, once/, '0'],
  [/^Running cost a year/, '120,000'],
  [/^Share of cases in which the model will be followed/, '100'],
];

async function priceIt(page: Page): Promise<void> {
  await openStation(page, 'Value');
  await page.getByRole('radio', { name: 'Act or not' }).check();
  await page.getByLabel('What do you know of it?').selectOption('What is caught, and how often acting was right');
  for (const [figure, value] of likely) {
    await page.getByRole('group', { name: figure }).first().getByLabel('Likely').fill(value);
  }
}

async function openStation(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/** What is done is saved by the page itself a moment later: waits until the server has it. */
async function saving(page: Page, act: () => Promise<void>): Promise<void> {
  const saved = page.waitForResponse((response) => response.request().method() === 'PATCH' && response.ok());
  await act();
  await saved;
}

const expectText = (page: Page, text: string): Promise<void> => page.getByText(text).first().waitFor();

async function typeInto(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.pressSequentially(text);
}

async function press(button: Locator): Promise<void> {
  await button.focus();
  await button.press('Enter');
}
