import type { Context } from '../../platform/context/context.ts';
import type { Allowance } from '../../platform/outbound/find-addresses.ts';
import { isPersonal } from '../identity/index.ts';

export async function allowanceOf(ctx: Context): Promise<Allowance> {
  return { hosts: ctx.config.webhookHosts, isPersonal: await isPersonal(ctx) };
}
