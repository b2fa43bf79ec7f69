import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { declareSplit, type SplitRule, type Version } from '../contract.ts';
import { versionTexts } from './version-texts.ts';

interface SplitFormProps {
  problemId: string;
  version: Version;
  opener: string;
  close: () => void;
}

interface Draft {
  name: string;
  by: 'time' | 'hash';
  column: string;
  cut: string;
  key: string;
  share: number;
  seed: string;
}

/** By time or by chance, into what trains and what tests; other splits are made by API and terminal. */
export function SplitForm({ problemId, version, opener, close }: SplitFormProps) {
  const t = useTexts(versionTexts).split;
  const id = useId();
  const first = useOpenedForm<HTMLInputElement>(opener);
  const declare = useAsk(declareSplit);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [draft, setDraft] = useState(() => emptyDraft(version));
  const put = (part: Partial<Draft>) => setDraft((known) => ({ ...known, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.name.trim() === '') return setProblems([{ field: `${id}-name`, message: t.nameNeeded }]);
    const key = draft.key === '' ? {} : { key: [draft.key] };
    const body = { name: draft.name.trim(), rule: ruleOf(draft, t), ...key };
    const params = { problemId, versionId: version.id };
    declare
      .mutateAsync({ params, body })
      .then(close, (error: Error) => setProblems([{ field: null, message: error.message }]));
  };
  return (
    <form className="stack data-form" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      <TextInput
        id={`${id}-name`}
        label={t.name}
        maxLength={120}
        ref={first}
        value={draft.name}
        error={problems.find(({ field }) => field === `${id}-name`)?.message}
        onChange={(event) => put({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={t.by}
        maw={420}
        value={draft.by}
        data={(['time', 'hash'] as const).map((value) => ({ value, label: t.kinds[value] }))}
        onChange={(event) => put({ by: event.currentTarget.value as Draft['by'] })}
      />
      {draft.by === 'time' ? <TimeFields {...{ version, draft, put }} /> : <HashFields {...{ draft, put }} />}
      <KeyField {...{ version, draft, put }} />
      <div className="row">
        <Button type="submit" variant="filled" loading={declare.isPending}>
          {t.keep}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}

const isMoment = (type: string): boolean => /^(DATE|TIMESTAMP)/.test(type);

function emptyDraft({ columns }: Version): Draft {
  const [moment] = columns.filter(({ type }) => isMoment(type));
  const by = moment ? 'time' : 'hash';
  return { name: '', by, column: moment?.name ?? columns[0]?.name ?? '', cut: '', key: '', share: 20, seed: '1' };
}

interface FieldsProps {
  version: Version;
  draft: Draft;
  put: (part: Partial<Draft>) => void;
}

function TimeFields({ version: { columns }, draft, put }: FieldsProps) {
  const t = useTexts(versionTexts).split;
  const moments = columns.filter(({ type }) => isMoment(type));
  return (
    <>
      <NativeSelect
        label={t.column}
        maw={320}
        value={draft.column}
        data={(moments.length > 0 ? moments : columns).map(({ name }) => name)}
        onChange={(event) => put({ column: event.currentTarget.value })}
      />
      <TextInput
        label={t.cut}
        description={t.cutHint}
        maw={260}
        maxLength={40}
        value={draft.cut}
        onChange={(event) => put({ cut: event.currentTarget.value })}
      />
    </>
  );
}

function HashFields({ draft, put }: Omit<FieldsProps, 'version'>) {
  const t = useTexts(versionTexts).split;
  return (
    <>
      <NumberInput
        label={t.share}
        maw={200}
        min={1}
        max={99}
        value={draft.share}
        onChange={(share) => put({ share: Number(share) || 20 })}
      />
      <TextInput
        label={t.seed}
        description={t.seedHint}
        maw={260}
        maxLength={60}
        value={draft.seed}
        onChange={(event) => put({ seed: event.currentTarget.value })}
      />
    </>
  );
}

function KeyField({ version: { columns }, draft, put }: FieldsProps) {
  const t = useTexts(versionTexts).split;
  return (
    <NativeSelect
      label={t.key}
      description={t.keyHint}
      maw={320}
      value={draft.key}
      data={[{ value: '', label: t.noKey }, ...columns.map(({ name }) => ({ value: name, label: name }))]}
      onChange={(event) => put({ key: event.currentTarget.value })}
    />
  );
}

/** By chance without a key, the whole row is what stays together: equal rows go to one part. */
function ruleOf({ by, column, cut, key, share, seed }: Draft, t: { train: string; test: string }): SplitRule {
  if (by === 'time') return { by, column, cuts: [cut.trim()], names: [t.train, t.test] };
  const test = share / 100;
  return {
    by,
    key: [key === '' ? column : key],
    seed: seed.trim() || '1',
    parts: [
      { name: t.train, share: 1 - test },
      { name: t.test, share: test },
    ],
  };
}
