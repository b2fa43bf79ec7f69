import type { Selectable } from 'kysely';
import type { AnyDb } from '../../../platform/db/database.ts';
import { fromJson } from '../../../platform/json.ts';
import { trackingErrors } from '../errors.ts';
import { trackingDb, type TrackingTables } from '../tables.ts';
import type { Variant } from '../variant-contract.ts';
import { differencesOf, isWithin, settingsOf } from './settings.ts';
import { countByVariant, variantNames } from './variant-of-runs.ts';

export type VariantRow = Selectable<TrackingTables['model_variant']>;

interface Listed {
  variants: Variant[];
  undeclared: { name: string; runs: number }[];
  withoutVariant: number;
}

interface Asked {
  segment?: string;
  from?: string;
  to?: string;
}

/** In the order in which they were declared. */
export async function listVariantsOf(db: AnyDb, problemId: string, asked: Asked = {}): Promise<Listed> {
  const rows = await listRows(db, problemId);
  const declared = rows.map((row) => ({ row, id: row.id, parentId: row.parent_id, own: ownOf(row) }));
  const all = new Map(declared.map((each) => [each.id, each]));
  const { runsOf, undeclared, withoutVariant } = await countRuns(db, problemId);
  const variants = declared.map((each): Variant => {
    const parent = each.parentId === null ? undefined : all.get(each.parentId);
    const settings = settingsOf(each, all);
    const { id, name, note, created_by: createdBy, created_at: createdAt, version } = each.row;
    return {
      id,
      name,
      note,
      createdBy,
      createdAt,
      version,
      settings,
      parentId: each.parentId,
      own: each.own,
      differences: differencesOf(settings, parent ? settingsOf(parent, all) : null),
      runs: runsOf.get(id) ?? 0,
    };
  });
  const isAsked = ({ settings }: Variant) =>
    (asked.segment === undefined || settings.segment === asked.segment) && isWithin(settings, asked);
  return { variants: variants.filter(isAsked), undeclared, withoutVariant };
}

export function listRows(db: AnyDb, problemId: string): Promise<VariantRow[]> {
  return trackingDb(db)
    .selectFrom('model_variant')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** Throws 404. */
export async function getVariant(db: AnyDb, { problemId, id }: { problemId: string; id: string }): Promise<Variant> {
  const { variants } = await listVariantsOf(db, problemId);
  const found = variants.find((variant) => variant.id === id);
  if (!found) throw trackingErrors.variantNotFound({ variant: id });
  return found;
}

function ownOf(row: VariantRow): Variant['own'] {
  const { segment, window_from: windowFrom, window_to: windowTo, data, params } = row;
  return { segment, windowFrom, windowTo, data, params: fromJson(params) };
}

async function countRuns(db: AnyDb, problemId: string) {
  const [counted, meant] = await Promise.all([countByVariant(db, problemId), variantNames(db, [problemId])]);
  const runsOf = new Map<string, number>();
  const undeclared: Listed['undeclared'] = [];
  let withoutVariant = 0;
  for (const { value, runs } of counted) {
    const { id, name } = meant(problemId, value);
    if (value === '') withoutVariant = runs;
    else if (id === null) undeclared.push({ name, runs });
    else runsOf.set(id, (runsOf.get(id) ?? 0) + runs);
  }
  return { runsOf, undeclared, withoutVariant };
}
