import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  correctFramework,
  frameworkNames,
  listRecords,
  readFramework,
  readSelection,
  recordOutcome,
  takeSuggestions,
  voteOnApproach,
  writeSelection,
} from '../../src/capabilities/frameworks/contract.ts';
import { findDataAdequate } from '../kit/adequate-data.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { contextOf, problemsInEveryLook, readers } from '../kit/every-look.ts';
import { phoneDraft } from '../kit/framework-draft.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { complaintsOf, pageProblems } from '../kit/page-problems.ts';
import { asking, writtenProblem } from '../kit/written-problem.ts';
import { walkedIn } from '../kit/walked-in.ts';

const words = {
  'en-GB': {
    take: /^Put it on the board A rule/,
    vote: /^Your vote A rule/,
    why: 'Why',
    keepVote: 'Keep this vote',
    voted: /for: subject matter expert/,
    choose: 'Choose an entry',
    constraints: '2. Hard constraints',
    offline: 'It must work without a connection',
    fell: 'Google Cloud Vision falls: Google Cloud Vision needs a connection.',
    weights: '3. What counts',
    criterion: 'Add a criterion',
    scores: '4. Scores',
    value: 'Accuracy on own data of XGBoost, in %',
    first: 'XGBoost is first with 64 of 100.',
    outcome: '6. Outcome',
    title: 'Title',
    because: 'Why',
    record: 'Record the outcome',
    saved: 'Saved',
  },
  'nl-NL': {
    take: /^Op het bord zetten Een regel/,
    vote: /^Uw stem Een regel/,
    why: 'Waarom',
    keepVote: 'Deze stem bewaren',
    voted: /voor: inhoudelijk deskundige/i,
    choose: 'Kies een item',
    constraints: '2. Harde eisen',
    offline: 'Het moet zonder verbinding werken',
    fell: 'Google Cloud Vision valt af: Google Cloud Vision heeft een verbinding nodig.',
    weights: '3. Wat telt',
    criterion: 'Een criterium toevoegen',
    scores: '4. Scores',
    value: 'Nauwkeurigheid op eigen data van XGBoost, in %',
    first: 'XGBoost is eerste met 64 van de 100.',
    outcome: '6. Uitkomst',
    title: 'Titel',
    because: 'Waarom',
    record: 'De uitkomst vastleggen',
    saved: 'Bewaard',
  },
} as const;

describeWithChromium('approach and framework', () => {
  let peil: TestPeil & { address: string };
  let browser: Browser;
  beforeAll(async () => {
    peil = await openListeningPeil();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await peil.close();
  });

  test.each(walkedIn('nl', Object.keys(words) as (keyof typeof words)[]))(
    'PF12 PF9 from a suggestion and a vote, over what falls and what counts, to the outcome, in %s',
    async (locale) => {
      const t = words[locale];
      const names = frameworkNames[locale === 'en-GB' ? 'en' : 'nl'];
      const { problemId } = await writtenProblem(peil);
      const context = await browser.newContext({ locale });
      const page = await context.newPage();
      const complaints = complaintsOf(page);
      await page.goto(`${peil.address}/problems/${problemId}/approach`);
      await page.getByText('G2').first().waitFor();
      expect(await page.getByRole('button', { name: t.take }).count()).toBe(0);
      await findDataAdequate(peil, problemId);
      await page.reload();
      await page.getByRole('button', { name: t.take }).click();
      await page.getByRole('button', { name: t.vote }).click();
      await page.getByLabel(t.why, { exact: true }).first().fill('Everybody can read it.');
      await page.getByRole('button', { name: t.keepVote }).click();
      await page.getByText(t.voted).waitFor();

      const choose = page.getByLabel(t.choose, { exact: true });
      await choose.selectOption('xgboost');
      await choose.selectOption('google-vision');
      await page.getByRole('button', { name: t.constraints }).click();
      await page.getByLabel(t.offline).check();
      await page.getByText(t.fell).first().waitFor();

      await page.getByRole('button', { name: t.weights }).click();
      await page.getByLabel(t.criterion).selectOption({ label: names.criteria.accuracy });
      await page.getByRole('button', { name: t.scores }).click();
      await page.getByLabel(t.value).fill('82');
      await page.getByText(t.first).waitFor();
      await page.getByText(t.saved, { exact: true }).waitFor();

      await page.getByRole('button', { name: t.outcome }).click();
      await page.getByLabel('XGBoost', { exact: true }).check();
      await page.getByLabel(t.title, { exact: true }).fill('Boosted trees on our own servers');
      await page.getByLabel(t.because, { exact: true }).fill('They catch enough, and we know them.');
      await page.getByRole('button', { name: t.record }).click();
      await page.getByRole('heading', { name: 'Boosted trees on our own servers' }).waitFor();
      const { records } = await asking(peil, listRecords, { params: { problemId } });
      expect(records).toMatchObject([{ number: 1, content: { chosen: ['XGBoost'] }, entryKeys: ['xgboost'] }]);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  /** Cards with votes, a selection, and a choice of something whose support ends within a year. */
  const decideOnPhones = async (problemId: string) => {
    const params = { problemId };
    const { approaches } = await asking(peil, takeSuggestions, { params, body: { keys: ['rule', 'buy'] } });
    const approachId = approaches[0]?.id ?? '';
    const vote = { role: 'sme' as const, choice: 'for' as const, reason: 'Everybody can read it.' };
    await asking(peil, voteOnApproach, { params: { ...params, approachId }, body: vote });
    const entry = { params: { key: 'onnx-runtime' } };
    const { version: facts } = await asking(peil, readFramework, entry);
    const ends = { facts: { endOfSupport: '2026-08-01' }, note: 'Announced.' };
    await asking(peil, correctFramework, { ...entry, body: ends, version: facts });
    const { version } = await asking(peil, readSelection, { params });
    const { version: selectionVersion } = await asking(peil, writeSelection, {
      params,
      body: { draft: phoneDraft },
      version,
    });
    await asking(peil, recordOutcome, {
      params,
      body: {
        outcome: 'chosen',
        candidateIds: ['own'],
        reviewDate: null,
        title: 'Trees on the phone by ONNX Runtime',
        context: 'Crews work where there is no connection.',
        drivers: [],
        because: 'It answers within 20 ms and works in the cellar.',
        consequences: { good: [], neutral: [], bad: [] },
        confirmation: 'p95 on the oldest phone, each release.',
        revisit: '',
        requirements: [],
        decisionMakers: [],
        consulted: [],
        informed: [],
        selectionVersion,
      },
    });
  };

  test.each(walkedIn('nl', readers))(
    'PF9 each step of the selection, wide and narrow, light and dark, without a barrier, in $language',
    async (reader) => {
      const { problemId } = await writtenProblem(peil);
      await findDataAdequate(peil, problemId);
      await decideOnPhones(problemId);
      const found: Record<string, string[]> = {};
      const context = await contextOf(browser, reader);
      const page = await context.newPage();
      await page.goto(`${peil.address}/problems/${problemId}/approach`);
      const steps = page.locator('.steps button');
      await steps.first().waitFor();
      expect(await page.locator('.note li').count()).toBe(1);
      for (let at = 0; at < 6; at += 1) {
        await steps.nth(at).click();
        await page.locator(`.steps li:nth-child(${at + 1}) button[aria-current="step"]`).waitFor();
        const problems = await problemsInEveryLook(page, `approach-step-${at + 1}`, reader);
        if (problems.length > 0) found[`step ${at + 1}`] = problems;
      }
      expect(found).toEqual({});
      await context.close();
    },
  );

  test('AA4 an entry is found by filters, and corrected with its day, its source and the reason', async () => {
    const context = await browser.newContext({ locale: 'en-GB' });
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await page.goto(`${peil.address}/frameworks`);
    await page.getByLabel('Words in name or description').fill('phones');
    await page.getByLabel('Runs on', { exact: true }).selectOption('phone');
    await page.getByRole('heading', { name: 'ncnn' }).waitFor();
    await page.getByRole('button', { name: 'Correct ncnn' }).click();
    await page.getByLabel('Status', { exact: true }).selectOption('maintenance');
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.getByText('Say what changed and why.').first().waitFor();
    await page.getByLabel('Read on').fill('2026-01-02');
    await page.getByLabel('What changed, and why').fill('Read in the announcement.');
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.getByRole('button', { name: 'Versions ncnn' }).click();
    await page.getByText('Read in the announcement.').waitFor();
    expect(await pageProblems(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
