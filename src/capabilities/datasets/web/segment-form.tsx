import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import type { FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { Icon } from '../../../web/kit/icons.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { conditionOps, declareSegment, type Version } from '../contract.ts';
import { DeclareForm } from './declared-part.tsx';
import {
  bareConditions,
  type ConditionDraft,
  emptySegment,
  type SegmentDraft,
  segmentRuleOf,
  takesValue,
} from './segment-draft.ts';
import { segmentTexts } from './segment-texts.ts';

interface SegmentFormProps {
  problemId: string;
  version: Version;
  opener: string;
  close: () => void;
}

/** A name, and which rows: the values of a column, or conditions that all hold. */
export function SegmentForm({ problemId, version, opener, close }: SegmentFormProps) {
  const t = useTexts(segmentTexts);
  const id = useId();
  const first = useOpenedForm<HTMLInputElement>(opener);
  const declare = useAsk(declareSegment);
  const [draft, setDraft] = useState(() => emptySegment(version.columns[0]?.name ?? ''));
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const put = (part: Partial<SegmentDraft>) => setDraft((known) => ({ ...known, ...part }));
  const submit = () => {
    const unfit = [
      ...(draft.name.trim() === '' ? [{ field: `${id}-name`, message: t.nameNeeded }] : []),
      ...bareConditions(draft).map((index) => ({
        field: `${id}-value-${index}`,
        message: t.valueNeeded({ column: draft.conditions[index]?.column ?? '' }),
      })),
    ];
    setProblems(unfit);
    if (unfit.length > 0) return;
    declare
      .mutateAsync({
        params: { problemId, versionId: version.id },
        body: { name: draft.name.trim(), rule: segmentRuleOf(draft) },
      })
      .then(close, (error: Error) => setProblems([{ field: null, message: error.message }]));
  };
  return (
    <DeclareForm
      words={t}
      {...{ id, first, problems, submit, close }}
      name={draft.name}
      setName={(name) => put({ name })}
      isSaving={declare.isPending}
    >
      <NativeSelect
        label={t.how}
        maw={420}
        value={draft.how}
        data={(['column', 'all'] as const).map((value) => ({ value, label: t.hows[value] }))}
        onChange={(event) => put({ how: event.currentTarget.value as SegmentDraft['how'] })}
      />
      {draft.how === 'column' ? (
        <NativeSelect
          label={t.column}
          maw={320}
          value={draft.column}
          data={version.columns.map(({ name }) => name)}
          onChange={(event) => put({ column: event.currentTarget.value })}
        />
      ) : (
        <Conditions {...{ id, version, draft, put, problems }} />
      )}
    </DeclareForm>
  );
}

const mostConditions = 10;

interface ConditionsProps {
  id: string;
  version: Version;
  draft: SegmentDraft;
  put: (part: Partial<SegmentDraft>) => void;
  problems: readonly FieldProblem[];
}

function Conditions({ id, version, draft, put, problems }: ConditionsProps) {
  const t = useTexts(segmentTexts);
  const { conditions } = draft;
  const set = (index: number, part: Partial<ConditionDraft>) =>
    put({ conditions: conditions.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  const drop = (index: number) => put({ conditions: conditions.filter((_, at) => at !== index) });
  const add = () => put({ conditions: [...conditions, { column: draft.column, op: 'is', values: '' }] });
  return (
    <>
      {conditions.map((given, index) => (
        <fieldset key={index} className="data-choice data-condition">
          <legend className="unseen">{t.dropped({ number: index + 1 })}</legend>
          <NativeSelect
            label={t.column}
            value={given.column}
            data={version.columns.map(({ name }) => name)}
            onChange={(event) => set(index, { column: event.currentTarget.value })}
          />
          <NativeSelect
            label={t.op}
            value={given.op}
            data={conditionOps.map((value) => ({ value, label: t.ops[value] }))}
            onChange={(event) => set(index, { op: event.currentTarget.value as ConditionDraft['op'] })}
          />
          {takesValue(given.op) ? (
            <Value
              id={`${id}-value-${index}`}
              given={given}
              error={problems.find(({ field }) => field === `${id}-value-${index}`)?.message}
              put={(values) => set(index, { values })}
            />
          ) : null}
          {conditions.length === 1 ? null : (
            <button type="button" className="button-plain link small" onClick={() => drop(index)}>
              {t.drop}
              <span className="unseen"> {t.dropped({ number: index + 1 })}</span>
            </button>
          )}
        </fieldset>
      ))}
      {conditions.length >= mostConditions ? null : (
        <div>
          <Button leftSection={<Icon name="plus" />} onClick={add}>
            {t.another}
          </Button>
        </div>
      )}
    </>
  );
}

interface ValueProps {
  id: string;
  given: ConditionDraft;
  error: string | undefined;
  put: (values: string) => void;
}

function Value({ id, given: { op, values }, error, put }: ValueProps) {
  const t = useTexts(segmentTexts);
  if (op !== 'in')
    return (
      <TextInput
        {...{ id, error }}
        label={t.value}
        maxLength={500}
        value={values}
        onChange={(event) => put(event.currentTarget.value)}
      />
    );
  return (
    <Textarea
      {...{ id, error }}
      label={t.values}
      autosize
      minRows={2}
      maxRows={10}
      value={values}
      onChange={(event) => put(event.currentTarget.value)}
    />
  );
}
