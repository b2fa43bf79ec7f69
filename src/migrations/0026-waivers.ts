import { sql } from 'kysely';
import type { AnyDb, DatabaseKind } from '../platform/db/database.ts';
import type { SchemaStep } from '../platform/db/migrate.ts';

/** A waiver can be taken back, and says what it was about; a decision says when each name was put under it. */
export const waiversStep: SchemaStep = {
  name: '0026-waivers',
  up: async (db, kind) => {
    await createActs(db);
    await copyWaivers(db);
    await freezeActs(db, kind);
    await dateNames(db);
  },
};

async function createActs(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('gate_waiver_act')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('proposal_id', 'text', (column) => column.notNull().references('gate_proposal.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('said', 'text')
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('on_behalf_of', 'text')
    .addColumn('after_sign_off', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('gate_waiver_act_number', ['proposal_id', 'number'])
    .execute();
}

/** What was waived until now did not ask anybody to sign again, and so it stays for what is on the table. */
async function copyWaivers(db: AnyDb): Promise<void> {
  await sql`insert into gate_waiver_act
      (id, proposal_id, number, item, act, reason, said, user_id, on_behalf_of, after_sign_off, at)
    select proposal_id || '/' || item, proposal_id,
      (select count(*) from gate_waiver as other where other.proposal_id = gate_waiver.proposal_id
        and (other.at < gate_waiver.at or (other.at = gate_waiver.at and other.item <= gate_waiver.item))),
      item, 'waived', reason, null, waived_by, null, 0, at
    from gate_waiver`.execute(db);
  await db.schema.dropTable('gate_waiver').execute();
}

const message = 'a waiver is never changed';

/** What was taken on a name stays on record: a change of mind is another row. */
async function freezeActs(db: AnyDb, kind: DatabaseKind): Promise<void> {
  const refuse = `begin select raise(abort, '${message}'); end`;
  for (const event of ['update', 'delete']) {
    const statement = kind === 'sqlite' ? refuse : `for each statement execute function refuse_change('${message}')`;
    await sql
      .raw(`create trigger gate_waiver_act_${event} before ${event} on gate_waiver_act ${statement}`)
      .execute(db);
  }
  if (kind !== 'sqlite') return;
  // `insert or replace` deletes without firing the trigger of delete.
  const taken = `exists (select 1 from gate_waiver_act
    where id = new.id or (proposal_id = new.proposal_id and number = new.number))`;
  await sql
    .raw(`create trigger gate_waiver_act_replace before insert on gate_waiver_act when ${taken} ${refuse}`)
    .execute(db);
}

/** The day of each signature is on record already; who gave the last one did so with the decision. */
async function dateNames(db: AnyDb): Promise<void> {
  await db.schema.alterTable('decision_person').addColumn('at', 'bigint').execute();
  await sql`update decision_person set at = coalesce(
    (select max(gate_sign_off.at) from gate_sign_off
      join decision on decision.proposal_id = gate_sign_off.proposal_id
      where decision.id = decision_person.decision_id and gate_sign_off.user_id = decision_person.user_id
        and gate_sign_off.role = decision_person.role and gate_sign_off.meaning = decision_person.meaning),
    (select at from decision where decision.id = decision_person.decision_id))`.execute(db);
}
