import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import { defineTexts } from '../../platform/text/define-texts.ts';
import type { AnchorNamer } from '../formulation/index.ts';
import { type Column, placeOfColumn } from './shared-contract.ts';
import { datasetDb } from './tables.ts';

const texts = defineTexts(
  { version: (p: { name: string; number: number }) => `${p.name}, version ${p.number}` },
  { version: (p) => `${p.name}, versie ${p.number}` },
);

/** What sources, data sets and versions are called where people talk about them; a column by its version. */
export const datasetNames: AnchorNamer = {
  kinds: ['data_source', 'dataset', 'dataset_version'],
  listThings: async (db, { kind, ids, locale }) => {
    if (kind === 'data_source') return listTitles(db, ids);
    if (kind === 'dataset') return listNamesOf(db, ids);
    const versions = await listNumbered(db, ids);
    return versions.map(({ problemId, id, columns, ...version }) => ({
      problemId,
      id,
      name: texts[locale].version(version),
      fields: Object.fromEntries(fromJson<Column[]>(columns).map(({ name }) => [placeOfColumn(name), name])),
    }));
  },
};

const listTitles = (db: AnyDb, ids: readonly string[]) =>
  datasetDb(db)
    .selectFrom('data_source')
    .select(['problem_id as problemId', 'id', 'title as name'])
    .where('id', 'in', ids)
    .execute();

const listNamesOf = (db: AnyDb, ids: readonly string[]) =>
  datasetDb(db)
    .selectFrom('dataset')
    .select(['problem_id as problemId', 'id', 'name'])
    .where('id', 'in', ids)
    .execute();

const listNumbered = (db: AnyDb, ids: readonly string[]) =>
  datasetDb(db)
    .selectFrom('dataset_version')
    .innerJoin('dataset', 'dataset.id', 'dataset_version.dataset_id')
    .select([
      'dataset_version.problem_id as problemId',
      'dataset_version.id',
      'dataset_version.number',
      'dataset_version.columns',
      'dataset.name',
    ])
    .where('dataset_version.id', 'in', ids)
    .execute();
