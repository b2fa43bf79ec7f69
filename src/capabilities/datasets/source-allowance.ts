import type { Context } from '../../platform/context/context.ts';
import type { Allowance } from '../../platform/outbound/find-addresses.ts';
import { isPersonal } from '../identity/index.ts';

/** Which places inside the house may be connected to. */
export async function allowanceOf(ctx: Context): Promise<Allowance> {
  return { hosts: ctx.config.sourceAddresses, isPersonal: await isPersonal(ctx) };
}
