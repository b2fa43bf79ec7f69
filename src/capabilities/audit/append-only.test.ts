import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAudited, writeNotes } from '../../../test/kit/audited.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { sealEvents } from './seal-events.ts';
import { verifyDatabase } from './verify-export.ts';

const columns = 'id, at, type, actor_id, request_id, subject_kind, subject_id, problem_id, data_hash, sequence, hash';
const firstSealed = '(select min(position) from audit_event where sequence is not null)';
const unsealed = '(select max(position) from audit_event where sequence is null)';
const aHash = "'aa'";

const onBoth = {
  'delete of events': 'delete from audit_event',
  'delete of details': 'delete from audit_detail',
  'delete of the head': 'delete from audit_head',
  'a change of a sealed event': `update audit_event set actor_id = 'another' where position = ${firstSealed}`,
  'a change of an unsealed event': `update audit_event set actor_id = 'another' where position = ${unsealed}`,
  'a change under cover of sealing': `update audit_event set sequence = 999, hash = ${aHash}, type = 'x' where position = ${unsealed}`,
  'a sequence without a hash': `update audit_event set sequence = 999 where position = ${unsealed}`,
  'a second sealing': `update audit_event set sequence = 999, hash = ${aHash} where position = ${firstSealed}`,
  'taking a seal away': `update audit_event set sequence = null, hash = null where position = ${firstSealed}`,
  'a sequence given twice': `update audit_event set sequence = 1, hash = ${aHash} where position = ${unsealed}`,
  'an event that comes with a seal': `insert into audit_event (${columns}) values ('i', 'a', 't', 'a', 'r', 'k', 's', null, null, 998, ${aHash})`,
  'an event with a known id': `insert into audit_event (${columns}) select ${columns.replace('sequence, hash', 'null, null')} from audit_event limit 1`,
  'a change of details': `update audit_detail set data = '{}'`,
  'a change of salt': `update audit_detail set salt = '00'`,
  'a tombstone that keeps the data': `update audit_detail set erased_at = 'now', salt = null`,
  'details that come erased': `insert into audit_detail (event_id, salt, data, erased_at) values ('i', null, null, 'now')`,
  'turning the head back': 'update audit_head set sequence = 0',
  'a second head': `insert into audit_head (id, sequence, hash, frontier) values (2, 0, '', '')`,
};
const onSqlite = {
  'replacing an event': `insert or replace into audit_event (${columns}) select ${columns.replace('sequence, hash', 'null, null')} from audit_event limit 1`,
  'replacing by place': `insert or replace into audit_event (position, ${columns}) values (1, 'i', 'a', 't', 'a', 'r', 'k', 's', null, null, null, null)`,
  'replacing by sequence': `update or replace audit_event set sequence = 1, hash = ${aHash} where position = ${unsealed}`,
  'replacing details': `insert or replace into audit_detail (event_id, salt, data) select event_id, salt, '{}' from audit_detail limit 1`,
  'replacing the head': `insert or replace into audit_head (id, sequence, hash, frontier) values (1, 0, '', '')`,
};
const onPostgres = {
  'truncating events': 'truncate audit_event',
  'truncating details': 'truncate audit_detail',
  'truncating the head': 'truncate audit_head',
};

describeEachDatabase('the triggers', ({ openEmpty, kind }) => {
  let opened: Awaited<ReturnType<typeof openAudited>>;
  beforeAll(async () => {
    opened = await openAudited(openEmpty);
    await writeNotes(opened.services, 3);
    await sealEvents(opened.services);
    await writeNotes(opened.services, 1);
  });
  afterAll(() => opened.remove());

  const attempts = Object.entries({ ...onBoth, ...(kind === 'sqlite' ? onSqlite : onPostgres) });
  test.each(attempts)('RM3 the database refuses %s', async (_what, statement) => {
    await expect(sql.raw(statement).execute(opened.services.database.writer)).rejects.toThrow(
      /append-only|only moves forward|unique|constraint/i,
    );
    expect(await verifyDatabase(opened.services)).toMatchObject({ intact: true, size: 3, unsealed: 1 });
  });
});
