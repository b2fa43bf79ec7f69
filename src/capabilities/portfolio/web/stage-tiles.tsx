import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import type { Answer } from '../../../platform/endpoint/define-endpoint.ts';
import type { Stage, summarisePortfolio } from '../contract.ts';
import { portfolioTexts } from './texts.ts';

type Summary = Answer<typeof summarisePortfolio>['stages'][number];

interface StageTilesProps {
  stages: readonly Summary[];
  chosen: Stage | null;
  choose: (stage: Stage) => void;
}

/** Every stage that has problems, with their euros together; one that is pressed filters what stands below. */
export function StageTiles({ stages, chosen, choose }: StageTilesProps) {
  const t = useTexts(portfolioTexts).portfolio;
  const formats = useFormats();
  const here = stages.filter(({ stage, problems }) => problems > 0 || stage === chosen);
  return (
    <section aria-label={t.byStage}>
      <ul className="plain-list stages">
        {here.map(({ stage, problems, atStake }) => (
          <li key={stage}>
            <button
              type="button"
              className="button-plain stage"
              aria-pressed={stage === chosen}
              onClick={() => choose(stage)}
            >
              <span className="stage__name">{t.stages[stage]}</span>
              <span className="small">{t.count({ count: formats.number(problems, 0), isOne: problems === 1 })}</span>
              <span className="small quiet">
                {atStake.length === 0
                  ? t.notPriced
                  : `${formats.list(atStake.map(({ amount, currency }) => formats.moneyShort(amount, currency)))} ${t.aYear}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
