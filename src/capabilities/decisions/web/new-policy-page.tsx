import './policies.css';
import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { AdministratorsOnly } from '../../identity/web/index.tsx';
import { comparePolicies, type Policies, putGatePolicy, readGatePolicies } from '../contract.ts';
import { DifferencesList } from './differences-list.tsx';
import { findPolicyBy, type FoundPolicy } from './find-policy.ts';
import { useNameOfPolicy } from './name-of-policy.ts';
import { checkRules, documentOf, draftOf, type RulesDraft } from './policy-draft.ts';
import { policyTexts } from './policy-texts.ts';
import { RulesEditor } from './rules-editor.tsx';

/** A new version of a policy, from one that is there: what changes is told before it is made. */
export function NewPolicyPage() {
  return (
    <AdministratorsOnly>
      <Asked />
    </AdministratorsOnly>
  );
}

function Asked() {
  const { from } = useSearch({ strict: false });
  const query = useAnswer(readGatePolicies, {});
  return <AwaitQuery query={query}>{(policies) => <Begun {...startOf(policies, from)} />}</AwaitQuery>;
}

/** Without a beginning in the address it begins from what counts now. */
function startOf(policies: Policies, from: string | undefined): FoundPolicy {
  const found = from === undefined ? null : findPolicyBy(policies, from);
  const inForce = policies.versions.find(({ isInForce }) => isInForce);
  const [first] = policies.versions;
  const version = inForce ?? first;
  if (found) return found;
  if (!version) throw new Error('there is always a policy that counts');
  return { document: version.document, version };
}

function Begun(start: FoundPolicy) {
  const t = useTexts(policyTexts);
  const nameOf = useNameOfPolicy();
  // What it began from, also where somebody makes another version meanwhile.
  const [{ document, version }] = useState(start);
  const name = nameOf(document.name);
  const isOwn = version !== null && version.version > 0;
  const above = (
    <p className="small">
      <Link to="/settings/policies">{t.back}</Link>
    </p>
  );
  return (
    <Page
      title={t.form.title}
      lead={t.form.lead({ name: isOwn ? t.version({ name, version: version.version }) : t.asShipped({ name }) })}
      above={above}
      width="reading"
    >
      <PolicyForm
        document={document}
        basedOn={isOwn ? version.version : null}
        startName={isOwn ? document.name : name}
      />
    </Page>
  );
}

const fields = { name: 'policy-name', note: 'policy-note' } as const;

interface PolicyFormProps {
  document: FoundPolicy['document'];
  basedOn: number | null;
  startName: string;
}

function PolicyForm({ document, basedOn, startName }: PolicyFormProps) {
  const t = useTexts(policyTexts);
  const navigate = useNavigate();
  const put = useAsk(putGatePolicy);
  const [name, setName] = useState(startName);
  const [rules, setRules] = useState<RulesDraft>(() => draftOf(document));
  const [note, setNote] = useState('');
  const [isInForce, setInForce] = useState(true);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const wrong = useWrong(document);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = wrong({ name, rules, note });
    setProblems(found);
    if (found.length > 0) return;
    const body = { ...documentOf(name, rules), note: note.trim(), isInForce, ...(basedOn === null ? {} : { basedOn }) };
    put.mutateAsync({ body }).then(
      ({ versions }) => {
        const made = Math.max(...versions.map(({ version }) => version));
        say(t.form.published({ version: made }));
        return navigate({ to: '/settings/policies/$policy', params: { policy: String(made) } });
      },
      (error: Error) => setProblems([{ field: null, message: error.message }]),
    );
  };
  return (
    <form className="stack stack--wide" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      <TextInput
        id={fields.name}
        label={t.form.name}
        description={t.form.nameHint}
        maw={420}
        maxLength={100}
        value={name}
        error={problemOf(fields.name)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <RulesEditor rules={rules} change={setRules} />
      <section className="stack sheet" aria-labelledby="differs-title">
        <h2 id="differs-title">{t.form.whatChanges}</h2>
        <DifferencesList before={document} after={documentOf(name, rules)} />
      </section>
      <Textarea
        id={fields.note}
        label={t.form.note}
        description={t.form.noteHint}
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        error={problemOf(fields.note)}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Radio.Group
        label={t.form.inForce}
        value={isInForce ? 'now' : 'later'}
        onChange={(value) => setInForce(value === 'now')}
      >
        <div className="stack stack--tight">
          <Radio value="now" label={t.form.now} />
          <Radio value="later" label={t.form.later} />
        </div>
      </Radio.Group>
      <div>
        <Button type="submit" variant="filled" loading={put.isPending}>
          {t.form.publish}
        </Button>
      </div>
    </form>
  );
}

/** What keeps the version from being made, each with its field or its place. */
function useWrong(before: FoundPolicy['document']) {
  const t = useTexts(policyTexts);
  return ({ name, rules, note }: { name: string; rules: RulesDraft; note: string }): FieldProblem[] => {
    const where = checkRules(rules).map(({ gate, riskClass, wrong }) => {
      const place = t.differs.where({ gate: gate.toUpperCase(), classes: t.classes[riskClass] });
      return { field: null, message: t.form[wrong]({ where: place }) };
    });
    const isSame = where.length === 0 && comparePolicies(before, documentOf(name, rules)).length === 0;
    return [
      ...(name.trim() === '' ? [{ field: fields.name, message: t.form.nameMissing }] : []),
      ...where,
      ...(isSame ? [{ field: null, message: t.form.sameAs }] : []),
      ...(note.trim() === '' ? [{ field: fields.note, message: t.form.noteMissing }] : []),
    ];
  };
}
