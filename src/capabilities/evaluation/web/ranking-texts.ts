import { defineTexts } from '../../../platform/text/define-texts.ts';

/** Which is best among those that compare, and why others do not. */
export const rankingTexts = defineTexts(
  {
    title: 'Which is best',
    empty:
      'No predictions were evaluated yet, so there is nothing to rank. Open a run that logged a table of predictions, and evaluate it there.',
    group: 'Ranked under',
    groupOption: (p: { title: string; count: number }) => `${p.title} (${p.count})`,
    only: (p: { run: string; protocol: string }) =>
      `Only ${p.run} was evaluated on ${p.protocol}: there is nothing to rank it against.`,
    best: (p: { run: string; figure: string }) => `${p.run} is worth most: ${p.figure} a month`,
    bestQuality: (p: { run: string; metric: string; figure: string }) => `${p.run} is best: ${p.metric} ${p.figure}`,
    sure: (p: { other: string; difference: string }) => `, ${p.difference} more than ${p.other}.`,
    unsure: (p: { other: string }) =>
      `; the bounds of ${p.other} overlap with it, so these cases may be too few to tell them apart.`,
    pair: {
      above: (p: { cases: string; difference: string; other: string; low: string; high: string }) =>
        `On the same ${p.cases} cases it brings ${p.difference} a month more than ${p.other}, between ${p.low} and ${p.high}`,
      below: (p: { cases: string; difference: string; other: string; low: string; high: string }) =>
        `On the same ${p.cases} cases it brings ${p.difference} a month less than ${p.other}, between ${p.low} and ${p.high}`,
      equal: (p: { cases: string; other: string }) =>
        `On the same ${p.cases} cases it brings exactly as much as ${p.other}, case by case`,
      sure: '.',
      unsure: ': these cases are too few to tell them apart.',
    },
    end: '.',
    under: (p: { protocol: string; metric: string }) => `All measured alike, on ${p.protocol}; ordered by ${p.metric}.`,
    run: 'Run',
    bounds: 'Between (95%)',
    level: 'Beside the level',
    isBest: 'best',
    threshold: 'Acts from',
    chartNote: 'The dot is the value a month, the bar its bounds of 95 %, the line the level.',
    chart: (p: { above: number; all: number }) =>
      p.above === p.all
        ? 'All are above the level'
        : p.above === 0
          ? 'None is above the level'
          : `${p.above} of ${p.all} are above the level`,
    perMonth: 'Euros a month',
    quality: 'How good it is',
    qualityOf: { auc: 'AUC', f1: 'F1', accuracy: 'Accuracy', meanSize: 'Mean size of the error' },
    together: 'Rank the variants of the model together',
    elsewhere: 'Not ranked here any more',
    apart: 'Not comparable with these',
    apartLead: 'Each stands apart with the reason, and what would make it comparable.',
    evaluateOn: (p: { protocol: string }) => `Evaluate on ${p.protocol}`,
    priceAlike: (p: { value: string }) => `Price by ${p.value}`,
    ofRun: (p: { run: string }) => ` (${p.run})`,
    theseRuns: (p: { count: number }) => ` (${p.count} runs)`,
    alike: 'Evaluated like the others',
    comparesNow: 'is evaluated like the others, and compares with them now.',
    evaluateOther: 'Evaluate another table of this run',
    behind: (p: { count: number; value: string }) =>
      p.count === 1
        ? `What prices now is ${p.value}; one evaluation is not priced by it yet.`
        : `What prices now is ${p.value}; ${p.count} evaluations are not priced by it yet.`,
    priceAll: (p: { value: string }) => `Price all by ${p.value}`,
    standing: (p: { place: number; of: number; protocol: string }) =>
      p.of === 1
        ? `Nothing else was measured alike yet, on ${p.protocol}.`
        : `Place ${p.place} of ${p.of}, on ${p.protocol}.`,
    acting: (p: { run: string; from: string }) => `${p.run} (from ${p.from})`,
    toRanking: 'All that was evaluated',
    beginning: (p: { count: number }) =>
      p.count === 1 ? 'One evaluation has begun.' : `${p.count} evaluations have begun.`,
  },
  {
    title: 'Wat het beste is',
    empty:
      'Er zijn nog geen voorspellingen geëvalueerd, dus er valt niets te rangschikken. Open een run die een tabel met voorspellingen logde, en evalueer die daar.',
    group: 'Gerangschikt onder',
    groupOption: (p) => `${p.title} (${p.count})`,
    only: (p) => `Alleen ${p.run} is geëvalueerd op ${p.protocol}: er is niets om naast te leggen.`,
    best: (p) => `${p.run} is het meest waard: ${p.figure} per maand`,
    bestQuality: (p) => `${p.run} is het beste: ${p.metric} ${p.figure}`,
    sure: (p) => `, ${p.difference} meer dan ${p.other}.`,
    unsure: (p) =>
      `; de grenzen van ${p.other} overlappen ermee, dus misschien zijn dit te weinig gevallen om ze te onderscheiden.`,
    pair: {
      above: (p) =>
        `Op dezelfde ${p.cases} gevallen brengt het ${p.difference} per maand meer op dan ${p.other}, tussen ${p.low} en ${p.high}`,
      below: (p) =>
        `Op dezelfde ${p.cases} gevallen brengt het ${p.difference} per maand minder op dan ${p.other}, tussen ${p.low} en ${p.high}`,
      equal: (p) => `Op dezelfde ${p.cases} gevallen brengt het precies evenveel op als ${p.other}, geval voor geval`,
      sure: '.',
      unsure: ': dit zijn te weinig gevallen om ze te onderscheiden.',
    },
    end: '.',
    under: (p) => `Alles gelijk gemeten, op ${p.protocol}; geordend naar ${p.metric}.`,
    run: 'Run',
    bounds: 'Tussen (95%)',
    level: 'Naast het peil',
    isBest: 'beste',
    threshold: 'Grijpt in vanaf',
    chartNote: 'De stip is de waarde per maand, de balk de grenzen van 95 %, de lijn het peil.',
    chart: (p) =>
      p.above === p.all
        ? 'Alle zijn boven peil'
        : p.above === 0
          ? 'Geen is boven peil'
          : `${p.above} van de ${p.all} zijn boven peil`,
    perMonth: 'Euro per maand',
    quality: 'Hoe goed het is',
    qualityOf: { auc: 'AUC', f1: 'F1', accuracy: 'Nauwkeurigheid', meanSize: 'Gemiddelde grootte van de fout' },
    together: 'De varianten van het model samen rangschikken',
    elsewhere: 'Hier niet meer gerangschikt',
    apart: 'Hiermee niet te vergelijken',
    apartLead: 'Elk staat apart, met de reden en met wat het vergelijkbaar zou maken.',
    evaluateOn: (p) => `Evalueren op ${p.protocol}`,
    priceAlike: (p) => `Beprijzen met ${p.value}`,
    ofRun: (p) => ` (${p.run})`,
    theseRuns: (p) => ` (${p.count} runs)`,
    alike: 'Geëvalueerd zoals de andere',
    comparesNow: 'is geëvalueerd zoals de andere, en is er nu mee te vergelijken.',
    evaluateOther: 'Een andere tabel van deze run evalueren',
    behind: (p) =>
      p.count === 1
        ? `Nu wordt beprijsd met ${p.value}; één evaluatie is dat nog niet.`
        : `Nu wordt beprijsd met ${p.value}; ${p.count} evaluaties zijn dat nog niet.`,
    priceAll: (p) => `Alles beprijzen met ${p.value}`,
    standing: (p) =>
      p.of === 1
        ? `Nog niets anders is gelijk gemeten, op ${p.protocol}.`
        : `Plaats ${p.place} van ${p.of}, op ${p.protocol}.`,
    acting: (p) => `${p.run} (vanaf ${p.from})`,
    toRanking: 'Alles wat geëvalueerd is',
    beginning: (p) => (p.count === 1 ? 'Eén evaluatie is begonnen.' : `${p.count} evaluaties zijn begonnen.`),
  },
);
