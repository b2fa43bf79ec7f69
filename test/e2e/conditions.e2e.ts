import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readGate, decideGate } from '../../src/capabilities/formulation/contract.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import { asking, writtenProblem } from '../kit/written-problem.ts';
import { keepPicture } from '../kit/every-look.ts';
import { walkedIn } from '../kit/walked-in.ts';

const day_ms = 86_400_000;
const words = {
  en: {
    notified: 'The date of a condition of a go is a week away or less',
    near: 'A condition of the go must be met by',
    stage: 'a week or less left',
    meet: 'It is met',
    shows: 'What shows it?',
    met: 'Met, says',
    notMet: /^It is not met after all/,
  },
  nl: {
    notified: 'Een voorwaarde bij een go moet binnen een week zijn vervuld',
    near: 'Een voorwaarde van de go moet uiterlijk',
    stage: 'nog een week of minder',
    meet: 'Dit is vervuld',
    shows: 'Waaruit blijkt dat?',
    met: 'Vervuld, zegt',
    notMet: /^Dit is toch niet vervuld/,
  },
} as const;

describeWithChromium('PF5 conditions of a go near their date', () => {
  let browser: Browser;
  beforeAll(async () => {
    demandBuiltPage();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
  });

  test.each(walkedIn('nl', ['en', 'nl'] as const))(
    'PF5 a condition that comes near is told, stands on the thread, and is met where it stands (%s)',
    async (language) => {
      const t = words[language];
      const peil = await openListeningPeil();
      // The page knows the day of the browser: the server's clock is turned to it.
      peil.clock.advance(Date.now() - peil.clock.now());
      const { problemId } = await writtenProblem(peil);
      const params = { problemId, gate: 'g1' as const };
      const { snapshotHash } = await asking(peil, readGate, { params });
      const due = new Date(Date.now() + 5 * day_ms).toISOString().slice(0, 10);
      await asking(peil, decideGate, {
        params,
        body: {
          snapshotHash,
          outcome: 'conditional_go',
          reasons: 'If the log grows.',
          conditions: [{ text: 'A log of two years.', due, blocks: 'g2' }],
        },
      });
      peil.clock.advance(day_ms);
      await peil.services.jobs.runDue();
      peil.clock.advance(-day_ms);

      const visit = await openVisit(browser, peil.address, { to: '/notifications', language });
      const { page } = visit;
      const told = page.getByRole('listitem').filter({ hasText: t.notified }).first();
      await visit.look('notifications');
      await told.getByRole('link', { name: 'Machines that stop at night' }).click();
      const stop = page.getByRole('listitem').filter({ hasText: t.near });
      await stop.first().waitFor();
      await page.getByText(t.stage).waitFor();
      await visit.look('thread');
      await keepPicture(page, `conditions-${language}`);

      await page.getByRole('button', { name: t.meet }).press('Enter');
      await page.getByRole('textbox', { name: t.shows }).fill('The log of 2024 was found.');
      await page.getByRole('button', { name: t.meet, exact: true }).press('Enter');
      await page.getByText(t.met).waitFor();
      await page.getByText(t.near).waitFor({ state: 'detached' });
      // What seemed met turns out not to be: it is open again, and near as before.
      await page.getByRole('button', { name: t.notMet }).press('Enter');
      await page.getByText(t.stage).waitFor();
      await page.getByText(t.met).waitFor({ state: 'detached' });
      await visit.look('a condition that is open again');
      expect(visit.complaints).toEqual([]);
      await visit.leave();
      await peil.close();
    },
    120_000,
  );
});
