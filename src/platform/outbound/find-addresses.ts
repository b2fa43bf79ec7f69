import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { isLoopback } from '../config/config.ts';
import { isInside, isWithin } from './inside-address.ts';

/** Which addresses inside the house may be connected to; those outside always may. */
export interface Allowance {
  /** host names, addresses and ranges that whoever runs Peil has named */
  hosts: readonly string[];
  /** Peil is one person's, who reaches this machine anyway */
  isPersonal: boolean;
}

export interface Address {
  address: string;
  family: 4 | 6;
}

export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>;
const resolveByDns: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/** `unknown`: there is no such host; `inside`: it leads to a place that nobody has allowed. */
export type FoundAddresses = { addresses: Address[] } | { refused: 'unknown' | 'inside' };

/**
 * Where a host is, judged. The caller connects to these addresses and no others, so that a name that is answered
 * differently a moment later does not lead inside; it asks anew for every connection and every redirect.
 */
export async function findAddresses(
  host: string,
  { hosts, isPersonal }: Allowance,
  resolve: Resolve = resolveByDns,
): Promise<FoundAddresses> {
  const addresses = await addressesOf(host, resolve);
  if (addresses.length === 0) return { refused: 'unknown' };
  const isNamed = hosts.some((name) => name.toLowerCase() === host.toLowerCase()) || (isPersonal && isLoopback(host));
  // One address inside is enough to refuse: which of them is taken is not ours to say.
  const isRefused = addresses.some(({ address }) => isInside(address) && !isWithin(address, hosts));
  return !isNamed && isRefused ? { refused: 'inside' } : { addresses };
}

/** As it stands in an address: without the brackets of IPv6 and the dot of a whole name. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');

async function addressesOf(host: string, resolve: Resolve): Promise<Address[]> {
  const literal = isIP(host);
  if (literal !== 0) return [{ address: host, family: literal === 4 ? 4 : 6 }];
  const found = await resolve(host).catch(() => []);
  return found.map(({ address, family }) => ({ address, family: family === 4 ? 4 : 6 }));
}

/** For a connection that may only go to addresses that were judged. */
export function lookupOf(addresses: readonly Address[]): LookupFunction {
  return (_host, options, answer) => {
    const [first] = addresses;
    if (options.all) answer(null, [...addresses]);
    else answer(null, first?.address ?? '', first?.family);
  };
}
