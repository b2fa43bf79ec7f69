import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { type EvaluationDraft, singleColumns } from './begin-draft.ts';
import type { BeginFieldsProps } from './begin-fields.tsx';
import { beginTexts } from './form-texts.ts';

const mostSegments = 5;

/** Which column is what: known by the usual names, and told in a sentence; open where it is not. */
export function ColumnFields({ draft, put, offered }: BeginFieldsProps) {
  const t = useTexts(beginTexts);
  const { columns } = draft;
  const isBinary = offered.task === 'binary';
  const decided = isBinary ? columns.score || columns.predicted : columns.predicted;
  const isKnown = columns.truth !== '' && decided !== '';
  const there = offered.tables.find(({ artifact }) => artifact === draft.artifact)?.columns ?? [];
  const asked = singleColumns.filter((what) => what !== 'score' || isBinary);
  return (
    <>
      <p className="quiet">{isKnown ? t.columns({ truth: columns.truth, decided }) : t.columnsUnknown}</p>
      <details key={String(isKnown)} open={!isKnown}>
        <summary>{t.choose}</summary>
        <div className="stack stack--tight">
          <div className="row row--fields">
            {asked.map((what) => (
              <NativeSelect
                key={what}
                label={t.column[what]}
                {...(what === 'id' ? { description: t.idHint } : {})}
                value={columns[what]}
                data={[{ value: '', label: t.none }, ...there]}
                onChange={(event) => put({ columns: { ...columns, [what]: event.currentTarget.value } })}
              />
            ))}
            {isBinary ? (
              <TextInput
                label={t.positive}
                description={t.positiveHint}
                maxLength={200}
                value={draft.positive}
                onChange={(event) => put({ positive: event.currentTarget.value })}
              />
            ) : null}
          </div>
          <Segments {...{ draft, put }} there={there.filter((name) => !Object.values(columns).includes(name))} />
        </div>
      </details>
    </>
  );
}

interface SegmentsProps {
  draft: EvaluationDraft;
  put: BeginFieldsProps['put'];
  there: readonly string[];
}

function Segments({ draft: { segments }, put, there }: SegmentsProps) {
  const t = useTexts(beginTexts);
  if (there.length === 0) return null;
  return (
    <fieldset className="stack stack--tight">
      <legend>{t.segments}</legend>
      <div className="row">
        {there.map((name) => (
          <Checkbox
            key={name}
            label={name}
            checked={segments.includes(name)}
            disabled={!segments.includes(name) && segments.length >= mostSegments}
            onChange={(event) =>
              put({
                segments: event.currentTarget.checked ? [...segments, name] : segments.filter((each) => each !== name),
              })
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
