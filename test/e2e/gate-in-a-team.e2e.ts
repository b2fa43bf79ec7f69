import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putGatePolicy } from '../../src/capabilities/decisions/contract.ts';
import { lightPolicy } from '../../src/capabilities/decisions/shipped-policies.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import * as walk from '../kit/first-walk.ts';
import { mouseOf } from '../kit/hand.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { inTeamMode, type TeamPeil, testPassword, type TestPerson } from '../kit/people.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import type { WalkLanguage } from '../kit/walk-words.ts';
import { asking, writtenProblem } from '../kit/written-problem.ts';

const minutes = 60_000;

/** Eva is the expert, Dirk the data scientist, Sam the sponsor: each at a screen of their own. */
describeWithChromium('PF5 a gate in a team', () => {
  let peil: TestPeil & { address: string };
  let team: TeamPeil;
  let browser: Browser;
  let problemId: string;
  let eva: TestPerson;
  let dirk: TestPerson;
  let sam: TestPerson;
  beforeAll(async () => {
    demandBuiltPage();
    peil = await openListeningPeil({}, async (overrides) => (team = await inTeamMode(overrides)));
    await asking(peil, putGatePolicy, { headers: { cookie: team.admin.cookie }, body: lightPolicy });
    eva = await team.signIn('Eva');
    ({ problemId } = await writtenProblem(peil, { cookie: eva.cookie }));
    dirk = await team.signIn('Dirk', { problemRoles: { [problemId]: ['data_scientist'] } });
    sam = await team.signIn('Sam', { problemRoles: { [problemId]: ['sponsor'] } });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await peil?.close();
  });

  const come = async ({ cookie }: TestPerson, language: WalkLanguage, width = 1280) => {
    const visit = await openVisit(browser, peil.address, {
      to: `/problems/${problemId}/decision`,
      language,
      cookie,
      width,
      expected: [422],
    });
    return walk.walkerOf(visit, mouseOf(visit.page), language);
  };

  test(
    'PF5 the data scientist proposes, the expert signs with a remark, the sponsor gives the last signature',
    async () => {
      const proposing = await come(dirk, 'en');
      const signing = await come(eva, 'nl', 390);
      const deciding = await come(sam, 'en');
      await proposing.hand.press(proposing.page.getByRole('radio', { name: 'Go', exact: true }));
      await proposing.hand.write(walk.field(proposing, 'Why?'), 'It pays from 36 caught of 100.');
      await proposing.hand.press(walk.button(proposing, 'Put it on the table'));
      await proposing.hand.write(walk.field(proposing, 'Your password, once more'), testPassword);
      await proposing.hand.press(walk.button(proposing, 'Put my name under it'));
      await proposing.page.getByText(/^Dirk on .*: approves the go$/).waitFor();

      const last = walk.button(deciding, 'Give the last signature');
      await deciding.page.getByText('The subject matter expert has not signed yet.').waitFor();
      expect(await last.isDisabled()).toBe(true);

      const { page, hand } = signing;
      await page.getByRole('heading', { name: 'Op tafel: Go' }).waitFor();
      await hand.write(walk.field(signing, 'Opmerking'), 'Let op de zomer.');
      await hand.press(walk.button(signing, 'Mijn naam eronder zetten'));
      await page.getByRole('alert').getByText('Een handtekening vraagt nog eens om uw wachtwoord').waitFor();
      await hand.write(walk.field(signing, 'Uw wachtwoord, nog een keer'), testPassword);
      await signing.look('signing at 390');
      await hand.press(walk.button(signing, 'Mijn naam eronder zetten'));
      await page.getByText(/^Eva op .*: keurt de go goed$/).waitFor();

      await deciding.page.getByText('Nothing stands in the way.').waitFor();
      await deciding.page.getByText('Let op de zomer.').waitFor();
      await deciding.hand.write(walk.field(deciding, 'Your password, once more'), testPassword);
      await deciding.look('the last signature');
      await deciding.hand.press(last);
      await deciding.page.getByRole('heading', { name: 'The level (1)' }).waitFor();
      for (const line of ['Dirk, data scientist', 'Eva, subject matter expert', 'Sam, sponsor'])
        await deciding.page.getByText(line).first().waitFor();
      await signing.page.getByRole('heading', { name: 'Het peil (1)' }).waitFor();
      expect([...proposing.complaints, ...signing.complaints, ...deciding.complaints]).toEqual([]);
      for (const walker of [proposing, signing, deciding]) await walker.leave();
    },
    5 * minutes,
  );
});
