import { Figure } from '../../../web/kit/figure/figure.tsx';
import { Gauge } from '../../../web/kit/gauge/gauge.tsx';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import type { Euros, Evaluation } from '../contract.ts';
import { AgainstTable } from './against-table.tsx';
import { nameValue, writeMoney } from './names.ts';
import { evaluationPageTexts } from './texts.ts';

interface InEurosProps {
  evaluation: Evaluation;
  euros: Euros;
  cases: number;
}

/** Where it stands beside the level, what it is worth, and what every other way would be. */
export function InEuros({ evaluation, euros, cases }: InEurosProps) {
  const t = useTexts(evaluationPageTexts);
  const formats = useFormats();
  const { currency, against } = euros;
  const money = writeMoney(useLocale(), currency);
  const level = against.find(({ kind }) => kind === 'level');
  return (
    <section className="stack" aria-labelledby="evaluation-euros">
      <h3 id="evaluation-euros">{t.inEuros}</h3>
      {level ? (
        <Gauge
          title={t.gauge}
          value={euros.perMonth}
          level={level.perMonth}
          low={level.perMonth + level.low}
          high={level.perMonth + level.high}
          levelName={t.level}
          valueName={t.now}
          write={money}
          writeShort={(amount) => formats.moneyShort(amount, currency)}
          sayInterval={() => t.interval({ low: money(level.low), high: money(level.high) })}
        />
      ) : null}
      <Figures {...{ evaluation, euros, cases }} />
      <AgainstTable euros={euros} />
    </section>
  );
}

function Figures({ evaluation: { pricedBy }, euros, cases }: InEurosProps) {
  const t = useTexts(evaluationPageTexts);
  const locale = useLocale();
  const formats = useFormats();
  const { currency, low, high, interval, volumePerYear } = euros;
  const money = writeMoney(locale, currency);
  const { method, draws, seed } = interval;
  const facts = {
    source: t.figureSource({ cases: formats.number(cases), volume: formats.number(volumePerYear) }),
    computed: t.figureComputed[method]({ draws: formats.number(draws), seed: String(seed) }),
    by: nameValue(pricedBy, locale),
  };
  return (
    <div className="figures">
      {(['perMonth', 'perCase', 'perThousand'] as const).map((figure) => (
        <Figure key={figure} label={t[figure]} value={money(euros[figure])} unit={t.figureUnit[figure]} {...facts}>
          {figure === 'perMonth' ? t.between({ low: money(low), high: money(high) }) : null}
        </Figure>
      ))}
    </div>
  );
}
