import { BlockList, isIP } from 'node:net';

/** One list for each family: Node finds IPv4 in a list of IPv6 by its mapped form, which is refused here as a whole. */
const inside = { 4: new BlockList(), 6: new BlockList() };
const ranges4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4';
/** Also what carries an IPv4 address inside it: mapped, NAT64, 6to4, Teredo. */
const ranges6 =
  '::/96 ::ffff:0:0/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8';
for (const range of ranges4.split(' ')) addRange(inside[4], range);
for (const range of ranges6.split(' ')) addRange(inside[6], range);

function addRange(list: BlockList, range: string): void {
  const [address = '', bits] = range.split('/');
  const isFour = isIP(address) === 4;
  list.addSubnet(address, bits === undefined ? (isFour ? 32 : 128) : Number(bits), isFour ? 'ipv4' : 'ipv6');
}

/** Private networks, this machine, and everything that is no address of somebody on the internet. */
export function isInside(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return inside[4].check(address, 'ipv4');
  return family !== 6 || inside[6].check(address, 'ipv6');
}

/** Whether an address lies in one of these ranges, or is one of these addresses; what is a name counts for nothing. */
export function isWithin(address: string, ranges: readonly string[]): boolean {
  const family = isIP(address);
  return ranges.some((range) => {
    if (family === 0 || isIP(range.split('/')[0] ?? '') !== family) return false;
    const list = new BlockList();
    addRange(list, range);
    return list.check(address, family === 4 ? 'ipv4' : 'ipv6');
  });
}
