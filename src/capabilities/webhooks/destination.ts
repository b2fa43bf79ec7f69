import { isLoopback } from '../../platform/config/config.ts';
import {
  type Address,
  type Allowance,
  findAddresses,
  hostOf,
  type Resolve,
} from '../../platform/outbound/find-addresses.ts';
import { webhookErrors } from './errors.ts';

export interface Destination {
  url: URL;
  host: string;
  addresses: readonly Address[];
}

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
export async function findDestination(text: string, allowance: Allowance, resolve?: Resolve): Promise<Destination> {
  const url = readWebhookUrl(text);
  const host = hostOf(url);
  const found = await findAddresses(host, allowance, resolve);
  if ('addresses' in found) return { url, host, addresses: found.addresses };
  throw found.refused === 'unknown' ? webhookErrors.unknownHost({ host }) : webhookErrors.privateAddress({ host });
}
