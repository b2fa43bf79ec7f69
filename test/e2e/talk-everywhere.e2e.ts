import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginChecklist } from '../../src/capabilities/checklists/contract.ts';
import { createAlternative, createDataRequirement } from '../../src/capabilities/formulation/contract.ts';
import { addStakeholder } from '../../src/capabilities/stakeholders/contract.ts';
import type { TestPeil } from '../kit/app.ts';
import { assessedProblem, writtenRisk } from '../kit/assessed-problem.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import { asking, writtenProblem } from '../kit/written-problem.ts';
import { keepPicture } from '../kit/every-look.ts';
import { turnTo } from '../kit/turn-to.ts';
import { walkedIn } from '../kit/walked-in.ts';

const minutes = 60_000;

const words = {
  en: {
    about: 'Talk about',
    panel: 'Conversation about',
    comment: 'Your comment',
    place: 'Place comment',
    one: '1 open conversation, 1 comment',
    where: 'Go to where it stands',
    moment: 'Moment of prediction',
    ceiling: 'The most a project may cost a year',
    kinds: [
      'Stakeholder',
      'Checklist',
      'Translation',
      'Translation',
      'Data requirement',
      'Alternative',
      'Risk',
      'Value model',
    ],
  },
  nl: {
    about: 'Praat over',
    panel: 'Gesprek over',
    comment: 'Uw opmerking',
    place: 'Opmerking plaatsen',
    one: '1 open gesprek, 1 opmerking',
    where: 'Ga naar waar het staat',
    moment: 'Moment van voorspelling',
    ceiling: 'Wat een project hoogstens per jaar mag kosten',
    kinds: [
      'Belanghebbende',
      'Checklist',
      'Vertaling',
      'Vertaling',
      'Gegevenseis',
      'Alternatief',
      'Risico',
      'Waardemodel',
    ],
  },
} as const;

describeWithChromium('SM3 a conversation beside anything', () => {
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

  test.each(walkedIn('en', ['en', 'nl'] as const))(
    'SM3 every part of a problem takes a comment where it stands, counts it, and is found from the list (%s)',
    async (language) => {
      const t = words[language];
      const { problemId } = await writtenProblem(peil);
      const params = { problemId };
      await assessedProblem(peil, { problemId });
      const body = { name: 'Night crew', relation: 'affected' as const, mustBeHeard: true, interest: '' };
      await asking(peil, addStakeholder, { params, body });
      const { items } = await asking(peil, beginChecklist, { params, headers: { 'accept-language': language } });
      const item = items.find(({ gate }) => gate === 'g1')?.title ?? '';
      const none = { why: '', history: '', granularity: '', freshness: '', segment: '', volume: '', source: '' };
      await asking(peil, createDataRequirement, { params, body: { what: 'Log of every stop', ...none } });
      await asking(peil, createAlternative, {
        params,
        body: { kind: 'rule', name: 'Replace at 10 years', description: '', figures: {} },
      });

      const places: readonly [station: string, label: string][] = [
        ['team', 'Night crew'],
        ['requirements', item],
        ['translation', t.moment],
        ['translation', 'Unforeseen stops'],
        ['translation', 'Log of every stop'],
        ['value', 'Replace at 10 years'],
        ['risk?field=register', writtenRisk.what],
        ['value', t.ceiling],
      ];
      const visit = await openVisit(browser, peil.address, { language });
      const { page } = visit;
      for (const [at, [station, label]] of places.entries()) {
        await turnTo(page, `/problems/${problemId}/${station}`);
        await page.getByRole('button', { name: `${t.about}: ${label}` }).press('Enter');
        const panel = page.getByRole('region', { name: `${t.panel}: ${label}` });
        await panel.getByRole('textbox', { name: t.comment }).fill(`Something about this ${at}`);
        await panel.getByRole('button', { name: t.place }).press('Enter');
        await page.getByRole('button', { name: `${t.about}: ${label}, ${t.one}` }).waitFor();
        await visit.look(label);
        await keepPicture(page, `talk-${at}-${language}`);
      }

      const list = page.locator('#conversation');
      for (const [at, [, label]] of places.entries()) {
        const name = `${t.kinds[at]}: ${label}`;
        await turnTo(page, `/problems/${problemId}/none`);
        await list.getByRole('listitem').filter({ hasText: name }).getByRole('link', { name: t.where }).click();
        const panel = page.getByRole('region', { name: `${t.panel}: ${label}` });
        await panel.getByText(`Something about this ${at}`).waitFor();
      }
      expect(visit.complaints).toEqual([]);
      await visit.leave();
    },
    4 * minutes,
  );
});
