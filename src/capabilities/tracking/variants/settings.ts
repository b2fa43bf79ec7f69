import type { VariantDifference, VariantSettings } from '../variant-contract.ts';

interface Declared {
  id: string;
  parentId: string | null;
  own: VariantSettings;
}

const nothing: VariantSettings = { segment: null, windowFrom: null, windowTo: null, data: null, params: [] };

/** What a variant is trained on: what it says itself, over what its parents say. A window is one thing: its days go together. */
export function settingsOf(variant: Declared, all: ReadonlyMap<string, Declared>): VariantSettings {
  const line: Declared[] = [];
  for (let at: Declared | undefined = variant; at && !line.includes(at);) {
    line.unshift(at);
    at = at.parentId === null ? undefined : all.get(at.parentId);
  }
  return line.reduce((above, { own }) => over(above, own), nothing);
}

function over(above: VariantSettings, own: VariantSettings): VariantSettings {
  const window = own.windowFrom === null && own.windowTo === null ? above : own;
  const params = new Map([...above.params, ...own.params].map(({ key, value }) => [key, value]));
  return {
    segment: own.segment ?? above.segment,
    windowFrom: window.windowFrom,
    windowTo: window.windowTo,
    data: own.data ?? above.data,
    params: [...params].map(([key, value]) => ({ key, value })),
  };
}

/** What is not the same with the parent; without a parent everything that it says. */
export function differencesOf(settings: VariantSettings, parent: VariantSettings | null): VariantDifference[] {
  const before = parent ?? nothing;
  const paramsBefore = new Map(before.params.map(({ key, value }) => [key, value]));
  const all: VariantDifference[] = [
    { what: 'segment', key: null, parent: before.segment, own: settings.segment },
    { what: 'window', key: null, parent: windowOf(before), own: windowOf(settings) },
    { what: 'data', key: null, parent: before.data, own: settings.data },
    ...settings.params.map(({ key, value }) => ({
      what: 'param' as const,
      key,
      parent: paramsBefore.get(key) ?? null,
      own: value,
    })),
  ];
  return all.filter((difference) => difference.parent !== difference.own);
}

/** As ISO 8601 writes an interval; open where a day is not given. */
export function windowOf({ windowFrom, windowTo }: VariantSettings): string | null {
  return windowFrom === null && windowTo === null ? null : `${windowFrom ?? '..'}/${windowTo ?? '..'}`;
}

/** Does a window reach into this one? Without a window it holds all there is. */
export function isWithin({ windowFrom, windowTo }: VariantSettings, asked: { from?: string; to?: string }): boolean {
  const endsTooEarly = asked.from !== undefined && windowTo !== null && windowTo < asked.from;
  const beginsTooLate = asked.to !== undefined && windowFrom !== null && windowFrom > asked.to;
  return !endsTooEarly && !beginsTooLate;
}
