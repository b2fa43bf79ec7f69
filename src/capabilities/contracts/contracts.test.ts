import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type FlightsContract, flightsContract } from '../../../test/kit/flights-contract.ts';
import { quietly } from '../../platform/context/change.ts';
import { ownerId } from '../identity/mode.ts';

const notNull = { kind: 'not_null', column: 'delay' };
const range = { kind: 'range', column: 'delay', min: 0, max: 100, severity: 'warn' };

describeEachDatabase('the contract of a data set', (kit) => {
  let peil: TestPeil;
  let contract: FlightsContract;
  beforeAll(async () => {
    peil = await kit.openPeil();
  });
  beforeEach(async () => {
    contract = await flightsContract(peil);
  });
  afterAll(() => peil.close());

  test('PF7 rules are agreed in a draft, reviewed, published, and stay as they were', async () => {
    const { send, path, add, version, publish } = contract;
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
    const { send, datasetId, path, add } = contract;
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

  test('PF7 rules are suggested from the data, and each is accepted, changed or dropped by a person', async () => {
    const { send, path } = contract;
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
    const { send, path, published } = contract;
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
    const { send, path } = contract;
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
    const { send, path } = contract;
    const refused = await send(`PATCH ${path}`, { ownerId: 'nobody' }, { version: 0 });
    expect([refused.status, refused.body.error.code]).toEqual([422, 'contract.unknown_owner']);
    const owned = await send(`PATCH ${path}`, { ownerId }, { version: 0 });
    expect(owned).toMatchObject({ status: 200, events: ['data_contract.edited'], body: { ownerId } });
  });

  test('PF7 the database itself refuses to change a published version', async () => {
    const { published } = contract;
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
