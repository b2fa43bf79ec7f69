import { searchable } from '../../platform/text/searchable.ts';
import type { Decision } from '../decisions/contract.ts';

/** What a problem is found by of all that was decided on it: also the reasons of a no-go that was reopened since. */
export function decisionKey(decisions: readonly Pick<Decision, 'reasons' | 'redirect' | 'lessons'>[]): string {
  const texts = decisions.flatMap(({ reasons, redirect, lessons }) => [reasons, redirect?.text, lessons]);
  return searchable(texts.filter((text) => typeof text === 'string' && text !== '').join('\n'));
}
