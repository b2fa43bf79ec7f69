import { posix } from 'node:path';
import { trackingErrors } from './errors.ts';
import { limits } from './limits.ts';
import type { KeyValue, LoggedPoint } from './run.ts';

const allowed = /^[/\w.\- :]*$/u;

/** Of metrics, parameters and tags: clients keep them as files too, so a name must be the path that it seems to be. */
export function checkName(key: string, field: string): void {
  if (key === '') throw trackingErrors.missing({ field });
  if (!allowed.test(key)) throw trackingErrors.badName({ field, given: key, resolved: key });
  const resolved = posix.normalize(key);
  const leadsElsewhere = resolved !== key || resolved === '.' || resolved.startsWith('..') || resolved.startsWith('/');
  if (leadsElsewhere)
    throw trackingErrors.badName({ field, given: key, resolved: resolved === key ? `${key} ` : resolved });
  checkLength(key, { field, limit: limits.key });
}

export function checkLength(text: string, { field, limit }: { field: string; limit: number }): void {
  if (text.length > limit) throw trackingErrors.tooLong({ field, length: text.length, limit });
}

/** Clients count on long values being kept as far as they fit, with whole characters at the end. */
export function cut(text: string, limit: number): string {
  return text.length > limit ? text.slice(0, limit).toWellFormed() : text;
}

export interface Facts {
  metrics: readonly LoggedPoint[];
  params: readonly KeyValue[];
  tags: readonly KeyValue[];
}

/** What may be logged in one go. Throws what is wrong with it, before anything is written. */
export function checkFacts({ metrics, params, tags }: Facts): void {
  atMost(metrics.length, 'metrics', limits.metricsAtOnce);
  atMost(params.length, 'params', limits.paramsAtOnce);
  atMost(tags.length, 'tags', limits.tagsAtOnce);
  atMost(metrics.length + params.length + tags.length, 'metrics, params, and tags', limits.factsAtOnce);
  // A batch has many points of few metrics.
  const known = new Set<string>();
  metrics.forEach(({ key, at }, index) => {
    if (!known.has(key)) checkName(key, `metrics[${index}].name`);
    known.add(key);
    if (at < 0) throw trackingErrors.badMoment({ field: `metrics[${index}].timestamp`, given: String(at) });
  });
  for (const [index, { key }] of params.entries()) checkName(key, `params[${index}].key`);
  for (const [index, { key }] of tags.entries()) checkName(key, `tags[${index}].key`);
  const twice = [...Map.groupBy(params, ({ key }) => key)].filter(([, each]) => each.length > 1).map(([key]) => key);
  if (twice.length > 0) throw trackingErrors.sameParamTwice({ keys: twice.join(', ') });
}

function atMost(given: number, what: string, limit: number): void {
  if (given > limit) throw trackingErrors.tooManyAtOnce({ what, given, limit });
}
