import { Button, Checkbox, TextInput } from '@mantine/core';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { problemRoles } from '../../identity/contract.ts';
import { useRoleNames } from '../../identity/web/index.tsx';
import { partsOfGate, type PolicyGate } from '../contract.ts';
import type { RuleDraft } from './policy-draft.ts';
import { policyTexts } from './policy-texts.ts';

interface RuleFieldsProps {
  id: string;
  gate: PolicyGate;
  rule: RuleDraft;
  change: (rule: RuleDraft) => void;
  copy: () => void;
  close: () => void;
}

/** One gate with one risk class: what must be whole, who signs, who decides, what may be waived, and for how long. */
export function RuleFields({ id, gate, rule, change, copy, close }: RuleFieldsProps) {
  const t = useTexts(policyTexts);
  const roleNames = useRoleNames();
  const roles = problemRoles.map((value) => ({ value, label: roleNames[value] }));
  return (
    <div className="stack policy__fields" id={id}>
      <Choices
        legend={t.form.asked}
        hint={t.form.askedHint}
        options={partsOfGate[gate].map((value) => ({ value, label: t.evidence[value] }))}
        chosen={rule.evidence}
        choose={(evidence) => change({ ...rule, evidence })}
      />
      <Choices
        legend={t.form.roles}
        options={roles}
        chosen={rule.roles}
        choose={(chosen) => change({ ...rule, roles: chosen })}
      />
      {rule.roles.length === 0 ? null : (
        <div className="fields">
          {rule.roles.map((role) => (
            <TextInput
              key={role}
              label={t.form.people({ role: roleNames[role] })}
              inputMode="numeric"
              maw={320}
              maxLength={1}
              value={rule.people[role] ?? '1'}
              onChange={(event) => change({ ...rule, people: { ...rule.people, [role]: event.currentTarget.value } })}
            />
          ))}
        </div>
      )}
      <Choices
        legend={t.form.deciders}
        hint={t.form.decidersHint}
        options={roles}
        chosen={rule.deciders}
        choose={(deciders) => change({ ...rule, deciders })}
      />
      <TextInput
        label={t.form.waivers}
        inputMode="numeric"
        maw={320}
        maxLength={3}
        value={rule.waivers}
        onChange={(event) => change({ ...rule, waivers: event.currentTarget.value })}
      />
      <TextInput
        label={t.form.validity}
        description={t.form.validityHint}
        inputMode="numeric"
        maw={420}
        maxLength={5}
        value={rule.days}
        onChange={(event) => change({ ...rule, days: event.currentTarget.value })}
      />
      <div className="row">
        <Button onClick={close}>{t.form.done}</Button>
        <Button onClick={copy}>{t.form.copy}</Button>
      </div>
    </div>
  );
}

interface ChoicesProps<Value extends string> {
  legend: string;
  hint?: string;
  options: readonly { value: Value; label: string }[];
  chosen: readonly Value[];
  choose: (chosen: Value[]) => void;
}

function Choices<Value extends string>({ legend, hint, options, chosen, choose }: ChoicesProps<Value>) {
  const toggle = (value: Value, isOn: boolean) =>
    choose(isOn ? [...chosen, value] : chosen.filter((each) => each !== value));
  return (
    <fieldset className="policy__choices">
      <legend>{legend}</legend>
      {hint === undefined ? null : <p className="small quiet">{hint}</p>}
      <div className="policy__options">
        {options.map(({ value, label }) => (
          <Checkbox
            key={value}
            label={label}
            checked={chosen.includes(value)}
            onChange={(event) => toggle(value, event.currentTarget.checked)}
          />
        ))}
      </div>
    </fieldset>
  );
}
