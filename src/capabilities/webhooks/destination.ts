import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { isLoopback } from '../../platform/config/config.ts';
import { webhookErrors } from './errors.ts';

/** One list for each family: Node finds IPv4 in a list of IPv6 by its mapped form, which is refused here as a whole. */
const inside = { 4: new BlockList(), 6: new BlockList() };
const ranges4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4';
/** Also what carries an IPv4 address inside it: mapped, NAT64, 6to4, Teredo. */
const ranges6 =
  '::/96 ::ffff:0:0/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8';
for (const range of ranges4.split(' ')) add(4, range);
for (const range of ranges6.split(' ')) add(6, range);

function add(family: 4 | 6, range: string): void {
  const [address = '', bits] = range.split('/');
  inside[family].addSubnet(address, Number(bits), family === 4 ? 'ipv4' : 'ipv6');
}

/** Private networks, this machine, and everything that is no address of somebody on the internet. */
export function isInside(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return inside[4].check(address, 'ipv4');
  return family !== 6 || inside[6].check(address, 'ipv6');
}

export interface Allowance {
  /** hosts that whoever runs Peil has named: their addresses are not asked after */
  hosts: readonly string[];
  /** Peil is one person's, who reaches this machine anyway */
  isPersonal: boolean;
}

export interface Destination {
  url: URL;
  host: string;
  addresses: { address: string; family: 4 | 6 }[];
}

type Resolve = (host: string) => Promise<{ address: string; family: number }[]>;
const resolveByDns: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/** Throws 422 on what is no address of a webhook. */
export function readWebhookUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (!url || !isSafe || url.username || url.password || url.hash) throw webhookErrors.badUrl({ given: text });
  return url;
}

/**
 * Where a webhook goes, with the addresses to connect to: these and no others, so that a name that is answered
 * differently a moment later does not lead inside. Asked at registration, and again for every attempt.
 */
export async function findDestination(
  text: string,
  { hosts, isPersonal }: Allowance,
  resolve: Resolve = resolveByDns,
): Promise<Destination> {
  const url = readWebhookUrl(text);
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const found = await addressesOf(host, resolve);
  const isAllowed = hosts.some((name) => name.toLowerCase() === host) || (isPersonal && isLoopback(host));
  // One address inside is enough to refuse: which of them is taken is not ours to say.
  if (!isAllowed && found.some(({ address }) => isInside(address))) throw webhookErrors.privateAddress({ host });
  return { url, host, addresses: found };
}

async function addressesOf(host: string, resolve: Resolve): Promise<Destination['addresses']> {
  const literal = isIP(host);
  if (literal !== 0) return [{ address: host, family: literal === 4 ? 4 : 6 }];
  const found = await resolve(host).catch(() => []);
  if (found.length === 0) throw webhookErrors.unknownHost({ host });
  return found.map(({ address, family }) => ({ address, family: family === 4 ? 4 : 6 }));
}
