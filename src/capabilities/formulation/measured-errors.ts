import { defineErrors } from '../../platform/errors/define-errors.ts';
import { list } from './error-words.ts';

/** What is measured in data, and the levels that are frozen with it. */
export const measuredErrors = defineErrors('formulation', {
  levelNotFound: {
    status: 404,
    en: (p: { number: number; numbers: readonly number[] }) =>
      `This problem has no level ${p.number}. Its levels: ${list(p.numbers.map(String)) || 'none yet'}.`,
    nl: (p: { number: number; numbers: readonly number[] }) =>
      `Dit probleem heeft geen peil ${p.number}. De peilen: ${list(p.numbers.map(String)) || 'nog geen'}.`,
  },
  measuredNotFound: {
    status: 404,
    en: (p: { id: string }) => `This problem has no measured figure ${p.id}. They are listed at /value/measured.`,
    nl: (p) => `Dit probleem heeft geen gemeten cijfer ${p.id}. Ze staan bij /value/measured.`,
  },
  measuredSettled: {
    status: 409,
    en: (p: { path: string; state: string }) =>
      `The figure for ${p.path} is ${p.state} already. Look at the list anew.`,
    nl: (p) => `Over het cijfer voor ${p.path} is al beslist (${p.state}). Bekijk de lijst opnieuw.`,
  },
  measuredPlace: {
    status: 422,
    en: (p: { path: string }) =>
      `The value model has no place ${p.path}. Measure a figure that it has, such as baseRate.`,
    nl: (p) => `Het waardemodel heeft geen plaats ${p.path}. Meet een cijfer dat erin staat, zoals baseRate.`,
  },
  measuredUnfit: {
    status: 422,
    en: (p: { path: string; why: string }) => `What was measured does not fit at ${p.path}. ${p.why}`,
    nl: (p: { path: string; why: string }) => `Wat is gemeten past niet op ${p.path}. ${p.why}`,
  },
});
