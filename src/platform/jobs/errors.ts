import { defineErrors } from '../errors/define-errors.ts';

export const jobErrors = defineErrors('job', {
  notFound: {
    status: 404,
    en: (p: { id: string }) => `There is no job ${p.id}. It may have been removed some weeks after it ended.`,
    nl: (p) => `Er is geen taak ${p.id}. Enkele weken na afloop wordt een taak verwijderd.`,
  },
  notFailed: {
    status: 409,
    en: (p: { id: string; state: string }) => `Only a failed job can be run again; job ${p.id} is ${p.state}.`,
    nl: (p) => `Alleen een mislukte taak kan opnieuw worden uitgevoerd; taak ${p.id} is ${p.state}.`,
  },
  sameIsUnfinished: {
    status: 409,
    en: (p: { id: string }) => `The same work as job ${p.id} is waiting or running already. Follow that one.`,
    nl: (p) => `Hetzelfde werk als taak ${p.id} wacht of loopt al. Volg die.`,
  },
  alreadyFinished: {
    status: 409,
    en: (p: { id: string; state: string }) => `Job ${p.id} cannot be cancelled any more: it is ${p.state}.`,
    nl: (p) => `Taak ${p.id} kan niet meer worden geannuleerd: de status is ${p.state}.`,
  },
  badCron: {
    status: 400,
    en: (p: { given: string; reason: string }) =>
      `"${p.given}" is not a schedule (${p.reason}). Give five fields: minute, hour, day, month, weekday, like "30 6 * * 1-5".`,
    nl: (p) =>
      `"${p.given}" is geen schema (${p.reason}). Geef vijf velden: minuut, uur, dag, maand, weekdag, zoals "30 6 * * 1-5".`,
  },
  badTimeZone: {
    status: 400,
    en: (p: { given: string }) => `"${p.given}" is not a time zone. Give a name like Europe/Amsterdam or UTC.`,
    nl: (p) => `"${p.given}" is geen tijdzone. Geef een naam als Europe/Amsterdam of UTC.`,
  },
});
