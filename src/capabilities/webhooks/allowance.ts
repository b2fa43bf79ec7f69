import type { Context } from '../../platform/context/context.ts';
import { isPersonal } from '../identity/index.ts';
import type { Allowance } from './destination.ts';

export async function allowanceOf(ctx: Context): Promise<Allowance> {
  return { hosts: ctx.config.webhookHosts, isPersonal: await isPersonal(ctx) };
}
