import { Skeleton } from '@mantine/core';
import { useTexts } from '../language/use-texts.ts';
import { kitTexts } from '../texts.ts';

/** Grey lines where text is coming; one sentence for a screen reader. */
export function Loading({ lines = 4 }: { lines?: number }) {
  const t = useTexts(kitTexts);
  return (
    <div className="stack" aria-busy="true">
      <output className="unseen">{t.loading}</output>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={18} width={`${92 - ((line * 23) % 45)}%`} radius={2} />
      ))}
    </div>
  );
}
