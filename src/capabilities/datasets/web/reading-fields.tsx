import { NativeSelect, NumberInput } from '@mantine/core';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { dateFormats, type Dialect, type ReadOptions, textEncodings } from '../contract.ts';
import { previewTexts } from './preview-texts.ts';
import { readingTexts, sayMark } from './reading-texts.ts';

interface ReadingFieldsProps {
  options: ReadOptions;
  put: (options: ReadOptions) => void;
  /** as the file was read, where it was looked at */
  found: Dialect | null;
}

interface Choice {
  label: string;
  /** what was found, in words */
  found: string | null;
  value: string;
  choices: readonly { value: string; label: string }[];
  choose: (value: string) => void;
}

/** What a person says of a text file where it is found out wrongly. */
export function ReadingFields({ options, put, found }: ReadingFieldsProps) {
  const t = useTexts(previewTexts);
  return (
    <details className="data-reading">
      <summary>{t.reading}</summary>
      <div className="stack">
        <p className="small quiet">{t.readingHint}</p>
        <div className="data-condition">
          {useChoices({ options, put, found }).map(({ label, found: seen, value, choices, choose }) => (
            <NativeSelect
              key={label}
              label={label}
              value={value}
              data={[{ value: asFound, label: seen === null ? t.found : t.foundAs({ what: seen }) }, ...choices]}
              onChange={(event) => choose(event.currentTarget.value)}
            />
          ))}
          <NumberInput
            label={t.skipRows}
            min={0}
            max={1000}
            value={options.skipRows ?? 0}
            onChange={(given) => put(withOption(options, 'skipRows', Number(given) > 0 ? Number(given) : undefined))}
          />
        </div>
      </div>
    </details>
  );
}

/** No option has this value: what is found in the file holds. */
const asFound = 'as-found';

/** What is left out is found in the file. */
function withOption<K extends keyof ReadOptions>(options: ReadOptions, key: K, value: ReadOptions[K] | undefined) {
  const { [key]: _before, ...others } = options;
  return (value === undefined ? others : { ...others, [key]: value }) as ReadOptions;
}

type Told = 'delimiter' | 'quote' | 'header' | 'decimal' | 'encoding' | 'dateFormat';

function useChoices({ options, put, found }: ReadingFieldsProps): Choice[] {
  const t = useTexts(previewTexts);
  const { marks } = useTexts(readingTexts);
  const labels: Readonly<Record<Told, string>> = t.fields;
  const mark = (given: string) => sayMark(marks, given);
  const choiceOf = <K extends Told>(
    key: K,
    given: { seen: string | null; values: readonly string[]; say: (value: string) => string },
  ): Choice => ({
    label: labels[key],
    found: given.seen,
    value: options[key] === undefined ? asFound : String(options[key]),
    choices: given.values.map((value) => ({ value, label: given.say(value) })),
    choose: (value) => {
      const told = key === 'header' ? value === 'true' : value;
      put(withOption(options, key, value === asFound ? undefined : (told as ReadOptions[K])));
    },
  });
  const sayHeader = (value: string) => (value === 'true' ? t.header : t.noHeader);
  return [
    choiceOf('delimiter', { seen: found && mark(found.delimiter), values: [',', ';', '\t', '|'], say: mark }),
    choiceOf('quote', { seen: found && mark(found.quote), values: ['"', "'", ''], say: mark }),
    choiceOf('header', { seen: found && sayHeader(String(found.header)), values: ['true', 'false'], say: sayHeader }),
    choiceOf('decimal', { seen: found && mark(found.decimal), values: ['.', ','], say: mark }),
    choiceOf('encoding', { seen: found && found.encoding, values: textEncodings, say: (value) => value }),
    choiceOf('dateFormat', {
      seen: null,
      values: dateFormats,
      say: (value) => t.dates[value as (typeof dateFormats)[number]],
    }),
  ];
}
