import './risk.css';
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { readDecimal } from '../../../web/kit/language/read-decimal.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { useMe } from '../../identity/web/index.tsx';
import { type DefaultAppetite, readDefaultAppetite, writeDefaultAppetite } from '../contract.ts';
import { defaultAppetiteTexts } from './default-appetite-texts.ts';

/** What a problem may put at risk where it says nothing itself; everybody reads it. */
export function DefaultAppetitePage() {
  const t = useTexts(defaultAppetiteTexts);
  const query = useAnswer(readDefaultAppetite, {});
  return (
    <Page title={t.title} lead={t.lead} width="reading">
      <AwaitQuery query={query} lines={2}>
        {(appetite) => <Shown appetite={appetite} />}
      </AwaitQuery>
    </Page>
  );
}

/** The server asks the same, and also whether the role counts. */
function useMayWrite(): boolean {
  const me = useMe();
  if (!me) return false;
  const isRiskManager = me.problemRoles.some(({ roles }) => roles.includes('risk_manager'));
  return me.organisationRole === 'admin' || isRiskManager;
}

const opener = 'change-default-appetite';

function Shown({ appetite: shown }: { appetite: DefaultAppetite }) {
  const t = useTexts(defaultAppetiteTexts);
  const formats = useFormats();
  const mayWrite = useMayWrite();
  const [isEditing, setEditing] = useState(false);
  const { appetite } = shown;
  if (isEditing) return <AppetiteForm shown={shown} close={() => setEditing(false)} />;
  return (
    <section className="stack">
      <p className="lead">
        {appetite === null ? t.unset : t.set({ amount: formats.money(appetite.amount, appetite.currency) })}
      </p>
      <p className="quiet">{appetite === null ? t.unsetMeans : t.setMeans}</p>
      {mayWrite ? (
        <div>
          <Button id={opener} variant="filled" onClick={() => setEditing(true)}>
            {appetite === null ? t.begin : t.change}
          </Button>
        </div>
      ) : (
        <p className="small quiet">{t.whoMay}</p>
      )}
    </section>
  );
}

const fields = { amount: 'default-appetite-amount', currency: 'default-appetite-currency' } as const;

function AppetiteForm({ shown, close }: { shown: DefaultAppetite; close: () => void }) {
  const t = useTexts(defaultAppetiteTexts);
  const locale = useLocale();
  const write = useAsk(writeDefaultAppetite);
  const first = useOpenedForm<HTMLInputElement>(opener);
  // The version as it was when the form was opened: what somebody else wrote meanwhile is not overwritten unseen.
  const [{ appetite, version }] = useState(shown);
  const [typed, setTyped] = useState(appetite?.amount ?? '');
  const [currency, setCurrency] = useState(appetite?.currency ?? 'EUR');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = typed.trim();
    const amount = text === '' ? null : readDecimal(text, locale);
    const isAmount = text === '' || (amount !== null && /^\d{1,15}(\.\d{1,2})?$/.test(amount));
    const found = [
      ...(isAmount ? [] : [{ field: fields.amount, message: t.amountWrong({ typed: text }) }]),
      ...(/^[A-Z]{3}$/.test(currency) ? [] : [{ field: fields.currency, message: t.currencyWrong }]),
    ];
    setProblems(found);
    if (found.length > 0) return;
    write.mutateAsync({ body: { amount, currency }, version }).then(
      () => {
        say(t.kept);
        close();
      },
      (error: Error) => setProblems([{ field: null, message: error.message }]),
    );
  };
  return (
    <form className="stack risk-form" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      <div className="row row--fields">
        <TextInput
          id={fields.amount}
          label={t.amount}
          description={t.amountHint}
          inputMode="decimal"
          value={typed}
          error={problemOf(fields.amount)}
          ref={first}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <TextInput
          id={fields.currency}
          label={t.currency}
          maxLength={3}
          maw={120}
          value={currency}
          error={problemOf(fields.currency)}
          onChange={(event) => setCurrency(event.currentTarget.value.toUpperCase())}
        />
      </div>
      <div className="row">
        <Button type="submit" variant="filled" loading={write.isPending}>
          {t.keep}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}
