import { defineTexts } from '../../platform/text/define-texts.ts';

/** What does not fit together in a value model, said where it is written and to whoever sends one. */
export const problemTexts = defineTexts(
  {
    oneMean: (p: { column: string; given: string; earlier: string }) =>
      `The column "${p.column}" has mean ${p.given} here and ${p.earlier} in another amount on the same cases; give one mean.`,
    noPrecision: (p: { recall: string }) =>
      `A precision of 0 means that no hit is caught, but the recall is ${p.recall}; give a precision above 0.`,
    lowPrecision: (p: { positives: string; recall: string; precision: string; lowest: string }) =>
      `With base rate ${p.positives} and recall ${p.recall}, a precision of ${p.precision} needs more false alarms than there are negative cases; the precision is at least ${p.lowest}, that of acting on every negative case.`,
    rows: (p: { given: number; expected: number }) =>
      `Given are ${p.given} rows; expected is one row for each of the ${p.expected} classes.`,
    columns: (p: { given: number; expected: number }) =>
      `Given are ${p.given} columns; expected is one for each of the ${p.expected} decisions.`,
    rates: (p: { name: string; sum: string }) =>
      `The rates of the class "${p.name}" add up to ${p.sum}; expected is 1.`,
    classes: (p: { sum: string }) => `The likely shares of the classes add up to ${p.sum}; expected is 1.`,
    noDecision: (p: { given: string; known: string }) =>
      `"${p.given}" is not among the decisions; expected is one of: ${p.known}.`,
    noClass: (p: { given: string; known: string }) =>
      `"${p.given}" is not among the classes; expected is one of: ${p.known}.`,
    gain: (p: { mean: string; cost: string }) =>
      `With a mean of ${p.mean} the cost per unit is ${p.cost}; a cost is expected to be 0 or more.`,
    nothingToCompare:
      'There is nothing to compare with: give today’s practice, or targetSigma, the standard deviation of the target, which prices predicting one number for every case.',
    inScenario: (p: { name: string; said: string }) => `In the scenario "${p.name}": ${p.said}`,
    segments: (p: { sum: string }) => `The likely shares of the segments add up to ${p.sum}; expected is 1.`,
    sharesIn: (p: { name: string; given: number; expected: number }) =>
      `Given are ${p.given} shares in "${p.name}"; expected is one for each of the ${p.expected} classes.`,
    classesIn: (p: { name: string; sum: string }) =>
      `The likely shares of the classes in "${p.name}" add up to ${p.sum}; expected is 1.`,
    twice: (p: { name: string }) => `The name "${p.name}" is given twice; give each its own name.`,
    noCases: {
      positive: 'The table of cases has no positive case, so no rate follows from it; give some of each.',
      negative: 'The table of cases has no negative case, so no rate follows from it; give some of each.',
    },
    emptyClasses: (p: { names: string }) => `The table has no cases of: ${p.names}; give some of each class.`,
    loneBound: {
      low: 'Given is high without low; give both, or neither when the figure is certain.',
      high: 'Given is low without high; give both, or neither when the figure is certain.',
    },
    lowAbove: (p: { low: string; likely: string }) =>
      `Low (${p.low}) is above likely (${p.likely}); expected is low ≤ likely ≤ high.`,
    highBelow: (p: { high: string; likely: string }) =>
      `High (${p.high}) is below likely (${p.likely}); expected is low ≤ likely ≤ high.`,
  },
  {
    oneMean: (p) =>
      `De kolom “${p.column}” heeft hier gemiddelde ${p.given} en in een ander bedrag over dezelfde gevallen ${p.earlier}; geef één gemiddelde.`,
    noPrecision: (p) =>
      `Is ingrijpen nooit terecht, dan wordt er niets gevonden, maar gevonden wordt ${p.recall}; geef een aandeel boven 0.`,
    lowPrecision: (p) =>
      `Als ${p.positives} ingrijpen vraagt en daarvan ${p.recall} wordt gevonden, vraagt ${p.precision} terecht ingrijpen meer vals alarm dan er andere gevallen zijn; het is minstens ${p.lowest}, dat van ingrijpen bij elk ander geval.`,
    rows: (p) => `Gegeven zijn ${p.given} rijen; verwacht wordt er één per soort, dus ${p.expected}.`,
    columns: (p) => `Gegeven zijn ${p.given} kolommen; verwacht wordt er één per beslissing, dus ${p.expected}.`,
    rates: (p) => `De aandelen van de soort “${p.name}” zijn samen ${p.sum}; verwacht wordt 1.`,
    classes: (p) => `De waarschijnlijke aandelen van de soorten zijn samen ${p.sum}; verwacht wordt 1.`,
    noDecision: (p) => `“${p.given}” is geen van de beslissingen; verwacht wordt een van: ${p.known}.`,
    noClass: (p) => `“${p.given}” is geen van de soorten; verwacht wordt een van: ${p.known}.`,
    gain: (p) => `Bij een gemiddelde van ${p.mean} zijn de kosten per eenheid ${p.cost}; kosten zijn 0 of meer.`,
    nothingToCompare:
      'Er is niets om mee te vergelijken: geef hoe het vandaag gaat, of hoe ver de echte waarden van hun gemiddelde liggen; daarmee is één voorspelling voor elk geval te prijzen.',
    inScenario: (p) => `In het scenario “${p.name}”: ${p.said}`,
    segments: (p) => `De waarschijnlijke aandelen van de segmenten zijn samen ${p.sum}; verwacht wordt 1.`,
    sharesIn: (p) =>
      `Gegeven zijn ${p.given} aandelen in “${p.name}”; verwacht wordt er één per soort, dus ${p.expected}.`,
    classesIn: (p) =>
      `De waarschijnlijke aandelen van de soorten in “${p.name}” zijn samen ${p.sum}; verwacht wordt 1.`,
    twice: (p) => `De naam “${p.name}” is twee keer gegeven; geef elk een eigen naam.`,
    noCases: {
      positive: 'In de tabel vroeg geen enkel geval ingrijpen, dus er volgt geen aandeel uit; geef er van elk enkele.',
      negative: 'In de tabel vroeg elk geval ingrijpen, dus er volgt geen aandeel uit; geef er van elk enkele.',
    },
    emptyClasses: (p) => `De tabel heeft geen gevallen van: ${p.names}; geef er van elke soort enkele.`,
    loneBound: {
      low: 'Gegeven is hoog zonder laag; geef beide, of geen van beide als het cijfer zeker is.',
      high: 'Gegeven is laag zonder hoog; geef beide, of geen van beide als het cijfer zeker is.',
    },
    lowAbove: (p) => `Laag (${p.low}) ligt boven waarschijnlijk (${p.likely}); laag, waarschijnlijk en hoog lopen op.`,
    highBelow: (p) =>
      `Hoog (${p.high}) ligt onder waarschijnlijk (${p.likely}); laag, waarschijnlijk en hoog lopen op.`,
  },
);
type ProblemTexts = (typeof problemTexts)['en'];

/** How a language writes a number in such a sentence. */
type Write = (value: number | string) => string;
const plain: Write = (value) => (typeof value === 'string' ? value : String(Number(value.toFixed(6))));

/** One sentence in both languages. */
export interface Said {
  message: string;
  nl: string;
}

/** @example saying((t, write) => t.segments({ sum: write(0.9) })) */
export const saying = (write: (texts: ProblemTexts, number: Write) => string): Said => ({
  message: write(problemTexts.en, plain),
  nl: write(problemTexts.nl, (value) => plain(value).replace('.', ',')),
});
