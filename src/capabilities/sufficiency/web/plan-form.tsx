import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useKeeping } from '../../../web/kit/form/use-keeping.ts';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { type PlanContent, type RequirementSufficiency, writeSufficiencyPlan } from '../contract.ts';
import { ColumnsFields } from './plan-columns.tsx';
import { draftFromPlan, type PlanDraft, planFromDraft } from './plan-draft.ts';
import { JoinFields } from './plan-join.tsx';
import { LabelFields, LawfulFields, SizeFields, SplitFields, TargetFields } from './plan-fields.tsx';
import { SegmentsFields } from './plan-segments.tsx';
import { planTexts } from './plan-texts.ts';

/** What each group of questions is handed. */
export interface PlanFieldsProps {
  draft: PlanDraft;
  put: (part: Partial<PlanDraft>) => void;
  /** names of the columns of the newest version */
  columns: readonly string[];
  idOf: (field: string) => string;
}

interface PlanFormProps {
  problemId: string;
  requirement: RequirementSufficiency;
  columns: readonly string[];
  /** id of the button that opens it */
  opener: string;
  close: () => void;
}

/** How a data set answers what is needed, question by question; all may stay open but what is predicted of what. */
export function PlanForm({ problemId, requirement, columns, opener, close }: PlanFormProps) {
  const t = useTexts(planTexts);
  const locale = useLocale();
  const id = useId();
  const first = useOpenedForm<HTMLSelectElement>(opener);
  const write = useAsk(writeSufficiencyPlan);
  const { plan, dataRequirementId } = requirement;
  const [draft, setDraft] = useState(() => draftFromPlan(plan.content, columns, locale));
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const put = (part: Partial<PlanDraft>) => setDraft((known) => ({ ...known, ...part }));
  const idOf = (field: string) => `${id}-${field}`;
  const { keep, isSaving } = useKeeping<PlanContent>({
    version: plan.version,
    save: (content, version) => {
      const params = { problemId, dataRequirementId };
      return write.mutateAsync({ params, body: { content }, version }).then(() => say(t.kept));
    },
    close,
    sayTheirs: () => t.theirs,
    complain: (message) => setProblems([{ field: null, message }]),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = planFromDraft(draft, plan.content, locale);
    if ('content' in read) return void keep(read.content);
    setProblems(
      read.problems.map(({ field, what, typed }) => ({ field: idOf(field), message: t.problems[what]({ typed }) })),
    );
  };
  const fields = { draft, put, columns, idOf };
  const roles = (['cases', 'context'] as const).map((value) => ({ value, label: t.roles[value] }));
  return (
    <form className="stack stack--wide plan" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      <p className="quiet">{t.lead}</p>
      <fieldset className="plan__group stack">
        <legend>{t.groups.cases}</legend>
        <NativeSelect
          ref={first}
          label={t.role}
          maw={460}
          value={draft.role}
          data={roles}
          onChange={(event) => put({ role: event.currentTarget.value as PlanDraft['role'] })}
        />
        <TargetFields {...fields} />
      </fieldset>
      <ColumnsFields {...fields} />
      {draft.role === 'cases' ? <SplitFields {...fields} /> : <JoinFields {...fields} problemId={problemId} />}
      <SegmentsFields {...fields} />
      <SizeFields {...fields} />
      {draft.role === 'cases' ? <LabelFields {...fields} /> : null}
      <LawfulFields {...fields} />
      <div className="row">
        <Button type="submit" variant="filled" loading={isSaving}>
          {t.keep}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}
