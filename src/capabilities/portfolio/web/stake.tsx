import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import type { PortfolioEntry } from '../contract.ts';
import { portfolioTexts } from './texts.ts';

/** What is at stake a year, and on which ground. */
export function Stake({ atStake }: Pick<PortfolioEntry, 'atStake'>) {
  const t = useTexts(portfolioTexts).portfolio;
  const formats = useFormats();
  if (!atStake) return <p className="stake small quiet">{t.notPriced}</p>;
  return (
    <p className="stake">
      <span className="stake__amount">{formats.moneyShort(atStake.amount, atStake.currency)}</span>
      <span className="small quiet">{atStake.basis === 'cost_today' ? t.costToday : t.ceiling}</span>
    </p>
  );
}
