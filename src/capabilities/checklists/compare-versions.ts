import type { Context } from '../../platform/context/context.ts';
import { compareTemplates } from './rules.ts';
import type { TemplateChanges } from './template-contract.ts';
import { draftAsTemplate, getTemplate } from './template-queries.ts';

/** Without `to`, what the draft changes since that version. */
export async function compareVersions(
  { db }: Pick<Context, 'db'>,
  { from, to }: { from: number; to?: number },
): Promise<TemplateChanges> {
  const { items: before } = await getTemplate(db, from);
  const after = to === undefined ? await draftAsTemplate(db) : (await getTemplate(db, to)).items;
  return { from, to: to ?? null, ...compareTemplates(before, after) };
}
