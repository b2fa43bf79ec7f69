import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../test/kit/databases.ts';
import { migrate } from '../platform/db/migrate.ts';
import { schemaSteps } from './index.ts';

describeEachDatabase('what was found in use', (kit) => {
  test('house an older list of problems learns its dates', async () => {
    const { database, remove } = await kit.openEmpty();
    await migrate(database, schemaSteps.slice(0, 6));
    const db = database.writer;
    const problem = async (id: string, open: number) => {
      await sql`insert into problem (id, title, phase, version, created_by, created_at, changed_at)
        values (${id}, 'Late', 'formulation', 1, 'owner', 1, 1)`.execute(db);
      await sql`insert into problem_summary (problem_id, title, title_key, phase, is_private, opportunity_open,
        requirements_open, value_open, decision_open, open_items, at_stake_rank, opportunity_key, decision_key,
        created_at, changed_at, is_deleted)
        values (${id}, 'Late', 'late', 'formulation', 0, 2, ${open}, 1, 0, ${3 + open}, -1, '', '', 1, 1, 0)`.execute(
        db,
      );
    };
    const keyResult = (id: string, by: string, { unit = 'a day', removed = null as number | null } = {}) =>
      sql`insert into key_result (id, problem_id, objective_id, metric, unit, baseline, target, by_date, source, position,
        version, removed_at)
        values (${id}, 'dated', 'o', 'Delays', ${unit}, '2', '1', ${by}, 'Log', 1, 1, ${removed})`.execute(db);
    await problem('empty', 2);
    // Its date had passed when it was last written, which is no longer kept in the counts.
    await problem('dated', 1);
    await sql`insert into objective (id, problem_id, text, position, version) values ('o', 'dated', 'On time', 1, 1)`.execute(
      db,
    );
    await keyResult('later', '2026-12-31');
    await keyResult('first', '2026-06-30');
    await keyResult('removed', '2026-01-01', { removed: 5 });
    await keyResult('unquantified', '2026-01-02', { unit: '\u00a0' });
    await migrate(database, schemaSteps);
    const { rows } = await sql`select problem_id, first_date, requirements_open, open_items from problem_summary
      order by problem_id`.execute(db);
    expect(rows).toEqual([
      { problem_id: 'dated', first_date: '2026-06-30', requirements_open: 0, open_items: 3 },
      { problem_id: 'empty', first_date: null, requirements_open: 2, open_items: 5 },
    ]);
    await remove();
  });

  test('house people of before are found by their names, and no name is an e-mail address', async () => {
    const { database, remove } = await kit.openEmpty();
    await migrate(database, schemaSteps.slice(0, 6));
    const db = database.writer;
    const person = (id: string, name: string, email: string) =>
      sql`insert into user_account (id, name, email, status, organisation_role, scheme, created_at, version)
        values (${id}, ${name}, ${email}, 'invited', 'member', 'auto', 1, 1)`.execute(db);
    await person('a', 'Émile', 'emile@peil.example');
    await person('b', 'lea.jans@peil.example', 'lea.jans@peil.example');
    await migrate(database, schemaSteps);
    const { rows } = await sql`select id, name, name_key from user_account order by id`.execute(db);
    expect(rows).toEqual([
      { id: 'a', name: 'Émile', name_key: 'émile' },
      { id: 'b', name: 'lea.jans', name_key: 'lea.jans' },
    ]);
    await remove();
  });
});
