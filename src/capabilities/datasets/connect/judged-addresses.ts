import { type Address, type Allowance, findAddresses } from '../../../platform/outbound/find-addresses.ts';
import { connectErrors } from './errors.ts';

/** The addresses of a host, or the sentence why it is not connected to. */
export async function judgedAddresses(host: string, allowance: Allowance): Promise<readonly Address[]> {
  const found = await findAddresses(host, allowance);
  if ('addresses' in found) return found.addresses;
  throw found.refused === 'unknown' ? connectErrors.unknownHost({ host }) : connectErrors.privateAddress({ host });
}
