import { defineTexts } from '../../../platform/text/define-texts.ts';

/** What the file MLmodel of a model says. */
export const modelFileTexts = defineTexts(
  {
    loadedAs: (p: { flavors: string }) => `It is loaded as ${p.flavors}.`,
    noFlavors: 'It does not say how it is loaded.',
    writtenWith: (p: { with: string }) => `Written with ${p.with}.`,
    at: (p: { moment: string }) => `Written on ${p.moment}.`,
    size: (p: { size: string }) => `Its files are ${p.size}.`,
    inputs: 'What it takes',
    outputs: 'What it gives',
    params: 'Parameters of a prediction',
    column: 'Column',
    nameless: 'without a name',
    type: 'Type',
    needed: 'Needed',
    yes: 'yes',
    no: 'no',
    otherwise: 'If not given',
    noSignature:
      'It does not say which columns it takes and gives. Give it a signature the next time: log_model(..., input_example=rows.head()).',
    example: (p: { file: string }) => `An example of what it takes stands beside it: ${p.file}.`,
    packages: (p: { count: number }) => `It needs ${p.count === 1 ? 'one package' : `${p.count} packages`}`,
    settings: 'What each library says of it',
  },
  {
    loadedAs: (p) => `Het wordt geladen als ${p.flavors}.`,
    noFlavors: 'Het zegt niet hoe het geladen wordt.',
    writtenWith: (p) => `Geschreven met ${p.with}.`,
    at: (p) => `Geschreven op ${p.moment}.`,
    size: (p) => `De bestanden zijn samen ${p.size}.`,
    inputs: 'Wat erin gaat',
    outputs: 'Wat eruit komt',
    params: 'Parameters van een voorspelling',
    column: 'Kolom',
    nameless: 'zonder naam',
    type: 'Type',
    needed: 'Nodig',
    yes: 'ja',
    no: 'nee',
    otherwise: 'Zonder opgave',
    noSignature:
      'Het zegt niet welke kolommen erin gaan en eruit komen. Geef het volgende keer een signatuur mee: log_model(..., input_example=rows.head()).',
    example: (p) => `Een voorbeeld van wat erin gaat staat ernaast: ${p.file}.`,
    packages: (p) => `Het heeft ${p.count === 1 ? 'één pakket' : `${p.count} pakketten`} nodig`,
    settings: 'Wat elke bibliotheek ervan zegt',
  },
);
