import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useKeeping } from '../../../web/kit/form/use-keeping.ts';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import type { Condition, Rule, RuleKind } from '../contract.ts';
import { ConditionsFields } from './conditions-fields.tsx';
import { kindTexts } from './kind-texts.ts';
import { draftFromRule, emptyDraft, emptyOf, fieldsOf, type RuleDraft, ruleFromDraft } from './rule-draft.ts';
import { RuleField } from './rule-field.tsx';
import { sayRule } from './say-rule.ts';
import { contractTexts } from './texts.ts';

interface RuleFormProps {
  before?: Rule;
  problemId: string;
  datasetId: string;
  columns: readonly string[];
  /** id of the button that opens it */
  opener: string;
  version?: number;
  save: (rule: Rule, version: number) => Promise<unknown>;
  close: () => void;
}

/** One rule: what it is about, what must hold, and how bad it is when it does not. */
export function RuleForm({ before, problemId, datasetId, columns, opener, version, save, close }: RuleFormProps) {
  const t = useTexts(contractTexts);
  const { kinds } = useTexts(kindTexts);
  const locale = useLocale();
  const id = useId();
  const first = useOpenedForm<HTMLSelectElement>(opener);
  const [draft, setDraft] = useState<RuleDraft>(before ? draftFromRule(before) : emptyDraft);
  const [where, setWhere] = useState<Condition[]>(before?.where ?? []);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const put = (part: Partial<RuleDraft>) => setDraft({ ...draft, ...part });
  const fieldId = (field: string) => `${id}-${field}`;
  const { keep, isSaving } = useKeeping<Rule>({
    version,
    save,
    close,
    sayTheirs: (theirs) => sayRule(theirs as Rule, locale),
    complain: (message) => setProblems([{ field: null, message }]),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = ruleFromDraft(draft, before);
    if ('rule' in read) return void keep({ ...read.rule, where });
    setProblems(read.problems.map(({ field, message }) => ({ field: fieldId(field), message })));
  };
  const options = Object.entries(kinds).map(([value, label]) => ({ value, label }));
  return (
    <form className="stack contract__form" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      <NativeSelect
        ref={first}
        label={t.kind}
        value={draft.kind}
        data={options}
        onChange={(event) => put({ kind: event.currentTarget.value as RuleKind })}
      />
      {fieldsOf[draft.kind].map((name) => (
        <RuleField
          key={`${draft.kind}-${name}`}
          id={fieldId(name)}
          value={draft.fields[name]}
          put={(value) => put({ fields: { ...draft.fields, [name]: value } })}
          {...{ name, kind: draft.kind, problemId, datasetId, columns }}
        />
      ))}
      <Level {...{ draft, put, fieldId }} />
      <ConditionsFields {...{ where, setWhere, columns }} />
      <div className="row">
        <Button type="submit" variant="filled" loading={isSaving}>
          {t.keep}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}

interface LevelProps {
  draft: RuleDraft;
  put: (part: Partial<RuleDraft>) => void;
  fieldId: (field: string) => string;
}

/** How much must keep it, what a break means, and what it costs. */
function Level({ draft, put, fieldId }: LevelProps) {
  const t = useTexts(contractTexts);
  const severities = (['fail', 'warn'] as const).map((value) => ({ value, label: t.severities[value] }));
  return (
    <>
      <div className="row row--fields">
        {'mostly' in emptyOf(draft.kind) ? (
          <TextInput
            id={fieldId('mostly')}
            label={t.mostly}
            inputMode="decimal"
            value={draft.mostly}
            onChange={(event) => put({ mostly: event.currentTarget.value })}
          />
        ) : null}
        <NativeSelect
          label={t.severity}
          value={draft.severity}
          data={severities}
          onChange={(event) => put({ severity: event.currentTarget.value as Rule['severity'] })}
        />
        <TextInput
          id={fieldId('impact_eur')}
          label={t.impact}
          inputMode="decimal"
          value={draft.impact_eur}
          onChange={(event) => put({ impact_eur: event.currentTarget.value })}
        />
      </div>
      <Textarea
        label={t.description}
        autosize
        minRows={1}
        maxRows={5}
        maxLength={1000}
        value={draft.description}
        onChange={(event) => put({ description: event.currentTarget.value })}
      />
      <Textarea
        label={t.businessImpact}
        autosize
        minRows={1}
        maxRows={5}
        maxLength={1000}
        value={draft.businessImpact}
        onChange={(event) => put({ businessImpact: event.currentTarget.value })}
      />
    </>
  );
}
