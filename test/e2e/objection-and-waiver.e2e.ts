import type { Browser, FrameLocator, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putGatePolicy } from '../../src/capabilities/decisions/contract.ts';
import { lightPolicy } from '../../src/capabilities/decisions/shipped-policies.ts';
import { readAlternatives, writeAlternatives } from '../../src/capabilities/formulation/contract.ts';
import { formulationGateTexts } from '../../src/capabilities/formulation/formulation-gate-texts.ts';
import { gateTexts } from '../../src/capabilities/formulation/gate-texts.ts';
import { onePageTexts } from '../../src/capabilities/formulation/one-page-texts.ts';
import { decisionTexts } from '../../src/capabilities/formulation/web/decision-texts.ts';
import { gatePageTexts } from '../../src/capabilities/formulation/web/gate-page-texts.ts';
import { identityTexts } from '../../src/capabilities/identity/web/texts.ts';
import { formatsFor } from '../../src/web/kit/language/formats.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { inTeamMode, type TeamPeil, testPassword, type TestPerson } from '../kit/people.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import type { WalkLanguage } from '../kit/walk-words.ts';
import { asking, writtenProblem } from '../kit/written-problem.ts';
import { walkedIn } from '../kit/walked-in.ts';

const minutes = 60_000;
const day_ms = 86_400_000;
const cast = { eva: 'sme', dirk: 'data_scientist', sam: 'sponsor', noor: 'data_engineer' } as const;
type Name = keyof typeof cast;
const said = {
  objection: 'Nobody reads the log at night.',
  remark: 'Mind the leap year.',
  reason: 'The board weighed them in May.',
} as const;

/** Eva is the expert, Dirk the data scientist, Sam the sponsor; nobody asks Noor, the data engineer, for a signature. */
describeWithChromium('PF5 RM3 what stood in the way of a decision stays with it', () => {
  let peil: TestPeil & { address: string };
  let team: TeamPeil;
  let browser: Browser;
  let people: Record<Name, TestPerson>;
  beforeAll(async () => {
    demandBuiltPage();
    peil = await openListeningPeil({ sessionIdleHours: 1000 }, async (given) => (team = await inTeamMode(given)));
    await asking(peil, putGatePolicy, { headers: { cookie: team.admin.cookie }, body: lightPolicy });
    const [eva, dirk, sam, noor] = [
      await team.signIn('Eva'),
      await team.signIn('Dirk'),
      await team.signIn('Sam'),
      await team.signIn('Noor'),
    ];
    people = { eva, dirk, sam, noor };
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await peil?.close();
  });

  /** Everything is there but the alternatives; each person stands before the decision at a screen of their own. */
  const seatedAtG1 = async (language: WalkLanguage, width: number) => {
    const { problemId } = await writtenProblem(peil, { cookie: people.eva.cookie });
    for (const name of ['dirk', 'sam', 'noor'] as const) await team.giveRoles(people[name], problemId, [cast[name]]);
    const given = { params: { problemId }, headers: { cookie: people.eva.cookie } };
    const { version } = await asking(peil, readAlternatives, given);
    await asking(peil, writeAlternatives, { ...given, body: { text: '' }, version });
    const seat = async (name: Name) => {
      const visit = await openVisit(browser, peil.address, {
        to: `/problems/${problemId}/decision`,
        language,
        width,
        cookie: people[name].cookie,
        expected: [422],
      });
      return { ...visit, ...actsOf(visit.page, language) };
    };
    const [eva, dirk, sam, noor] = [await seat('eva'), await seat('dirk'), await seat('sam'), await seat('noor')];
    return { problemId, at: { eva, dirk, sam, noor } };
  };

  type Seats = Awaited<ReturnType<typeof seatedAtG1>>['at'];

  /** An objection of a role that is asked stands in the way: the proposal is taken back, and the question put off. */
  const objectAndDefer = async ({ eva, dirk, sam }: Seats, language: WalkLanguage) => {
    const [t, gate] = [decisionTexts[language], gatePageTexts[language]];
    const date = (at: number | string) => formatsFor(language).date(at);
    await dirk.propose('go', 'It pays from 36 caught of 100.');
    await eva.sign({ objects: true, remark: 'The log has no summers.' });
    const { roles } = identityTexts[language];
    await sam.page.getByText(gateTexts[language].objection({ role: roles.sme })).waitFor();
    await sam.page.getByText('The log has no summers.').waitFor();
    expect(await sam.button(gate.close).isDisabled()).toBe(true);
    await sam.look('an objection in the way');
    await dirk.button(gate.withdraw).click();
    await dirk.page.getByText(gate.withdrawn).waitFor();
    await eva.page.getByRole('heading', { name: gate.onTable }).waitFor({ state: 'detached' });

    await dirk.propose('defer', 'Two summers of log come first.', '2026-06-01');
    await sam.page.getByText(t.lookedAtAgain({ date: date('2026-06-01') })).waitFor();
    await sam.close();
    const deferredOn = date(peil.clock.now());
    await sam.page.getByRole('heading', { name: t.happened.defer({ date: deferredOn }) }).waitFor();
    await sam.look('deferred');
    return deferredOn;
  };

  /** One who is not asked objects, what is still open is left open by name, and who signed before that signs again. */
  const goWithWaiver = async ({ eva, dirk, sam, noor }: Seats, language: WalkLanguage) => {
    const gate = gatePageTexts[language];
    const date = (at: number | string) => formatsFor(language).date(at);
    peil.clock.advance(day_ms);
    await dirk.propose('go', 'The summers are in the log now.');
    await noor.sign({ objects: true, remark: said.objection });
    await eva.sign({ remark: said.remark });
    const objectedOn = date(peil.clock.now());
    peil.clock.advance(day_ms);
    await sam.waive({ item: formulationGateTexts[language]['decision.alternatives'], reason: said.reason });
    const waivedOn = date(peil.clock.now());
    await eva.page.getByText(gate.leftOpenSince).first().waitFor();
    await eva.look('a signature from before a waiver');
    await eva.sign({ remark: said.remark });
    await dirk.sign({});
    peil.clock.advance(day_ms);
    await sam.page.getByText(gate.nothingInTheWay).waitFor();
    await sam.close();
    return { objectedOn, waivedOn, decidedOn: date(peil.clock.now()) };
  };

  test.each(
    walkedIn('en', [
      { language: 'en', width: 1280 },
      { language: 'nl', width: 390 },
    ] as const),
  )(
    'PF5 RM3 an objection, a proposal withdrawn, a deferral, a waiver and the go: who, what and when stay to be read ($language)',
    async ({ language, width }) => {
      const [t, gate, onPage] = [decisionTexts[language], gatePageTexts[language], onePageTexts[language]];
      const { roles } = identityTexts[language];
      const item = formulationGateTexts[language]['decision.alternatives'];
      const { problemId, at } = await seatedAtG1(language, width);
      const deferredOn = await objectAndDefer(at, language);
      const { objectedOn, waivedOn, decidedOn } = await goWithWaiver(at, language);

      const { page, look } = at.noor;
      const went = t.happened.go({ date: decidedOn });
      const record = page.getByRole('article').filter({ has: page.getByRole('heading', { name: went }) });
      await record.waitFor();
      const meaning = t.meanings.go;
      const told = (await record.innerText()).split('\n').map((line) => line.trim());
      for (const line of [
        `${t.personLine({ name: 'Eva', role: roles.sme, meaning })}, ${waivedOn}`,
        said.remark,
        `${t.personLine({ name: 'Dirk', role: roles.data_scientist, meaning })}, ${waivedOn}`,
        t.personLine({ name: 'Noor', role: roles.data_engineer, meaning: gate.objectedOn({ date: objectedOn }) }),
        said.objection,
        item,
        gate.waivedOn({ name: 'Sam', date: waivedOn, reason: said.reason }),
      ])
        expect(told).toContain(line);
      expect(told.filter((line) => line.startsWith('Noor'))).toHaveLength(1);
      await look('the decision with all that stood in its way');
      await page.getByRole('heading', { name: t.earlier }).waitFor();
      await page.getByRole('heading', { name: t.happened.defer({ date: deferredOn }) }).waitFor();

      await at.eva.page.goto(`${peil.address}/problems/${problemId}/one-page`);
      const signed = (name: string, role: string) =>
        onPage.signed({ said: onPage.person({ name, role, meaning }), date: waivedOn });
      const objected = onPage.objected({ name: 'Noor', role: roles.data_engineer, date: objectedOn });
      await readsOn(at.eva.page.frameLocator('iframe'), [
        onPage.remarked({ said: signed('Eva', roles.sme), remark: said.remark }),
        signed('Dirk', roles.data_scientist),
        onPage.remarked({ said: objected, remark: said.objection }),
        onPage.waivedItem({ by: onPage.waived({ name: 'Sam', date: waivedOn }), item, reason: said.reason }),
      ]);
      for (const visit of Object.values(at)) {
        expect(visit.complaints).toEqual([]);
        await visit.leave();
      }
    },
    6 * minutes,
  );
});

async function readsOn(sheet: FrameLocator, lines: readonly string[]): Promise<void> {
  for (const line of lines) await sheet.getByText(line, { exact: true }).waitFor();
}

const hasFocus = (target: Locator) =>
  expect.poll(() => target.evaluate((element) => element.matches(':focus')), { timeout: minutes }).toBe(true);

/** What somebody does before a gate, by the words of the page. */
function actsOf(page: Awaited<ReturnType<typeof openVisit>>['page'], language: WalkLanguage) {
  const [t, gate] = [decisionTexts[language], gatePageTexts[language]];
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const field = (label: string) => page.getByLabel(label, { exact: true });
  return {
    button,
    propose: async (outcome: 'go' | 'defer', reasons: string, reviewDate?: string) => {
      await page.getByRole('radio', { name: t.outcomes[outcome].name, exact: true }).check();
      await field(t.reasons).fill(reasons);
      if (reviewDate !== undefined) await field(t.reviewDate).fill(reviewDate);
      await button(gate.putOnTable).click();
      await page.getByRole('heading', { name: `${gate.onTable}: ${t.outcomes[outcome].name}` }).waitFor();
    },
    sign: async ({ objects = false, remark = '' }) => {
      if (objects) await page.getByRole('radio', { name: gate.objectsChoice }).check();
      else await page.getByRole('radio', { name: gate.approves }).check();
      await field(gate.remark).fill(remark);
      await field(gate.password).fill(testPassword);
      await button(gate.putName).click();
      // What was accepted is typed anew next time.
      await expect.poll(() => field(gate.password).inputValue(), { timeout: minutes }).toBe('');
    },
    waive: async ({ item, reason }: { item: string; reason: string }) => {
      const asks = { name: `${gate.waive} ${item}` };
      await page.getByRole('button', asks).press('Enter');
      const form = page.getByRole('form', asks);
      const why = form.getByLabel(gate.waiveReason, { exact: true });
      await hasFocus(why);
      await why.fill(reason);
      await form.getByLabel(gate.password, { exact: true }).fill('not this one');
      await form.getByRole('button', { name: gate.waive, exact: true }).click();
      await form.getByRole('alert').waitFor();
      await form.getByLabel(gate.password, { exact: true }).fill(testPassword);
      await form.getByRole('button', { name: gate.waive, exact: true }).press('Enter');
      await page.getByText(gate.waived({ name: 'Sam', reason })).waitFor();
      await hasFocus(page.getByRole('button', { name: `${gate.takeBack} ${item}` }));
    },
    close: async () => {
      await field(gate.password).fill(testPassword);
      await button(gate.close).click();
      await button(gate.close).waitFor({ state: 'detached' });
    },
  };
}
