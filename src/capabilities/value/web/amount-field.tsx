import { EstimateInput } from '../../../web/kit/form/estimate-input.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useDraft } from './draft-context.ts';
import { editorTexts } from './editor-texts.ts';
import { EstimateField } from './estimate-field.tsx';
import { NumberField, TextField } from './plain-fields.tsx';
import { useKinds } from './use-kinds.ts';

interface AmountFieldProps {
  path: string;
  label: string;
  hint?: string;
  unit?: string;
}

/** What one outcome is worth: the same for every case, or by a column of the data. */
export function AmountField(props: AmountFieldProps) {
  const t = useTexts(editorTexts);
  const { textAt, isReadOnly } = useDraft();
  const turn = useKinds(props.path);
  const isPerRow = textAt(`${props.path}.kind`) === 'per-row';
  // One button for both ways, so that the focus stays on it.
  return (
    <div className="amount">
      {isPerRow ? <PerRowAmount {...props} /> : <ConstantAmount {...props} />}
      {isReadOnly ? null : (
        <button
          type="button"
          className="button-plain link small amount__switch"
          onClick={() =>
            isPerRow
              ? turn('per-row', 'constant', undefined)
              : turn('constant', 'per-row', { kind: 'per-row', plus: '0' })
          }
        >
          {isPerRow ? t.makeConstant : t.makePerRow}
          <span className="unseen"> {props.label}</span>
        </button>
      )}
    </div>
  );
}

function ConstantAmount({ path, label, hint, unit }: AmountFieldProps) {
  const { at, put, textAt, estimateProblemAt, isReadOnly } = useDraft();
  return (
    <EstimateInput
      {...{ label, hint, isReadOnly }}
      kind="money"
      unit={unit ?? (textAt('currency') || undefined)}
      value={at(`${path}.value`) ?? {}}
      change={(value) => put(path, value === undefined ? undefined : { kind: 'constant', value })}
      problem={estimateProblemAt(path)}
    />
  );
}

function PerRowAmount({ path, label, hint }: AmountFieldProps) {
  const t = useTexts(editorTexts);
  return (
    <fieldset className="amount amount--per-row stack">
      <legend>
        <strong>{label}</strong>
      </legend>
      {hint ? <p className="small quiet">{hint}</p> : null}
      <TextField path={`${path}.column`} label={t.column} hint={t.columnHint} />
      <div className="fields">
        <NumberField path={`${path}.rate`} label={t.rate} as="decimal" />
        <NumberField path={`${path}.plus`} label={t.plus} as="decimal" />
      </div>
      <EstimateField path={`${path}.mean`} label={t.mean} kind="number" />
    </fieldset>
  );
}
