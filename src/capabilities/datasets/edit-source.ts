import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { lockPresent } from './lock-row.ts';
import { refuseStale } from '../../platform/errors/refuse-stale.ts';
import type { Source, SourceFields } from './source-contract.ts';
import { getSource } from './source-queries.ts';
import { datasetDb } from './tables.ts';
import { writeAnswers } from './write-answers.ts';

interface Given {
  problemId: string;
  sourceId: string;
  version: number;
  fields: Partial<SourceFields>;
}

/** What both stated: who changes one of these asks them to look again. */
const described = ['title', 'description', 'kind', 'location'] as const;

export async function editSource(ctx: Context, given: Given): Promise<Source> {
  const { problemId, sourceId, fields, version } = given;
  await change(ctx, async (tx) => {
    const row = await lockPresent(tx, 'data_source', { problemId, id: sourceId });
    const current = await getSource(ctx, given, tx.db);
    refuseStale({ given: version, current: row.version }, { yours: fields, theirs: writtenIn(current) });
    const { personalData, personalDataNote, answers, ...same } = fields;
    const isOther = described.some((field) => fields[field] !== undefined && fields[field] !== current[field]);
    await datasetDb(tx.db)
      .updateTable('data_source')
      .set({
        ...same,
        ...(personalData === undefined ? {} : { personal_data: personalData }),
        ...(personalDataNote === undefined ? {} : { personal_data_note: personalDataNote }),
        ...(isOther ? { described_in_version: version + 1 } : {}),
        version: version + 1,
      })
      .where('id', '=', sourceId)
      .execute();
    if (answers) await writeAnswers(tx, { problemId, sourceId, answers });
    const data = { fields: Object.keys(fields), version: version + 1 };
    tx.record({ type: 'data_source.edited', subject: { kind: 'data_source', id: sourceId }, problemId, data });
  });
  return getSource(ctx, given);
}

function writtenIn(source: Source): SourceFields {
  const { title, description, kind, location, owner, access, extract, personalData, personalDataNote, answers } =
    source;
  return { title, description, kind, location, owner, access, extract, personalData, personalDataNote, answers };
}
