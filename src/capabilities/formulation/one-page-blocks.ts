import type { Locale } from '../../platform/text/locale.ts';
import { verdictSentence } from '../value/index.ts';
import { gateTexts } from './gate-texts.ts';
import type { OnePageContent } from './one-page-contract.ts';
import { onePageTexts } from './one-page-texts.ts';
import { opportunityFields } from './opportunity-contract.ts';

/** The page as plain text in pieces; Markdown and HTML each write, and escape, these. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'sentence'; text: string }
  /** what somebody wrote, over several lines */
  | { kind: 'words'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] }
  /** the foot of the page */
  | { kind: 'seal'; lines: readonly string[] };

interface Framed {
  content: OnePageContent;
  hash: string;
  language: Locale;
  /** by `who`; absent: erased */
  names: ReadonlyMap<string, string>;
}

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

const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
const sentence = (text: string): Block => ({ kind: 'sentence', text });
const words = (text: string, absent: string): Block =>
  text.trim() === '' ? sentence(absent) : { kind: 'words', text };

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

function solutionBlocks({ content, language }: Framed): Block[] {
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

type Signer = NonNullable<OnePageContent['gates'][number]['decision']>['people'][number];

function gateBlocks({ content, language, names }: Framed): Block[] {
  const t = onePageTexts[language];
  const write = writersFor(language);
  const { roles } = gateTexts[language];
  const nameOf = (id: string) => names.get(id) ?? t.nameless;
  const said = ({ who, role, meaning, onBehalfOf }: Signer) => {
    const signed = t.person({ name: nameOf(who), role: roles[role], meaning });
    return onBehalfOf === undefined ? signed : t.onBehalf({ signed, name: nameOf(onBehalfOf) });
  };
  const { level } = content;
  return [
    heading(2, t.gates),
    ...content.gates.flatMap(({ id, decision, proposal }): Block[] => [
      heading(3, t.gate[id]),
      ...(decision
        ? [
            sentence(t.decided({ outcome: t.outcomes[decision.outcome], date: write.date(decision.at) })),
            words(decision.reasons, t.nothing),
            list([
              ...decision.people.map(said),
              ...decision.openConditions.map(({ due, text }) => t.condition({ due: write.date(due), text })),
              t.evidence({ hash: decision.snapshotHash }),
            ]),
          ]
        : [sentence(t.undecided)]),
      ...(proposal
        ? [
            sentence(t.proposed({ outcome: t.outcomes[proposal.outcome] })),
            proposal.signOffs.length === 0
              ? sentence(t.unsigned)
              : list(
                  proposal.signOffs.map((each) =>
                    t.signed[each.verdict]({ said: said(each), date: write.date(each.at) }),
                  ),
                ),
          ]
        : []),
    ]),
    sentence(level ? t.level({ number: `${level.number}`, date: write.date(level.at), hash: level.hash }) : t.noLevel),
  ];
}

const list = (items: readonly string[]): Block => ({ kind: 'list', items });

const tags: Record<Locale, string> = { en: 'en-GB', nl: 'nl-NL' };

/** Dates in UTC: the page is the same wherever the server and the reader are. */
export function writersFor(language: Locale) {
  const tag = tags[language];
  const date = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 8 });
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  return {
    date: (at: number | string) => date.format(new Date(at)),
    number: (decimal: string) => number.format(decimal as Intl.StringNumericLiteral),
    chance: (share: number) => percent.format(share),
    money: (amount: string, currency: string) =>
      new Intl.NumberFormat(tag, { style: 'currency', currency, maximumFractionDigits: 0 }).format(
        amount as Intl.StringNumericLiteral,
      ),
  };
}
