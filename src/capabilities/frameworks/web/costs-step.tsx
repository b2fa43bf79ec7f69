import { Button, TextInput } from '@mantine/core';
import { Chart } from '../../../web/kit/charts/chart.tsx';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { frameworkNames, type RouteCostsGiven, type RouteName, routes } from '../contract.ts';
import { NumberField } from './number-field.tsx';
import { prepareCosts } from './prepare-costs.ts';
import type { StepProps } from './selection-props.ts';
import { outcomeTexts } from './outcome-texts.ts';

const nothing: RouteCostsGiven = { build: '0', data: '0', run: '0', maintain: '0', perCall: '0', exit: '0' };

/** Four routes over three years: what each costs, and from which volume one overtakes another. */
export function CostsStep({ draft, result, put, mayWrite }: StepProps) {
  const t = useTexts(outcomeTexts).costs;
  const names = useTexts(frameworkNames).routes;
  const locale = useLocale();
  const { costs } = draft;
  const change = (part: Partial<typeof costs>) => put({ costs: { ...costs, ...part } });
  const picture = prepareCosts(result.costs, costs.currency, locale);
  return (
    <>
      <p className="quiet">{t.lead}</p>
      <div className="filters">
        <NumberField
          label={t.calls}
          value={costs.callsPerYear === null ? null : String(costs.callsPerYear)}
          isReadOnly={!mayWrite}
          change={(value) => change({ callsPerYear: value === null ? null : Math.max(0, Math.round(Number(value))) })}
        />
        <NumberField
          label={t.growth}
          value={percentOf(costs.growth)}
          isReadOnly={!mayWrite}
          change={(value) => change({ growth: shareOf(value) })}
        />
        <TextInput
          label={t.currency}
          value={costs.currency}
          maxLength={3}
          readOnly={!mayWrite}
          onChange={(event) => {
            const currency = event.currentTarget.value.toUpperCase();
            if (/^[A-Z]{3}$/.test(currency)) change({ currency });
          }}
        />
      </div>
      {picture ? <Chart picture={picture} /> : <p className="quiet">{t.none}</p>}
      {routes.map((route) => (
        <RoutePrices
          key={route}
          name={names[route]}
          given={costs.routes[route]}
          mayWrite={mayWrite}
          change={(given) => change({ routes: withRoute(costs.routes, route, given) })}
        />
      ))}
    </>
  );
}

type Routes = StepProps['draft']['costs']['routes'];

function withRoute(all: Routes, route: RouteName, given: RouteCostsGiven | null): Routes {
  const { [route]: _before, ...others } = all;
  return given === null ? others : { ...others, [route]: given };
}

/** Shares on the wire, per cents for people; four decimals at most, as the address takes them. */
const percentOf = (share: string): string => String(Math.round(Number(share) * 1e6) / 1e4);
const shareOf = (percent: string | null): string =>
  String(Math.round(Math.min(900, Math.max(-99, Number(percent ?? 0))) * 100) / 1e4);

interface RoutePricesProps {
  name: string;
  given: RouteCostsGiven | undefined;
  mayWrite: boolean;
  change: (given: RouteCostsGiven | null) => void;
}

function RoutePrices({ name, given, mayWrite, change }: RoutePricesProps) {
  const t = useTexts(outcomeTexts).costs;
  if (!given)
    return (
      <div className="candidate row row--apart">
        <h4>{name}</h4>
        {mayWrite ? (
          <Button onClick={() => change(nothing)}>
            {t.price}
            <span className="unseen"> {name}</span>
          </Button>
        ) : null}
      </div>
    );
  return (
    <fieldset className="plain-fieldset candidate stack stack--tight">
      <legend className="unseen">{name}</legend>
      <h4>{name}</h4>
      <div className="filters">
        {(Object.keys(nothing) as (keyof RouteCostsGiven)[]).map((field) => (
          <NumberField
            key={field}
            label={t.fields[field]}
            about={name}
            value={given[field]}
            isReadOnly={!mayWrite}
            change={(value) => {
              // What is no amount of the form is left as it was: the field says so.
              if (value === null || /^\d{1,12}(\.\d{1,8})?$/.test(value)) change({ ...given, [field]: value ?? '0' });
            }}
          />
        ))}
      </div>
      {mayWrite ? (
        <div>
          <button type="button" className="button-plain link small" onClick={() => change(null)}>
            {t.unprice}
            <span className="unseen"> {name}</span>
          </button>
        </div>
      ) : null}
    </fieldset>
  );
}
