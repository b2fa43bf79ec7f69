import { isAnswered, percent } from './rules.ts';
import {
  type KeyResultLink,
  type TranslationField,
  translationFields,
  type TranslationTexts,
} from './translation-contract.ts';

/** Constraints help, but there may be none; fairness is asked, since "nobody" must be somebody's answer. */
export const requiredTranslationFields: readonly TranslationField[] = translationFields.filter(
  (field) => field !== 'constraints',
);

/** What is still missing, and how far it is: a key result counts as one question. */
export function judgeTranslation(
  texts: TranslationTexts,
  links: readonly Pick<KeyResultLink, 'isLinked'>[],
): { completeness: number; missing: TranslationField[] } {
  const missing = requiredTranslationFields.filter((field) => !isAnswered(texts[field]));
  const asked = requiredTranslationFields.length + links.length;
  const open = missing.length + links.filter((link) => !link.isLinked).length;
  return { completeness: percent(asked - open, asked), missing };
}
