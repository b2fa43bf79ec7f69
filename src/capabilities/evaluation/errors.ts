import { defineErrors } from '../../platform/errors/define-errors.ts';

export const evaluationErrors = defineErrors('evaluation', {
  notFound: {
    status: 404,
    en: (p: { id: string }) => `This problem has no evaluation ${p.id}. List its evaluations to see which there are.`,
    nl: (p) => `Dit probleem heeft geen evaluatie ${p.id}. Bekijk de lijst om te zien welke er zijn.`,
  },
  runElsewhere: {
    status: 404,
    en: (p: { id: string }) =>
      `The run ${p.id} does not belong to this problem. Give the problem it belongs to; one in the inbox is assigned first.`,
    nl: (p) =>
      `De run ${p.id} hoort niet bij dit probleem. Geef het probleem waar hij bij hoort; wijs een run in de inbox eerst toe.`,
  },
  noData: {
    status: 404,
    en: (p: { id: string }) =>
      `This problem has no version ${p.id} of a data set. List its data sets to see which there are.`,
    nl: (p) => `Dit probleem heeft geen versie ${p.id} van een dataset. Bekijk de datasets om te zien welke er zijn.`,
  },
  noTask: {
    status: 409,
    en: (p: { task: string }) =>
      p.task === ''
        ? 'It is not chosen yet which kind of task this problem is. Choose it in the translation; binary, multiclass and regression can be evaluated.'
        : `The task of this problem is ${p.task}; binary, multiclass and regression can be evaluated. Change the translation if one of these fits.`,
    nl: (p) =>
      p.task === ''
        ? 'Er is nog niet gekozen wat voor taak dit probleem is. Kies dat in de vertaling; binary, multiclass en regression zijn te evalueren.'
        : `De taak van dit probleem is ${p.task}; binary, multiclass en regression zijn te evalueren. Wijzig de vertaling als een daarvan past.`,
  },
  badFormat: {
    status: 422,
    en: (p: { artifact: string }) =>
      `${p.artifact} is no table that Peil reads. Expected is a Parquet or CSV file, or a JSON table of mlflow.log_table.`,
    nl: (p) =>
      `${p.artifact} is geen tabel die Peil leest. Verwacht wordt een Parquet- of CSV-bestand, of een JSON-tabel van mlflow.log_table.`,
  },
  unreadable: {
    status: 422,
    en: (p: { artifact: string; reason: string }) =>
      `${p.artifact} cannot be read as a table of predictions: ${p.reason} Log it again, as Parquet, CSV or with mlflow.log_table.`,
    nl: (p) =>
      `${p.artifact} is niet te lezen als tabel van voorspellingen: ${p.reason} Log hem opnieuw, als Parquet, CSV of met mlflow.log_table.`,
  },
  noColumn: {
    status: 422,
    en: (p: { what: string; artifact: string; there: readonly string[] }) =>
      `${p.artifact} has no column for ${p.what}. Its columns are: ${p.there.join(', ')}. Say which one it is.`,
    nl: (p) =>
      `${p.artifact} heeft geen kolom voor ${p.what}. De kolommen zijn: ${p.there.join(', ')}. Zeg welke het is.`,
  },
  noCases: {
    status: 422,
    en: (p: { rows: number }) =>
      `None of the ${p.rows} rows has both a truth and a prediction, so nothing can be measured. Look whether the columns are the right ones.`,
    nl: (p) =>
      `Geen van de ${p.rows} rijen heeft zowel een waarheid als een voorspelling, dus er valt niets te meten. Kijk of de kolommen kloppen.`,
  },
  oneClass: {
    status: 422,
    en: (p: { value: string }) =>
      `Every truth is ${p.value}: with one class only there is nothing to tell apart. Evaluate on data in which both occur.`,
    nl: (p) =>
      `Elke waarheid is ${p.value}: met één klasse valt er niets te onderscheiden. Evalueer op gegevens waarin beide voorkomen.`,
  },
  notBinary: {
    status: 422,
    en: (p: { values: readonly string[] }) =>
      `A binary task has two truths; these are: ${p.values.join(', ')}. Name the positive class; every other truth is then negative.`,
    nl: (p) =>
      `Een binary-taak heeft twee waarheden; hier staan: ${p.values.join(', ')}. Noem de positieve klasse; elke andere waarheid is dan negatief.`,
  },
  noPositive: {
    status: 422,
    en: (p: { given: string; values: readonly string[] }) =>
      `No truth is ${p.given}. The truths are: ${p.values.join(', ')}. Name the one that is acted on as the positive class.`,
    nl: (p) =>
      `Geen waarheid is ${p.given}. De waarheden zijn: ${p.values.join(', ')}. Noem de waarheid waarbij wordt ingegrepen als positieve klasse.`,
  },
  tooManyClasses: {
    status: 422,
    en: (p: { limit: number }) =>
      `There are more than ${p.limit} truths, which is no table that people read. Is this a number? Then the task is regression.`,
    nl: (p) =>
      `Er zijn meer dan ${p.limit} waarheden; zo’n tabel leest niemand. Is dit een getal? Dan is de taak regression.`,
  },
  otherTask: {
    status: 409,
    en: (p: { task: string; priced: string }) =>
      `The task is ${p.task} and the value model prices ${p.priced}. Bring them in line, or evaluate without a value model.`,
    nl: (p) =>
      `De taak is ${p.task} en het waardemodel beprijst ${p.priced}. Maak ze gelijk, of evalueer zonder waardemodel.`,
  },
  noLevel: {
    status: 409,
    en: () => 'There is no level yet: it is frozen at the go. Use the draft of the value model, or none.',
    nl: () => 'Er is nog geen peil: dat wordt bij de go vastgelegd. Gebruik het concept van het waardemodel, of geen.',
  },
  noDraft: {
    status: 409,
    en: () => 'The value model is not complete yet, so it prices nothing. Complete it, or evaluate without one.',
    nl: () => 'Het waardemodel is nog niet compleet, dus het beprijst niets. Maak het af, of evalueer zonder.',
  },
  tooMany: {
    status: 400,
    en: (p: { given: number; limit: number }) =>
      `At most ${p.limit} evaluations are held against one at a time, and ${p.given} were given. Ask for them in parts.`,
    nl: (p) =>
      `Er worden hoogstens ${p.limit} evaluaties tegelijk naast een gelegd, en er zijn er ${p.given} gegeven. Vraag ze in delen.`,
  },
  notDone: {
    status: 409,
    en: (p: { id: string }) => `The evaluation ${p.id} has no result. Wait until it is done, or begin another.`,
    nl: (p) => `De evaluatie ${p.id} heeft geen uitkomst. Wacht tot zij klaar is, of begin een andere.`,
  },
  otherCases: {
    status: 409,
    en: (p: { id: string; like: string }) =>
      `The predictions of evaluation ${p.id} are of other cases, or tell apart something else, than those of ${p.like}: no protocol makes the two comparable. Log predictions of the same cases, and evaluate those.`,
    nl: (p) =>
      `De voorspellingen van evaluatie ${p.id} gaan over andere gevallen, of onderscheiden iets anders, dan die van ${p.like}: geen protocol maakt ze vergelijkbaar. Log voorspellingen voor dezelfde gevallen, en evalueer die.`,
  },
  likeNothing: {
    status: 409,
    en: (p: { like: string }) =>
      `It is not known on which data evaluation ${p.like} was measured, so nothing compares with it. Evaluate its predictions again and say which data they are of.`,
    nl: (p) =>
      `Het is niet bekend op welke gegevens evaluatie ${p.like} is gemeten, dus er is niets mee te vergelijken. Evalueer die voorspellingen opnieuw en zeg van welke gegevens ze zijn.`,
  },
  notPaired: {
    status: 422,
    en: (p: { id: string }) =>
      `These cases cannot be held against those of evaluation ${p.id} one by one: both need a column with the id of the case, and the same cases. Log the ids, or leave the champion out.`,
    nl: (p) =>
      `Deze gevallen zijn niet een voor een naast die van evaluatie ${p.id} te leggen: beide hebben een kolom met het id van het geval nodig, en dezelfde gevallen. Log de id’s, of laat de kampioen weg.`,
  },
  championElsewhere: {
    status: 409,
    en: (p: { id: string }) =>
      `Evaluation ${p.id} is of another task or was measured on other data, where the same id may be another case. Evaluate that run on the same version of the data first, or leave the champion out.`,
    nl: (p) =>
      `Evaluatie ${p.id} is van een andere taak of op andere gegevens gemeten, waar hetzelfde id een ander geval kan zijn. Evalueer die run eerst op dezelfde versie van de gegevens, of laat de kampioen weg.`,
  },
  otherTruths: {
    status: 422,
    en: (p: { id: string; cases: number }) =>
      `${p.cases} cases have another truth here than in evaluation ${p.id}, so they are not the same cases. Log both with the same ids and truths, or leave the champion out.`,
    nl: (p) =>
      `${p.cases} gevallen hebben hier een andere waarheid dan in evaluatie ${p.id}, dus het zijn niet dezelfde gevallen. Log beide met dezelfde id’s en waarheden, of laat de kampioen weg.`,
  },
  brokenDown: {
    status: 503,
    en: () => 'The evaluation broke off before it was finished. Begin it again.',
    nl: () => 'De evaluatie is afgebroken voordat zij klaar was. Begin haar opnieuw.',
  },
});
