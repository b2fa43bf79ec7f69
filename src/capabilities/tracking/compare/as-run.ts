import type { Context } from '../../../platform/context/context.ts';
import type { AnyDb } from '../../../platform/db/database.ts';
import { oneOf } from '../../../platform/db/one-of.ts';
import { datasetNames } from '../../datasets/index.ts';
import type { ComparedRun } from '../compare-contract.ts';
import type { KnownInput, Run } from '../run.ts';
import { trackingDb } from '../tables.ts';
import { valueOf } from '../facts/six-facts.ts';

const contextTag = 'mlflow.data.context';

export interface DataNamer {
  /** What was measured on these data: a key that is equal where it is the same (null: none), and in words. */
  (datasets: readonly KnownInput[]): { key: string | null; words: string };
  nameOf(data: KnownInput): string;
}

/** What versions of data of the problem are called, of all that these runs were given. */
export async function nameData(ctx: Context, runs: readonly Run[]): Promise<DataNamer> {
  const ids = [
    ...new Set(runs.flatMap(({ datasets }) => datasets.flatMap(({ version }) => (version ? [version.id] : [])))),
  ];
  const asked = { kind: 'dataset_version', ids, locale: ctx.locale };
  const found = ids.length === 0 ? [] : await datasetNames.listThings(ctx.db, asked);
  const names = new Map(found.map(({ id, name }) => [id, name]));
  const nameOf = ({ name, version }: KnownInput) => names.get(version?.id ?? '') ?? name;
  const say = (datasets: readonly KnownInput[]) => {
    const used = measuredOn(datasets);
    const keys = used.map(({ name, digest, version, tags }) =>
      [version?.id ?? `${name} ${digest}`, valueOf(tags, contextTag) ?? ''].join(' '),
    );
    const words = used.map((data) => {
      const context = valueOf(data.tags, contextTag);
      return context === null ? nameOf(data) : `${nameOf(data)} (${context})`;
    });
    return { key: keys.length === 0 ? null : JSON.stringify(keys.toSorted()), words: words.toSorted().join(', ') };
  };
  return Object.assign(say, { nameOf });
}

/** Where some was given to be measured on, that; else all. */
function measuredOn(datasets: readonly KnownInput[]): readonly KnownInput[] {
  const held = datasets.filter(({ tags }) => /eval|test|valid/i.test(valueOf(tags, contextTag) ?? ''));
  return held.length > 0 ? held : datasets;
}

export async function experimentNames(db: AnyDb, runs: readonly Run[]): Promise<ReadonlyMap<number, string>> {
  const ids = [...new Set(runs.map(({ experimentId }) => experimentId))];
  if (ids.length === 0) return new Map();
  const rows = await trackingDb(db)
    .selectFrom('experiment')
    .select(['id', 'name'])
    .where(oneOf(db, 'id', ids))
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

interface Named {
  variant: string | null;
  experiments: ReadonlyMap<number, string>;
  sayData: DataNamer;
  evaluation: ComparedRun['evaluation'];
}

/** A run as it stands beside others. */
export function asRun(run: Run, { variant, experiments, sayData, evaluation }: Named): ComparedRun {
  const { id, name, status, isDeleted, startedAt, endedAt, tags } = run;
  const dirty = valueOf(tags, 'mlflow.source.git.dirty')?.toLowerCase();
  return {
    id,
    name,
    status,
    isDeleted,
    startedAt,
    endedAt,
    experiment: experiments.get(run.experimentId) ?? '',
    variant,
    data: run.datasets.map((data) => ({
      name: sayData.nameOf(data),
      versionId: data.version?.id ?? null,
      context: valueOf(data.tags, contextTag),
    })),
    commit: valueOf(tags, 'mlflow.source.git.commit'),
    isDirty: dirty === 'true' ? true : dirty === 'false' ? false : null,
    source: valueOf(tags, 'mlflow.source.name'),
    evaluation,
  };
}
