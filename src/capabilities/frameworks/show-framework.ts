import type { Context } from '../../platform/context/context.ts';
import type { Answer } from '../../platform/endpoint/define-endpoint.ts';
import type { readFramework } from './catalogue-contract.ts';
import { getEntry, listVersions } from './catalogue-queries.ts';
import { today } from './days.ts';

export async function showFramework(ctx: Context, key: string): Promise<Answer<typeof readFramework>> {
  const entry = await getEntry(ctx.db, key, today(ctx.clock));
  return { ...entry, versions: await listVersions(ctx.db, key) };
}
