import { defineErrors } from '../../platform/errors/define-errors.ts';

export const trackingErrors = defineErrors('tracking', {
  experimentNotFound: {
    status: 404,
    en: (p: { id: string }) => `No experiment with id '${p.id}' exists. List the experiments to see which there are.`,
    nl: (p) =>
      `Er bestaat geen experiment met id '${p.id}'. Bekijk de lijst van experimenten om te zien welke er zijn.`,
  },
  experimentNameNotFound: {
    status: 404,
    en: (p: { name: string }) =>
      `No experiment with the name '${p.name}' exists. Create it, or check how it is written.`,
    nl: (p) => `Er bestaat geen experiment met de naam '${p.name}'. Maak het aan, of controleer hoe het geschreven is.`,
  },
  experimentExists: {
    status: 409,
    en: (p: { name: string; isDeleted: boolean }) =>
      p.isDeleted
        ? `Experiment '${p.name}' already exists, and was deleted. Restore it, delete it for good, or choose another name.`
        : `Experiment '${p.name}' already exists. Use that one, or choose another name.`,
    nl: (p) =>
      p.isDeleted
        ? `Experiment '${p.name}' bestaat al, en is verwijderd. Zet het terug, verwijder het voorgoed, of kies een andere naam.`
        : `Experiment '${p.name}' bestaat al. Gebruik dat, of kies een andere naam.`,
  },
  experimentDeleted: {
    status: 409,
    en: (p: { id: string }) =>
      `The experiment '${p.id}' must be in the 'active' state, and it was deleted. Restore it first.`,
    nl: (p) => `Experiment '${p.id}' moet actief zijn, en het is verwijderd. Zet het eerst terug.`,
  },
  experimentNotDeleted: {
    status: 409,
    en: (p: { id: string }) => `The experiment '${p.id}' is not deleted, so there is nothing to restore.`,
    nl: (p) => `Experiment '${p.id}' is niet verwijderd, dus er valt niets terug te zetten.`,
  },
  runNotFound: {
    status: 404,
    en: (p: { id: string }) => `Run with id=${p.id} not found. Check the id, or search the runs of its experiment.`,
    nl: (p) => `Er is geen run met id=${p.id}. Controleer de id, of zoek in de runs van het experiment.`,
  },
  noTable: {
    status: 400,
    en: (p: { path: string }) => `'${p.path}' is no Parquet file, so it has no rows to show. Download it instead.`,
    nl: (p) => `'${p.path}' is geen Parquet-bestand, dus er zijn geen rijen te tonen. Download het.`,
  },
  metricNotFound: {
    status: 404,
    en: (p: { key: string }) => `This run has no metric '${p.key}'. Look at the run to see which were measured.`,
    nl: (p) => `Deze run heeft geen meting '${p.key}'. Bekijk de run om te zien wat gemeten is.`,
  },
  runDeleted: {
    status: 409,
    en: (p: { id: string }) => `The run ${p.id} must be in the 'active' state, and it was deleted. Restore it first.`,
    nl: (p) => `Run ${p.id} moet actief zijn, en hij is verwijderd. Zet hem eerst terug.`,
  },
  artifactNotFound: {
    status: 404,
    en: (p: { path: string }) => `There is no artifact at '${p.path}'. List the folder above it to see what there is.`,
    nl: (p) => `Er is geen artefact op '${p.path}'. Bekijk de map erboven om te zien wat er is.`,
  },
  badPath: {
    status: 400,
    en: (p: { path: string }) =>
      `Invalid path: '${p.path}'. Expected is the id of an experiment, a run, and the place below it, without parts that lead upwards, backslashes, # or control characters.`,
    nl: (p) =>
      `Ongeldig pad: '${p.path}'. Verwacht is de id van een experiment, een run en de plek daaronder, zonder delen die omhoog leiden, backslashes, # of besturingstekens.`,
  },
  badRange: {
    status: 416,
    en: (p: { range: string; size_bytes: number }) =>
      `The range '${p.range}' lies outside this file, which has ${p.size_bytes} bytes.`,
    nl: (p) => `Het bereik '${p.range}' ligt buiten dit bestand, dat ${p.size_bytes} bytes heeft.`,
  },
  artifactsElsewhere: {
    status: 400,
    en: (p: { uri: string }) =>
      `The artifacts of this run are kept outside Peil, at '${p.uri}'. Ask for them there, with a client that may.`,
    nl: (p) =>
      `De artefacten van deze run staan buiten Peil, op '${p.uri}'. Vraag ze daar op, met een client die dat mag.`,
  },
  lostOnTheWay: {
    status: 503,
    en: (p: { path: string }) => `The content of '${p.path}' was removed elsewhere at this very moment. Send it again.`,
    nl: (p) => `De inhoud van '${p.path}' werd op ditzelfde moment elders verwijderd. Stuur hem nog eens.`,
  },
  modelNotFound: {
    status: 404,
    en: (p: { id: string }) =>
      `Logged model with ID '${p.id}' not found. Check the id, or search the models of its experiment.`,
    nl: (p) => `Er is geen gelogd model met id '${p.id}'. Controleer de id, of zoek in de modellen van het experiment.`,
  },
  badModelName: {
    status: 400,
    en: (p: { name: string }) =>
      `Invalid model name '${p.name}': a name is not empty and holds no / : . % " or '. Choose another.`,
    nl: (p) => `Ongeldige naam '${p.name}': een modelnaam is niet leeg en heeft geen / : . % " of '. Kies een andere.`,
  },
  tagNotFound: {
    status: 404,
    en: (p: { key: string; of: string }) => `No tag with name '${p.key}' is on ${p.of}, so there is nothing to delete.`,
    nl: (p) => `Er staat geen tag met de naam '${p.key}' op ${p.of}, dus er valt niets weg te halen.`,
  },
  paramChanged: {
    status: 409,
    en: (p: { runId: string; key: string; old: string; given: string }) =>
      `Changing param values is not allowed. Param with key='${p.key}' was already logged with value='${p.old}' for run ID='${p.runId}'. Attempted logging new value '${p.given}'. Log it under another key, or in another run.`,
    nl: (p) =>
      `Waarden van parameters veranderen niet. Parameter '${p.key}' is al vastgelegd met waarde '${p.old}' voor run '${p.runId}'; gegeven is nu '${p.given}'. Leg dit vast onder een andere naam, of in een andere run.`,
  },
  badName: {
    status: 400,
    en: (p: { field: string; given: string; resolved: string }) =>
      p.resolved === p.given
        ? `Invalid value "${p.given}" for parameter '${p.field}' supplied: names may only contain alphanumerics, underscores (_), dashes (-), periods (.), colons (:), spaces ( ) and slashes (/). Write it with these.`
        : `Invalid value "${p.given}" for parameter '${p.field}' supplied: names may be used as paths, and this one would resolve to '${p.resolved}'. Choose one without leading slashes, empty parts and dots that lead elsewhere.`,
    nl: (p) =>
      p.resolved === p.given
        ? `Ongeldige waarde "${p.given}" voor '${p.field}': een naam heeft alleen letters, cijfers, _, -, ., :, spaties en /. Schrijf hem daarmee.`
        : `Ongeldige waarde "${p.given}" voor '${p.field}': namen kunnen als pad dienen, en deze zou '${p.resolved}' worden. Kies er een zonder schuine streep vooraan, lege delen en punten die elders heen leiden.`,
  },
  missing: {
    status: 400,
    en: (p: { field: string }) => `Missing value for required parameter '${p.field}'. Give it and try again.`,
    nl: (p) => `De verplichte waarde '${p.field}' ontbreekt. Geef die en probeer het opnieuw.`,
  },
  tooLong: {
    status: 400,
    en: (p: { field: string; length: number; limit: number }) =>
      `'${p.field}' exceeds the maximum length of ${p.limit} characters: it has ${p.length}. Shorten it.`,
    nl: (p) => `'${p.field}' is te lang: hoogstens ${p.limit} tekens, gegeven zijn er ${p.length}. Kort het in.`,
  },
  tooManyAtOnce: {
    status: 400,
    en: (p: { what: string; given: number; limit: number }) =>
      `A batch logging request can contain at most ${p.limit} ${p.what}. Got ${p.given} ${p.what}. Split them up across multiple requests.`,
    nl: (p) =>
      `In één keer kunnen hoogstens ${p.limit} ${p.what} worden vastgelegd, gegeven zijn er ${p.given}. Verdeel ze over meer aanvragen.`,
  },
  sameParamTwice: {
    status: 400,
    en: (p: { keys: string }) =>
      `Duplicate parameter keys have been submitted: ${p.keys}. Each key can stand in a request once.`,
    nl: (p) => `Deze parameters staan meer dan eens in de aanvraag: ${p.keys}. Elke naam kan er één keer in staan.`,
  },
  badMoment: {
    status: 400,
    en: (p: { field: string; given: string }) =>
      `Invalid value ${p.given} for parameter '${p.field}' supplied: a moment is a whole number of milliseconds since 1970, not below 0.`,
    nl: (p) =>
      `Ongeldige waarde ${p.given} voor '${p.field}': een moment is een heel getal, milliseconden sinds 1970, niet onder 0.`,
  },
  twoRunNames: {
    status: 400,
    en: (p: { name: string; tag: string }) =>
      `Both 'run_name' argument and 'mlflow.runName' tag are specified, but with different values (run_name='${p.name}', mlflow.runName='${p.tag}'). Give one of them.`,
    nl: (p) =>
      `De naam van de run is twee keer gegeven, en verschillend: run_name='${p.name}' en tag mlflow.runName='${p.tag}'. Geef er een.`,
  },
  defaultStays: {
    status: 409,
    en: () =>
      'Default is where everybody logs who names no experiment, so it belongs to no problem. Assign its runs one by one, or log to an experiment with a name and assign that one.',
    nl: () =>
      'In Default komt wat iedereen logt die geen experiment noemt, dus het hoort bij geen enkel probleem. Wijs de runs ervan een voor een toe, of log naar een experiment met een naam en wijs dat toe.',
  },
  assignedAsAWhole: {
    status: 409,
    en: (p: { run: string; experiment: string }) =>
      `Run ${p.run} is in the experiment '${p.experiment}', which belongs to a problem as a whole. Assign that experiment; only runs of Default are assigned one by one.`,
    nl: (p) =>
      `Run ${p.run} zit in het experiment '${p.experiment}', dat als geheel bij een probleem hoort. Wijs dat experiment toe; alleen runs van Default worden een voor een toegewezen.`,
  },
  ruleTooWide: {
    status: 422,
    en: (p: { pattern: string; least: number }) =>
      `The rule '${p.pattern}' would take in nearly everything that is logged. Write at least ${p.least} characters beside * and ?.`,
    nl: (p) =>
      `De regel '${p.pattern}' zou bijna alles meenemen wat er gelogd wordt. Schrijf minstens ${p.least} tekens naast * en ?.`,
  },
  ruleExists: {
    status: 409,
    en: (p: { pattern: string }) => `This problem has the rule '${p.pattern}' already. Write another, or leave it so.`,
    nl: (p) => `Dit probleem heeft de regel '${p.pattern}' al. Schrijf een andere, of laat het zo.`,
  },
  tooManyRules: {
    status: 409,
    en: (p: { limit: number }) =>
      `This problem has ${p.limit} naming rules already, the most that there can be. Remove one that is no longer needed.`,
    nl: (p) =>
      `Dit probleem heeft al ${p.limit} naamregels, het hoogste aantal. Haal er een weg die niet meer nodig is.`,
  },
  ruleNotFound: {
    status: 404,
    en: (p: { id: string }) => `This problem has no naming rule ${p.id}; it may have been removed.`,
    nl: (p) => `Dit probleem heeft geen naamregel ${p.id}; misschien is die weggehaald.`,
  },
  variantNotFound: {
    status: 404,
    en: (p: { variant: string }) =>
      `This problem has no variant of its model '${p.variant}'; it may have been removed. Look at which there are.`,
    nl: (p) =>
      `Dit probleem heeft geen modelvariant '${p.variant}'; misschien is die weggehaald. Bekijk welke er zijn.`,
  },
  variantExists: {
    status: 409,
    en: (p: { name: string }) => `This problem has a variant '${p.name}' already. Choose another name.`,
    nl: (p) => `Dit probleem heeft al een modelvariant '${p.name}'. Kies een andere naam.`,
  },
  variantOfItself: {
    status: 422,
    en: (p: { name: string; parent: string }) =>
      `'${p.name}' cannot have '${p.parent}' as its parent, which comes from it. Choose a parent above it, or none.`,
    nl: (p) =>
      `'${p.name}' kan '${p.parent}' niet als ouder hebben, want die komt er zelf uit voort. Kies een ouder erboven, of geen.`,
  },
  variantHasOthers: {
    status: 409,
    en: (p: { names: readonly string[] }) =>
      `Others come from this variant: ${p.names.join(', ')}. Give them another parent, or remove them first.`,
    nl: (p) =>
      `Uit deze variant komen andere voort: ${p.names.join(', ')}. Geef die een andere ouder, of haal ze eerst weg.`,
  },
  variantNotRemoved: {
    status: 409,
    en: () => 'This variant was not removed, so there is nothing to bring back.',
    nl: () => 'Deze modelvariant is niet weggehaald, dus er valt niets terug te brengen.',
  },
  tooManyVariants: {
    status: 409,
    en: (p: { limit: number }) =>
      `There are ${p.limit} variants already, the most that there can be. Remove one that is no longer needed.`,
    nl: (p) => `Er zijn al ${p.limit} modelvarianten, het hoogste aantal. Haal er een weg die niet meer nodig is.`,
  },
  windowBackwards: {
    status: 422,
    en: (p: { from: string; to: string }) =>
      `The window begins on ${p.from} and ends before that, on ${p.to}. Give the earlier day first.`,
    nl: (p) => `Het venster begint op ${p.from} en eindigt daarvoor, op ${p.to}. Geef eerst de vroegste dag.`,
  },
  runsElsewhere: {
    status: 422,
    en: (p: { runs: readonly string[] }) =>
      `These runs are not of this problem: ${p.runs.join(', ')}. Choose runs of its own experiments.`,
    nl: (p) =>
      `Deze runs zijn niet van dit probleem: ${p.runs.join(', ')}. Kies runs van de experimenten van dit probleem.`,
  },
  uploadNotFound: {
    status: 404,
    en: (p: { id: string }) =>
      `There is no upload in parts with id '${p.id}' at this place, or its token is another. Begin the upload again.`,
    nl: (p) =>
      `Er is geen upload in delen met id '${p.id}' op deze plek, of het bewijs erbij is een ander. Begin de upload opnieuw.`,
  },
  partMissing: {
    status: 409,
    en: (p: { number: number }) =>
      `Part ${p.number} of the file did not arrive as it is named. Send it again, and then complete the upload.`,
    nl: (p) =>
      `Deel ${p.number} van het bestand is niet aangekomen zoals het genoemd wordt. Stuur het opnieuw, en rond de upload dan af.`,
  },
  nothingDeleted: {
    status: 409,
    en: () => 'Nothing of what you name was deleted so long ago, so there is nothing to erase. Delete it first.',
    nl: () => 'Niets van wat u noemt is zo lang geleden verwijderd, dus er valt niets te wissen. Verwijder het eerst.',
  },
  stoodOn: {
    status: 409,
    en: (p: { id: string; by: string }) =>
      `${p.id} cannot be erased: ${p.by} still stands on it. Delete that first, or leave this out.`,
    nl: (p) => `${p.id} kan niet worden gewist: ${p.by} staat er nog op. Verwijder dat eerst, of laat dit weg.`,
  },
  noModelFile: {
    status: 422,
    en: (p: { path: string }) =>
      `${p.path} is not the file MLmodel of a model, or cannot be read as one. Give the path of a file MLmodel as the client wrote it.`,
    nl: (p) =>
      `${p.path} is niet het bestand MLmodel van een model, of is niet als zodanig te lezen. Geef het pad van een bestand MLmodel zoals de client het schreef.`,
  },
  keptForGood: {
    status: 409,
    en: (p: { path: string }) =>
      `${p.path} is of a registered version, whose files stay as they were registered. Log the file to a run, and register another version.`,
    nl: (p) =>
      `${p.path} is van een geregistreerde versie, waarvan de bestanden blijven zoals ze geregistreerd zijn. Log het bestand bij een run, en registreer een nieuwe versie.`,
  },
});
