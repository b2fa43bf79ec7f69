import { NativeSelect, TextInput } from '@mantine/core';
import { SourceInput } from '../../../web/kit/form/estimate-input.tsx';
import { useTypedNumber } from '../../../web/kit/form/use-typed-number.ts';
import { useDraft } from './draft-context.ts';

interface FieldProps {
  path: string;
  label: string;
  hint?: string;
}

/** `change` is there for who has more to change along with it. */
export function TextField({ path, label, hint, change }: FieldProps & { change?: (text: string | undefined) => void }) {
  const { textAt, put, problemAt, isReadOnly } = useDraft();
  const write = change ?? ((text: string | undefined) => put(path, text));
  return (
    <TextInput
      label={label}
      description={hint}
      maw={320}
      maxLength={200}
      disabled={isReadOnly}
      value={textAt(path)}
      error={problemAt(path)}
      onChange={(event) => write(event.currentTarget.value || undefined)}
    />
  );
}

/** A number without an interval; `as` says whether the contract wants it as exact text. */
export function NumberField({ path, label, hint, as }: FieldProps & { as: 'number' | 'decimal' }) {
  const { at, put, problemAt, isReadOnly } = useDraft();
  const { typed, type, mistake } = useTypedNumber({
    value: at(path),
    kind: as === 'decimal' ? 'money' : 'number',
    change: (value) => put(path, value),
  });
  return (
    <TextInput
      label={label}
      description={hint}
      maw={240}
      inputMode="decimal"
      disabled={isReadOnly}
      value={typed}
      error={mistake ?? problemAt(path)}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}

/** Where a figure without a range of its own comes from; written as that of every other figure. */
export function SourceField({ path, label }: Pick<FieldProps, 'path' | 'label'>) {
  const { textAt, put, isReadOnly } = useDraft();
  if (isReadOnly && textAt(path) === '') return null;
  return (
    <fieldset className="estimate" disabled={isReadOnly}>
      <SourceInput label={label} source={textAt(path)} change={(text) => put(path, text === '' ? undefined : text)} />
    </fieldset>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  hint?: string;
  value: Value;
  choices: readonly { value: Value; label: string }[];
  choose: (value: Value) => void;
  problem?: string | undefined;
}

export function Choice<Value extends string>({ label, hint, value, choices, choose, problem }: ChoiceProps<Value>) {
  const { isReadOnly } = useDraft();
  return (
    <NativeSelect
      label={label}
      description={hint}
      maw={460}
      disabled={isReadOnly}
      value={value}
      error={problem}
      data={choices.map(({ value, label }) => ({ value, label }))}
      onChange={(event) => choose(event.currentTarget.value as Value)}
    />
  );
}
