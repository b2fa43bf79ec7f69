import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useDraft } from './draft-context.ts';
import { partsTexts } from './parts-texts.ts';

/** What sharpens an answer and is not needed for one: folded until somebody asks, or has filled something in. */
export function FurtherParts({ paths, children }: { paths: readonly string[]; children: ReactNode }) {
  const t = useTexts(partsTexts);
  const { at } = useDraft();
  const [isFilled] = useState(() => paths.some((path) => at(path) !== undefined));
  return (
    <details className="further-parts" open={isFilled}>
      <summary>{t.further}</summary>
      <div className="stack stack--wide">{children}</div>
    </details>
  );
}
