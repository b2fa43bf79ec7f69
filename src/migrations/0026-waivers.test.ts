import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../test/kit/databases.ts';
import { migrate } from '../platform/db/migrate.ts';
import { schemaSteps } from './index.ts';

describeEachDatabase('waivers and signatures of an older release', (kit) => {
  test('RM3 what was waived stands as it did, and each name in a decision gets its day', async () => {
    const { database, remove } = await kit.openEmpty();
    const before = schemaSteps.findIndex(({ name }) => name.startsWith('0026'));
    await migrate(database, schemaSteps.slice(0, before));
    const db = database.writer;
    for (const statement of [
      `insert into problem (id, title, phase, created_by, created_at, changed_at, version)
        values ('p', 'Late flights', 'modelling', 'u', 1, 1, 1)`,
      `insert into evidence_snapshot (problem_id, hash, snapshot, shown_at) values ('p', 'h', '{}', 1)`,
      `insert into gate_proposal (id, problem_id, gate, terms, policy, proposed_by, at, state)
        values ('q', 'p', 'g1', '{}', '{}', 'u', 1, 'decided')`,
      `insert into gate_sign_off (id, proposal_id, number, problem_id, role, user_id, verdict, meaning, remark, snapshot_hash, at)
        values ('s', 'q', 1, 'p', 'sme', 'eva', 'approves', 'approves the go', '', 'h', 5)`,
      `insert into gate_waiver (proposal_id, item, reason, waived_by, at)
        values ('q', 'value.model', 'No time.', 'sam', 7), ('q', 'risk.signed', 'Later.', 'sam', 6)`,
      `insert into decision (id, problem_id, gate, number, outcome, reasons, recorded_by, at, snapshot_hash, proposal_id)
        values ('d', 'p', 'g1', 1, 'go', 'It pays.', 'sam', 9, 'h', 'q')`,
      `insert into decision_person (decision_id, position, user_id, role, meaning)
        values ('d', 0, 'eva', 'sme', 'approves the go'), ('d', 1, 'sam', 'sponsor', 'decides: go')`,
    ])
      await sql.raw(statement).execute(db);
    await migrate(database, schemaSteps);
    const { rows } = await sql`select number, item, act, reason, user_id, after_sign_off, at from gate_waiver_act
      order by number`.execute(db);
    const waived = { act: 'waived', user_id: 'sam', after_sign_off: 0 };
    expect(rows).toEqual([
      { ...waived, number: 1, item: 'risk.signed', reason: 'Later.', at: 6 },
      { ...waived, number: 2, item: 'value.model', reason: 'No time.', at: 7 },
    ]);
    const { rows: people } = await sql`select user_id, at from decision_person order by position`.execute(db);
    expect(people).toEqual([
      { user_id: 'eva', at: 5 },
      { user_id: 'sam', at: 9 },
    ]);
    await expect(sql`update gate_waiver_act set reason = ''`.execute(db)).rejects.toThrow(/never changed/);
    await expect(sql`delete from gate_waiver_act`.execute(db)).rejects.toThrow(/never changed/);
    await remove();
  });
});
