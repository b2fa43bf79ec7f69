import './inbox.css';
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { addNamingRule, listNamingRules, removeNamingRule } from '../contract.ts';
import { inboxTexts } from './inbox-texts.ts';

const opener = 'add-naming-rule';

/** By which names what is made belongs to this problem. */
export function NamingRulesPart({ problemId, mayLog }: { problemId: string; mayLog: boolean }) {
  const t = useTexts(inboxTexts).rules;
  const [isAdding, setAdding] = useState(false);
  const query = useAnswer(listNamingRules, { params: { problemId } });
  return (
    <section className="stack" aria-labelledby="naming-rules">
      <h2 id="naming-rules">{t.title}</h2>
      <p className="quiet">{t.lead}</p>
      <AwaitQuery query={query} lines={2}>
        {({ rules }) =>
          rules.length === 0 ? (
            <p>{t.none}</p>
          ) : (
            <ul className="plain-list">
              {rules.map(({ id, pattern }) => (
                <li key={id} className="naming-rule">
                  <code>{pattern}</code>
                  {mayLog ? <Remove problemId={problemId} ruleId={id} pattern={pattern} /> : null}
                </li>
              ))}
            </ul>
          )
        }
      </AwaitQuery>
      {isAdding ? <RuleForm problemId={problemId} close={() => setAdding(false)} /> : null}
      {mayLog && !isAdding ? (
        <div>
          <Button id={opener} onClick={() => setAdding(true)}>
            {t.add}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function Remove({ problemId, ruleId, pattern }: { problemId: string; ruleId: string; pattern: string }) {
  const t = useTexts(inboxTexts).rules;
  const remove = useAsk(removeNamingRule);
  const add = useAsk(addNamingRule);
  const complain = (error: Error) => say(error.message);
  const undo = () => void add.mutateAsync({ params: { problemId }, body: { pattern } }).catch(complain);
  return (
    <button
      type="button"
      className="button-plain link small"
      onClick={() =>
        void remove.mutateAsync({ params: { problemId, ruleId } }).then(() => say(t.removed, undo), complain)
      }
    >
      {t.remove}
      <span className="unseen"> {pattern}</span>
    </button>
  );
}

function RuleForm({ problemId, close }: { problemId: string; close: () => void }) {
  const t = useTexts(inboxTexts).rules;
  const first = useOpenedForm<HTMLInputElement>(opener);
  const add = useAsk(addNamingRule);
  const [pattern, setPattern] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pattern.trim() === '') {
      setProblem(t.needed);
      return;
    }
    const complain = (error: Error) => setProblem(error.message);
    void add.mutateAsync({ params: { problemId }, body: { pattern } }).then(close, complain);
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <TextInput
        ref={first}
        label={t.label}
        description={t.hint}
        placeholder={t.example}
        maxLength={200}
        value={pattern}
        error={problem}
        onChange={(event) => setPattern(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" variant="filled" loading={add.isPending}>
          {t.keep}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}
