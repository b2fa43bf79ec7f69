import { z } from 'zod';
import { isStorableText } from '../../platform/endpoint/text-field.ts';

const maxDepth = 12;

/** JSON that both databases can keep: no NUL or half characters in any text, and no deeper than a value model is. */
function findUnstorable(value: unknown, depth = 0): string | null {
  if (depth > maxDepth) return `This is nested more than ${maxDepth} levels deep, which no value model is`;
  if (typeof value === 'string' && !isStorableText(value))
    return 'A text in it holds a NUL character or half of a character, which cannot be stored';
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, part] of Object.entries(value)) {
    const problem = isStorableText(key) ? findUnstorable(part, depth + 1) : 'A field name in it cannot be stored';
    if (problem) return problem;
  }
  return null;
}

/** A value model that is still being written: any JSON object, checked for its meaning later. */
export const draftField = z.record(z.string(), z.unknown()).superRefine((draft, context) => {
  const message = findUnstorable(draft);
  if (message) context.addIssue({ code: 'custom', message });
});
export type ValueDraft = z.infer<typeof draftField>;
