import { useLocale, useTexts } from '../language/use-texts.ts';
import { kitTexts } from '../texts.ts';
import { type EstimateKind, readEstimate } from './estimate-text.ts';
import { useTyped } from './use-typed.ts';

interface TypedNumber {
  value: unknown;
  kind: EstimateKind;
  change: (value: string | number | undefined) => void;
}

/** One number without bounds, typed as an estimate is. What is no number is said, and leaves the value as it was. */
export function useTypedNumber({ value, kind, change }: TypedNumber) {
  const t = useTexts(kitTexts).estimate;
  const locale = useLocale();
  const { typed, setTyped } = useTyped({ likely: value }, kind);
  const read = (likely: string) => readEstimate({ low: '', likely, high: '' }, kind, locale);
  const { mistake } = read(typed.likely);
  return {
    typed: typed.likely,
    type: (likely: string) => {
      setTyped({ low: '', likely, high: '' });
      const next = read(likely);
      if (next.mistake === null) change(next.value.likely);
    },
    mistake: mistake?.kind === 'notANumber' ? t.notANumber({ typed: mistake.typed }) : undefined,
  };
}
