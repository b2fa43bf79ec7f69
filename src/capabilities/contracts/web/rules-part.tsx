import { Button } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../../web/kit/icons.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { addRule, type ContractRun, readContractResults } from '../contract.ts';
import type { PartProps } from './contract-part.tsx';
import { RuleForm } from './rule-form.tsx';
import { RuleRow } from './rule-row.tsx';
import { contractTexts } from './texts.ts';

interface RulesPartProps extends PartProps {
  columns: readonly string[];
  latest: ContractRun | undefined;
}

/** The rules of the draft in sentences, each with how it stands in the newest judgement. */
export function RulesPart({ problemId, contract, mayChange, columns, latest }: RulesPartProps) {
  const t = useTexts(contractTexts);
  const { datasetId, rules, notJudged } = contract;
  const params = { problemId, datasetId, runId: latest?.id ?? '' };
  const results = useAnswer(readContractResults, { params }, { enabled: latest !== undefined });
  // A result is of the rule as it was: one that has changed since has none yet.
  const resultOf = (id: string) => {
    const rule = rules.find((each) => each.id === id);
    const judged = results.data?.rules.find((each) => each.id === id);
    const isSame = JSON.stringify(rule) === JSON.stringify(judged);
    return isSame ? results.data?.results.find(({ ruleId }) => ruleId === id) : undefined;
  };
  return (
    <section className="stack" aria-labelledby="rules-title">
      <h2 id="rules-title">{t.rulesTitle}</h2>
      {rules.length === 0 ? <p className="quiet">{t.noRules}</p> : null}
      <ul className="plain-list">
        {rules.map((rule) => (
          <RuleRow key={rule.id} {...{ rule, problemId, contract, mayChange, columns }} result={resultOf(rule.id)} />
        ))}
      </ul>
      {mayChange ? <AddRule {...{ problemId, datasetId, columns }} /> : null}
      {notJudged.length === 0 ? null : (
        <div className="stack stack--tight">
          <h3>{t.notJudged}</h3>
          <ul className="plain-list small">
            {notJudged.map(({ column, says }, at) => (
              <li key={`${at}-${says}`}>
                {column === null ? '' : `${column}: `}
                {says}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function AddRule({
  problemId,
  datasetId,
  columns,
}: {
  problemId: string;
  datasetId: string;
  columns: readonly string[];
}) {
  const t = useTexts(contractTexts);
  const [isOpen, setOpen] = useState(false);
  const add = useAsk(addRule);
  const params = { problemId, datasetId };
  if (!isOpen) {
    return (
      <div>
        <Button id="add-rule" leftSection={<Icon name="plus" />} onClick={() => setOpen(true)}>
          {t.addRule}
        </Button>
      </div>
    );
  }
  return (
    <RuleForm
      opener="add-rule"
      {...{ problemId, datasetId, columns }}
      save={(rule) => add.mutateAsync({ params, body: { rule } })}
      close={() => setOpen(false)}
    />
  );
}
