import { PasswordInput } from '@mantine/core';
import type { Ref } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { identityTexts } from './texts.ts';

interface PasswordFieldProps {
  id: string;
  label: string;
  hint?: string;
  value: string;
  error?: string | undefined;
  /** What the browser's password store is to do with it. */
  use: 'current-password' | 'new-password';
  change: (value: string) => void;
  ref?: Ref<HTMLInputElement>;
}

/** A password, which can be looked at: typing it once suffices then. */
export function PasswordField({ id, label, hint, value, error, use, change, ref = null }: PasswordFieldProps) {
  const t = useTexts(identityTexts);
  return (
    <PasswordInput
      ref={ref}
      id={id}
      label={label}
      description={hint}
      value={value}
      error={error}
      autoComplete={use}
      maxLength={400}
      visibilityToggleButtonProps={{ 'aria-label': t.showPassword, tabIndex: 0 }}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
