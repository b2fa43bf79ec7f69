import { EstimateInput } from '../../../web/kit/form/estimate-input.tsx';
import type { EstimateKind } from '../../../web/kit/form/estimate-text.ts';
import { useDraft } from './draft-context.ts';

interface EstimateFieldProps {
  path: string;
  label: string;
  hint?: string;
  kind: EstimateKind;
  unit?: string | undefined;
}

/** An estimate at one place of the value model. */
export function EstimateField({ path, label, hint, kind, unit }: EstimateFieldProps) {
  const { at, put, textAt, estimateProblemAt, isReadOnly } = useDraft();
  const units = { money: textAt('currency') || undefined, share: '%', number: undefined };
  return (
    <EstimateInput
      {...{ label, hint, kind, isReadOnly }}
      unit={unit ?? units[kind]}
      value={at(path) ?? {}}
      change={(value) => put(path, value)}
      problem={estimateProblemAt(path)}
    />
  );
}
