import type { Locale } from '../../platform/text/locale.ts';
import type { Approach } from './approach-contract.ts';
import type { Entry } from './catalogue-contract.ts';
import { frameworkNames } from './names.ts';
import type { RecordContent } from './record-contract.ts';
import { sayKnockOut } from './say-result.ts';
import type { Weighed } from './scoring/weigh-selection.ts';
import type { Candidate, Draft } from './selection-contract.ts';
import { frameworkTexts } from './texts.ts';

interface Seen {
  draft: Draft;
  weighed: Weighed;
  entriesByKey: ReadonlyMap<string, Entry>;
  approaches: readonly Approach[];
  locale: Locale;
}

type Computed = Pick<RecordContent, 'options' | 'knockOuts' | 'scores' | 'weights' | 'facts' | 'costs'>;

/** What the selection said at the moment of deciding, in words and figures that stay readable without Peil. */
export function composeRecord(seen: Seen): Computed {
  const { draft, weighed, entriesByKey, locale } = seen;
  const names = frameworkNames[locale];
  const { number } = frameworkTexts[locale];
  const figure = (value: number | null, digits: number) => (value === null ? '' : number({ value, digits }));
  const nameOf = (id: string) => draft.candidates.find((each) => each.id === id)?.name ?? id;
  const keys = [...new Set(draft.candidates.flatMap(({ entryKeys }) => entryKeys))];
  return {
    options: draft.candidates.map((candidate) => optionOf(candidate, seen)),
    knockOuts: weighed.knockOuts.map((knockOut) => ({
      option: nameOf(knockOut.candidateId),
      reason: oneLine(sayKnockOut(knockOut, draft, locale)),
    })),
    scores: weighed.scores.map(({ candidateId, score, low, high, ranks, topsis }) => ({
      option: nameOf(candidateId),
      score: figure(score, 1),
      interval: `${figure(low, 1)} - ${figure(high, 1)}`,
      rank: figure(ranks.score, 0),
      topsis: figure(topsis, 3),
    })),
    weights: weighed.weights.map(({ criterion, weight }) => ({
      criterion: names.criteria[criterion],
      weight: `${figure(weight * 100, 1)} %`,
    })),
    facts: keys.flatMap((key) => {
      const entry = entriesByKey.get(key);
      if (!entry) return [];
      const { name, status, endOfSupport, asOf, source } = entry;
      return [{ entry: name, status: names.statuses[status], endOfSupport: endOfSupport ?? '', asOf, source }];
    }),
    costs: weighed.costs.routes.map(({ route, total }) => ({
      route: names.routes[route],
      total: `${draft.costs.currency} ${total}`,
    })),
  };
}

/** What spoke for and against it, as the board says; what it fell at speaks against it. */
function optionOf(
  { id, name, approachId, note }: Candidate,
  { weighed, draft, approaches, locale }: Seen,
): RecordContent['options'][number] {
  const approach = approaches.find((each) => each.id === approachId);
  const fell = weighed.knockOuts.filter(({ candidateId, verdict }) => candidateId === id && verdict === 'fails');
  return {
    name,
    good: linesOf(approach?.pros ?? ''),
    neutral: linesOf(note),
    bad: [...linesOf(approach?.cons ?? ''), ...fell.map((each) => oneLine(sayKnockOut(each, draft, locale)))],
  };
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => oneLine(line).slice(0, 500).toWellFormed().trim())
    .filter((line) => line !== '')
    .slice(0, 20);

const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\s\u2028\u2029]+/gu, ' ').trim();
