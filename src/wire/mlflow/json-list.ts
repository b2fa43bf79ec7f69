import { toJson } from '../../platform/json.ts';

const comma = Buffer.from(',');

/**
 * The JSON of an answer with a list of which each item is JSON already; as all that is empty, an empty list is left out.
 * @param rest what else the answer says
 */
export function jsonList(name: string, items: readonly Buffer[], rest: object): Buffer {
  const said = toJson(rest);
  const [first, ...others] = items;
  if (!first) return Buffer.from(said);
  return Buffer.concat([
    Buffer.from(`{${toJson(name)}:[`),
    first,
    ...others.flatMap((item) => [comma, item]),
    Buffer.from(said === '{}' ? ']}' : `],${said.slice(1)}`),
  ]);
}
