import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';
import { isStorableText } from '../../platform/endpoint/text-field.ts';

const maxDepth = 12;
const tooDeep = inBoth(
  `This is nested more than ${maxDepth} levels deep, which no value model is`,
  `Dit is meer dan ${maxDepth} lagen diep genest; dat is geen waardemodel`,
);
const unstorable = inBoth(
  'A text or field name in it holds a NUL character or half of a character, which cannot be stored',
  'In een tekst of veldnaam staat een NUL-teken of een half teken, dat niet bewaard kan worden',
);
const tooLarge = inBoth(
  'A number in it is too large to be one',
  'Er staat een getal in dat te groot is om er een te zijn',
);

/** JSON that both databases can keep: no NUL or half characters, no number beyond all numbers, no endless nesting. */
function findUnstorable(value: unknown, depth = 0): string | null {
  if (depth > maxDepth) return tooDeep();
  if (typeof value !== 'object' || value === null) return findUnstorableLeaf(value);
  for (const [key, part] of Object.entries(value)) {
    const problem = findUnstorableLeaf(key) ?? findUnstorable(part, depth + 1);
    if (problem) return problem;
  }
  return null;
}

function findUnstorableLeaf(value: unknown): string | null {
  if (typeof value === 'string' && !isStorableText(value)) return unstorable();
  return typeof value === 'number' && !Number.isFinite(value) ? tooLarge() : null;
}

/** A value model that is still being written: any JSON object, checked for its meaning later. */
export const draftField = z.record(z.string(), z.unknown()).superRefine((draft, context) => {
  const message = findUnstorable(draft);
  if (message) context.addIssue({ code: 'custom', message });
});
export type ValueDraft = z.infer<typeof draftField>;
