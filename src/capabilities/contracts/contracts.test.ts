import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { importFiles } from '../../../test/kit/importing.ts';
import { eventsOf } from '../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { ownerId } from '../identity/mode.ts';
import { quietly } from '../../platform/context/change.ts';

const header = 'id,delay,origin,email\n';
const rows = (from: number, to: number, delay = (at: number) => String(at % 60)) =>
  Array.from(
    { length: to - from },
    (_, at) => `${from + at},${delay(at)},${['AMS', 'JFK'][at % 2]},p${at}@x.org\n`,
  ).join('');
const january = header + rows(1, 301);
const notNull = { kind: 'not_null', column: 'delay' };
const range = { kind: 'range', column: 'delay', min: 0, max: 100, severity: 'warn' };

describeEachDatabase('the contract of a data set', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let problemId: string;
  let datasetId: string;
  let path: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  beforeEach(async () => {
    problemId = (await send('POST /api/problems', { title: 'Late flights' })).body.id;
    datasetId = (await load(january)).datasetId;
    path = `/api/problems/${problemId}/datasets/${datasetId}/contract`;
  });
  afterAll(() => peil.close());

  const load = (content: string) =>
    importFiles(peil, { problemId, files: [{ name: 'flights.csv', content }], body: { name: 'Flights' } });
  const add = (rule: object) => send(`POST ${path}/rules`, { rule });
  const version = async () => (await send(`GET ${path}`)).body.version;
  const publish = async (note = 'As agreed') => send(`POST ${path}/versions`, { note }, { version: await version() });
  const published = async (...rules: object[]) => {
    for (const rule of rules) expect((await add(rule)).status).toBe(201);
    expect((await publish()).status).toBe(201);
  };
  const judged = async (body: object = {}) => {
    const begun = await send(`POST ${path}/runs`, body);
    await peil.services.jobs.runDue();
    return { begun, results: (await send(`GET ${path}/runs/${begun.body.id}`)).body };
  };

  test('PF7 rules are agreed in a draft, reviewed, published, and stay as they were', async () => {
    expect((await send(`GET ${path}`)).body).toMatchObject({
      version: 0,
      rules: [],
      publishedNumber: null,
      review: null,
    });
    const added = await add(notNull);
    expect(added).toMatchObject({ status: 201, events: ['data_contract.rule_added'] });
    const [rule] = added.body.rules;
    expect(rule).toMatchObject({ kind: 'not_null', column: 'delay', mostly: 1, severity: 'fail', where: [] });
    const reviewed = await send(`POST ${path}/review`, undefined, { version: added.body.version });
    expect(reviewed).toMatchObject({
      status: 200,
      events: ['data_contract.reviewed'],
      body: { review: { isCurrent: true } },
    });
    const first = await publish('The first');
    expect(first).toMatchObject({
      status: 201,
      events: ['data_contract.published'],
      body: { number: 1, note: 'The first', ruleCount: 1, reviewedBy: reviewed.body.review.by },
    });

    const edited = await send(
      `PUT ${path}/rules/${rule.id}`,
      { rule: { ...rule, mostly: 0.9 } },
      { version: await version() },
    );
    expect(edited).toMatchObject({
      events: ['data_contract.rule_edited'],
      body: { changes: 1, review: { isCurrent: false } },
    });
    await add(range);
    const changes = (await send(`GET ${path}/changes?from=1`)).body;
    expect(changes).toMatchObject({
      to: null,
      added: [{ kind: 'range' }],
      removed: [],
      changed: [{ after: { mostly: 0.9 } }],
    });
    expect(await publish('Looser')).toMatchObject({ body: { number: 2, reviewedBy: null } });
    expect((await send(`GET ${path}/versions/1`)).body.rules).toEqual([rule]);
    expect((await send(`GET ${path}/versions`)).body.versions.map((each: { number: number }) => each.number)).toEqual([
      2, 1,
    ]);
    expect((await publish('Again')).body.error).toMatchObject({ code: 'contract.nothing_to_publish' });
    const removed = await send(`DELETE ${path}/rules/${rule.id}`);
    expect(removed).toMatchObject({ events: ['data_contract.rule_removed'], body: { rules: [{ kind: 'range' }] } });
    expect((await send(`GET ${path}/versions/9`)).body.error).toMatchObject({
      code: 'contract.version_not_found',
      params: { number: 9, newest: 2 },
    });
  });

  test('PF7 two people at one contract see both, and what is wrong is refused where it is written', async () => {
    const { body } = await add(notNull);
    const [rule] = body.rules;
    await add(range);
    const late = await send(
      `PUT ${path}/rules/${rule.id}`,
      { rule: { ...rule, mostly: 0.5 } },
      { version: body.version },
    );
    expect(late).toMatchObject({ status: 409, events: [] });
    expect(late.body.error.params).toMatchObject({ yours: { mostly: 0.5 }, theirs: { mostly: 1 } });
    const wrong = async (given: object) => (await add(given)).body.error;
    expect(await wrong({ kind: 'range', column: 'delay' })).toMatchObject({ code: 'request.malformed' });
    expect(await wrong({ ...notNull, colour: 1 })).toMatchObject({ code: 'request.malformed' });
    expect(await wrong({ kind: 'range', column: 'delay', min: 9, max: 1 })).toMatchObject({
      code: 'request.malformed',
    });
    expect(await wrong({ kind: 'sql_rows', expression: '(select 1) = 1' })).toMatchObject({
      code: 'contract.not_one_condition',
    });
    expect((await send(`DELETE ${path}/rules/no-such-rule`)).body.error.code).toBe('contract.rule_not_found');
    const elsewhere = path.replace(datasetId, 'no-such-dataset');
    expect((await send(`GET ${elsewhere}`)).body.error.code).toBe('dataset.not_found');
  });

  test('PF7 a version of the data is judged by the contract in force, with rows that break it', async () => {
    await published(
      notNull,
      range,
      { kind: 'unique', column: 'id' },
      { kind: 'pattern', column: 'email', pattern: '^q' },
    );
    const current = (await send(`GET ${path}`)).body;
    await send(`PATCH ${path}`, { personal: ['email'] }, { version: current.version });
    await publish('Mail is personal');
    const { begun, results } = await judged();
    expect(begun).toMatchObject({
      status: 202,
      events: ['data_contract_run.begun'],
      body: { state: 'waiting', number: 2 },
    });
    expect(results).toMatchObject({ state: 'done', progress: 1, verdict: 'fail', datasetVersionNumber: 1 });
    expect(results.counts).toEqual({ pass: 3, warn: 0, fail: 1, notAssessed: 0 });
    expect(results.results.map(({ verdict }: { verdict: string }) => verdict)).toEqual([
      'pass',
      'pass',
      'pass',
      'fail',
    ]);
    expect(results.results[3]).toMatchObject({ failing: 300, sample: { columns: ['id', 'email'], masked: ['email'] } });
    expect(JSON.stringify(results.results)).not.toContain('x.org');
    expect((await send(`GET ${path}/runs/latest`)).body.id).toBe(results.id);
  });

  test('PF7 a new version of the data is judged by itself, against the one before', async () => {
    await published(
      notNull,
      { kind: 'row_count_change', min: -0.1, max: 0.1 },
      { kind: 'new_category', column: 'origin' },
    );
    expect((await send(`GET ${path}/runs`)).body.runs).toEqual([]);
    const happened = eventsOf(peil);
    await load(header + rows(1, 100, (at) => (at < 5 ? '' : '1')) + '100,1,LHR,a@b.org\n');
    await peil.services.jobs.runDue();
    expect(happened()).toContain('data_contract_run.finished');
    const [run] = (await send(`GET ${path}/runs`)).body.runs;
    expect(run).toMatchObject({
      trigger: 'import',
      state: 'done',
      verdict: 'fail',
      datasetVersionNumber: 2,
      number: 1,
    });
    const { results } = (await send(`GET ${path}/runs/${run.id}`)).body;
    expect(results).toMatchObject([
      { verdict: 'fail', rows: 100, failing: 5 },
      { verdict: 'fail', found: ['300'] },
      { verdict: 'fail', found: ['LHR'] },
    ]);
    const { versions } = (await send(`GET /api/problems/${problemId}/datasets/${datasetId}/versions`)).body;
    const first = await judged({ versionId: versions[1].id });
    expect(first.results.results[1]).toMatchObject({ verdict: 'not_assessed', reason: { code: 'no_reference' } });
    expect(first.results.verdict).toBe('not_assessed');
  });

  test('PF7 runs that were asked for together are all judged, one after the other', async () => {
    await published(notNull);
    for (const _ of [1, 2, 3]) expect((await send(`POST ${path}/runs`, {})).status).toBe(202);
    await peil.services.jobs.runDue();
    const { runs } = (await send(`GET ${path}/runs`)).body;
    expect(runs.map(({ state }: { state: string }) => state)).toEqual(['done', 'done', 'done']);
  });

  test('PF7 nothing is judged before a contract is published, nor data that is not there', async () => {
    expect((await send(`POST ${path}/runs`, {})).body.error.code).toBe('contract.not_published');
    await published(notNull);
    expect((await send(`POST ${path}/runs`, { versionId: 'no-such' })).body.error.code).toBe(
      'contract.data_version_not_found',
    );
    const empty = (await send(`POST /api/problems/${problemId}/datasets`, { name: 'Empty' })).body;
    const run = await send(`POST ${path.replace(datasetId, empty.id)}/runs`, {});
    expect([run.status, run.body.error.code]).toEqual([409, 'contract.no_data']);
    expect((await send(`GET ${path}/runs/latest`)).body.error.code).toBe('contract.run_not_found');
  });

  test('PF7 rules are suggested from the data, and each is accepted, changed or dropped by a person', async () => {
    const made = await send(`POST ${path}/suggestions`, {});
    expect(made).toMatchObject({ status: 201, events: ['data_contract.suggested'] });
    const { suggestions } = made.body;
    const about = (kind: string, column?: string) =>
      suggestions.find(
        ({ rule }: { rule: { kind: string; column?: string } }) => rule.kind === kind && rule.column === column,
      );
    expect(about('unique', 'id')).toMatchObject({ state: 'open', basis: { kind: 'all_different', rows: 300 } });
    expect(about('accepted_values', 'origin')).toMatchObject({
      rule: { values: ['AMS', 'JFK'] },
      basis: { kind: 'few_values' },
    });
    expect(about('range', 'delay')).toMatchObject({
      rule: { min: 0, severity: 'warn' },
      basis: { figures: ['0', '59'] },
    });
    expect((await send(`GET ${path}`)).body.rules).toEqual([]);

    const decide = (id: string, body: object) => send(`POST ${path}/suggestions/${id}`, body);
    expect(await decide(about('unique', 'id').id, { decision: 'accept' })).toMatchObject({
      events: ['data_contract.suggestion_decided'],
      body: { state: 'accepted', decidedBy: expect.any(String) },
    });
    const changed = { ...about('range', 'delay').rule, max: 1440 };
    expect((await decide(about('range', 'delay').id, { decision: 'accept', rule: changed })).body.state).toBe(
      'changed',
    );
    expect((await decide(about('accepted_values', 'origin').id, { decision: 'drop' })).body.state).toBe('dropped');
    expect((await decide(about('unique', 'id').id, { decision: 'drop' })).body.error.code).toBe(
      'contract.already_decided',
    );
    expect((await send(`GET ${path}`)).body.rules).toMatchObject([{ kind: 'unique' }, { kind: 'range', max: 1440 }]);

    const again = (await send(`POST ${path}/suggestions`, {})).body.suggestions;
    const states = again.map(({ rule, state }: { rule: { kind: string; column?: string }; state: string }) => [
      rule.kind,
      rule.column,
      state,
    ]);
    expect(states.filter(([kind, column]: string[]) => kind === 'accepted_values' && column === 'origin')).toEqual([
      ['accepted_values', 'origin', 'dropped'],
    ]);
    expect((await decide('no-such', { decision: 'drop' })).body.error.code).toBe('contract.suggestion_not_found');
  });

  test('PF7 a contract goes out as the open standard and comes in again as it was', async () => {
    await published(notNull, { ...range, where: [{ column: 'origin', operator: 'is', values: ['AMS'] }] });
    const before = (await send(`GET ${path}`)).body;
    const out = (await send(`GET ${path}/export?number=1`)).body;
    expect(out).toMatchObject({ fileName: 'flights.odcs.yaml', leftOut: [] });
    expect(out.text).toContain('version: 1.0.0');
    const back = await send(`POST ${path}/import`, { document: out.text }, { version: before.version });
    expect(back).toMatchObject({ status: 200, events: ['data_contract.imported'], body: { changes: 0 } });
    expect(back.body.rules).toEqual(before.rules);
    const dbt = (await send(`GET ${path}/export?format=dbt`)).body;
    expect(dbt).toMatchObject({ fileName: 'flights.yml', leftOut: [{ kind: 'range' }] });
    expect(JSON.parse((await send(`GET ${path}/export?format=great_expectations`)).body.text)).toMatchObject({
      expectations: [{ type: 'expect_column_values_to_not_be_null' }],
    });
    const unknown = { document: `${out.text}\ncolour: red` };
    const refused = await send(`POST ${path}/import`, unknown, { version: back.body.version });
    expect(refused).toMatchObject({
      status: 422,
      events: [],
      body: { error: { code: 'contract.unknown_key', params: { path: 'colour' } } },
    });
    const noTable = await send(
      `POST ${path}/import`,
      { document: out.text, table: 'x' },
      { version: back.body.version },
    );
    expect(noTable.body.error.code).toBe('contract.no_such_table');
    const inDutch = await send(`POST ${path}/import`, unknown, { version: back.body.version, language: 'nl' });
    expect(inDutch.body.error.message).toContain('kent geen sleutel');
  });

  test('PF7 what a document says that nobody here judges is kept and told', async () => {
    const document = `apiVersion: v3.1.0
kind: DataContract
id: flights
version: 2.3.4
status: active
schema:
  - name: flights
    properties:
      - name: delay
        logicalType: integer
        classification: PII
        quality:
          - type: text
            description: Delays are checked by the tower.
      - name: id
        primaryKey: true
servers: [{ server: s, type: duckdb, database: x }]
`;
    const { body } = await send(`POST ${path}/import`, { document }, { version: 0 });
    expect(body).toMatchObject({
      tableName: 'flights',
      personal: ['delay'],
      keys: ['id'],
      notJudged: [{ column: 'delay', says: 'Delays are checked by the tower.' }],
      rules: [{ kind: 'column_type' }, { kind: 'column_exists' }, { kind: 'unique' }],
    });
    const { text } = (await send(`GET ${path}/export`)).body;
    for (const kept of ['version: 2.3.4', 'Delays are checked by the tower.', 'database: x'])
      expect(text).toContain(kept);
  });

  test('PF7 an owner is somebody who can read the problem', async () => {
    const refused = await send(`PATCH ${path}`, { ownerId: 'nobody' }, { version: 0 });
    expect([refused.status, refused.body.error.code]).toEqual([422, 'contract.unknown_owner']);
    const owned = await send(`PATCH ${path}`, { ownerId }, { version: 0 });
    expect(owned).toMatchObject({ status: 200, events: ['data_contract.edited'], body: { ownerId } });
  });

  test('PF7 the database itself refuses to change a published version', async () => {
    await published(notNull);
    for (const statement of [
      `update data_contract_version set content = '{}'`,
      `delete from data_contract_version`,
      ...(kit.kind === 'sqlite'
        ? [`insert or replace into data_contract_version select * from data_contract_version`]
        : [`truncate data_contract_version cascade`]),
    ])
      await expect(quietly(peil.services, (db) => sql.raw(statement).execute(db))).rejects.toThrow(
        'a published version of a contract is never changed or deleted',
      );
  });
});
