import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Chart } from '../../../web/kit/charts/chart.tsx';
import { Icon } from '../../../web/kit/icons.tsx';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { createRisk, readRiskRegister, type RiskRegister } from '../contract.ts';
import { AppetitePart } from './appetite-part.tsx';
import type { PartProps } from './part-props.ts';
import { prepareRisks } from './prepare-risks.ts';
import { emptyRisk } from './risk-draft.ts';
import { RiskForm } from './risk-form.tsx';
import { RiskRow } from './risk-row.tsx';
import { registerTexts } from './register-texts.ts';

const opener = 'add-risk';

/** The risks to the company as a picture and as a list, and how much may be at risk. */
export function RegisterPart(props: PartProps) {
  const query = useAnswer(readRiskRegister, { params: { problemId: props.problemId } });
  return <AwaitQuery query={query}>{(data) => <Register {...props} register={data} />}</AwaitQuery>;
}

function Register({ register, problemId, isReadOnly }: PartProps & { register: RiskRegister }) {
  const t = useTexts(registerTexts).register;
  const { risks, currency } = register;
  return (
    <>
      {risks.length === 0 ? <p className="quiet">{t.empty}</p> : <RiskChart register={register} />}
      {risks.length === 0 ? null : (
        <ol className="plain-list">
          {risks.map((risk) => (
            <RiskRow key={risk.id} {...{ risk, problemId, currency, isReadOnly }} ids={risks.map(({ id }) => id)} />
          ))}
        </ol>
      )}
      {isReadOnly ? null : <AddRisk {...{ problemId, currency }} isFirst={risks.length === 0} />}
      <AppetitePart {...{ register, problemId, isReadOnly }} />
    </>
  );
}

function RiskChart({ register }: { register: RiskRegister }) {
  const locale = useLocale();
  const t = useTexts(registerTexts).register;
  const formats = useFormats();
  const picture = useMemo(() => prepareRisks(register, locale), [register, locale]);
  const { after, currency } = register;
  return (
    <>
      {after && after.low !== after.high ? (
        <p>{t.bounds({ low: formats.money(after.low, currency), high: formats.money(after.high, currency) })}</p>
      ) : null}
      {picture ? <Chart picture={picture} /> : null}
    </>
  );
}

function AddRisk({ problemId, currency, isFirst }: { problemId: string; currency: string; isFirst: boolean }) {
  const t = useTexts(registerTexts).register;
  const create = useAsk(createRisk);
  const [isAdding, setAdding] = useState(false);
  if (isAdding) {
    return (
      <RiskForm
        start={emptyRisk}
        {...{ opener, currency }}
        save={(body) => create.mutateAsync({ params: { problemId }, body })}
        close={() => setAdding(false)}
      />
    );
  }
  return (
    <div>
      <Button
        id={opener}
        variant={isFirst ? 'filled' : 'default'}
        leftSection={<Icon name="plus" />}
        onClick={() => setAdding(true)}
      >
        {t.add}
      </Button>
    </div>
  );
}
