import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import type { FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { readProfile, type Version } from '../contract.ts';
import { isMoment, type SplitDraft } from './split-draft.ts';
import { versionTexts } from './version-texts.ts';

interface FieldsProps {
  problemId: string;
  version: Version;
  /** before the name of each field */
  id: string;
  draft: SplitDraft;
  put: (part: Partial<SplitDraft>) => void;
  problems: readonly FieldProblem[];
}

/** What each way of splitting asks. */
export function SplitFields(props: FieldsProps) {
  const { by } = props.draft;
  return (
    <>
      {by === 'time' ? <TimeFields {...props} /> : null}
      {by === 'value' ? <ValueFields {...props} /> : null}
      {by === 'random' ? null : <KeyField {...props} />}
      {by === 'entity' || by === 'random' ? <ChanceFields {...props} /> : null}
    </>
  );
}

const errorOf = ({ problems, id }: FieldsProps, field: string) =>
  problems.find((each) => each.field === `${id}-${field}`)?.message;

function TimeFields(props: FieldsProps) {
  const { version, id, draft, put } = props;
  const t = useTexts(versionTexts).split;
  const moments = version.columns.filter(({ type }) => isMoment(type));
  return (
    <>
      <NativeSelect
        label={t.column}
        maw={320}
        value={draft.column}
        data={(moments.length > 0 ? moments : version.columns).map(({ name }) => name)}
        onChange={(event) => put({ column: event.currentTarget.value })}
      />
      <TextInput
        id={`${id}-cut`}
        label={t.cut}
        description={t.cutHint}
        maw={320}
        maxLength={40}
        value={draft.cut}
        error={errorOf(props, 'cut')}
        onChange={(event) => put({ cut: event.currentTarget.value })}
      />
    </>
  );
}

const mostExamples = 8;

function ValueFields(props: FieldsProps) {
  const { problemId, version, id, draft, put } = props;
  const t = useTexts(versionTexts).split;
  const { data } = useAnswer(readProfile, { params: { problemId, versionId: version.id }, query: { counts: 'none' } });
  const top = data?.profile?.columns.find(({ name }) => name === draft.column)?.top?.values ?? [];
  const examples = top.slice(0, mostExamples).map(({ value }) => value);
  return (
    <>
      <NativeSelect
        label={t.column}
        maw={320}
        value={draft.column}
        data={version.columns.map(({ name }) => name)}
        onChange={(event) => put({ column: event.currentTarget.value })}
      />
      <Textarea
        id={`${id}-values`}
        label={t.values}
        description={examples.length === 0 ? t.valuesHint : t.valuesFound({ values: examples.join(', ') })}
        autosize
        minRows={2}
        maxRows={12}
        value={draft.values}
        error={errorOf(props, 'values')}
        onChange={(event) => put({ values: event.currentTarget.value })}
      />
    </>
  );
}

function ChanceFields(props: FieldsProps) {
  const { id, draft, put } = props;
  const t = useTexts(versionTexts).split;
  return (
    <>
      <NumberInput
        id={`${id}-share`}
        label={t.share}
        maw={200}
        min={1}
        max={99}
        value={draft.share}
        error={errorOf(props, 'share')}
        onChange={(share) => put({ share: Number(share) })}
      />
      <TextInput
        label={t.seed}
        description={t.seedHint}
        maw={320}
        maxLength={60}
        value={draft.seed}
        onChange={(event) => put({ seed: event.currentTarget.value })}
      />
    </>
  );
}

function KeyField(props: FieldsProps) {
  const { version, id, draft, put } = props;
  const t = useTexts(versionTexts).split;
  const none = { value: '', label: draft.by === 'entity' ? t.chooseKey : t.noKey };
  return (
    <NativeSelect
      id={`${id}-key`}
      label={t.key}
      description={t.keyHint}
      maw={320}
      value={draft.key}
      data={[none, ...version.columns.map(({ name }) => ({ value: name, label: name }))]}
      error={errorOf(props, 'key')}
      onChange={(event) => put({ key: event.currentTarget.value })}
    />
  );
}
