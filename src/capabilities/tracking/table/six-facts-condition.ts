import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../../platform/db/database.ts';
import {
  differenceFiles,
  environmentFiles,
  environmentTags,
  gitTag,
  hyperparametersTag,
  modelFile,
  systemPrefix,
} from '../facts/six-facts.ts';
import { type FactName, factNames } from '../run.ts';
import type { factChoices } from '../search-contract.ts';

export type FactChoice = (typeof factChoices)[number];
type Kind = Database['kind'];
type Condition = RawBuilder<boolean>;

/** The choice as a condition on `run`. */
export function factsAre(choice: FactChoice, kind: Kind): Condition {
  if (choice === 'any') return sql`1 = 1`;
  const given = factConditions(kind);
  const all = sql<boolean>`(${sql.join(
    // What is looked up at once comes first: most runs that lack something lack that.
    quickest.map((fact) => given[fact]),
    sql` and `,
  )})`;
  if (choice === 'complete') return all;
  if (choice === 'incomplete') return sql`not ${all}`;
  const fact = factNames.find((name) => choice === `no_${name}`);
  return fact ? sql`not ${given[fact]}` : all;
}

const quickest: readonly FactName[] = ['time', 'data', 'result', 'hyperparameters', 'code', 'model'];

/**
 * Looked up for one run after another, as far as a page needs: `offset 0` keeps PostgreSQL from gathering what all runs have first, of
 * which most is for nothing.
 */
const thereIs = (query: RawBuilder<unknown>): Condition => sql`exists (${query} limit 1 offset 0)`;

/** As `sixFactsOf` judges a run, in the database: each is true where the fact is there. */
export function factConditions(kind: Kind): Readonly<Record<FactName, Condition>> {
  const isOwn = sql`substr(m.key, 1, ${sql.lit(systemPrefix.length)}) <> ${systemPrefix}`;
  return {
    time: sql`(run.status = 'FINISHED' and run.started_at is not null and run.ended_at is not null)`,
    result: thereIs(sql`select 1 from run_metric m where m.run_id = run.id and m.is_nan = 0 and ${isOwn}`),
    model: sql`(${thereIs(sql`select 1 from ${ownModels} and l.status = 'READY'`)} or ${hasFile([modelFile])})`,
    hyperparameters: sql`(${thereIs(sql`select 1 from run_param p where p.run_id = run.id`)}
      or ${thereIs(sql`select 1 from run_tag t where t.run_id = run.id and t.key = ${hyperparametersTag}`)}
      or ${thereIs(sql`select 1 from logged_model_param p where p.model_id in (select l.id from ${ownModels})`)})`,
    data: thereIs(
      sql`select 1 from run_dataset d where d.run_id = run.id and d.version_id is not null and d.version_sha256 is not null`,
    ),
    code: sql`(${hasCommit(kind)} and ${changesAreKnown} and ${hasEnvironment})`,
  };
}

/** Models that the run made and that are there still, as `l`. */
const ownModels = sql`run_model rm inner join logged_model l on l.id = rm.model_id
  where rm.run_id = run.id and rm.direction = 'out' and l.deleted_at is null`;

/** What the run says holds, or where it says nothing, what a model of it says. */
function said(key: string, holds: (value: RawBuilder<string>) => RawBuilder<unknown>): Condition {
  const own = sql`select 1 from run_tag t where t.run_id = run.id and t.key = ${key}`;
  const ofModel = sql`select 1 from logged_model_tag t where t.key = ${key} and t.model_id in (select l.id from ${ownModels})`;
  const held = holds(sql<string>`t.value`);
  return sql`(${thereIs(sql`${own} and ${held}`)} or (not ${thereIs(own)} and ${thereIs(sql`${ofModel} and ${held}`)}))`;
}

const hasCommit = (kind: Kind): Condition =>
  said(`${gitTag}commit`, (value) =>
    kind === 'postgres'
      ? sql`${value} ~* '^[0-9a-f]{7,64}$'`
      : sql`length(${value}) between 7 and 64 and lower(${value}) not glob '*[^0-9a-f]*'`,
  );

/** Below which artifacts of something here stand: `3/<run>` of `mlflow-artifacts:/3/<run>/artifacts`. */
const rootOf = (uri: string) => {
  const own = sql.ref(uri);
  return sql`(case when ${own} like 'mlflow-artifacts:/%/artifacts' then substr(${own}, 19, length(${own}) - 28) end)`;
};

/** Among the files of the run, or of a model of it: anywhere, or right below its place. */
function hasFile(names: readonly string[], isRightBelow = false): Condition {
  const isCalled = sql.join(
    names.map((name) => {
      const end = `/${name}`;
      if (isRightBelow) return sql`a.path = ${`artifacts${end}`}`;
      return sql`substr(a.path, length(a.path) - ${sql.lit(end.length - 1)}) = ${end}`;
    }),
    sql` or `,
  );
  const ofRun = sql`select 1 from artifact a where a.root = ${rootOf('run.artifact_uri')} and (${isCalled})`;
  const ofModel = sql`select 1 from artifact a where a.root in (select ${rootOf('l.artifact_uri')} from ${ownModels}) and (${isCalled})`;
  return sql`(${thereIs(ofRun)} or ${thereIs(ofModel)})`;
}

const changesAreKnown = sql`(${said(`${gitTag}dirty`, (value) => sql`lower(${value}) = 'false'`)}
  or ${said(`${gitTag}diff`, (value) => sql`${value} <> ''`)} or ${hasFile(differenceFiles, true)})`;

const environmentKeys = sql.join(environmentTags);
const hasEnvironment = sql`(${thereIs(sql`select 1 from run_tag t where t.run_id = run.id and t.key in (${environmentKeys})`)}
  or ${thereIs(sql`select 1 from logged_model_tag t where t.key in (${environmentKeys}) and t.model_id in (select l.id from ${ownModels})`)}
  or ${hasFile(environmentFiles)})`;
