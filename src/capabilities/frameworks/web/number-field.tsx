import { TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { readDecimal } from '../../../web/kit/language/read-decimal.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { kitTexts } from '../../../web/kit/texts.ts';

interface NumberFieldProps {
  label: string;
  /** what it is of, for who hears the page: a heading beside it says so to who sees it */
  about?: string;
  /** a heading beside it says what it is: only who hears the page needs the label */
  isLabelUnseen?: boolean;
  /** exact decimal text; null: empty */
  value: string | null;
  placeholder?: string;
  isReadOnly: boolean;
  change: (value: string | null) => void;
}

/** A number as people type it in their language. Empty is nothing; what is no number is said, and changes nothing. */
export function NumberField({ label, about, isLabelUnseen, value, placeholder, isReadOnly, change }: NumberFieldProps) {
  const t = useTexts(kitTexts).estimate;
  const locale = useLocale();
  const id = useId();
  const shown = (exact: string | null) => (exact ?? '').replace('.', locale === 'nl' ? ',' : '.');
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? shown(value);
  const read = text.trim() === '' ? null : readDecimal(text, locale);
  const isWrong = text.trim() !== '' && read === null;
  return (
    <TextInput
      id={id}
      inputMode="decimal"
      {...(isLabelUnseen
        ? { 'aria-label': label }
        : {
            label: about ? (
              <>
                {label}
                <span className="unseen"> {about}</span>
              </>
            ) : (
              label
            ),
          })}
      value={text}
      placeholder={placeholder ?? ''}
      readOnly={isReadOnly}
      error={isWrong ? t.notANumber({ typed: text }) : undefined}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        const exact = next.trim() === '' ? null : readDecimal(next, locale);
        if (next.trim() === '' || exact !== null) change(exact);
      }}
      onBlur={() => {
        if (!isWrong) setTyped(null);
      }}
    />
  );
}
