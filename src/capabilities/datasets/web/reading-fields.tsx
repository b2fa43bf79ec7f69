import { NativeSelect } from '@mantine/core';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import type { ReadOptions } from '../contract.ts';
import { datasetTexts } from './dataset-texts.ts';

interface ReadingFieldsProps {
  options: ReadOptions;
  put: (options: ReadOptions) => void;
}

/** What a person says of a text file where it is found out wrongly. */
export function ReadingFields({ options, put }: ReadingFieldsProps) {
  const t = useTexts(datasetTexts).form;
  const { delimiter, decimal, ...others } = options;
  const set = (chosen: { delimiter: string; decimal: string }) =>
    put({
      ...others,
      ...(chosen.delimiter === '' ? {} : { delimiter: chosen.delimiter }),
      ...(chosen.decimal === '.' || chosen.decimal === ',' ? { decimal: chosen.decimal } : {}),
    });
  const current = { delimiter: delimiter ?? '', decimal: decimal ?? '' };
  return (
    <details className="data-reading">
      <summary>{t.reading}</summary>
      <div className="stack">
        <p className="small quiet">{t.readingHint}</p>
        <NativeSelect
          label={t.delimiter}
          maw={320}
          value={current.delimiter}
          data={[
            { value: '', label: t.found },
            { value: ',', label: t.comma },
            { value: ';', label: t.semicolon },
            { value: '\t', label: t.tab },
          ]}
          onChange={(event) => set({ ...current, delimiter: event.currentTarget.value })}
        />
        <NativeSelect
          label={t.decimal}
          maw={320}
          value={current.decimal}
          data={[
            { value: '', label: t.found },
            { value: '.', label: t.point },
            { value: ',', label: t.comma },
          ]}
          onChange={(event) => set({ ...current, decimal: event.currentTarget.value })}
        />
      </div>
    </details>
  );
}
