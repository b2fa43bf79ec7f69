import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { putGatePolicy } from '../../src/capabilities/decisions/contract.ts';
import { lightPolicy } from '../../src/capabilities/decisions/shipped-policies.ts';
import { decisionTexts } from '../../src/capabilities/formulation/web/decision-texts.ts';
import { gatePageTexts } from '../../src/capabilities/formulation/web/gate-page-texts.ts';
import { peopleTexts } from '../../src/capabilities/identity/web/people-texts.ts';
import { signingTexts } from '../../src/capabilities/identity/web/signing-texts.ts';
import { identityTexts } from '../../src/capabilities/identity/web/texts.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { inTeamMode, type TeamPeil, testPassword, type TestPerson } from '../kit/people.ts';
import { sendingTo } from '../kit/sending.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import type { WalkLanguage } from '../kit/walk-words.ts';
import { asking, writtenProblem } from '../kit/written-problem.ts';
import { walkedIn } from '../kit/walked-in.ts';

const minutes = 60_000;
const languages = [
  { language: 'en', width: 1280 },
  { language: 'nl', width: 390 },
] as const;

/** Eva is the expert, Dirk the data scientist, Sam the sponsor, Noor a colleague without a role. */
describeWithChromium('RM3 whose signature counts', () => {
  let peil: TestPeil & { address: string };
  let team: TeamPeil;
  let browser: Browser;
  let problemId: string;
  let people: Record<'eva' | 'dirk' | 'sam' | 'noor', TestPerson>;
  beforeAll(async () => {
    demandBuiltPage();
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    peil = await openListeningPeil({}, async (overrides) => (team = await inTeamMode(overrides)));
    await asking(peil, putGatePolicy, { headers: { cookie: team.admin.cookie }, body: lightPolicy });
    const eva = await team.signIn('Eva');
    ({ problemId } = await writtenProblem(peil, { cookie: eva.cookie }));
    const dirk = await team.signIn('Dirk', { problemRoles: { [problemId]: ['data_scientist'] } });
    const sam = await team.signIn('Sam', { problemRoles: { [problemId]: ['sponsor'] } });
    people = { eva, dirk, sam, noor: await team.signIn('Noor') };
  });
  afterEach(() => peil.close());

  const come = async (
    { cookie }: TestPerson,
    path: string,
    { language = 'en', width = 1280 }: { language?: WalkLanguage; width?: number } = {},
  ) => {
    const visit = await openVisit(browser, peil.address, { to: path, language, cookie, width });
    const button = (name: string | RegExp) => visit.page.getByRole('button', { name, exact: true });
    const field = (label: string) => visit.page.getByLabel(label, { exact: true });
    return { ...visit, button, field };
  };

  test.each(walkedIn('en', languages))(
    'RM3 a role that one takes oneself waits, and another person confirms one and refuses one ($language)',
    async ({ language, width }) => {
      const t = signingTexts[language].waiting;
      const { roles } = identityTexts[language];
      const own = peopleTexts[language].problem;
      const eva = await come(people.eva, `/problems/${problemId}/team`, { language, width });
      for (const role of [roles.sponsor, roles.validator]) {
        await eva.field(own.person).selectOption({ label: 'Eva' });
        await eva.field(own.role).selectOption({ label: role });
        await eva.button(own.give).click();
        await eva.page
          .getByText(own.given({ role, name: 'Eva' }))
          .first()
          .waitFor();
      }
      await eva.page.getByText(t.mark).nth(1).waitFor();
      await eva.page.getByText(t.ownWhy).first().waitFor();
      await eva.page
        .getByText(t.whoCan({ names: 'Sam' }).slice(0, -1))
        .first()
        .waitFor();
      expect(await eva.button(t.confirmShort).count()).toBe(0);
      await eva.look('my own roles wait');
      await eva.page.goto(`${peil.address}/problems/${problemId}/decision`);
      await eva.page.getByRole('link', { name: t.toTeam }).waitFor();
      await eva.look('what does not count yet, at the gate');

      const sam = await come(people.sam, '/notifications', { language, width });
      await sam.page.getByRole('listitem').getByRole('link').first().click();
      const name = 'Eva';
      await sam.button(t.confirm({ name, role: roles.sponsor })).waitFor();
      await sam.look('roles to confirm');
      await sam.button(t.confirm({ name, role: roles.sponsor })).click();
      await sam.page.getByText(t.confirmed({ name, role: roles.sponsor })).waitFor();
      await sam.button(t.refuse({ name, role: roles.validator })).click();
      await sam.page.getByText(t.refused({ name, role: roles.validator })).waitFor();
      await sam.page.getByRole('heading', { name: t.title }).waitFor({ state: 'detached' });
      await eva.page.getByRole('link', { name: t.toTeam }).waitFor({ state: 'detached' });
      expect([...eva.complaints, ...sam.complaints]).toEqual([]);
      await eva.leave();
      await sam.leave();
    },
    3 * minutes,
  );

  test.each(walkedIn('nl', languages))(
    'RM3 a colleague signs on behalf of the expert, both names stand, and it is ended ($language)',
    async ({ language, width }) => {
      const t = signingTexts[language].delegation;
      const gate = gatePageTexts[language];
      const { roles } = identityTexts[language];
      const dirk = sendingTo(peil, (options) => people.dirk.inject(options));
      const path = `/problems/${problemId}`;
      await dirk(`POST /api${path}/gates/g1/proposals`, { outcome: 'go', reasons: 'It pays.' });

      const eva = await come(people.eva, `${path}/team`, { language, width });
      await eva.page.getByText(t.none).waitFor();
      await eva.button(t.give).click();
      await eva.button(t.submit).click();
      await eva.page.getByRole('link', { name: t.toMissing }).waitFor();
      await eva.field(t.to).selectOption({ label: 'Noor' });
      await eva.field(t.until).fill('2027-06-30');
      await eva.field(t.why).fill('Three weeks in the mountains.');
      await eva.look('letting somebody sign');
      await eva.button(t.submit).click();
      await eva.page.getByText('Three weeks in the mountains.').waitFor();
      await eva.look('who signs for whom');

      const noor = await come(people.noor, `${path}/decision`, { language, width });
      const role = noor.field(gate.signAs);
      const label = `${roles.sme}, ${gate.onBehalf({ name: 'Eva' })}`;
      await role.getByRole('option', { name: label }).waitFor({ state: 'attached' });
      await noor.field(gate.password).fill(testPassword);
      await noor.look('signing on behalf of somebody');
      await noor.button(gate.putName).click();
      const { meanings } = decisionTexts[language];
      await noor.page.getByText(new RegExp(`^Noor .*: ${meanings.go}, ${gate.onBehalf({ name: 'Eva' })}$`)).waitFor();

      await eva.page.goto(`${peil.address}/account`);
      const end = t.end({ to: 'Noor', from: 'Eva' });
      await eva.button(end).waitFor();
      await eva.look('in the profile');
      await eva.button(end).click();
      await eva.page.getByText(t.accountNone).waitFor();
      await noor.page.getByText(gate.noPart).waitFor();
      expect([...eva.complaints, ...noor.complaints]).toEqual([]);
      await eva.leave();
      await noor.leave();
    },
    3 * minutes,
  );

  test.each(walkedIn('en', languages))(
    'RM3 who takes over from a leaver is asked for the signature ($language)',
    async ({ language, width }) => {
      const dirk = sendingTo(peil, (options) => people.dirk.inject(options));
      await dirk(`POST /api/problems/${problemId}/gates/g1/proposals`, { outcome: 'go', reasons: 'It pays.' });
      const t = peopleTexts[language];
      const gate = gatePageTexts[language];
      const admin = await come(team.admin, '/people', { language, width });
      await admin.button(t.actionsFor({ name: 'Eva' })).click();
      await admin.page.getByRole('menuitem', { name: t.deactivate }).click();
      await admin.field(signingTexts[language].handOver.label).selectOption({ label: 'Noor' });
      await admin.look('closing an account');
      await admin.page.getByRole('dialog').getByRole('button', { name: t.dialogs.deactivate, exact: true }).click();
      await admin.page.getByText(t.deactivated({ name: 'Eva' })).waitFor();
      const noor = await come(people.noor, `/problems/${problemId}/decision`, { language, width });
      await noor.field(gate.password).fill(testPassword);
      await noor.button(gate.putName).click();
      await noor.page.getByText(new RegExp(`^Noor .*: ${decisionTexts[language].meanings.go}$`)).waitFor();
      expect([...admin.complaints, ...noor.complaints]).toEqual([]);
      await admin.leave();
      await noor.leave();
    },
    3 * minutes,
  );
});
