import { sql } from 'kysely';
import type { AnyDb } from '../platform/db/database.ts';
import type { SchemaStep } from '../platform/db/migrate.ts';
import { fromJson, toJson } from '../platform/json.ts';

/**
 * A notification may be about no one problem; a level says whose go froze it; figures that were measured, and which metric of a model
 * answers a key result; and the policy in force gets rules for the gates after a go, as a version of its own.
 */
export const gatesWithDataStep: SchemaStep = {
  name: '0024-gates-with-data',
  up: async (db, kind) => {
    await (kind === 'sqlite' ? widenNotificationsInSqlite(db) : widenNotificationsInPostgres(db));
    await db.schema
      .alterTable('level')
      .addColumn('gate', 'text', (column) => column.notNull().defaultTo('g1'))
      .execute();
    await createMeasured(db);
    await addRules(db);
  },
};

const widenNotificationsInPostgres = (db: AnyDb) =>
  sql.raw('alter table notification alter column problem_id drop not null').execute(db);

/** SQLite takes no constraint back, so the table is made anew. */
async function widenNotificationsInSqlite(db: AnyDb): Promise<void> {
  for (const index of ['notification_of_person', 'notification_unread', 'notification_unmailed'])
    await db.schema.dropIndex(index).execute();
  await db.schema.alterTable('notification').renameTo('notification_before').execute();
  await db.schema
    .createTable('notification')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('event_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('problem_id', 'text')
    .addColumn('actor_id', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('read_at', 'bigint')
    .addColumn('mailed_at', 'bigint')
    .addUniqueConstraint('notification_once', ['event_id', 'user_id'])
    .execute();
  const columns = sql.raw('id, user_id, event_id, kind, problem_id, actor_id, about, at, read_at, mailed_at');
  await sql`insert into notification (${columns}) select ${columns} from notification_before`.execute(db);
  await db.schema.dropTable('notification_before').execute();
  const index = (name: string, where = '') =>
    sql.raw(`create index ${name} on notification (user_id, at, id) ${where}`).execute(db);
  await index('notification_of_person');
  await index('notification_unread', 'where read_at is null');
  await index('notification_unmailed', 'where mailed_at is null');
}

async function createMeasured(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('measured_figure')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('dataset_version_id', 'text', (column) => column.notNull())
    .addColumn('dataset', 'text', (column) => column.notNull())
    .addColumn('how', 'text', (column) => column.notNull())
    .addColumn('proposed_by', 'text', (column) => column.notNull())
    .addColumn('proposed_at', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('was', 'text')
    .addColumn('reason', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('settled_by', 'text')
    .addColumn('settled_at', 'bigint')
    .execute();
  await db.schema
    .createIndex('measured_figure_problem')
    .on('measured_figure')
    .columns(['problem_id', 'state'])
    .execute();
  await db.schema
    .createTable('metric_link')
    .addColumn('key_result_id', 'text', (column) => column.primaryKey().references('key_result.id'))
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
    .addColumn('metric', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('metric_link_problem').on('metric_link').column('problem_id').execute();
}

/** What each policy that came with Peil asks there, as it was on the day of this step. */
const enoughData = rule(['sufficiency', 'conditions'], ['sme', 'data_scientist'], 3);
const understoodData = rule(
  ['sufficiency', 'findings', 'value', 'metrics', 'steering', 'conditions'],
  ['sme', 'data_scientist', 'data_engineer'],
  3,
);
const chosenWay = rule(['framework', 'conditions'], ['data_scientist', 'analytics_architect'], 2);
const weighedWay = rule(
  ['approaches', 'framework', 'steering', 'conditions'],
  ['data_scientist', 'analytics_architect', 'software_engineer'],
  2,
);

interface Rule {
  evidence: string[];
  roles: string[];
  deciders: string[];
  waivers: number;
  validity_days?: number;
}

function rule(evidence: string[], roles: string[], waivers: number): Rule {
  return { evidence, roles, deciders: ['sponsor'], waivers };
}

const byClass = (minimal: Rule, high: Rule) => ({ minimal, limited: minimal, high });
const withRisk = (given: Rule): Rule => ({ ...given, roles: [...given.roles, 'risk_manager'] });
const strictly = (given: Rule): Rule => ({ ...withRisk(given), waivers: 0, validity_days: 90 });
const validated = (given: Rule): Rule => ({ ...given, roles: [...given.roles, 'validator'] });

const added = {
  light: {
    g2: byClass(enoughData, { ...understoodData, waivers: 1 }),
    g3: byClass(chosenWay, { ...weighedWay, waivers: 1 }),
  },
  standard: {
    g2: byClass(understoodData, withRisk({ ...understoodData, waivers: 0 })),
    g3: byClass(weighedWay, withRisk({ ...weighedWay, waivers: 0 })),
  },
  strict: {
    g2: byClass(strictly(understoodData), validated(strictly(understoodData))),
    g3: byClass(strictly(weighedWay), validated(strictly(weighedWay))),
  },
};

interface InForce {
  number: number;
  at: number;
  version: number;
  document: string;
}

/**
 * A version that was made is never changed: the one in force goes on as a new version, with rules for the gates that are new. It
 * counts since the one it goes on from, of which it changes nothing.
 */
async function addRules(db: AnyDb): Promise<void> {
  const { rows } = await sql<InForce>`
    select choice.number, choice.at, policy.version, policy.document from gate_policy_choice as choice
    join gate_policy as policy on policy.version = choice.version order by choice.number desc limit 1`.execute(db);
  const [inForce] = rows;
  if (!inForce) return;
  const document = fromJson<{ name: string; rules: Record<string, unknown> }>(inForce.document);
  const known: Partial<Record<string, (typeof added)['standard']>> = added;
  const rules = { ...document.rules, ...(known[document.name] ?? added.standard) };
  const { rows: versions } = await sql<{ last: number }>`select max(version) as last from gate_policy`.execute(db);
  const version = (versions[0]?.last ?? 0) + 1;
  await sql`insert into gate_policy (version, document, put_by, at, note, based_on) values
    (${version}, ${toJson({ ...document, rules })}, 'system', ${inForce.at}, ${note}, ${inForce.version})`.execute(db);
  await sql`insert into gate_policy_choice (number, version, chosen_by, at) values
    (${inForce.number + 1}, ${version}, 'system', ${inForce.at})`.execute(db);
}

const note = 'Rules for the gates after a go: are the data enough (G2), and how is it made (G3).';
