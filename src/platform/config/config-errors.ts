import { defineErrors } from '../errors/define-errors.ts';
import type { Locale } from '../text/locale.ts';

type InBoth = Readonly<Record<Locale, string>>;

/** Mistakes in what a person set at start. The terminal says the sentence and ends with exit code 2. */
export const configErrors = defineErrors('setting', {
  wrongValue: {
    status: 400,
    en: (p: { source: string; given: string; expected: InBoth; example: string }) =>
      `${p.source} was given "${p.given}"; expected ${p.expected.en}. For example: ${p.example}`,
    nl: (p) => `Bij ${p.source} is "${p.given}" opgegeven; verwacht wordt ${p.expected.nl}. Bijvoorbeeld: ${p.example}`,
  },
  artifactsInside: {
    status: 400,
    en: (p: { artifacts: string; data: string }) =>
      `The folder for artifacts, ${p.artifacts}, lies inside the data folder ${p.data}, where nobody but Peil writes. Give --artifact-root a folder outside it, or leave it out: Peil then keeps artifacts itself.`,
    nl: (p) =>
      `De map voor artefacten, ${p.artifacts}, ligt in de gegevensmap ${p.data}, waarin alleen Peil schrijft. Geef --artifact-root een map daarbuiten, of laat het weg: Peil bewaart artefacten dan zelf.`,
  },
  checkpointsInside: {
    status: 400,
    en: (p: { checkpoints: string; data: string }) =>
      `The folder for checkpoints, ${p.checkpoints}, lies inside the data folder ${p.data}: whoever can alter the one could alter the other. Give --checkpoints a folder outside it.`,
    nl: (p) =>
      `De map voor ijkpunten, ${p.checkpoints}, ligt in de gegevensmap ${p.data}: wie de ene kan wijzigen, kan ook de andere wijzigen. Geef --checkpoints een map daarbuiten.`,
  },
});
