import './identity.css';
import { Button, NativeSelect, Radio, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { addressOf } from '../../../web/kit/api/base-path.ts';
import { CopyField } from '../../../web/kit/copy/copy-field.tsx';
import { ErrorSummary } from '../../../web/kit/form/error-summary.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { createToken, type CreatedToken } from '../contract.ts';
import { accountTexts } from './account-texts.ts';
import { type ExpiryChoice, expiryChoices, expiryOf } from './token-expiry.ts';
import { useFieldProblems } from './use-field-problems.ts';

/** Asks three things, and shows the token this once. */
export function NewTokenPage() {
  const t = useTexts(accountTexts).tokens;
  const [created, setCreated] = useState<CreatedToken | null>(null);
  const above = (
    <p className="small">
      <Link to="/tokens">{t.back}</Link>
    </p>
  );
  if (created) {
    return (
      <Page key="created" title={t.createdTitle} lead={t.createdLead} width="reading">
        <Created token={created} />
      </Page>
    );
  }
  return (
    <Page key="new" title={t.new} above={above} width="reading">
      <TokenForm done={setCreated} />
    </Page>
  );
}

function Created({ token }: { token: CreatedToken }) {
  const t = useTexts(accountTexts).tokens;
  const address = new URL(addressOf('/'), window.location.href).href;
  const lines = [
    `export PEIL_URL=${address}`,
    `export PEIL_TOKEN=${token.token}`,
    `export MLFLOW_TRACKING_TOKEN=${token.token}`,
  ];
  return (
    <>
      <CopyField label={t.token({ name: token.name })} text={token.token} />
      <CopyField label={t.how} hint={t.howHint} text={lines.join('\n')} />
      <div>
        <Button component={Link} to="/tokens" variant="filled">
          {t.done}
        </Button>
      </div>
    </>
  );
}

const nameField = 'token-name';
const longestName = 120;

function TokenForm({ done }: { done: (token: CreatedToken) => void }) {
  const t = useTexts(accountTexts).tokens;
  const [name, setName] = useState('');
  const [scope, setScope] = useState<CreatedToken['scope']>('write');
  const [expiry, setExpiry] = useState<ExpiryChoice>('90');
  const form = useFieldProblems();
  const create = useAsk(createToken);
  const wrong = () => {
    const { length } = name.trim();
    if (length === 0) return [{ field: nameField, message: t.nameMissing }];
    return length > longestName ? [{ field: nameField, message: t.nameTooLong({ length }) }] : [];
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.show(wrong())) return;
    const body = { name: name.trim(), scope, expiresAt: expiryOf(expiry, Date.now()) };
    create.mutate({ body }, { onError: form.refused, onSuccess: done });
  };
  return (
    <form className="stack stack--wide" noValidate onSubmit={submit}>
      <ErrorSummary problems={form.problems} />
      <TextInput
        id={nameField}
        label={t.name}
        description={t.nameHint}
        value={name}
        error={form.of(nameField)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <fieldset className="choices">
        <legend>{t.scopeLegend}</legend>
        <div className="stack stack--tight">
          {(['write', 'read'] as const).map((value) => (
            <Radio
              key={value}
              name="scope"
              value={value}
              checked={scope === value}
              label={t.scopes[value]}
              description={t.scopeHints[value]}
              onChange={() => setScope(value)}
            />
          ))}
        </div>
      </fieldset>
      <NativeSelect
        label={t.expiry}
        description={t.expiryHint}
        maw={280}
        value={expiry}
        data={expiryChoices.map((value) => ({ value, label: t.expiries[value] }))}
        onChange={(event) => setExpiry(event.currentTarget.value as ExpiryChoice)}
      />
      <div>
        <Button type="submit" variant="filled" loading={create.isPending}>
          {t.create}
        </Button>
      </div>
    </form>
  );
}
