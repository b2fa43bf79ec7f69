/// <reference lib="dom" />
import { existsSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putGatePolicy, type Redirect } from '../../src/capabilities/decisions/contract.ts';
import { lightPolicy } from '../../src/capabilities/decisions/shipped-policies.ts';
import { beginChecklist, editChecklistItem } from '../../src/capabilities/checklists/contract.ts';
import {
  copyAsVariant,
  createProblem,
  decideGate,
  readGate,
  readValueModel,
  saveTemplate,
  writeValueModel,
} from '../../src/capabilities/formulation/contract.ts';
import { delegateRole, getMe, giveProblemRole } from '../../src/capabilities/identity/contract.ts';
import { addStakeholder, recordHearing } from '../../src/capabilities/stakeholders/contract.ts';
import { createWebhook, testWebhook } from '../../src/capabilities/webhooks/contract.ts';
import type { TestPeil } from '../kit/app.ts';
import { assessedProblem } from '../kit/assessed-problem.ts';
import { chartedRun } from '../kit/charted-run.ts';
import { launchChromium } from '../kit/chromium.ts';
import { contractedData } from '../kit/contracted-data.ts';
import { evaluatedRun } from '../kit/evaluated-runs.ts';
import { exploredData } from '../kit/explored-data.ts';
import { deepValueModel } from '../kit/deep-value-model.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { contextOf, problemsInEveryLook, type Reader, readers } from '../kit/every-look.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { loggedRuns } from '../kit/logged-runs.ts';
import { comparedRuns } from '../kit/compared-runs.ts';
import { complaintsOf } from '../kit/page-problems.ts';
import { inTeamMode, type TeamPeil } from '../kit/people.ts';
import { turnTo } from '../kit/turn-to.ts';
import { withData } from '../kit/with-data.ts';
import { asking, writtenProblem } from '../kit/written-problem.ts';

type Seeded = Record<
  | 'contract'
  | 'explore'
  | 'begun'
  | 'variant'
  | 'written'
  | 'priced'
  | 'go'
  | 'stopped'
  | 'webhook'
  | 'version'
  | 'firstVersion'
  | 'run',
  string
>;

/** Every page, by the name of its picture: its path, and what is there once it shows what it has. */
const pagesOf = ({
  begun,
  contract,
  explore,
  variant,
  written,
  priced,
  go,
  stopped,
  webhook,
  version,
  firstVersion,
  run,
}: Seeded): Record<string, readonly [path: string, shows: string]> => ({
  // First, since nobody can turn from here to here.
  'not-found': ['/nowhere', 'h1'],
  home: ['/', '.waiting'],
  portfolio: ['/portfolio', '.chart__canvas canvas'],
  problems: ['/problems', '.problem'],
  'new-problem': ['/problems/new', 'form'],
  variant: [`/problems/${variant}`, '.origin'],
  templates: ['/settings/templates', '.listing'],
  'one-page': [`/problems/${written}/one-page`, 'iframe'],
  opportunity: [`/problems/${written}/opportunity`, '.answers'],
  question: [`/problems/${written}/opportunity?field=currentDecision`, 'textarea'],
  conversation: [`/problems/${written}/opportunity?talk=opportunity:${written}:cost`, '.talk__panel textarea'],
  'conversation-translation': [`/problems/${go}/translation?talk=translation:${go}:moment`, '.talk__panel textarea'],
  team: [`/problems/${written}/team`, '.heard__row'],
  requirements: [`/problems/${written}/requirements`, '.key-result'],
  checklist: [`/problems/${written}/requirements`, '.item'],
  translation: [`/problems/${go}/translation`, '.answers'],
  'translation-on-one-page': [`/problems/${written}/translation?field=all`, '.on-one-page'],
  'translation-locked': [`/problems/${begun}/translation`, '.note'],
  evidence: [`/problems/${written}/opportunity?field=evidence`, '.attachments'],
  value: [`/problems/${written}/value`, '.chart__canvas canvas'],
  'value-deep': [`/problems/${priced}/value`, '.further-parts'],
  'value-deep-model': [`/problems/${priced}/value?field=first`, '.editor'],
  'value-model': [`/problems/${written}/value?field=first`, '.editor'],
  'risk-class': [`/problems/${written}/risk?field=class`, '.path-tree'],
  'risk-question': [`/problems/${begun}/risk`, '.risk-question'],
  'risk-at-once': [`/problems/${begun}/risk?field=at-once`, '.risk-at-once'],
  'risk-stopped': [`/problems/${stopped}/risk`, '.risk-part'],
  'risk-dpia': [`/problems/${written}/risk?field=dpia`, '.risk-answer'],
  'risk-register': [`/problems/${written}/risk?field=register`, '.chart__canvas canvas'],
  'risk-regulator': [`/problems/${written}/risk?field=regulator`, '.risk-state'],
  'risk-signing': [`/problems/${written}/risk?field=signing`, '.risk-asked'],
  'data-contract': [contract, '.rule .verdict--fail'],
  'data-explore': [explore, '.finding'],
  decision: [`/problems/${written}/decision`, 'form'],
  go: [`/problems/${go}/decision`, '.gauge'],
  'no-go': [`/problems/${stopped}`, '.decision'],
  approach: [`/problems/${go}/approach`, '.suggestion'],
  frameworks: ['/frameworks', '.entry'],
  data: [`/problems/${go}/data`, '.data-table'],
  sufficiency: [`/problems/${go}/data/sufficiency`, '.sufficiency__verdict'],
  'data-empty': [`/problems/${written}/data`, '#datasets'],
  'data-version': [`/problems/${go}/data-versions/${version}`, '.chart__canvas canvas'],
  'data-first-version': [`/problems/${go}/data-versions/${firstVersion}`, '.chart__canvas canvas'],
  runs: [`/problems/${go}/runs`, '.runs__table a'],
  'runs-compared': [`/problems/${go}/runs/compare?filter=params.eta%20IS%20NOT%20NULL`, '.compare__charts canvas'],
  run: [`/runs/${run}`, '.matrix__cell'],
  models: [`/problems/${go}/models`, '.model-row'],
  model: ['/models/late%20flights', '.lineage'],
  notifications: ['/notifications', '#mail-title'],
  account: ['/account', 'h1'],
  tokens: ['/tokens', 'h1'],
  'new-token': ['/tokens/new', 'h1'],
  people: ['/people', 'h1'],
  installation: ['/installation', 'h1'],
  'checklist-template': ['/settings/checklists', '.listing'],
  settings: ['/settings', 'h2'],
  policies: ['/settings/policies', '.policy__mark'],
  policy: ['/settings/policies/1', '.policy__sentences'],
  'new-policy': ['/settings/policies/new?from=1', '.policy__sentences'],
  'risk-appetite': ['/settings/risk-appetite', '#change-default-appetite'],
  webhooks: ['/settings/webhooks', '.webhook__state'],
  'new-webhook': ['/settings/webhooks/new', 'form'],
  webhook: [`/settings/webhooks/${webhook}`, '.deliveries td'],
  inbox: ['/inbox', '.waits'],
  experiment: ['/experiments/0', 'h1'],
  belonging: [`/problems/${go}/runs/belonging`, '.variants'],
  audit: ['/audit', 'ol > li'],
  api: ['/api-explorer', '.explorer'],
});

describeWithChromium('house every page in both widths, schemes and languages', () => {
  let peil: TestPeil & { address: string };
  let browser: Browser;
  let seeded: Seeded;
  beforeAll(async () => {
    if (!existsSync('dist/web/index.html')) throw new Error('The page is not built: run npm run build first.');
    peil = await openListeningPeil();
    seeded = await seed(peil);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await peil.close();
  });

  test.each(readers)(
    'house every page by day and by night, drawn wide and narrow, in $language: no overflow, no complaint, no barrier',
    async (reader) => {
      const context = await contextOf(browser, reader);
      const found: Record<string, string[]> = {};
      const waiting = Object.entries(pagesOf(seeded));
      // While one page waits for its figures another is looked at: the matrix is the longest of all journeys.
      const walk = async () => {
        const page = await context.newPage();
        const complaints = complaintsOf(page);
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          const [name, [path, shows]] = next;
          await (page.url() === 'about:blank' ? page.goto(`${peil.address}${path}`) : turnTo(page, path));
          const problems = [...(await look(page, { name, shows, reader })), ...complaints.splice(0)];
          if (problems.length > 0) found[name] = problems;
        }
      };
      await Promise.all([walk(), walk()]);
      await context.close();
      expect(found).toEqual({});
    },
    600_000,
  );

  test.each(readers)('RM3 whose signature counts in a team, in $language', async (reader) => {
    let made: TeamPeil | undefined;
    const at = await openListeningPeil({}, async (given) => (made = await inTeamMode(given)));
    const team = made as TeamPeil;
    const { path, cookie } = await waitingTeam(team);
    const context = await contextOf(browser, reader);
    const [cookieName = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name: cookieName, value, url: at.address }]);
    const pages = { 'team-roles': [path, '.role--waiting'], 'account-team': ['/account', '.listing'] } as const;
    for (const [name, [to, shows]] of Object.entries(pages))
      expect(await lookAnew(context, `${at.address}${to}`, { name, shows, reader }), name).toEqual([]);
    await context.close();
    await at.close();
  });

  test('PF2 the sign-in of a team, in both languages', async () => {
    const team = await openListeningPeil({}, inTeamMode);
    for (const reader of readers) {
      const context = await contextOf(browser, reader);
      const address = `${team.address}/sign-in`;
      expect(await lookAnew(context, address, { name: 'sign-in', shows: 'form', reader })).toEqual([]);
      await context.close();
    }
    await team.close();
  });
});

type Look = { name: string; shows: string; reader: Reader };

/** Waits until the page has what it shows, and answers what is wrong with it. */
async function look(page: Page, { name, shows, reader }: Look): Promise<string[]> {
  await page.locator('h1').first().waitFor();
  await page.locator(`main :is(${shows})`).first().waitFor();
  return problemsInEveryLook(page, name, reader);
}

/** The same of an address that is read for itself. */
async function lookAnew(context: BrowserContext, address: string, looking: Look): Promise<string[]> {
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  await page.goto(address);
  const problems = await look(page, looking);
  await page.close();
  return [...problems, ...complaints];
}

/** One problem ready to be decided, one with a go, one stopped by a no-go. */
async function seed(peil: TestPeil): Promise<Seeded> {
  await asking(peil, putGatePolicy, { body: { ...lightPolicy, note: 'Small teams, short ways.' } });
  const me = await asking(peil, getMe);
  const people = [
    { userId: me.id, role: 'sponsor' as const, meaning: 'approves the decision' },
    { name: 'Tom Bakker', role: 'sme' as const, meaning: 'agrees' },
  ];
  const decided = async (decision: { outcome: 'go' | 'no_go'; reasons: string; redirect?: Redirect }) => {
    const { problemId } = await writtenProblem(peil);
    const params = { problemId, gate: 'g1' as const };
    const { snapshotHash } = await asking(peil, readGate, { params });
    await asking(peil, decideGate, { params, body: { ...decision, snapshotHash, people } });
    return problemId;
  };
  const written = (await writtenProblem(peil)).problemId;
  await assessedProblem(peil, { problemId: written });
  const { id: begun } = await asking(peil, createProblem, { body: { title: 'Parts arrive in the wrong order' } });
  const declared = { about: 'country' as const, difference: 'Belgium', reason: 'Other machines, other shifts.' };
  const params = { problemId: written };
  const body = { title: 'Machines that stop in Belgium', ...declared };
  const { id: variant } = await asking(peil, copyAsVariant, { params, body });
  await asking(peil, saveTemplate, { params, body: { name: 'Machines at night', description: 'For a night shift.' } });
  const data = await withData(peil, await decided({ outcome: 'go', reasons: 'The frontier can be reached.' }));
  const { runId: run } = await chartedRun(peil, { problemId: data.problemId, data: 'Stops' });
  await comparedRuns(peil, { problemId: data.problemId, data: 'Stops' });
  const { problemId, versionId: datasetVersionId } = data;
  for (const asked of [{ split: 'test' }, { threshold: 0.35 }, {}])
    await evaluatedRun(peil, { problemId, runId: run }, { artifact: 'scores.json', datasetVersionId, ...asked });
  return {
    begun,
    run,
    contract: (await contractedData(peil, begun)).path,
    explore: (await exploredData(peil, variant)).path,
    variant,
    written: await withTeam(peil, written),
    priced: await pricedProblem(peil),
    go: await loggedRuns(peil, data.problemId),
    version: data.versionId,
    firstVersion: data.first,
    stopped: await decided({
      outcome: 'no_go',
      reasons: 'One form causes most of it.',
      redirect: { kind: 'process_change', text: 'The form is mended before May, by operations.' },
    }),
    webhook: await triedWebhook(peil),
  };
}

/** A role that waits for a second person, seen by who may confirm it and signs on behalf of the expert. */
async function waitingTeam(team: TeamPeil): Promise<{ path: string; cookie: string }> {
  const eva = await team.signIn('Eva');
  const { problemId } = await writtenProblem(team, { cookie: eva.cookie });
  const sam = await team.signIn('Sam', { problemRoles: { [problemId]: ['sponsor'] } });
  const headers = { cookie: eva.cookie };
  await asking(team, giveProblemRole, { headers, params: { problemId, userId: eva.id, role: 'risk_manager' } });
  const body = { role: null, toUserId: sam.id, until: '2036-02-01', reason: 'A long journey.' };
  await asking(team, delegateRole, { headers, params: { problemId }, body });
  return { path: `/problems/${problemId}/team`, cookie: sam.cookie };
}

/** One that nobody answers: an attempt, and the next one. */
async function triedWebhook(peil: TestPeil): Promise<string> {
  const told = { types: ['decision.recorded'], includesPrivate: false, includesWords: false, isActive: true };
  const body = { name: 'Planning board', url: 'http://127.0.0.1:9/peil', ...told };
  const { webhook } = await asking(peil, createWebhook, { body });
  await asking(peil, testWebhook, { params: { webhookId: webhook.id } });
  await peil.services.jobs.runDue();
  return webhook.id;
}

/** Somebody who was heard, somebody who was not, and a checklist with an answer. */
async function withTeam(peil: TestPeil, problemId: string): Promise<string> {
  const params = { problemId };
  const body = { relation: 'affected' as const, interest: 'They repair at night.' };
  const { id: stakeholderId } = await asking(peil, addStakeholder, { params, body: { name: 'Repair crews', ...body } });
  await asking(peil, addStakeholder, { params, body: { name: 'Works council', ...body, relation: 'must_be_asked' } });
  await asking(peil, recordHearing, {
    params: { problemId, stakeholderId },
    body: { heardOn: '2026-01-02', how: 'talk', said: 'It is always the old ones.', questions: ['Which ones?'] },
  });
  const { items } = await asking(peil, beginChecklist, { params });
  const answer = { state: 'done' as const, evidence: { kind: 'place' as const, place: 'opportunity' as const } };
  const itemId = items[0]?.id ?? '';
  await asking(peil, editChecklistItem, { params: { problemId, itemId }, version: 1, body: answer });
  return problemId;
}

/** A problem whose value model has every part there is. */
async function pricedProblem(peil: TestPeil): Promise<string> {
  const { problemId } = await writtenProblem(peil);
  const params = { problemId };
  const { version } = await asking(peil, readValueModel, { params });
  await asking(peil, writeValueModel, { params, body: { model: { ...deepValueModel } }, version });
  return problemId;
}
