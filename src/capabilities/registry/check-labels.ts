import { checkLength, checkName, type KeyValue } from '../tracking/index.ts';
import { registryErrors } from './errors.ts';
import { type Stage, stages } from './stages.ts';

const valueLimit = 100_000;

export function checkModelName(name: string): void {
  if (name.trim() === '' || /[/:]/.test(name)) throw registryErrors.badName({ name });
  checkLength(name, { field: 'name', limit: 256 });
}

/** `latest` and `v3` already mean something in the addresses of models. */
export function checkAlias(alias: string): void {
  const isReserved = /^(latest|v\d+)$/i.test(alias);
  if (isReserved || !/^[\w-]{1,255}$/.test(alias)) throw registryErrors.badAlias({ alias });
}

export function checkTags(tags: readonly KeyValue[]): void {
  for (const [index, { key, value }] of tags.entries()) {
    checkName(key, `tags[${index}].key`);
    checkLength(value, { field: `tags[${index}].value`, limit: valueLimit });
  }
}

/** In any case of letters. */
export function readStage(given: string): Stage {
  const stage = stages.find((each) => each.toLowerCase() === given.toLowerCase());
  if (!stage) throw registryErrors.badStage({ stage: given });
  return stage;
}
