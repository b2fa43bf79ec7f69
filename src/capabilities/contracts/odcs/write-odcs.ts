import { stringify } from 'yaml';
import type { OdcsDocument } from './odcs-document.ts';

const order = ['apiVersion', 'kind', 'id', 'name', 'version', 'status'];

/** As YAML that people read: what says which contract it is stands first. */
export function writeOdcs(document: OdcsDocument): string {
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  const sorted = Object.fromEntries(Object.entries(document).sort(([a], [b]) => rank(a) - rank(b)));
  return stringify(sorted, { version: '1.2', schema: 'core', lineWidth: 120, aliasDuplicateObjects: false });
}
