import { verdictSentence } from '../value/index.ts';
import { gateBlocks } from './one-page-gates.ts';
import { type Block, type Framed, heading, list, sentence, words, writersFor } from './one-page-frame.ts';
import { solutionInTermsBlocks } from './one-page-solution.ts';
import { onePageTexts } from './one-page-texts.ts';
import { opportunityFields } from './opportunity-contract.ts';

export function layOutOnePage(framed: Framed): Block[] {
  const { content, hash, language } = framed;
  const t = onePageTexts[language];
  return [
    heading(1, content.title),
    sentence(t.phase({ phase: t.phases[content.phase] })),
    ...problemBlocks(framed),
    ...solutionBlocks(framed),
    ...valueBlocks(framed),
    heading(2, t.risk),
    sentence(t.riskClass({ name: t.classes[content.riskClass] })),
    ...gateBlocks(framed),
    { kind: 'seal', lines: [t.seal({ hash }), t.sealAbout] },
  ];
}

function problemBlocks({ content, language }: Framed): Block[] {
  const t = onePageTexts[language];
  const { named, mustBeHeard, heard, openQuestions } = content.stakeholders;
  return [
    heading(2, t.problem),
    ...opportunityFields.flatMap((field) => [
      heading(3, t.questions[field]),
      words(content.opportunity[field], t.nothing),
    ]),
    heading(3, t.stakeholders),
    sentence(t.heard({ named: `${named}`, must: `${mustBeHeard}`, heard: `${heard}`, open: `${openQuestions}` })),
  ];
}

function solutionBlocks(framed: Framed): Block[] {
  const { content, language } = framed;
  const t = onePageTexts[language];
  const write = writersFor(language);
  const objectives = content.objectives.flatMap(({ text, keyResults }): Block[] => [
    { kind: 'words', text },
    keyResults.length === 0
      ? sentence(t.noKeyResult)
      : {
          kind: 'list',
          items: keyResults.map(({ metric, unit, baseline, target, by, source }) =>
            t.course({
              metric,
              from: baseline === null ? t.unknown : write.number(baseline),
              to: target === null ? t.unknown : write.number(target),
              unit,
              by: by === null ? t.noDate : write.date(by),
              source: source.trim() || t.noSource,
            }),
          ),
        },
  ]);
  return [
    heading(2, t.solution),
    ...(objectives.length === 0 ? [sentence(t.noObjective)] : objectives),
    ...solutionInTermsBlocks(framed),
    heading(3, t.alternatives),
    ...(content.options.length > 0 && content.alternatives.trim() === ''
      ? []
      : [words(content.alternatives, t.nothing)]),
    ...(content.options.length > 0
      ? [list(content.options.map((each) => t.option({ ...each, kind: t.kinds[each.kind] })))]
      : []),
  ];
}

function valueBlocks({ content: { value }, language }: Framed): Block[] {
  const t = onePageTexts[language];
  if (!value) return [heading(2, t.value), sentence(t.noValue)];
  const write = writersFor(language);
  const money = (amount: string) => write.money(amount, value.currency);
  const { atStake, baselines, best, ceiling, netPerYear, interval } = value;
  return [
    heading(2, t.value),
    sentence(verdictSentence(value.verdict, language)),
    ...(atStake ? [sentence(t.atStake[atStake.basis]({ amount: write.money(atStake.amount, atStake.currency) }))] : []),
    {
      kind: 'table',
      head: [t.without, t.perYear],
      rows: baselines.map(({ kind, valuePerYear }) => [t.baselines[kind], money(valuePerYear)]),
    },
    sentence(t.best({ name: t.baselines[best] })),
    sentence(t.ceiling({ year: money(ceiling.perYear), build: money(ceiling.buildCost) })),
    sentence(
      t.net({
        net: money(netPerYear),
        low: money(interval.p05),
        high: money(interval.p95),
        chance: write.chance(interval.chancePositive),
      }),
    ),
  ];
}
