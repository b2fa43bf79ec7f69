import { EstimateInput } from '../../../web/kit/form/estimate-input.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useDraft } from './draft-context.ts';
import { editorTexts } from './editor-texts.ts';
import { EstimateField } from './estimate-field.tsx';
import { NumberField, TextField } from './plain-fields.tsx';

interface AmountFieldProps {
  path: string;
  label: string;
  hint?: string;
  unit?: string;
}

/** What one outcome is worth: the same for every case, or by a column of the data. */
export function AmountField(props: AmountFieldProps) {
  const { textAt } = useDraft();
  return textAt(`${props.path}.kind`) === 'per-row' ? <PerRowAmount {...props} /> : <ConstantAmount {...props} />;
}

function ConstantAmount({ path, label, hint, unit }: AmountFieldProps) {
  const t = useTexts(editorTexts);
  const { at, put, textAt, estimateProblemAt, isReadOnly } = useDraft();
  return (
    <div className="amount">
      <EstimateInput
        {...{ label, hint, isReadOnly }}
        kind="money"
        unit={unit ?? (textAt('currency') || undefined)}
        value={at(`${path}.value`) ?? {}}
        change={(value) => put(path, value === undefined ? undefined : { kind: 'constant', value })}
        problem={estimateProblemAt(path)}
      />
      <Switch label={label} words={t.makePerRow} to={() => put(path, { kind: 'per-row', plus: '0' })} />
    </div>
  );
}

function PerRowAmount({ path, label, hint }: AmountFieldProps) {
  const t = useTexts(editorTexts);
  const { put } = useDraft();
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
      <Switch label={label} words={t.makeConstant} to={() => put(path, undefined)} />
    </fieldset>
  );
}

function Switch({ label, words, to }: { label: string; words: string; to: () => void }) {
  const { isReadOnly } = useDraft();
  if (isReadOnly) return null;
  return (
    <button type="button" className="button-plain link small amount__switch" onClick={to}>
      {words}
      <span className="unseen"> {label}</span>
    </button>
  );
}
