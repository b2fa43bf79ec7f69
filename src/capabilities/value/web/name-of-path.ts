import type { Locale } from '../../../platform/text/locale.ts';
import { textOf } from './draft-context.ts';
import { type Draft, valueAt } from './draft-path.ts';
import { editorTexts } from './editor-texts.ts';
import { partsTexts } from './parts-texts.ts';
import { scenarioNameAt } from './scenario-draft.ts';

type Texts = (typeof editorTexts)['en'];

/** What a place in the value model is called on the page: `values.tp.value.likely` is the hit. */
export function nameOfPath(path: string, draft: Draft, locale: Locale): string {
  const t = editorTexts[locale];
  const keys = path.split('.');
  const [first = '', second = ''] = keys;
  if (first === 'values') return nameOfValue(keys, draft, t);
  if (first === 'classes') return `${t.classShare}: ${classNameAt(draft, Number(second), t)}`;
  if (first === 'today' || first === 'expected')
    return nameOfWay(first, keys, { draft, t, months: partsTexts[locale].cases.months });
  if (first in partKeys) return nameOfPart(keys, draft, locale);
  if (first === 'steps') return t.stepName({ number: Number(second) + 1 });
  return plainName(first, t) ?? path;
}

const partKeys = { segments: true, capacity: true, timing: true, pilot: true, scenarios: true };

/** Something of a further part: "business: Miss", "Discount rate a year". */
function nameOfPart(keys: string[], draft: Draft, locale: Locale): string {
  const t = partsTexts[locale];
  const [first = '', second = ''] = keys;
  if (first === 'scenarios') return nameInScenario(keys, draft, locale);
  if (first === 'segments') return nameInSegment(keys, draft, locale);
  if (first === 'capacity' && second === 'precision') return t.capacity.precisionShort;
  const names: Record<string, Record<string, unknown>> = { capacity: t.capacity, timing: t.timing, pilot: t.pilot };
  const part = names[first] ?? {};
  return textOf(part[second]) || textOf(part['title']);
}

function nameInScenario([, index = '', inside = '', ...place]: string[], draft: Draft, locale: Locale): string {
  const t = partsTexts[locale].scenarios;
  if (index === '') return t.title;
  const name = scenarioNameAt(draft, Number(index), t.unnamed);
  const own: Record<string, string> = { name: t.name, note: t.note };
  if (inside !== 'changes') return own[inside] ?? name;
  return t.inScenario({ name, what: nameOfPath(place.join('.'), draft, locale) });
}

function nameInSegment([, index = '', ...place]: string[], draft: Draft, locale: Locale): string {
  const t = partsTexts[locale];
  if (index === '') return t.segments.title;
  const segment = segmentNameAt(draft, Number(index), t);
  const own: Record<string, string> = { ...t.segments, baseRate: editorTexts[locale].short.baseRate };
  const [first = '', at = ''] = place;
  const isAmount = first === 'values' || first === 'overCostPerUnit' || first === 'underCostPerUnit';
  const ofClass = first === 'classShares' ? classNameAt(draft, Number(at), editorTexts[locale]) : own[first];
  const what = isAmount ? nameOfPath(place.join('.'), draft, locale) : ofClass;
  return what === undefined ? segment : `${segment}: ${what}`;
}

export const segmentNameAt = (draft: Draft, index: number, t: (typeof partsTexts)['en']): string =>
  textOf(valueAt(draft, `segments.${index}.name`)) || `${t.segments.one} ${index + 1}`;

/** Something of today's way or of the expected model: "Share caught (today)". */
function nameOfWay(
  way: 'today' | 'expected',
  keys: string[],
  { draft, t, months }: { draft: Draft; t: Texts; months: string },
): string {
  const [, second = ''] = keys;
  if (second === 'months') return months;
  if (second === 'rows') return t.todayKinds.cases;
  if (second === 'rates') return t[way]({ what: nameOfRate(keys, draft, t) });
  const short: Record<string, string | undefined> = t.short;
  const what = short[second];
  return what === undefined ? t.groups[way] : t[way]({ what });
}

/** As nameOfPath, with which part of the estimate it is: "Cases a year, low". */
export function nameOfLeaf(path: string, draft: Draft, locale: Locale): string {
  const parts: Record<string, string | undefined> = editorTexts[locale].parts;
  const part = parts[path.split('.').at(-1) ?? ''];
  const name = nameOfPath(path, draft, locale);
  return part === undefined ? name : `${name}, ${part}`;
}

function plainName(key: string, t: Texts): string | undefined {
  const names: Record<string, string> = {
    ...t.short,
    task: t.task,
    currency: t.currency,
    volumePerYear: t.volumePerYear,
    runCostPerYear: t.runCostPerYear,
    buildCost: t.buildCost,
    depreciationYears: t.depreciationYears,
    depreciationSource: `${t.depreciationYears}, ${t.parts.source}`,
    decisions: t.groups.decisions,
    unit: t.unit,
    overCostPerUnit: t.overCost,
    underCostPerUnit: t.underCost,
    tolerance: t.tolerance,
    targetSigma: t.targetSigma,
  };
  return names[key];
}

function nameOfValue([, truth = '', decision = '']: string[], draft: Draft, t: Texts): string {
  if (truth === 'tp' || truth === 'fn' || truth === 'fp' || truth === 'tn') return t.values[truth].name;
  if (truth === '') return t.groups.worth;
  return t.valueOf({
    truth: classNameAt(draft, Number(truth), t),
    decision: decisionNameAt(draft, Number(decision), t),
  });
}

function nameOfRate([, , truth = '', decision = '']: string[], draft: Draft, t: Texts): string {
  return t.rateOf({
    truth: classNameAt(draft, Number(truth), t),
    decision: decisionNameAt(draft, Number(decision), t),
  });
}

export const classNameAt = (draft: Draft, index: number, t: Texts): string =>
  textOf(valueAt(draft, `classes.${index}.name`)) || t.unnamed({ number: index + 1 });

export const decisionNameAt = (draft: Draft, index: number, t: Texts): string =>
  textOf(valueAt(draft, `decisions.${index}`)) || t.unnamed({ number: index + 1 });

/** The places where something is still missing, each said once, by name. */
export function missingNames(paths: readonly string[], draft: Draft, locale: Locale): string[] {
  return [...new Set(paths.map((path) => nameOfPath(path, draft, locale)))];
}
