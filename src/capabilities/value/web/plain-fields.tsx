import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { readDecimal } from '../../../web/kit/language/read-decimal.ts';
import { useLocale } from '../../../web/kit/language/use-texts.ts';
import { useDraft } from './draft-context.ts';

interface FieldProps {
  path: string;
  label: string;
  hint?: string;
}

export function TextField({ path, label, hint }: FieldProps) {
  const { textAt, put, problemAt, isReadOnly } = useDraft();
  return (
    <TextInput
      label={label}
      description={hint}
      maw={320}
      maxLength={200}
      disabled={isReadOnly}
      value={textAt(path)}
      error={problemAt(path)}
      onChange={(event) => put(path, event.currentTarget.value || undefined)}
    />
  );
}

/** A number without an interval; `as` says whether the contract wants it as exact text. */
export function NumberField({ path, label, hint, as }: FieldProps & { as: 'number' | 'decimal' }) {
  const { textAt, put, problemAt, isReadOnly } = useDraft();
  const locale = useLocale();
  const shown = locale === 'nl' ? textAt(path).replace('.', ',') : textAt(path);
  const [typed, setTyped] = useState(shown);
  const type = (text: string) => {
    setTyped(text);
    const decimal = readDecimal(text, locale);
    if (decimal !== null || text.trim() === '')
      put(path, decimal === null ? undefined : as === 'number' ? Number(decimal) : decimal);
  };
  return (
    <TextInput
      label={label}
      description={hint}
      maw={240}
      inputMode="decimal"
      disabled={isReadOnly}
      value={typed}
      error={problemAt(path)}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  hint?: string;
  value: Value;
  choices: readonly { value: Value; label: string }[];
  choose: (value: Value) => void;
}

export function Choice<Value extends string>({ label, hint, value, choices, choose }: ChoiceProps<Value>) {
  const { isReadOnly } = useDraft();
  return (
    <NativeSelect
      label={label}
      description={hint}
      maw={460}
      disabled={isReadOnly}
      value={value}
      data={choices.map(({ value, label }) => ({ value, label }))}
      onChange={(event) => choose(event.currentTarget.value as Value)}
    />
  );
}
