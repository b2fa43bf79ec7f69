import { useEffect, useRef, useState } from 'react';
import { useLocale } from '../language/use-texts.ts';
import { type EstimateDraft, type EstimateKind, type EstimateTyped, takenOver, typedFrom } from './estimate-text.ts';

/** What is being typed is kept as typed; it is only replaced when the value came from elsewhere. */
export function useTyped(value: EstimateDraft, kind: EstimateKind) {
  const locale = useLocale();
  const [typed, setTyped] = useState<EstimateTyped>(() => typedFrom(value, kind, locale));
  const shown = JSON.stringify([value.low, value.likely, value.high, locale]);
  const last = useRef(shown);
  useEffect(() => {
    if (last.current === shown) return;
    last.current = shown;
    setTyped((current) => takenOver(current, value, { kind, locale }));
  }, [shown, kind, locale, value]);
  return { typed, setTyped };
}
