import type { Locale } from '../../platform/text/locale.ts';
import { aiActTree } from './ai-act-tree.ts';
import { dpiaQuestions } from './dpia-questions.ts';
import { regulatorRows } from './regulator-contract.ts';
import { regulatorTexts } from './regulator-texts.ts';
import { riskTexts } from './texts.ts';

type Content = Readonly<Record<string, unknown>>;

interface Reading {
  /** in which the title of a risk is looked for */
  contents: readonly Content[];
  locale: Locale;
}

/** A place in a signed assessment in words: the part, what in it, and which field. */
export function nameOfPlace(path: string, reading: Reading): string {
  const [area = '', second = '', third] = path.split('.');
  if (area === 'risks') return nameInRisks(second, third, reading);
  const { places } = riskTexts[reading.locale];
  const place = places[area as keyof typeof places] ?? area;
  const inner = questionAt([area, second, third], reading.locale) ?? nameOfField(second, reading.locale);
  return inner === '' ? place : `${place}: ${inner}`;
}

function nameInRisks(id: string, field: string | undefined, { contents, locale }: Reading): string {
  const { risks } = riskTexts[locale].places;
  if (id === 'order') return `${risks} ${nameOfField(id, locale)}`;
  const risk = `${risks} “${titleOf(id, contents)}”`;
  return field === undefined ? risk : `${risk}: ${nameOfField(field, locale)}`;
}

function nameOfField(name: string, locale: Locale): string {
  const { fields } = riskTexts[locale];
  return fields[name as keyof typeof fields] ?? name;
}

/** The question that was answered there, where it is one. */
function questionAt([area, second, third]: readonly (string | undefined)[], locale: Locale): string | undefined {
  if (area === 'aiAct' && second === 'path') return aiActQuestion(third, locale);
  if (area === 'dpia' && second === 'answers') return dpiaQuestion(third, locale);
  const row = regulatorRows.find((each) => each === second);
  return area === 'regulator' && row ? regulatorTexts[locale].rows[row] : undefined;
}

function titleOf(id: string, contents: readonly Content[]): string {
  for (const content of contents) {
    const risks = (content['risks'] ?? []) as readonly { id: string; what: string }[];
    const found = risks.find((risk) => risk.id === id);
    if (found) return found.what;
  }
  return id;
}

function aiActQuestion(id: string | undefined, locale: Locale): string | undefined {
  return aiActTree.questions.find((question) => question.id === id)?.text[locale];
}

function dpiaQuestion(id: string | undefined, locale: Locale): string | undefined {
  return dpiaQuestions.find((question) => question.id === id)?.text[locale];
}
