import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listDatasets, listSources } from '../../src/capabilities/datasets/contract.ts';
import { datasetTexts } from '../../src/capabilities/datasets/web/dataset-texts.ts';
import { outcomeTexts } from '../../src/capabilities/datasets/web/outcome-texts.ts';
import { segmentTexts } from '../../src/capabilities/datasets/web/segment-texts.ts';
import { sourceTexts } from '../../src/capabilities/datasets/web/source-texts.ts';
import { versionTexts } from '../../src/capabilities/datasets/web/version-texts.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { inTeamMode, type TeamPeil, type TestPerson } from '../kit/people.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import { asking, writtenProblem } from '../kit/written-problem.ts';
import { walkedIn } from '../kit/walked-in.ts';

const minutes = 60_000;

/** Flights of some days, of which an airport is written otherwise in the second file. */
function flights(days: number, airport = 'JFK'): Buffer {
  const rows = Array.from({ length: days * 40 }, (_, index) => {
    const day = String((index % days) + 1).padStart(2, '0');
    return `${index},2001-01-${day},${((index * 37) % 90) - 10},${index % 3 === 0 ? 'BWI' : airport}`;
  });
  return Buffer.from(['flight,date,delay,origin', ...rows].join('\n'));
}

describeWithChromium('PF7 data comes in, and is looked at', () => {
  let peil: TestPeil & { address: string };
  let team: TeamPeil;
  let browser: Browser;
  let engineer: TestPerson;
  let expert: TestPerson;
  let reader: TestPerson;
  let problemId: string;
  beforeAll(async () => {
    demandBuiltPage();
    peil = await openListeningPeil({}, async (overrides) => (team = await inTeamMode(overrides)));
    await peil.services.jobs.start();
    expert = await team.signIn('Eva');
    engineer = await team.signIn('Tom');
    reader = await team.signIn('Rik');
    ({ problemId } = await writtenProblem(peil, { authorization: `Bearer ${expert.bearer}` }));
    await team.giveRoles(engineer, problemId, ['data_engineer']);
    await team.giveRoles(reader, problemId, ['stakeholder']);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await peil?.close();
  });

  const come = async ({ cookie }: TestPerson, language: 'en' | 'nl', path: string) => {
    const visit = await openVisit(browser, peil.address, { to: path, language, cookie });
    return visit;
  };
  const button = (page: Page, name: string) => page.getByRole('button', { name });
  const dataOf = () => `/problems/${problemId}/data`;

  test.each(walkedIn('en', ['en', 'nl'] as const))(
    'PF7 a source is proposed, stated by two people in their own names, and chosen (%s)',
    async (language) => {
      const t = sourceTexts[language];
      const title = `Departure board ${language}`;
      const first = await come(engineer, language, dataOf());
      await button(first.page, t.add).click();
      await first.page.getByLabel(t.fields.title).fill(title);
      await first.page.getByLabel(t.fields.owner).fill('Operations');
      await first.look('form');
      await button(first.page, t.keep).click();
      await button(first.page, `${t.state({ role: t.roles.data_engineer })} ${title}`).click();
      await first.page.getByText(t.identified.one_role).first().waitFor();
      await first.leave();
      const second = await come(expert, language, dataOf());
      await button(second.page, `${t.state({ role: t.roles.sme })} ${title}`).click();
      await second.page.getByText(t.identified.together).first().waitFor();
      await button(second.page, `${t.choose} ${title}`).click();
      await button(second.page, t.choose).last().click();
      await second.page.getByText(t.reasonNeeded).waitFor();
      await second.page.getByLabel(t.why.chosen).fill(`It has every flight (${language}).`);
      await second.look('reason');
      await second.page.getByLabel(t.why.chosen).press('Tab');
      await second.page.keyboard.press('Enter');
      await second.page.getByText(`It has every flight (${language}).`).waitFor();
      await second.look('chosen');
      await second.leave();
      expect([...first.complaints, ...second.complaints]).toEqual([]);
      const headers = { cookie: expert.cookie };
      const { sources } = await asking(peil, listSources, { params: { problemId }, headers });
      expect(sources.find((source) => source.title === title)).toMatchObject({
        identified: 'together',
        state: 'chosen',
        owner: 'Operations',
      });
    },
    3 * minutes,
  );

  test(
    'PF7 DE1 a file is brought in, its columns are drawn, it is split and asked in SQL, and a next one is compared',
    async () => {
      const t = datasetTexts.en;
      const v = versionTexts.en;
      const { page, look, leave, complaints } = await come(engineer, 'en', dataOf());
      const bring = async (content: Buffer, opener: string) => {
        // Of what begins in one instant nobody knows which is the newest.
        peil.clock.advance(minutes);
        await button(page, opener).click();
        await page
          .locator('input[type=file]')
          .setInputFiles({ name: 'flights.csv', mimeType: 'text/csv', buffer: content });
        await page.getByText(t.form.chosen({ names: 'flights.csv' })).waitFor();
        await look('bring');
        await button(page, t.form.start).click();
      };
      await bring(flights(20), t.bring);
      await page.getByRole('link', { name: t.versionNumber({ number: 1 }) }).click();
      await page.getByRole('heading', { level: 1, name: v.title({ name: 'flights', number: 1 }) }).waitFor();
      await page.getByText(v.oneOff).waitFor();
      await button(page, 'delay').first().click();
      await page.getByRole('heading', { name: /^delay: / }).waitFor();
      await look('version');

      const o = outcomeTexts.en;
      await button(page, o.tell).click();
      await page.getByLabel(o.column).selectOption('origin');
      await page.getByLabel(o.positive).selectOption('BWI');
      await button(page, o.keep).click();
      await page.getByText(o.isWhere({ column: 'origin', positive: 'BWI' })).waitFor();
      await page.getByRole('heading', { name: o.picture.weak }).waitFor();
      await button(page, segmentTexts.en.add).click();
      await page.getByLabel(segmentTexts.en.name).fill('Airports');
      await page.getByLabel(segmentTexts.en.column, { exact: true }).selectOption('origin');
      await button(page, segmentTexts.en.keep).click();
      // A third of the flights, of which each is from there.
      await page.getByRole('row', { name: /^BWI 267 100% / }).waitFor();
      await look('outcome');

      await button(page, v.split.add).click();
      await page.getByLabel(v.split.name).fill('By day');
      await page.getByLabel(v.split.cut).fill('2001-01-16');
      await page.getByLabel(v.split.key).selectOption({ label: 'flight' });
      await button(page, v.split.keep).click();
      await page.getByText(v.split.disjoint({ key: 'flight' })).waitFor();
      await look('split');

      await page.getByLabel(v.sql.question).fill('select origin, count(*) as flights from data group by 1 order by 1');
      await button(page, v.sql.run).click();
      await page.getByRole('cell', { name: 'BWI' }).waitFor();
      await look('sql');

      await page.goto(`${peil.address}${dataOf()}`);
      await bring(flights(22, 'jfk'), t.newVersion);
      await page.getByRole('link', { name: t.versionNumber({ number: 2 }) }).click();
      await page.getByRole('heading', { name: v.diff.grades.breaking }).waitFor();
      await look('diff');
      await page.goto(`${peil.address}${dataOf()}`);
      await bring(flights(22, 'jfk'), t.newVersion);
      await page.getByText(t.imports.same).waitFor();
      await look('same');
      await leave();
      expect(complaints).toEqual([]);
      const headers = { cookie: engineer.cookie };
      const { datasets } = await asking(peil, listDatasets, { params: { problemId }, headers });
      expect(datasets).toMatchObject([{ name: 'flights', versionCount: 2, latest: { number: 2, rows: 880 } }]);
    },
    5 * minutes,
  );

  test(
    'PF7 who only reads sees the data and is offered nothing to change; who answers for the team may erase',
    async () => {
      const t = datasetTexts.en;
      const v = versionTexts.en;
      const first = await come(reader, 'en', dataOf());
      await first.page.getByRole('link', { name: t.versionNumber({ number: 2 }) }).waitFor();
      expect(await button(first.page, t.newVersion).count()).toBe(0);
      expect(await button(first.page, sourceTexts.en.add).count()).toBe(0);
      await first.page.getByRole('link', { name: t.versionNumber({ number: 2 }) }).click();
      await first.page.getByRole('heading', { name: v.diff.title }).waitFor();
      expect(await button(first.page, v.sql.run).count()).toBe(0);
      expect(await button(first.page, v.erase.open).count()).toBe(0);
      await first.leave();
      const second = await come(expert, 'en', dataOf());
      await second.page.getByRole('link', { name: t.versionNumber({ number: 2 }) }).click();
      await button(second.page, v.erase.open).click();
      await button(second.page, v.erase.yes).click();
      await second.page.getByText(v.erase.reasonNeeded).waitFor();
      await second.page.getByLabel(v.erase.reason).fill('A passenger asked for it.');
      await second.look('erase');
      await button(second.page, v.erase.yes).click();
      await second.page.getByRole('heading', { name: v.erasedTitle }).waitFor();
      await second.look('erased');
      await second.leave();
      expect([...first.complaints, ...second.complaints]).toEqual([]);
    },
    3 * minutes,
  );
});
