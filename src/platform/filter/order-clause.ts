import { filterErrors } from './errors.ts';
import { fieldOf, type FieldRef } from './filter.ts';
import { readWords, type Word } from './read-words.ts';

export interface OrderKey extends FieldRef {
  isDescending: boolean;
}

/** `metrics.auc DESC`; ascending where nothing is said. Throws `filter.bad_order`, also for what `nameOf` does not know. */
export function readOrderClause(given: string, nameOf: (field: FieldRef) => string | undefined): OrderKey {
  const read = readWords(given);
  const [name, direction, ...rest] = 'words' in read ? read.words : [];
  const field = fieldIn(name);
  const key = field && nameOf(field);
  if (!field || key === undefined || rest.length > 0) throw filterErrors.badOrder({ given });
  return { ...field, key, isDescending: isDescending(direction, given) };
}

/** A name in quotes looks like a value. */
function fieldIn(word: Word | undefined): FieldRef | undefined {
  if (word?.kind === 'name') return fieldOf(word.prefix, word.key);
  return word?.kind === 'string' ? fieldOf(null, word.value) : undefined;
}

function isDescending(word: Word | undefined, given: string): boolean {
  if (!word) return false;
  if (word.kind === 'keyword' && (word.text === 'ASC' || word.text === 'DESC')) return word.text === 'DESC';
  throw filterErrors.badOrder({ given });
}
