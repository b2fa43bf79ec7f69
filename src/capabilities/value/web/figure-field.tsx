import { AmountField } from './amount-field.tsx';
import { EstimateField } from './estimate-field.tsx';
import type { FigurePlace } from './figures-in.ts';

/** One figure where it stands, whatever its kind. */
export function FigureField({ path, kind, label }: FigurePlace & { label: string }) {
  if (kind === 'amount') return <AmountField path={path} label={label} />;
  return <EstimateField path={path} label={label} kind={kind} />;
}
