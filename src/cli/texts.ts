import { defineTexts } from '../platform/text/define-texts.ts';

export const cliTexts = defineTexts(
  {
    about: 'Peil: from the business problem to every single prediction, measured against one level, in euros.',
    group: (p: { words: string }) => `Commands about: ${p.words}`,
    help: 'show this help',
    version: 'show the version',
    done: 'Done.',
    nothing: 'There is nothing to show.',
    written: (p: { path: string }) => `Written: ${p.path}`,
    bug: (p: { message: string }) => `Something broke inside Peil: ${p.message}`,
    required: 'required',
    variable: (p: { variable: string }) => `variable: ${p.variable}`,
    fallback: (p: { fallback: string }) => `default: ${p.fallback}`,
    titles: {
      'Usage:': 'Usage:',
      'Options:': 'Options:',
      'Arguments:': 'Arguments:',
      'Commands:': 'Commands:',
    },
  },
  {
    about: 'Peil: van het bedrijfsprobleem tot elke voorspelling, gemeten aan één peil, in euro’s.',
    group: (p) => `Opdrachten over: ${p.words}`,
    help: 'toon deze hulp',
    version: 'toon de versie',
    done: 'Gedaan.',
    nothing: 'Er is niets te tonen.',
    written: (p) => `Geschreven: ${p.path}`,
    bug: (p) => `Er ging binnen Peil iets stuk: ${p.message}`,
    required: 'verplicht',
    variable: (p) => `variabele: ${p.variable}`,
    fallback: (p) => `standaard: ${p.fallback}`,
    titles: {
      'Usage:': 'Gebruik:',
      'Options:': 'Opties:',
      'Arguments:': 'Argumenten:',
      'Commands:': 'Opdrachten:',
    },
  },
);
