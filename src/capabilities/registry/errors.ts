import { defineErrors } from '../../platform/errors/define-errors.ts';

export const registryErrors = defineErrors('registry', {
  modelNotFound: {
    status: 404,
    en: (p: { name: string }) =>
      `Registered Model with name=${p.name} not found. Check how it is written, or register it.`,
    nl: (p) =>
      `Er is geen geregistreerd model met de naam ${p.name}. Controleer hoe die geschreven is, of registreer het.`,
  },
  modelExists: {
    status: 409,
    en: (p: { name: string }) =>
      `Registered Model (name=${p.name}) already exists. Use that one, or choose another name.`,
    nl: (p) => `Er is al een geregistreerd model met de naam ${p.name}. Gebruik dat, of kies een andere naam.`,
  },
  versionNotFound: {
    status: 404,
    en: (p: { name: string; version: string }) =>
      `Model Version (name=${p.name}, version=${p.version}) not found. List the versions of the model to see which there are.`,
    nl: (p) =>
      `Model ${p.name} heeft geen versie ${p.version}. Bekijk de versies van het model om te zien welke er zijn.`,
  },
  aliasNotFound: {
    status: 400,
    en: (p: { alias: string; name: string }) =>
      `Registered model alias ${p.alias} not found on ${p.name}. Look at the aliases of the model.`,
    nl: (p) => `Model ${p.name} heeft geen alias ${p.alias}. Bekijk de aliassen van het model.`,
  },
  badName: {
    status: 400,
    en: (p: { name: string }) =>
      `Invalid model name '${p.name}'. Names are not empty and cannot contain '/' or ':'. Choose another.`,
    nl: (p) => `Ongeldige modelnaam '${p.name}': een naam is niet leeg en heeft geen '/' of ':'. Kies een andere.`,
  },
  badAlias: {
    status: 400,
    en: (p: { alias: string }) =>
      `Invalid alias name: '${p.alias}'. An alias has letters, digits, _ and -, at most 255, and is not 'latest' or 'v' and a number. Choose another.`,
    nl: (p) =>
      `Ongeldige alias '${p.alias}': een alias heeft letters, cijfers, _ en -, hoogstens 255, en is niet 'latest' of 'v' met een getal. Kies een andere.`,
  },
  badStage: {
    status: 400,
    en: (p: { stage: string }) =>
      `Invalid Model Version stage: ${p.stage}. Value must be one of None, Staging, Production, Archived.`,
    nl: (p) => `Ongeldige fase '${p.stage}': kies uit None, Staging, Production, Archived.`,
  },
  badSource: {
    status: 400,
    en: (p: { source: string }) =>
      `Invalid model version source: '${p.source}'. Give the place of what a run or a model has made here (runs:/, models:/ or mlflow-artifacts:/, with its run_id or model_id), or an address elsewhere without parts that lead upwards.`,
    nl: (p) =>
      `Ongeldige bron '${p.source}' van een modelversie. Geef de plek van wat een run of model hier heeft gemaakt (runs:/, models:/ of mlflow-artifacts:/, met run_id of model_id), of een adres elders zonder delen die omhoog leiden.`,
  },
  clientNameNotFound: {
    status: 404,
    en: () => 'No run and no tag says this name, so there is nothing to erase. Write it exactly as the client sent it.',
    nl: () =>
      'Geen run en geen tag noemt deze naam, dus er valt niets te wissen. Schrijf hem precies zoals de client hem stuurde.',
  },
});
