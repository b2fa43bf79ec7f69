import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { type PolicyGate, policyGates, type RiskClass, riskClasses } from '../contract.ts';
import { type RuleDraft, ruleOf, type RulesDraft } from './policy-draft.ts';
import { RuleWords } from './policy-rules.tsx';
import { policyTexts } from './policy-texts.ts';
import { RuleFields } from './rule-fields.tsx';

interface RulesEditorProps {
  rules: RulesDraft;
  change: (rules: RulesDraft) => void;
}

/** Every gate and risk class in sentences; one at a time opens as a form in its place. */
export function RulesEditor({ rules, change }: RulesEditorProps) {
  const t = useTexts(policyTexts);
  return (
    <>
      {policyGates.map((gate) => (
        <section key={gate} className="stack" aria-labelledby={`edit-${gate}`}>
          <h2 id={`edit-${gate}`}>{t.gates[gate]}</h2>
          {riskClasses.map((riskClass) => (
            <OneRule
              key={riskClass}
              {...{ gate, riskClass }}
              rule={rules[gate][riskClass]}
              change={(rule) => change({ ...rules, [gate]: { ...rules[gate], [riskClass]: rule } })}
              copy={() => {
                const rule = rules[gate][riskClass];
                change({ ...rules, [gate]: { minimal: rule, limited: rule, high: rule } });
                say(t.form.copied);
              }}
            />
          ))}
        </section>
      ))}
    </>
  );
}

interface OneRuleProps {
  gate: PolicyGate;
  riskClass: RiskClass;
  rule: RuleDraft;
  change: (rule: RuleDraft) => void;
  copy: () => void;
}

function OneRule({ gate, riskClass, rule, change, copy }: OneRuleProps) {
  const t = useTexts(policyTexts);
  const [isOpen, setOpen] = useState(false);
  const id = `rule-${gate}-${riskClass}`;
  return (
    <div className="listing stack">
      <div className="row row--apart">
        <h3>{t.forClasses({ classes: t.classes[riskClass] })}</h3>
        <Button aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t.form.done : t.form.change}
          <span className="unseen"> {`${gate.toUpperCase()}, ${t.classes[riskClass]}`}</span>
        </Button>
      </div>
      {isOpen ? (
        <RuleFields {...{ id, gate, rule, change, copy }} close={() => setOpen(false)} />
      ) : (
        <div id={id}>
          <RuleWords gate={gate} rule={ruleOf(rule)} />
        </div>
      )}
    </div>
  );
}
