import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ErrorSummary } from '../../../web/kit/form/error-summary.tsx';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { readDecimal } from '../../../web/kit/language/read-decimal.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { type RiskRegister, writeAppetite } from '../contract.ts';
import type { PartProps } from './part-props.ts';
import { useKeep } from './use-keep.ts';
import { riskPageTexts } from './texts.ts';
import { registerTexts } from './register-texts.ts';

type AppetiteProps = PartProps & { register: RiskRegister };
const opener = 'change-appetite';

/** What may be at risk a year, who accepts more than that, and why no risk is seen. */
export function AppetitePart({ register, problemId, isReadOnly }: AppetiteProps) {
  const t = useTexts(riskPageTexts);
  const own = useTexts(registerTexts).appetite;
  const [isEditing, setEditing] = useState(false);
  const isEmpty = register.risks.length === 0;
  return (
    <section className="stack">
      <h4>{own.title}</h4>
      {isEditing ? (
        <AppetiteForm {...{ register, problemId }} close={() => setEditing(false)} />
      ) : (
        <>
          <AppetiteWords register={register} />
          {isReadOnly ? null : (
            <div>
              <Button id={opener} onClick={() => setEditing(true)}>
                {isEmpty && register.noneSeen === '' ? own.sayNone : t.change}
                <span className="unseen"> {own.title}</span>
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}

function AppetiteWords({ register }: Pick<AppetiteProps, 'register'>) {
  const t = useTexts(registerTexts).appetite;
  const formats = useFormats();
  const { appetite, acceptance, currency, noneSeen, risks } = register;
  const amount = appetite ? formats.money(appetite.amount, currency) : '';
  return (
    <div className="stack stack--tight">
      <p>{appetite === null ? t.unset : appetite.from === 'problem' ? t.own({ amount }) : t.usual({ amount })}</p>
      {acceptance?.upTo ? (
        <p>{t.accepted({ by: acceptance.by, upTo: formats.money(acceptance.upTo, currency) })}</p>
      ) : null}
      {acceptance?.because ? <p className="small quiet prose">{t.because({ why: acceptance.because })}</p> : null}
      {risks.length === 0 && noneSeen !== '' ? <p className="prose">{noneSeen}</p> : null}
    </div>
  );
}

function AppetiteForm({ register, problemId, close }: Omit<AppetiteProps, 'isReadOnly'> & { close: () => void }) {
  const t = useTexts(riskPageTexts);
  const own = useTexts(registerTexts).appetite;
  const locale = useLocale();
  const write = useAsk(writeAppetite);
  const { keep, isSaving, problem, complain } = useKeep(problemId);
  const first = useOpenedForm<HTMLInputElement>(opener);
  const [draft, setDraft] = useState(() => draftOf(register));
  const text = (field: keyof AppetiteDraft) => ({
    value: draft[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      setDraft({ ...draft, [field]: event.currentTarget.value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = draft.appetite.trim();
    const appetite = typed === '' ? null : readDecimal(typed, locale);
    if (typed !== '' && (appetite === null || !/^\d+(\.\d{1,2})?$/.test(appetite)))
      return complain(own.amountWrong({ typed }));
    if (!/^[A-Z]{3}$/.test(draft.currency)) return complain(own.currencyWrong);
    const body = changedIn({ ...draft, appetite }, register);
    void keep(() => write.mutateAsync({ params: { problemId }, body, version: register.version })).then(
      (isKept) => isKept && close(),
    );
  };
  return (
    <form className="stack risk-form" noValidate onSubmit={submit}>
      <ErrorSummary problems={problem === null ? [] : [{ field: null, message: problem }]} />
      <div className="row row--fields">
        <TextInput
          {...text('appetite')}
          label={own.amount}
          description={own.amountHint}
          inputMode="decimal"
          ref={first}
        />
        <TextInput {...text('currency')} label={own.currency} maxLength={3} maw={120} />
      </div>
      {register.risks.length === 0 ? (
        <Textarea
          {...text('noneSeen')}
          label={own.noneSeen}
          description={own.noneSeenHint}
          autosize
          minRows={2}
          maxLength={5000}
        />
      ) : (
        <>
          <TextInput {...text('acceptedBy')} label={own.acceptedBy} description={own.acceptedHint} maxLength={200} />
          <Textarea {...text('acceptedBecause')} label={own.acceptedBecause} autosize minRows={1} maxLength={5000} />
        </>
      )}
      <div className="row">
        <Button type="submit" variant="filled" loading={isSaving}>
          {t.keep}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}

type AppetiteDraft = Record<'appetite' | 'currency' | 'noneSeen' | 'acceptedBy' | 'acceptedBecause', string>;

function draftOf({ ownAppetite, currency, noneSeen, acceptance }: RiskRegister): AppetiteDraft {
  return {
    appetite: ownAppetite ?? '',
    currency,
    noneSeen,
    acceptedBy: acceptance?.by ?? '',
    acceptedBecause: acceptance?.because ?? '',
  };
}

/** A name that stands there still is not given anew: it stands for what remained when it was written. */
function changedIn(
  { acceptedBy, ...draft }: Omit<AppetiteDraft, 'appetite'> & { appetite: string | null },
  register: RiskRegister,
) {
  const isSame = acceptedBy.trim() === (register.acceptance?.by ?? '') && register.standing === 'accepted';
  return { ...draft, ...(isSame ? {} : { acceptedBy: acceptedBy.trim() }) };
}
