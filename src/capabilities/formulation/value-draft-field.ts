import { z } from 'zod';
import { isStorableText } from '../../platform/endpoint/text-field.ts';

const maxDepth = 12;

/** JSON that both databases can keep: no NUL or half characters, no number beyond all numbers, no endless nesting. */
function findUnstorable(value: unknown, depth = 0): string | null {
  if (depth > maxDepth) return `This is nested more than ${maxDepth} levels deep, which no value model is`;
  if (typeof value !== 'object' || value === null) return findUnstorableLeaf(value);
  for (const [key, part] of Object.entries(value)) {
    const problem = findUnstorableLeaf(key) ?? findUnstorable(part, depth + 1);
    if (problem) return problem;
  }
  return null;
}

function findUnstorableLeaf(value: unknown): string | null {
  if (typeof value === 'string' && !isStorableText(value))
    return 'A text or field name in it holds a NUL character or half of a character, which cannot be stored';
  return typeof value === 'number' && !Number.isFinite(value) ? 'A number in it is too large to be one' : null;
}

/** A value model that is still being written: any JSON object, checked for its meaning later. */
export const draftField = z.record(z.string(), z.unknown()).superRefine((draft, context) => {
  const message = findUnstorable(draft);
  if (message) context.addIssue({ code: 'custom', message });
});
export type ValueDraft = z.infer<typeof draftField>;
