import { assert, asyncProperty, constantFrom, array, tuple, nat } from 'fast-check';
import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode, type TeamPeil, testPassword, type TestPerson } from '../../../test/kit/people.ts';
import { workedValueModel, writtenProblem } from '../../../test/kit/written-problem.ts';
import { lightPolicy } from '../decisions/shipped-policies.ts';
import { portfolioDb } from './tables.ts';

interface Walk {
  team: TeamPeil;
  people: TestPerson[];
  problems: string[];
  /** whatever was made last, by kind, for what comes after it */
  known: Map<string, string>;
}

type Asked = Awaited<ReturnType<TestPerson['inject']>>;

/** As a person who may or may not: a refusal is fine, a failure is not. */
async function ask(who: TestPerson, request: string, given: { body?: object; version?: number } = {}): Promise<Asked> {
  const [method, url] = request.split(' ') as ['GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', string];
  const answer = await who.inject({
    method,
    url,
    headers: given.version === undefined ? {} : { 'if-match': String(given.version) },
    ...(given.body === undefined ? {} : { payload: given.body }),
  });
  expect(answer.statusCode, `${request}: ${answer.body}`).toBeLessThan(500);
  return answer;
}

const versionAt = async (who: TestPerson, path: string): Promise<number> =>
  (await ask(who, `GET ${path}`)).json<{ version?: number }>().version ?? 1;

type Step = (walk: Walk, given: { who: TestPerson; at: string; problemId: string; turn: number }) => Promise<unknown>;

/** Keeps the id of what was made. */
async function make(walk: Walk, name: string, made: Promise<Asked>): Promise<void> {
  const answer = await made;
  if (answer.statusCode < 300) walk.known.set(name, answer.json<{ id: string }>().id);
}

const steps: Readonly<Record<string, Step>> = {
  rename: async (_walk, { who, at, turn }) =>
    ask(who, `PATCH ${at}`, { body: { title: `Title ${turn}` }, version: await versionAt(who, at) }),
  opportunity: async (_walk, { who, at, turn }) => {
    const body = { cost: turn % 2 === 0 ? '' : `About ${turn} euros.` };
    await ask(who, `PATCH ${at}/opportunity`, { body, version: await versionAt(who, `${at}/opportunity`) });
  },
  objective: (walk, { who, at }) =>
    make(walk, `objective ${at}`, ask(who, `POST ${at}/objectives`, { body: { text: 'Calm' } })),
  objectiveGone: (walk, { who, at }) =>
    ask(who, `DELETE ${at}/objectives/${walk.known.get(`objective ${at}`)}`, { version: 1 }),
  objectiveBack: (walk, { who, at }) => ask(who, `POST ${at}/objectives/${walk.known.get(`objective ${at}`)}/restore`),
  keyResult: (walk, { who, at, turn }) => {
    const body = {
      metric: 'Stops',
      unit: 'a year',
      baseline: '10',
      target: '5',
      by: `2026-0${(turn % 8) + 1}-01`,
      source: 'Log',
    };
    const path = `${at}/objectives/${walk.known.get(`objective ${at}`)}/key-results`;
    return make(walk, `keyResult ${at}`, ask(who, `POST ${path}`, { body }));
  },
  verdict: (walk, { who, at, turn }) => {
    const role = turn % 2 === 0 ? 'sme' : 'data_scientist';
    const body = { role, verdict: 'yes', reason: 'It is in the log.' };
    return ask(who, `POST ${at}/key-results/${walk.known.get(`keyResult ${at}`)}/verdicts`, { body });
  },
  alternatives: async (_walk, { who, at, turn }) => {
    const body = { text: turn % 2 === 0 ? '' : 'A rule.' };
    await ask(who, `PUT ${at}/alternatives`, { body, version: await versionAt(who, `${at}/alternatives`) });
  },
  value: async (_walk, { who, at, turn }) => {
    const model = turn % 3 === 0 ? {} : { ...workedValueModel, volumePerYear: { likely: 1_000 * (turn + 1) } };
    await ask(who, `PUT ${at}/value`, { body: { model }, version: await versionAt(who, `${at}/value`) });
  },
  translation: async (_walk, { who, at, turn }) => {
    const body = { unit: `One machine, ${turn}.` };
    await ask(who, `PATCH ${at}/translation`, { body, version: await versionAt(who, `${at}/translation`) });
  },
  data: (_walk, { who, at }) =>
    ask(who, `POST ${at}/data-requirements`, { body: { what: 'The log', why: 'To learn.' } }),
  stakeholder: (walk, { who, at }) => {
    const body = { name: 'Crews', relation: 'must_be_asked', interest: 'They repair.', mustBeHeard: true };
    return make(walk, `stakeholder ${at}`, ask(who, `POST ${at}/stakeholders`, { body }));
  },
  hearing: (walk, { who, at }) => {
    const body = { heardOn: '2026-01-02', how: 'talk', said: 'Old ones.', questions: ['Which?'] };
    return ask(who, `POST ${at}/stakeholders/${walk.known.get(`stakeholder ${at}`)}/hearings`, { body });
  },
  checklist: async (walk, { who, at }) => {
    await ask(who, `POST ${at}/checklist`);
    const { items = [] } = (await ask(who, `GET ${at}/checklist`)).json<{
      items?: { id: string; version: number }[];
    }>();
    if (items[0]) walk.known.set(`item ${at}`, items[0].id);
  },
  item: async (walk, { who: chosen, at, turn }) => {
    // Who answers an item also gives it to somebody: Eva is the expert everywhere.
    const who = turn % 4 === 0 ? (walk.people[0] ?? chosen) : chosen;
    if (turn % 4 === 0) await ask(who, `POST ${at}/checklist`);
    const { items = [] } = (await ask(who, `GET ${at}/checklist`)).json<{
      items?: { id: string; version: number; youMayAnswer: boolean }[];
    }>();
    // Most of what one may not answer is refused; what one may is given away too.
    const among = turn % 8 < 6 ? items.filter(({ youMayAnswer }) => youMayAnswer) : items;
    const item = among[turn % Math.max(1, Math.min(5, among.length))];
    const bodies = [
      { ownerId: walk.people[turn % walk.people.length]?.id ?? null },
      { dueDate: '2026-01-09' },
      { state: 'not_applicable', reason: 'No.' },
      { state: 'open' },
    ];
    const body = bodies[turn % bodies.length] ?? {};
    if (item) await ask(who, `PATCH ${at}/checklist/items/${item.id}`, { body, version: item.version });
  },
  risk: (_walk, { who, at }) => ask(who, `POST ${at}/risks`, { body: { what: 'It is wrong.' } }),
  steering: (walk, { who, at, problemId }) => {
    const body = {
      anchor: { kind: 'opportunity', id: problemId, field: 'cost' },
      kind: 'steering',
      text: 'Nights only.',
    };
    return make(walk, `thread ${at}`, ask(who, `POST ${at}/conversation/threads`, { body }));
  },
  answer: (walk, { who, at }) => {
    const path = `${at}/conversation/threads/${walk.known.get(`thread ${at}`)}/comments`;
    return ask(who, `POST ${path}`, { body: { text: 'Done.', verdict: 'taken_over' } });
  },
  accept: async (walk, { who, at }) => {
    const path = `${at}/conversation/threads/${walk.known.get(`thread ${at}`)}`;
    await ask(who, `POST ${path}/resolve`, { version: await versionAt(who, path) });
  },
  propose: (_walk, { who, at, turn }) =>
    ask(who, `POST ${at}/gates/g${turn % 2}/proposals`, { body: { outcome: 'go', reasons: 'It pays.' } }),
  sign: async (_walk, { who, at, turn }) => {
    const gate = `${at}/gates/g${turn % 2}`;
    const shown = (await ask(who, `GET ${gate}`)).json<{ proposal?: { id: string } | null; snapshotHash?: string }>();
    const verdict = turn % 5 === 0 ? 'objects' : 'approves';
    const role = turn % 3 === 0 ? 'data_scientist' : 'sme';
    const body = {
      role,
      verdict,
      meaning: 'signs',
      remark: 'Well.',
      password: testPassword,
      snapshotHash: shown.snapshotHash,
    };
    if (shown.proposal) await ask(who, `POST ${gate}/proposals/${shown.proposal.id}/sign-offs`, { body });
  },
  decide: async (_walk, { who, at, turn }) => {
    const gate = `${at}/gates/g${turn % 2}`;
    const { snapshotHash } = (await ask(who, `GET ${gate}`)).json<{ snapshotHash?: string }>();
    const defer = { outcome: 'defer', reasons: 'Later.', reviewDate: '2026-03-01' };
    const stop = { outcome: 'no_go', reasons: 'A form.', redirect: { kind: 'nothing', text: 'Nothing.' } };
    const terms = turn % 7 === 0 ? stop : defer;
    await ask(who, `POST ${gate}/decisions`, { body: { ...terms, snapshotHash, password: testPassword } });
  },
  role: (walk, { at, turn }) => {
    const role = ['sponsor', 'data_scientist', 'risk_manager', 'sme'][turn % 4];
    const person = walk.people[turn % walk.people.length];
    return ask(walk.team.admin, `PUT ${at}/people/${person?.id}/roles/${role}`);
  },
  roleGone: (walk, { at, turn }) => {
    const person = walk.people[turn % walk.people.length];
    return ask(
      walk.team.admin,
      `DELETE ${at}/people/${person?.id}/roles/${turn % 2 === 0 ? 'sponsor' : 'data_scientist'}`,
    );
  },
  delegate: (walk, { who, at, turn }) => {
    const toUserId = walk.people[turn % walk.people.length]?.id;
    const body = { role: 'sme', toUserId, until: '2026-02-01', reason: 'Away.' };
    return ask(who, `POST ${at}/delegations`, { body });
  },
  privacy: (_walk, { who, at, turn }) => ask(who, `PUT ${at}/privacy`, { body: { isPrivate: turn % 2 === 0 } }),
  remove: (_walk, { who, at }) => ask(who, `DELETE ${at}`),
  restore: (_walk, { who, at }) => ask(who, `POST ${at}/restore`),
};

const tables = ['portfolio_problem', 'portfolio_part', 'work_item', 'asked_person'] as const;

/** Every row of the projection, in an order that does not depend on how it was written. */
async function rowsOf({ services }: TeamPeil): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {};
  for (const table of tables) {
    const all = await portfolioDb(services.database.reader).selectFrom(table).selectAll().execute();
    rows[table] = all
      .map((row) => JSON.stringify(Object.entries(row).toSorted(([a], [b]) => a.localeCompare(b))))
      .sort();
  }
  return rows;
}

const runs = 4;
const length = 90;

const mustHappen = [
  'problem.renamed',
  'problem.deleted',
  'opportunity.written',
  'key_result.created',
  'key_result_verdict.given',
  'value_model.written',
  'translation.written',
  'stakeholder.added',
  'checklist.item_assigned',
  'checklist.item_edited',
  'risk.created',
  'conversation.opened',
  'conversation.answered',
  'gate.proposed',
  'gate.signed',
  'decision.recorded',
  'problem_access.role_given',
  'problem_access.role_taken',
  'problem_access.role_delegated',
  'problem_access.changed',
];

async function expectAsRebuilt(team: TeamPeil): Promise<void> {
  const byEvents = await rowsOf(team);
  await team.admin.inject({ method: 'POST', url: '/api/portfolio/rebuild' });
  await team.services.jobs.runDue();
  expect(await rowsOf(team)).toEqual(byEvents);
}

describeEachDatabase('projections', (kit) => {
  test('R3 what touches what is asked, and no fact, leaves the facts as they are written', async () => {
    const team = await inTeamMode({}, kit.openPeil);
    const eva = await team.signIn('Eva');
    const problemId = (await ask(eva, 'POST /api/problems', { body: { title: 'Begun' } })).json<{ id: string }>().id;
    const walk: Walk = { team, people: [eva], problems: [problemId], known: new Map() };
    await steps['steering']?.(walk, { who: eva, at: `/api/problems/${problemId}`, problemId, turn: 0 });
    expect(walk.known.size).toBe(1);
    await expectAsRebuilt(team);
    await team.close();
  });

  test('R3 after any sequence of changes the rows are those that a rebuild makes', async () => {
    const team = await inTeamMode({}, kit.openPeil);
    await team.admin.inject({ method: 'POST', url: '/api/gate-policies', payload: lightPolicy });
    const people = [await team.signIn('Eva'), await team.signIn('Dirk'), await team.signIn('Sam')];
    const [eva, dirk, sam] = people as [TestPerson, TestPerson, TestPerson];
    const names = Object.keys(steps);
    const sequence = array(tuple(constantFrom(...names), nat(2), nat(59)), { minLength: length, maxLength: length });
    const happened = new Set<string>();
    team.happened();
    await assert(
      asyncProperty(sequence, async (sequenceOfSteps) => {
        const { problemId, objectiveId, keyResultId } = await writtenProblem(team, { cookie: eva.cookie });
        await team.giveRoles(eva, problemId, ['sponsor']);
        await team.giveRoles(dirk, problemId, ['data_scientist', 'sme']);
        await team.giveRoles(sam, problemId, ['sponsor', 'risk_manager', 'data_scientist']);
        const begun = (await ask(eva, 'POST /api/problems', { body: { title: 'Begun' } })).json<{ id: string }>().id;
        const walk: Walk = { team, people, problems: [problemId, begun], known: new Map() };
        walk.known.set(`objective /api/problems/${problemId}`, objectiveId);
        walk.known.set(`keyResult /api/problems/${problemId}`, keyResultId);
        for (const [name, person, turn] of sequenceOfSteps) {
          const who = people[person] ?? eva;
          const id = walk.problems[turn % 4 === 0 ? 1 : 0] ?? problemId;
          await steps[name]?.(walk, { who, at: `/api/problems/${id}`, problemId: id, turn });
          team.clock.advance(60_000);
        }
        for (const type of team.happened()) happened.add(type);
        await expectAsRebuilt(team);
      }),
      { numRuns: runs, seed: 2026, endOnFailure: true },
    );
    // What is always refused would prove nothing.
    expect([...happened]).toEqual(expect.arrayContaining(mustHappen));
    await team.close();
  }, 120_000);
});
