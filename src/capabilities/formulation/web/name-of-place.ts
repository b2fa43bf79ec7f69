import type { Locale } from '../../../platform/text/locale.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import { nameOfLeaf } from '../../value/web/index.ts';
import type { Level } from '../contract.ts';
import { evidencePlaces, opportunityFields, type OpportunityField } from '../contract.ts';
import { decisionTexts } from './decision-texts.ts';
import { nameOfObjective } from './name-of-objective.ts';
import { opportunityTexts } from './opportunity-texts.ts';

type Snapshot = Level['snapshot'];

/** Where the evidence itself is not at hand: a place is then called by its kind. */
export const nothingKnown = { title: '', objectives: [], valueModel: null } as unknown as Snapshot;

const isField = (key: string): key is OpportunityField => (opportunityFields as readonly string[]).includes(key);

const others = [
  'attachments',
  'translation',
  'dataRequirements',
  'weighed',
  'verdicts',
  'measured',
  'metrics',
  'sufficiency',
  'framework',
] as const;
/** Parts that are called by one name, wherever in them it is. */
const wholes = ['title', 'alternatives', 'stakeholders', 'checklist', 'risk', 'steering', ...others] as const;
const isWhole = (area: string): area is (typeof wholes)[number] => (wholes as readonly string[]).includes(area);

/** What a place in the evidence is called on the page. */
export function nameOfPlace(path: string, snapshot: Snapshot, locale: Locale): string {
  const t = evidencePlaces[locale];
  const [area = '', ...rest] = path.split('.');
  if (isWhole(area)) return t[area];
  if (area === 'objectives') return nameOfObjective(rest, snapshot.objectives, locale);
  if (area === 'valueModel') return rest.length === 0 ? t.valueModel : nameOfValue(rest, snapshot, locale);
  const [field = ''] = rest;
  return isField(field) ? opportunityTexts[locale].questions[field].name : path;
}

function nameOfValue(keys: readonly string[], snapshot: Snapshot, locale: Locale): string {
  return nameOfLeaf(keys.join('.'), snapshot.valueModel, locale);
}

/** A value from the evidence as text: exact decimals and numbers as the language writes them. */
export function writtenValue(value: unknown, locale: Locale): string {
  const absent = decisionTexts[locale].absent;
  if (value === undefined || value === null || value === '') return absent;
  if (typeof value === 'number') return formatsFor(locale).number(value, 6);
  if (typeof value === 'string') return /^-?\d+(\.\d+)?$/.test(value) ? formatsFor(locale).number(value, 8) : value;
  const { text, metric } = value as { text?: string; metric?: string };
  return text ?? metric ?? JSON.stringify(value);
}
