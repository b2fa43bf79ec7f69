import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { putGatePolicy } from '../../src/capabilities/decisions/contract.ts';
import { lightPolicy } from '../../src/capabilities/decisions/shipped-policies.ts';
import { decisionTexts } from '../../src/capabilities/formulation/web/decision-texts.ts';
import { gatePageTexts } from '../../src/capabilities/formulation/web/gate-page-texts.ts';
import { requirementsTexts } from '../../src/capabilities/formulation/web/requirements-texts.ts';
import { kitTexts } from '../../src/web/kit/texts.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import * as walk from '../kit/first-walk.ts';
import { mouseOf } from '../kit/hand.ts';
import { holdSaves } from '../kit/hold-saves.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { inTeamMode, type TeamPeil, testPassword, type TestPerson } from '../kit/people.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import type { WalkLanguage } from '../kit/walk-words.ts';
import { asking, writtenProblem } from '../kit/written-problem.ts';
import { walkedIn } from '../kit/walked-in.ts';

const minutes = 60_000;
const onTable = (language: WalkLanguage) =>
  `${gatePageTexts[language].onTable}: ${decisionTexts[language].outcomes.go.name}`;

const each = walkedIn('en', [
  ['en', 'nl'],
  ['nl', 'en'],
] as const);

/** Anna and Bram read each another language; each signs in with an account of their own, in a browser of their own. */
describeWithChromium('PF1 two people work on one problem', () => {
  let peil: TestPeil & { address: string };
  let team: TeamPeil;
  let browser: Browser;
  let anna: TestPerson;
  let bram: TestPerson;
  let problemId: string;
  beforeAll(async () => {
    demandBuiltPage();
    peil = await openListeningPeil({}, async (overrides) => (team = await inTeamMode(overrides)));
    await asking(peil, putGatePolicy, { headers: { cookie: team.admin.cookie }, body: lightPolicy });
    anna = await team.signIn('Anna');
    bram = await team.signIn('Bram');
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await peil?.close();
  });
  beforeEach(async () => {
    ({ problemId } = await writtenProblem(peil, { authorization: `Bearer ${anna.bearer}` }));
    await team.giveRoles(bram, problemId, ['sme', 'data_scientist', 'sponsor']);
  });

  const come = async ({ cookie }: TestPerson, language: WalkLanguage, path: string) => {
    const visit = await openVisit(browser, peil.address, {
      to: `/problems/${problemId}/${path}`,
      language,
      cookie,
      expected: [409],
    });
    return walk.walkerOf(visit, mouseOf(visit.page), language);
  };

  test.each(each)(
    'PF1 both write the same answer: the second sees both texts, makes one of them, and the first sees it at once (Anna in %s, Bram in %s)',
    async (hers, his) => {
      const first = await come(anna, hers, 'opportunity?field=affected');
      const second = await come(bram, his, 'opportunity?field=affected');
      const [, question] = first.words.opportunity.questions;
      const [, vraag] = second.words.opportunity.questions;
      await walk.field(first, question).waitFor();
      await walk.field(second, vraag).waitFor();

      const arrive = await holdSaves(second.page);
      await second.hand.write(walk.field(second, vraag), 'Ploegen en planners, zegt Bram.');
      await arrive.begun;
      await walk.saving(first.page, () => first.hand.write(walk.field(first, question), 'Crews, says Anna.'));
      arrive.letGo();

      const { conflict } = second.words;
      const alert = second.page.getByRole('alert', { name: conflict.title });
      const side = (name: string) => alert.getByRole('region', { name });
      expect(await side(conflict.mine).innerText()).toBe('Ploegen en planners, zegt Bram.');
      expect(await side(conflict.theirs).innerText()).toBe('Crews, says Anna.');
      await second.look('two texts side by side');
      // Writing on does not overwrite the other, nor is it lost.
      const both = alert.getByRole('textbox', { name: conflict.both });
      expect(await both.inputValue()).toBe('Crews, says Anna.\n\nPloegen en planners, zegt Bram.');
      await second.hand.write(both, 'Crews, says Anna; planners, zegt Bram.');
      await walk.saving(second.page, () => second.hand.press(alert.getByRole('button', { name: conflict.keepBoth })));
      await alert.waitFor({ state: 'hidden' });
      expect(await walk.field(second, vraag).inputValue()).toBe('Crews, says Anna; planners, zegt Bram.');

      // Anna still has the question open, with nothing unsaved: what Bram kept comes to her without asking.
      const answer = walk.field(first, question);
      await expect.poll(() => answer.inputValue(), { timeout: minutes }).toBe('Crews, says Anna; planners, zegt Bram.');
      expect([...first.complaints, ...second.complaints]).toEqual([]);
      await first.leave();
      await second.leave();
    },
    5 * minutes,
  );

  test.each(each)(
    'PF1 PF11 both change the value model: the second sees the figures that differ by name, and keeps the other’s (Anna in %s, Bram in %s)',
    async (hers, his) => {
      const first = await come(anna, hers, 'value?field=first');
      const second = await come(bram, his, 'value?field=first');
      await walk.cell(first, 'miss', 'likely').waitFor();
      const arrive = await holdSaves(second.page);
      await second.hand.write(walk.cell(second, 'falseAlarm', 'likely'), '-75');
      await arrive.begun;
      await walk.saving(first.page, () => first.hand.write(walk.cell(first, 'miss', 'likely'), '-950'));
      arrive.letGo();

      const { conflict, value } = second.words;
      const alert = second.page.getByRole('alert', { name: conflict.title });
      const [missed, alarm] = [value.figures.miss, value.figures.falseAlarm].map(
        (name) => `${name}, ${value.parts.likely.toLowerCase()}`,
      );
      const side = async (name: string) => (await alert.getByRole('region', { name }).innerText()).split('\n').sort();
      expect(await side(conflict.mine)).toEqual([`${missed}: -900`, `${alarm}: -75`].sort());
      expect(await side(conflict.theirs)).toEqual([`${missed}: -950`, `${alarm}: -60`].sort());
      await second.look('two value models side by side');
      await walk.saving(second.page, () => second.hand.press(alert.getByRole('button', { name: conflict.keepTheirs })));
      await alert.waitFor({ state: 'hidden' });
      expect(await walk.cell(second, 'miss', 'likely').inputValue()).toBe('-950');
      expect(await walk.cell(second, 'falseAlarm', 'likely').inputValue()).toBe('-60');
      expect([...first.complaints, ...second.complaints]).toEqual([]);
      await first.leave();
      await second.leave();
    },
    5 * minutes,
  );

  test.each(each)(
    'PF4 both change one objective: the second reads what the first kept before putting another in its place (Anna in %s, Bram in %s)',
    async (hers, his) => {
      const first = await come(anna, hers, 'requirements');
      const second = await come(bram, his, 'requirements');
      const objective = (walker: typeof first) => walk.field(walker, walker.words.requirements.objective);
      const change = (walker: typeof first, word: string) =>
        walker.hand.press(walker.page.getByRole('button', { name: new RegExp(`^${word}`) }).first());
      await change(first, requirementsTexts[hers].edit);
      await change(second, requirementsTexts[his].edit);
      await first.hand.write(objective(first), 'Crews sleep, says Anna');
      await first.hand.press(walk.button(first, first.words.requirements.keep));
      await first.page.getByRole('heading', { name: 'Crews sleep, says Anna' }).waitFor();

      await second.hand.write(objective(second), 'Ploegen slapen, zegt Bram');
      const keep = walk.button(second, second.words.requirements.keep);
      await second.hand.press(keep);
      await second.page.getByRole('alert').getByText('“Crews sleep, says Anna”').waitFor();
      await second.look('an objective that changed meanwhile');
      expect(await objective(second).inputValue()).toBe('Ploegen slapen, zegt Bram');
      await second.hand.press(keep);
      await first.page.getByRole('heading', { name: 'Ploegen slapen, zegt Bram' }).waitFor();
      expect([...first.complaints, ...second.complaints]).toEqual([]);
      await first.leave();
      await second.leave();
    },
    5 * minutes,
  );

  test.each(each)(
    'PF4 objectives are put in another order: the last one moves up, and the other sees it (Anna in %s, Bram in %s)',
    async (hers, his) => {
      const first = await come(anna, hers, 'requirements');
      const second = await come(bram, his, 'requirements');
      const { requirements } = first.words;
      await first.hand.press(walk.button(first, requirements.addObjective));
      await first.hand.write(walk.field(first, requirements.objective), 'Crews sleep at night');
      await first.hand.press(walk.button(first, requirements.keep));
      const added = second.page.getByRole('heading', { name: 'Crews sleep at night' });
      await added.waitFor();
      await first.hand.press(first.page.getByRole('button', { name: `${kitTexts[hers].moveUp} Crews sleep at night` }));
      const shown = () => second.page.locator('.objective h3').allInnerTexts();
      await expect.poll(async () => (await shown())[0], { timeout: minutes }).toBe('Crews sleep at night');
      expect(await shown()).toHaveLength(2);
      expect([...first.complaints, ...second.complaints]).toEqual([]);
      await first.leave();
      await second.leave();
    },
    5 * minutes,
  );

  test.each(each)(
    'PF1 PF5 what one does is seen by the other at once: an answer, an objective, a proposal (Anna in %s, Bram in %s)',
    async (hers, his) => {
      const writing = await come(anna, hers, 'opportunity?field=context');
      const reading = await come(bram, his, 'opportunity');
      await reading.page.getByText('The log of the night shift.').waitFor();
      const context = writing.words.opportunity.questions[6];
      await writing.hand.write(walk.field(writing, context), 'The plant in Leiden gets new machines.');
      await reading.page.getByText('The plant in Leiden gets new machines.').waitFor();

      await walk.openStation(reading, 'requirements');
      await walk.openStation(writing, 'requirements');
      await writing.hand.press(walk.button(writing, writing.words.requirements.addObjective));
      await writing.hand.write(walk.field(writing, writing.words.requirements.objective), 'Crews sleep at night');
      await writing.hand.press(walk.button(writing, writing.words.requirements.keep));
      await reading.page.getByRole('heading', { name: 'Crews sleep at night' }).waitFor();

      await walk.openStation(reading, 'decision');
      await walk.openStation(writing, 'decision');
      await writing.hand.press(writing.page.getByRole('radio', { name: writing.words.decision.go, exact: true }));
      await writing.hand.write(walk.field(writing, writing.words.decision.why), 'The frontier can be reached.');
      await writing.hand.press(walk.button(writing, gatePageTexts[hers].putOnTable));
      await reading.page.getByRole('heading', { name: onTable(his) }).waitFor();
      await walk.shows(reading, 'The frontier can be reached.');
      const [proposed = ''] = gatePageTexts[his].proposedBy({ name: 'Anna', date: '#' }).split('#');
      await reading.page.getByText(proposed).waitFor();
      expect([...writing.complaints, ...reading.complaints]).toEqual([]);
      await writing.leave();
      await reading.leave();
    },
    5 * minutes,
  );

  test.each(each)(
    'PF5 what one writes of a decision stays when the other changes the evidence, and what was signed goes stale (Anna in %s, Bram in %s)',
    async (hers, his) => {
      const signing = await come(bram, his, 'decision');
      const changing = await come(anna, hers, 'value?field=first');
      const { decision } = signing.words;
      const t = gatePageTexts[his];
      await signing.hand.press(signing.page.getByRole('radio', { name: decision.go, exact: true }));
      const why = walk.field(signing, decision.why);
      await signing.hand.write(why, 'De grens is haalbaar.');
      const changed = async (value: string) => {
        const told = signing.page.waitForResponse((response) => response.url().endsWith('/gates/g1'));
        await walk.saving(changing.page, () => changing.hand.write(walk.cell(changing, 'miss', 'likely'), value));
        await told;
      };
      await changed('-950');
      expect(await why.inputValue()).toBe('De grens is haalbaar.');

      await signing.hand.press(walk.button(signing, t.putOnTable));
      await signing.page.getByRole('heading', { name: onTable(his) }).waitFor();
      await signing.hand.choose(walk.field(signing, t.signAs), 'data scientist');
      await signing.hand.write(walk.field(signing, t.password), testPassword);
      await signing.look('a proposal that is signed');
      await signing.hand.press(walk.button(signing, t.putName));
      const line = t.signed({ name: 'Bram', date: '.*', meaning: decisionTexts[his].meanings.go });
      await signing.page.getByText(new RegExp(`^${line}$`)).waitFor();
      await changed('-960');
      await signing.page.getByText(t.stale).waitFor();
      await signing.look('a signature that went stale');
      expect([...signing.complaints, ...changing.complaints]).toEqual([]);
      await signing.leave();
      await changing.leave();
    },
    5 * minutes,
  );
});
