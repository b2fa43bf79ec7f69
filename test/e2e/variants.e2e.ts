import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as formulation from '../../src/capabilities/formulation/contract.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import * as walk from '../kit/first-walk.ts';
import { mouseOf } from '../kit/hand.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import type { WalkLanguage } from '../kit/walk-words.ts';
import { asking, writtenProblem } from '../kit/written-problem.ts';
import { walkedIn } from '../kit/walked-in.ts';

const minutes = 60_000;

const words = {
  en: {
    copy: 'Copy as a variant',
    title: 'The variant in one line',
    which: 'Which one?',
    why: 'Why is it another problem?',
    make: 'Make the variant',
    whichNeeded: 'Say which one it is.',
    of: 'A variant of',
    declared: 'Country or region: France',
    because: 'Because: Other shifts, other machines.',
    differs: 'What differs from it',
    same: 'Nothing differs yet: both say the same.',
    oneDiffers: '1 field differs.',
    question: 'How often',
    hasOne: 'It has one variant:',
    change: 'Change the difference',
    keep: 'Keep',
    declaredAnew: 'Country or region: France and Belgium',
    save: 'Save as a template',
    name: 'Name of the template',
    goodFor: 'For which problems is it a good beginning?',
    saveTemplate: 'Save the template',
    saved: (name: string) => `The template “${name}” was saved.`,
    startFrom: 'Start from',
    brings: /It brings 6 answers, 1 objective, 1 key result, 9 answers of the translation,? and a value model\./,
    begunWith: (name: string) => `Begun with the template “${name}”.`,
    manage: 'All templates',
    templates: 'Templates of problems',
    edit: (name: string) => `Change ${name}`,
    retire: (name: string) => `Retire ${name}`,
    restore: (name: string) => `Bring back ${name}`,
    retired: (name: string) => `“${name}” was retired.`,
  },
  nl: {
    copy: 'Kopiëren als variant',
    title: 'De variant in één regel',
    which: 'Welke?',
    why: 'Waarom is het een ander probleem?',
    make: 'De variant maken',
    whichNeeded: 'Zeg welke het is.',
    of: 'Een variant van',
    declared: 'Land of regio: France',
    because: 'Want: Other shifts, other machines.',
    differs: 'Wat ervan verschilt',
    same: 'Er verschilt nog niets: beide zeggen hetzelfde.',
    oneDiffers: '1 veld verschilt.',
    question: 'Hoe vaak',
    hasOne: 'Er is één variant van:',
    change: 'Het verschil wijzigen',
    keep: 'Bewaren',
    declaredAnew: 'Land of regio: France and Belgium',
    save: 'Bewaren als sjabloon',
    name: 'Naam van het sjabloon',
    goodFor: 'Voor welke problemen is het een goed begin?',
    saveTemplate: 'Het sjabloon bewaren',
    saved: (name: string) => `Het sjabloon “${name}” is bewaard.`,
    startFrom: 'Beginnen met',
    brings:
      /Het brengt 6 antwoorden, 1 doel, 1 sleutelresultaat, 9 antwoorden van de vertaling en een waardemodel mee\./,
    begunWith: (name: string) => `Begonnen met het sjabloon “${name}”.`,
    manage: 'Alle sjablonen',
    templates: 'Sjablonen van problemen',
    edit: (name: string) => `Wijzigen ${name}`,
    retire: (name: string) => `Buiten gebruik stellen ${name}`,
    restore: (name: string) => `Terugbrengen ${name}`,
    retired: (name: string) => `“${name}” is buiten gebruik gesteld.`,
  },
} as const;

describeWithChromium('PF1 PF3 DS3 variants and templates of problems', () => {
  let peil: TestPeil & { address: string };
  let browser: Browser;
  beforeAll(async () => {
    demandBuiltPage();
    peil = await openListeningPeil();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await peil?.close();
  });

  const come = async (language: WalkLanguage) => {
    const visit = await openVisit(browser, peil.address, { language });
    return walk.walkerOf(visit, mouseOf(visit.page), language);
  };
  const fromMenu = async (walker: walk.Walker, item: string) => {
    await walker.hand.press(walk.button(walker, walker.words.more));
    await walker.hand.press(walker.page.getByRole('menuitem', { name: item }));
  };

  test.each(walkedIn('en', ['en', 'nl'] as const))(
    'PF1 DS3 a problem is copied as a variant, changed, and compared with its parent, in %s',
    async (language) => {
      const t = words[language];
      const { problemId } = await writtenProblem(peil);
      const walker = await come(language);
      const { page, hand } = walker;
      await page.goto(`${peil.address}/problems/${problemId}`);
      await fromMenu(walker, t.copy);
      const dialog = page.getByRole('dialog');
      await hand.write(dialog.getByLabel(t.title), `Machines in France (${language})`);
      await hand.press(dialog.getByRole('button', { name: t.make }));
      await dialog.getByText(t.whichNeeded).first().waitFor();
      await walker.look('copying as a variant');
      await hand.write(dialog.getByLabel(t.which), 'France');
      await hand.write(dialog.getByLabel(t.why), 'Other shifts, other machines.');
      await hand.press(dialog.getByRole('button', { name: t.make }));
      await page.getByRole('heading', { level: 1, name: `Machines in France (${language})` }).waitFor();
      await page.getByText(t.declared).waitFor();
      await page.getByText(t.because).waitFor();
      await hand.press(page.getByRole('button', { name: t.differs }));
      await page.getByText(t.same).waitFor();

      // Whatever is changed in one of both shows as a difference, by its name.
      const variantId = /problems\/([^/?]+)/.exec(page.url())?.[1] ?? '';
      const params = { problemId: variantId };
      const { version } = await asking(peil, formulation.readOpportunity, { params });
      await asking(peil, formulation.writeOpportunity, { params, body: { frequency: 'About 300 a year.' }, version });
      await page.getByText(t.oneDiffers).waitFor();
      const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: t.question, exact: true }) });
      expect(await row.getByRole('cell').allTextContents()).toEqual(['About 2,000 times a year.', 'About 300 a year.']);
      await walker.look('a variant with what differs');

      await hand.press(page.getByRole('button', { name: t.change }));
      await hand.write(page.getByLabel(t.which), 'France and Belgium');
      await hand.press(page.getByRole('button', { name: t.keep, exact: true }));
      await page.getByText(t.declaredAnew).waitFor();

      await hand.press(page.getByRole('link', { name: 'Machines that stop at night' }).first());
      await page.getByRole('heading', { level: 1, name: 'Machines that stop at night' }).waitFor();
      await page.getByText(t.hasOne).waitFor();
      await page.getByText(t.declaredAnew).waitFor();
      await page.getByRole('link', { name: `Machines in France (${language})` }).waitFor();
      await walker.look('a problem with a variant');
      expect(walker.complaints).toEqual([]);
      await walker.leave();
    },
    3 * minutes,
  );

  test.each(walkedIn('nl', ['en', 'nl'] as const))(
    'PF1 PF3 a problem is saved as a template, another begins with it, and the template is kept in order, in %s',
    async (language) => {
      const t = words[language];
      const { problemId } = await writtenProblem(peil);
      const walker = await come(language);
      const { page, hand } = walker;
      await page.goto(`${peil.address}/problems/${problemId}`);
      await fromMenu(walker, t.save);
      const name = `Machines at night (${language})`;
      const dialog = page.getByRole('dialog');
      await hand.write(dialog.getByLabel(t.name), name);
      await hand.write(dialog.getByLabel(t.goodFor), 'For plants with a night shift.');
      await walker.look('saving a template');
      await hand.press(dialog.getByRole('button', { name: t.saveTemplate }));
      await walk.shows(walker, t.saved(name));

      await page.goto(`${peil.address}/problems/new`);
      await hand.choose(page.getByLabel(t.startFrom), name);
      await page.getByText(t.brings).waitFor();
      await walker.look('a new problem with a template');
      await hand.write(walk.field(walker, walker.words.begin.title), `Machines in Ghent (${language})`);
      await hand.press(walk.button(walker, walker.words.begin.button));
      await page.getByRole('heading', { level: 1, name: `Machines in Ghent (${language})` }).waitFor();
      await page.getByText(t.begunWith(name)).waitFor();
      await walk.shows(walker, 'Machines stop without warning; a crew repairs them at night.');
      await page.getByText(walker.words.opportunity.complete).waitFor();

      await page.goto(`${peil.address}/settings/templates`);
      await page.getByRole('heading', { level: 1, name: t.templates }).waitFor();
      await hand.press(page.getByRole('button', { name: t.edit(name) }));
      const renamed = `Night shifts (${language})`;
      await hand.write(page.getByLabel(t.name), renamed);
      await hand.press(page.getByRole('button', { name: t.keep, exact: true }));
      await page.getByRole('heading', { name: renamed }).waitFor();
      await hand.press(page.getByRole('button', { name: t.retire(renamed) }));
      await walk.shows(walker, t.retired(renamed));
      await walker.look('a template that was retired');
      await hand.press(page.getByRole('button', { name: t.restore(renamed) }));
      await page.getByRole('button', { name: t.retire(renamed) }).waitFor();
      expect(walker.complaints).toEqual([]);
      await walker.leave();
    },
    3 * minutes,
  );
});
