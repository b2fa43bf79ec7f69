import { defineErrors } from '../../platform/errors/define-errors.ts';

export const contractErrors = defineErrors('contract', {
  notYaml: {
    status: 422,
    en: (p: { line: number; reason: string }) =>
      `This is not YAML that can be read: line ${p.line}, ${p.reason}. Mend that line and send it again.`,
    nl: (p) => `Dit is geen leesbare YAML: regel ${p.line}, ${p.reason}. Herstel die regel en stuur het opnieuw.`,
  },
  otherStandard: {
    status: 422,
    en: (p: { given: string; readable: readonly string[] }) =>
      `A contract of the Open Data Contract Standard begins with kind: DataContract and an apiVersion that is one of ${p.readable.join(', ')}; given was ${p.given}.`,
    nl: (p) =>
      `Een contract volgens de Open Data Contract Standard begint met kind: DataContract en een apiVersion die een van ${p.readable.join(', ')} is; opgegeven is ${p.given}.`,
  },
  unknownKey: {
    status: 422,
    en: (p: { path: string }) =>
      `The standard has no key "${p.path}". Look for a typing mistake, or put what is your own under customProperties.`,
    nl: (p) =>
      `De standaard kent geen sleutel "${p.path}". Zoek naar een typefout, of zet wat van uzelf is onder customProperties.`,
  },
  wrongValue: {
    status: 422,
    en: (p: { path: string; reason: string }) =>
      `What stands under "${p.path}" does not fit the standard: ${p.reason}.`,
    nl: (p) => `Wat onder "${p.path}" staat past niet in de standaard: ${p.reason}.`,
  },
  noSuchTable: {
    status: 422,
    en: (p: { given: string; there: readonly string[] }) =>
      `The contract describes no table "${p.given}". It describes: ${p.there.join(', ') || 'none'}.`,
    nl: (p) => `Het contract beschrijft geen tabel "${p.given}". Het beschrijft: ${p.there.join(', ') || 'geen'}.`,
  },
  notOneCondition: {
    status: 422,
    en: (p: { given: string }) =>
      `A rule in SQL is one condition on the columns of a row, such as "delay" > 0 and "origin" <> 'AMS'; here stands "${p.given}". Leave out SELECT, comments, semicolons and brackets that do not match.`,
    nl: (p) =>
      `Een regel in SQL is één voorwaarde op de kolommen van een rij, zoals "delay" > 0 and "origin" <> 'AMS'; hier staat "${p.given}". Laat SELECT, commentaar, puntkomma's en haakjes die niet kloppen weg.`,
  },
});
