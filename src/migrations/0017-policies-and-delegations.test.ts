import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../test/kit/databases.ts';
import { migrate } from '../platform/db/migrate.ts';
import { schemaSteps } from './index.ts';

describeEachDatabase('policies and delegations of an older release', (kit) => {
  test('PF5 the last policy stays in force, and delegations stay as they were', async () => {
    const { database, remove } = await kit.openEmpty();
    const before = schemaSteps.findIndex(({ name }) => name.startsWith('0017'));
    await migrate(database, schemaSteps.slice(0, before));
    const db = database.writer;
    await sql`insert into gate_policy (version, document, put_by, at) values (1, '{}', 'u1', 5), (2, '{}', 'u2', 6)`.execute(
      db,
    );
    await sql`insert into problem_access (problem_id, private) values ('p', 0)`.execute(db);
    for (const id of ['u1', 'u2'])
      await sql`insert into user_account (id, name, name_key, status, organisation_role, scheme, created_at, version)
        values (${id}, ${id}, ${id}, 'active', 'member', 'auto', 1, 1)`.execute(db);
    await sql`insert into role_delegation (id, problem_id, role, from_user, to_user, reason, until, given_at)
      values ('d', 'p', 'sme', 'u1', 'u2', 'Holidays', '2026-02-01', 3)`.execute(db);
    await migrate(database, schemaSteps.slice(0, before + 1));
    const { rows: choices } =
      await sql`select version, chosen_by, at from gate_policy_choice order by number desc`.execute(db);
    expect(choices[0]).toEqual({ version: 2, chosen_by: 'u2', at: 6 });
    const { rows } = await sql`select id, problem_id, role, from_user, to_user, ended_at from role_delegation`.execute(
      db,
    );
    expect(rows).toEqual([{ id: 'd', problem_id: 'p', role: 'sme', from_user: 'u1', to_user: 'u2', ended_at: null }]);
    await expect(sql`update gate_policy_choice set version = 1`.execute(db)).rejects.toThrow(/never changed/);
    await expect(sql`delete from gate_policy_choice`.execute(db)).rejects.toThrow(/never changed/);
    await remove();
  });
});
