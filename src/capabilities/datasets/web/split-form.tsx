import { NativeSelect } from '@mantine/core';
import { useId, useState } from 'react';
import type { FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { declareSplit, type Version } from '../contract.ts';
import { DeclareForm } from './declared-part.tsx';
import { emptyDraft, keyOf, ruleOf, type SplitDraft, splitWays, type SplitWay, unfitOf } from './split-draft.ts';
import { SplitFields } from './split-fields.tsx';
import { versionTexts } from './version-texts.ts';

interface SplitFormProps {
  problemId: string;
  version: Version;
  opener: string;
  close: () => void;
}

/** Into what trains and what tests; splits of more parts are made by API and terminal. */
export function SplitForm({ problemId, version, opener, close }: SplitFormProps) {
  const t = useTexts(versionTexts).split;
  const id = useId();
  const first = useOpenedForm<HTMLInputElement>(opener);
  const declare = useAsk(declareSplit);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [draft, setDraft] = useState(() => emptyDraft(version));
  const put = (part: Partial<SplitDraft>) => setDraft((known) => ({ ...known, ...part }));
  const submit = () => {
    const unfit = unfitOf(draft).map((field) => ({ field: `${id}-${field}`, message: t.needed[field] }));
    setProblems(unfit);
    if (unfit.length > 0) return;
    const body = { name: draft.name.trim(), rule: ruleOf(draft, t), ...keyOf(draft) };
    const params = { problemId, versionId: version.id };
    declare
      .mutateAsync({ params, body })
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
        label={t.by}
        maw={420}
        value={draft.by}
        data={splitWays.map((value) => ({ value, label: t.kinds[value] }))}
        onChange={(event) => put({ by: event.currentTarget.value as SplitWay })}
      />
      <SplitFields {...{ problemId, version, id, draft, put, problems }} />
    </DeclareForm>
  );
}
