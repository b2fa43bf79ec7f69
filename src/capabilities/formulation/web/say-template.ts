import type { Formats } from '../../../web/kit/language/formats.ts';
import type { ProblemTemplate } from '../contract.ts';
import type { variantTexts } from './variant-texts.ts';

const counted = ['answers', 'objectives', 'keyResults', 'translation', 'dataRequirements', 'options'] as const;

/** What a problem that begins with the template has already, as one sentence. */
export function sayTemplate(
  { holds }: Pick<ProblemTemplate, 'holds'>,
  { t, formats }: { t: (typeof variantTexts)['en']; formats: Formats },
): string {
  const parts = [
    ...counted.filter((part) => holds[part] > 0).map((part) => t.parts[part]({ count: holds[part] })),
    ...(holds.valueModel ? [t.aModel] : []),
  ];
  return parts.length === 0 ? t.holdsNothing : t.holds({ parts: formats.list(parts) });
}
