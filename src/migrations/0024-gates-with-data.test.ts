import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../test/kit/databases.ts';
import { policyDocumentSchema, rulesFor, shippedPolicies } from '../capabilities/decisions/contract.ts';
import { migrate } from '../platform/db/migrate.ts';
import { fromJson, toJson } from '../platform/json.ts';
import { schemaSteps } from './index.ts';

describeEachDatabase('gates with data, on data of an older release', (kit) => {
  const before = schemaSteps.findIndex(({ name }) => name.startsWith('0024'));

  test.each(shippedPolicies.map((policy) => [policy.name, policy] as const))(
    'PF5 the policy in force (%s) goes on as a new version with rules for the later gates; the old one stays',
    async (name, shipped) => {
      const { database, remove } = await kit.openEmpty();
      await migrate(database, schemaSteps.slice(0, before));
      const db = database.writer;
      const { g0, g1 } = shipped.rules;
      const old = toJson({ name, rules: { g0, g1 } });
      const other = toJson({ name: 'ours', rules: { g0, g1 } });
      await sql`insert into gate_policy (version, document, put_by, at) values (1, ${old}, 'u1', 5), (2, ${other}, 'u1', 6)`.execute(
        db,
      );
      await sql`insert into gate_policy_choice (number, version, chosen_by, at) values (1, 2, 'u1', 6), (2, 1, 'u2', 7)`.execute(
        db,
      );
      await migrate(database, schemaSteps);
      const { rows: choices } =
        await sql`select version, chosen_by, at from gate_policy_choice order by number`.execute(db);
      expect(choices).toHaveLength(3);
      expect(choices[2]).toEqual({ version: 3, chosen_by: 'system', at: 7 });
      const { rows } = await sql<{ document: string; based_on: number | null }>`
        select document, based_on from gate_policy order by version`.execute(db);
      expect(rows.map(({ document }) => document).slice(0, 2)).toEqual([old, other]);
      const made = policyDocumentSchema.parse(fromJson(rows[2]?.document ?? ''));
      expect(rows[2]?.based_on).toBe(1);
      // What this release ships asks the same there.
      for (const gate of ['g0', 'g1', 'g2', 'g3'] as const)
        expect(made.rules[gate], gate).toEqual(rulesFor(shipped, gate));
      await remove();
    },
  );

  test('house notifications and levels stay as they were, and where nobody chose a policy none is made', async () => {
    const { database, remove } = await kit.openEmpty();
    await migrate(database, schemaSteps.slice(0, before));
    const db = database.writer;
    await sql`insert into notification (id, user_id, event_id, kind, problem_id, actor_id, about, at) values
      ('n', 'u', 'e', 'mentioned', 'p', 'a', '{}', 1)`.execute(db);
    await migrate(database, schemaSteps);
    const again = sql`insert into notification (id, user_id, event_id, kind, problem_id, actor_id, about, at) values
      ('m', 'u', 'e', 'mentioned', null, 'a', '{}', 2)`;
    await expect(again.execute(db)).rejects.toThrow(/unique/i);
    const { rows } = await sql`select id, problem_id, at from notification`.execute(db);
    expect(rows).toEqual([{ id: 'n', problem_id: 'p', at: 1 }]);
    const { rows: policies } = await sql`select version from gate_policy`.execute(db);
    expect(policies).toEqual([]);
    await remove();
  });
});
