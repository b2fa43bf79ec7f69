import type { Outcome } from '../decisions/contract.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { evidencePlaces } from './evidence-places.ts';
import { onePageTexts } from './one-page-texts.ts';
import type { VerdictRole } from './verdict-contract.ts';

/** Words of which the errors of formulation make their sentences. */
export const outcomeEn: Record<Outcome, string> = {
  go: 'a go',
  conditional_go: 'a go with conditions',
  no_go: 'a no-go',
  defer: 'a defer',
  reopen: 'reopening',
};
export const outcomeNl: Record<Outcome, string> = {
  go: 'een go',
  conditional_go: 'een go met voorwaarden',
  no_go: 'een no-go',
  defer: 'uitstel',
  reopen: 'heropenen',
};
export const roleEn: Record<VerdictRole, string> = {
  sme: 'the subject matter expert',
  data_scientist: 'a data scientist',
};
export const roleNl: Record<VerdictRole, string> = { sme: 'inhoudelijk deskundige', data_scientist: 'data scientist' };
export const day = (at: number) => new Date(at).toISOString().slice(0, 10);
export const list = (parts: readonly string[]) => parts.join(', ');

/** The part of the evidence in which a place lies: `objectives.a.keyResults.b.target` is a key result. */
function nameOfPart(path: string, locale: Locale): string {
  const [area = '', second = '', third] = path.split('.');
  const t: Readonly<Record<string, string | undefined>> = evidencePlaces[locale];
  const questions: Readonly<Record<string, string | undefined>> = onePageTexts[locale].questions;
  if (area === 'opportunity') return questions[second] ?? path;
  if (area === 'objectives') return evidencePlaces[locale][third === 'keyResults' ? 'keyResult' : 'objective'];
  return t[area] ?? path;
}

const mostNamed = 5;

/** In brackets, by the names that the page has for them. */
export function changedPlaces(changed: readonly { path: string }[], locale: Locale): string {
  const names = [...new Set(changed.map(({ path }) => nameOfPart(path, locale)))];
  return names.length === 0 ? '' : ` (${list(names.slice(0, mostNamed))})`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
