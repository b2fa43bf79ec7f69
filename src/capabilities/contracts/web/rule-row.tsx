import { useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { Beside } from '../../../web/kit/layout/beside.tsx';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { addRule, editRule, removeRule, type Rule, type RuleResult } from '../contract.ts';
import type { PartProps } from './contract-part.tsx';
import { ResultFacts } from './result-facts.tsx';
import { RuleForm } from './rule-form.tsx';
import { sayRule } from './say-rule.ts';
import { contractTexts } from './texts.ts';
import { VerdictMark } from './verdict-mark.tsx';

interface RuleRowProps extends PartProps {
  rule: Rule;
  result: RuleResult | undefined;
  columns: readonly string[];
}

/** One rule as a sentence, how it stands, what it costs; it is changed in its place. */
export function RuleRow({ rule, result, problemId, contract, mayChange, columns }: RuleRowProps) {
  const t = useTexts(contractTexts);
  const locale = useLocale();
  const [isEditing, setEditing] = useState(false);
  const edit = useAsk(editRule);
  const { datasetId, version } = contract;
  const params = { problemId, datasetId, ruleId: rule.id };
  const opener = `edit-rule-${rule.id}`;
  const sentence = sayRule(rule, locale);
  if (isEditing) {
    return (
      <li className="listing">
        <RuleForm
          before={rule}
          version={version}
          {...{ opener, problemId, datasetId, columns }}
          save={(changed, seen) => edit.mutateAsync({ params, body: { rule: changed }, version: seen })}
          close={() => setEditing(false)}
        />
      </li>
    );
  }
  return (
    <li className="rule">
      <VerdictMark verdict={result?.verdict ?? null} />
      <div className="stack stack--tight">
        <p className="rule__sentence">{sentence}</p>
        <Facts rule={rule} result={result} />
        {result ? <ResultFacts {...{ rule, result, sentence }} /> : null}
        {'column' in rule ? (
          <Beside
            isOnlyShown
            problemId={problemId}
            thing={{ kind: 'column', datasetId, column: rule.column }}
            label={rule.column}
          />
        ) : null}
        {mayChange ? (
          <div className="row small">
            <button id={opener} type="button" className="button-plain link" onClick={() => setEditing(true)}>
              {t.change}
              <span className="unseen"> {sentence}</span>
            </button>
            <Remove {...{ rule, problemId, datasetId, sentence }} />
          </div>
        ) : null}
      </div>
    </li>
  );
}

function Facts({ rule, result }: { rule: Rule; result: RuleResult | undefined }) {
  const t = useTexts(contractTexts);
  const formats = useFormats();
  const { severity, impact_eur, description, businessImpact } = rule;
  return (
    <>
      <p className="rule__facts">
        {result ? <strong>{t.verdict[result.verdict]}</strong> : null}
        {severity === 'warn' ? <span>{t.warnsOnly}</span> : null}
        {impact_eur === undefined ? null : <span>{t.costs({ amount: formats.money(impact_eur, 'EUR') })}</span>}
      </p>
      {description === '' ? null : <p className="small">{description}</p>}
      {businessImpact === '' ? null : <p className="small quiet">{businessImpact}</p>}
    </>
  );
}

interface RemoveProps {
  rule: Rule;
  problemId: string;
  datasetId: string;
  sentence: string;
}

function Remove({ rule, problemId, datasetId, sentence }: RemoveProps) {
  const t = useTexts(contractTexts);
  const remove = useAsk(removeRule);
  const add = useAsk(addRule);
  const params = { problemId, datasetId };
  const complain = (error: Error) => say(error.message);
  const undo = () => void add.mutateAsync({ params, body: { rule } }).catch(complain);
  const removeIt = () =>
    void remove.mutateAsync({ params: { ...params, ruleId: rule.id } }).then(() => say(t.removed, undo), complain);
  return (
    <button type="button" className="button-plain link" onClick={removeIt}>
      {t.remove}
      <span className="unseen"> {sentence}</span>
    </button>
  );
}
