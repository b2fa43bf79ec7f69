import { Button, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { conflictOf } from '../../../web/kit/api/refusal.ts';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { EstimateInput } from '../../../web/kit/form/estimate-input.tsx';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { type RiskFields, riskDecisions } from '../contract.ts';
import { readRisk, type RiskDraft } from './risk-draft.ts';
import { sayFigures } from './say-risk.ts';
import { riskPageTexts } from './texts.ts';
import { registerTexts } from './register-texts.ts';

interface RiskFormProps {
  start: RiskDraft;
  /** id of the button that opens it */
  opener: string;
  currency: string;
  /** of the risk that is changed; none for a new one */
  version?: number | undefined;
  save: (fields: RiskFields, version: number) => Promise<unknown>;
  close: () => void;
}

/** A risk from what may happen to who accepts it; the first line is enough to begin with. */
export function RiskForm({ start, opener, currency, version, save, close }: RiskFormProps) {
  const t = useTexts(riskPageTexts);
  const own = useTexts(registerTexts).form;
  const locale = useLocale();
  const id = useId();
  const first = useOpenedForm<HTMLInputElement>(opener);
  const [draft, setDraft] = useState(start);
  const { problems, setProblems, keep, isSaving } = useKeeping({ version, save, close, currency });
  const idOf = (field: keyof RiskDraft) => `${id}-${field}`;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readRisk(draft, { locale, idOf });
    setProblems(read.problems);
    if (read.problems.length === 0) void keep(read.fields);
  };
  const fields: FieldsProps = {
    draft,
    idOf,
    currency,
    put: (part) => setDraft({ ...draft, ...part }),
    errorAt: (field) => problems.find((problem) => problem.field === idOf(field))?.message,
  };
  return (
    <form className="stack stack--wide risk-form" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      <TextInput
        {...textProps(fields, 'what')}
        label={own.what}
        description={own.whatHint}
        maxLength={300}
        ref={first}
      />
      <Area fields={fields} field="cause" label={own.cause} />
      <Area fields={fields} field="affected" label={own.affected} />
      <LikelihoodFields {...fields} />
      <Area fields={fields} field="control" label={own.control} />
      <RemainsFields {...fields} />
      <DecisionFields {...fields} />
      <div className="row">
        <Button type="submit" variant="filled" loading={isSaving}>
          {t.keep}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}

/** Keeps the whole form; where another was faster it says what stands there, and a second Keep puts this in its place. */
function useKeeping({
  version: opened = 0,
  save,
  close,
  currency,
}: Pick<RiskFormProps, 'version' | 'save' | 'close' | 'currency'>) {
  const t = useTexts(riskPageTexts);
  const locale = useLocale();
  const [version, setVersion] = useState(opened);
  const [isSaving, setSaving] = useState(false);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const keep = async (fields: RiskFields) => {
    setSaving(true);
    try {
      await save(fields, version);
      close();
    } catch (error) {
      const conflict = conflictOf(error);
      if (conflict) setVersion(conflict.current);
      const theirs = conflict?.theirs as RiskFields | undefined;
      const said = theirs && `${theirs.what}. ${sayFigures(theirs, { currency, locale })}`;
      const message = said ? t.theirs({ theirs: said }) : error instanceof Error ? error.message : String(error);
      setProblems([{ field: null, message }]);
    } finally {
      setSaving(false);
    }
  };
  return { problems, setProblems, keep, isSaving };
}

interface FieldsProps {
  draft: RiskDraft;
  put: (part: Partial<RiskDraft>) => void;
  idOf: (field: keyof RiskDraft) => string;
  errorAt: (field: keyof RiskDraft) => string | undefined;
  currency: string;
}

type TextField = 'what' | 'cause' | 'affected' | 'control' | 'acceptedBy' | 'decisionReason' | 'owner' | 'years';

function textProps({ draft, put, idOf, errorAt }: FieldsProps, field: TextField) {
  return {
    id: idOf(field),
    value: draft[field],
    error: errorAt(field),
    onChange: (event: { currentTarget: { value: string } }) => put({ [field]: event.currentTarget.value }),
  };
}

function Area({ fields, field, label }: { fields: FieldsProps; field: TextField; label: string }) {
  return <Textarea {...textProps(fields, field)} label={label} autosize minRows={1} maxRows={8} maxLength={5000} />;
}

function LikelihoodFields(fields: FieldsProps) {
  const t = useTexts(registerTexts).form;
  const { draft, put, currency, errorAt, idOf } = fields;
  const isChance = draft.kind === 'chance';
  return (
    <div className="stack">
      <div className="row row--fields">
        <NativeSelect
          label={t.kind}
          value={draft.kind}
          data={[
            { value: 'per_year', label: t.perYear },
            { value: 'chance', label: t.chance },
          ]}
          onChange={(event) => put({ kind: event.currentTarget.value === 'chance' ? 'chance' : 'per_year' })}
        />
        {isChance ? <TextInput {...textProps(fields, 'years')} label={t.years} inputMode="numeric" /> : null}
      </div>
      <Anchored id={idOf('likelihood')}>
        <EstimateInput
          key={draft.kind}
          label={isChance ? t.chanceOf : t.times}
          kind={isChance ? 'share' : 'number'}
          unit={isChance ? '%' : undefined}
          value={draft.likelihood}
          change={(likelihood) => put({ likelihood: likelihood ?? {} })}
          problem={problemOf(errorAt('likelihood'))}
        />
      </Anchored>
      <Anchored id={idOf('impact')}>
        <EstimateInput
          label={t.impact}
          hint={t.impactHint}
          kind="money"
          unit={currency}
          value={draft.impact}
          change={(impact) => put({ impact: impact ?? {} })}
          problem={problemOf(errorAt('impact'))}
        />
      </Anchored>
    </div>
  );
}

const problemOf = (message: string | undefined) => (message === undefined ? undefined : { message });

/** A place that the summary of errors can go to. */
function Anchored({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div id={id} tabIndex={-1}>
      {children}
    </div>
  );
}

function RemainsFields({ draft, put, currency, errorAt, idOf }: FieldsProps) {
  const t = useTexts(registerTexts).form;
  const isChance = draft.kind === 'chance';
  return (
    <fieldset className="risk-remains stack">
      <legend>{t.remains}</legend>
      <p className="small quiet">{t.remainsHint}</p>
      <Anchored id={idOf('residualLikelihood')}>
        <EstimateInput
          key={draft.kind}
          label={isChance ? t.chanceAfter : t.timesAfter}
          kind={isChance ? 'share' : 'number'}
          unit={isChance ? '%' : undefined}
          value={draft.residualLikelihood}
          change={(residualLikelihood) => put({ residualLikelihood: residualLikelihood ?? {} })}
          problem={problemOf(errorAt('residualLikelihood'))}
        />
      </Anchored>
      <Anchored id={idOf('residualImpact')}>
        <EstimateInput
          label={t.impactAfter}
          kind="money"
          unit={currency}
          value={draft.residualImpact}
          change={(residualImpact) => put({ residualImpact: residualImpact ?? {} })}
          problem={problemOf(errorAt('residualImpact'))}
        />
      </Anchored>
    </fieldset>
  );
}

function DecisionFields(fields: FieldsProps) {
  const t = useTexts(registerTexts).form;
  const { draft, put } = fields;
  return (
    <div className="stack">
      <Radio.Group
        label={t.decision}
        value={draft.decision}
        onChange={(decision) => put({ decision: riskDecisions.find((each) => each === decision) ?? 'none' })}
      >
        <div className="stack stack--tight">
          {(['none', ...riskDecisions] as const).map((each) => (
            <Radio key={each} value={each} label={t.decisions[each]} />
          ))}
        </div>
      </Radio.Group>
      {draft.decision === 'accept' || draft.decision === 'mitigate' ? (
        <TextInput {...textProps(fields, 'acceptedBy')} label={t.acceptedBy} maxLength={200} />
      ) : null}
      <Area fields={fields} field="decisionReason" label={t.reason} />
      <TextInput {...textProps(fields, 'owner')} label={t.owner} maxLength={200} />
    </div>
  );
}
