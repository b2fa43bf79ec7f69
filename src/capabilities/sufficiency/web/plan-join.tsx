import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { listDatasets } from '../../datasets/contract.ts';
import { nextId, type PlanDraft } from './plan-draft.ts';
import type { PlanFieldsProps } from './plan-form.tsx';
import { planTexts } from './plan-texts.ts';

/** To which cases this is joined, and by which columns. */
export function JoinFields({ draft, put, columns, problemId }: PlanFieldsProps & { problemId: string }) {
  const t = useTexts(planTexts);
  const datasets = useAnswer(listDatasets, { params: { problemId } }).data?.datasets ?? [];
  const change = (index: number, part: Partial<PlanDraft['joinOn'][number]>) =>
    put({ joinOn: draft.joinOn.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  const named = (names: readonly string[]) => [
    { value: '', label: t.none },
    ...names.map((value) => ({ value, label: value })),
  ];
  return (
    <fieldset className="plan__group stack">
      <legend>{t.groups.join}</legend>
      <NativeSelect
        label={t.joinTo}
        maw={460}
        value={draft.joinTo}
        data={[{ value: '', label: t.none }, ...datasets.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(event) => put({ joinTo: event.currentTarget.value })}
      />
      {draft.joinOn.map(({ id, column, of }, index) => (
        <div className="row row--fields" key={id}>
          <NativeSelect
            label={t.joinHere}
            value={column}
            data={named(columns)}
            onChange={(event) => change(index, { column: event.currentTarget.value })}
          />
          <TextInput
            label={t.joinThere}
            maxLength={300}
            value={of}
            onChange={(event) => change(index, { of: event.currentTarget.value })}
          />
        </div>
      ))}
      <div>
        <Button onClick={() => put({ joinOn: [...draft.joinOn, { id: nextId(draft.joinOn), column: '', of: '' }] })}>
          {t.addJoin}
        </Button>
      </div>
    </fieldset>
  );
}
