import { NativeSelect, TextInput } from '@mantine/core';
import type { RefObject } from 'react';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import type { EvaluationSummary } from '../contract.ts';
import { columnsOf, type EvaluationDraft, type Offered, usesThreshold } from './begin-draft.ts';
import { ColumnFields } from './column-fields.tsx';
import { beginTexts } from './form-texts.ts';
import { namePlace, nameValue } from './names.ts';
import { evaluationPageTexts } from './texts.ts';

export interface BeginFieldsProps {
  draft: EvaluationDraft;
  put: (part: Partial<EvaluationDraft>) => void;
  offered: Offered;
  idOf: (field: string) => string;
}

interface AllFieldsProps extends BeginFieldsProps {
  /** what these predictions can be held against */
  rivals: readonly EvaluationSummary[];
  /** takes the focus where the form was asked for */
  first: RefObject<HTMLSelectElement | null> | null;
}

/** What has to be said, and what is known already filled in. */
export function BeginFields({ draft, put, offered, idOf, rivals, first }: AllFieldsProps) {
  const t = useTexts(beginTexts);
  return (
    <>
      <NativeSelect
        ref={first}
        label={t.table}
        maw="40rem"
        value={draft.artifact}
        data={offered.tables.map((each) => each.artifact)}
        onChange={(event) => {
          const artifact = event.currentTarget.value;
          const table = offered.tables.find((each) => each.artifact === artifact);
          put({ artifact, columns: columnsOf(table), segments: table?.guess.segments ?? [] });
        }}
      />
      <ColumnFields {...{ draft, put, offered, idOf }} />
      <DataFields {...{ draft, put, offered, idOf }} />
      <div className="row row--fields">
        {usesThreshold(offered, draft) ? (
          <TextInput
            id={idOf('threshold')}
            label={t.threshold}
            inputMode="decimal"
            value={draft.threshold}
            onChange={(event) => put({ threshold: event.currentTarget.value })}
          />
        ) : null}
        <ValueFields {...{ draft, put, offered, idOf, rivals }} />
      </div>
    </>
  );
}

function DataFields({ draft, put, offered }: BeginFieldsProps) {
  const t = useTexts(beginTexts);
  const page = useTexts(evaluationPageTexts);
  const data = offered.data.map(({ versionId, isOfRun, ...version }) => {
    const name = page.data(version);
    return { value: versionId, label: isOfRun ? t.ofRun({ name }) : name };
  });
  return (
    <div className="row row--fields">
      <NativeSelect
        label={t.data}
        value={draft.data}
        data={[...data, { value: '', label: t.dataUnknown }]}
        onChange={(event) => put({ data: event.currentTarget.value })}
      />
      {(['split', 'segment'] as const).map((what) => (
        <TextInput
          key={what}
          label={t[what]}
          description={what === 'split' ? t.splitHint : t.segmentHint}
          maxLength={what === 'split' ? 60 : 120}
          value={draft[what]}
          onChange={(event) => put({ [what]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
}

function ValueFields({ draft, put, offered, rivals }: Omit<AllFieldsProps, 'first'>) {
  const t = useTexts(beginTexts);
  const locale = useLocale();
  // Without the names of cases, or euros to compare in, there is nothing to hold them against one by one.
  const mayCompare = draft.columns.id !== '' && draft.value !== 'none';
  const champions = rivals.filter(({ asked }) => asked.columns.id !== undefined);
  const values = offered.values.map((each) => ({ value: each.source, label: nameValue(each, locale) }));
  return (
    <>
      <NativeSelect
        label={t.value}
        value={draft.value}
        data={[...values, { value: 'none' as const, label: nameValue(null, locale) }]}
        onChange={(event) => put({ value: event.currentTarget.value as EvaluationDraft['value'] })}
      />
      {mayCompare && champions.length > 0 ? (
        <NativeSelect
          label={t.champion}
          value={draft.champion}
          data={[
            { value: '', label: t.noChampion },
            ...champions.map((rival) => ({
              value: rival.id,
              label: t.championOption({ run: rival.runName, place: namePlace(rival, locale) }),
            })),
          ]}
          onChange={(event) => put({ champion: event.currentTarget.value })}
        />
      ) : null}
    </>
  );
}
