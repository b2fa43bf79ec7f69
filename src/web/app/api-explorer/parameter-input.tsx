import { NativeSelect, TextInput } from '@mantine/core';
import { useTexts } from '../../kit/language/use-texts.ts';
import type { Parameter } from './open-api.ts';
import { apiTexts } from './texts.ts';

interface ParameterInputProps {
  id: string;
  parameter: Parameter;
  value: string;
  error: string | undefined;
  change: (value: string) => void;
}

/** One thing to fill in: chosen where the contract lists what can be, typed elsewhere. */
export function ParameterInput({ id, parameter, value, error, change }: ParameterInputProps) {
  const t = useTexts(apiTexts);
  const { name, in: place, isRequired, description, choices, fallback } = parameter;
  const isVersion = name === 'If-Match';
  const label = isVersion ? (
    t.ifMatch
  ) : (
    <>
      <code>{name}</code>{' '}
      <span className="small quiet">{`${t.place[place]}${isRequired ? `, ${t.required}` : ''}`}</span>
    </>
  );
  const hint = isVersion ? (
    t.ifMatchHint
  ) : (
    <>
      <span lang="en">{description}</span> {fallback === null ? '' : t.fallback({ value: fallback })}
    </>
  );
  const common = { id, label, error, description: description || isVersion || fallback !== null ? hint : undefined };
  if (choices) {
    return (
      <NativeSelect
        {...common}
        value={choices.includes(value) ? value : ''}
        data={[
          { value: '', label: isRequired ? t.choose : t.notSent },
          ...choices.map((choice) => ({ value: choice, label: choice })),
        ]}
        onChange={(event) => change(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      {...common}
      value={value}
      spellCheck={false}
      autoComplete="off"
      autoCapitalize="none"
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
