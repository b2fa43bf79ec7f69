import { defineTexts } from '../../../platform/text/define-texts.ts';

const s = (count: number) => (count === 1 ? '' : 's');

/** Registered models of a problem, and the page of one. */
export const modelTexts = defineTexts(
  {
    list: {
      title: 'Registered models',
      lead: 'Models by name, as clients register them: each version says which run and which data it comes from.',
      back: 'To the problem',
      emptyTitle: 'No model is registered yet',
      emptyBody:
        'What a client registers with mlflow.register_model stands here, once it belongs to this problem: by its run, its tag peil.problem, or a naming rule.',
      prompts: 'Prompts',
      newest: (p: { number: number }) => `newest version ${p.number}`,
      none: 'no version yet',
    },
    inbox: 'In the inbox: nobody has said yet to which problem it belongs',
    back: 'registered models',
    lead: (p: { count: number; aliases: string }) =>
      `${p.count === 0 ? 'It has no version yet' : `It has ${p.count} version${s(p.count)}`}${p.aliases === '' ? '.' : `; ${p.aliases}.`}`,
    aliasOf: (p: { alias: string; number: number }) => `${p.alias} is version ${p.number}`,
    labels:
      'Aliases and stages are labels that clients read. They release nothing: what goes into use is decided at a gate.',
    description: 'What it is for',
    noDescription: 'Nobody has said yet what it is for.',
    edit: 'Change the description',
    keep: 'Keep the description',
    cancel: 'Cancel',
    kept: 'Description kept',
    versions: 'Versions',
    version: (p: { number: number }) => `Version ${p.number}`,
    by: (p: { name: string; date: string }) => `registered by ${p.name}, ${p.date}`,
    somebody: 'somebody',
    stage: (p: { stage: string }) => `stage ${p.stage}`,
    mayBe: 'Nothing stands in the way of promoting it: a gate may decide on it.',
    mayNot: (p: { because: string }) => `It cannot be promoted yet. ${p.because}`,
    file: 'What it takes and gives',
    noFile: 'It has no file MLmodel that Peil can read.',
    keeps: (p: { count: number }) =>
      p.count === 1
        ? 'It keeps its one file as it was when it was registered.'
        : `It keeps its ${p.count} files as they were when it was registered.`,
    changed: (p: { changed: number }) =>
      `Where they came from ${p.changed === 1 ? 'one of them is another' : `${p.changed} of them are others`} by now, or gone: this version has what was registered.`,
    keepsNone: 'Peil keeps no files of it: it is whatever its source holds.',
    lineage: (p: { number: number }) => `Where version ${p.number} comes from`,
    problem: 'Problem',
    data: 'Data',
    run: 'Run',
    logged: 'Logged model',
    registered: 'Version',
    unknown: 'not known',
    aliases: 'Aliases',
    noAliases: 'It has no aliases.',
    alias: 'Alias',
    aliasHint: 'Letters, digits, _ and -, such as champion.',
    number: 'Version',
    put: 'Put the alias',
    take: 'Take off',
    putDone: (p: { alias: string; number: number }) => `${p.alias} is now version ${p.number}`,
    taken: (p: { alias: string }) => `${p.alias} taken off`,
    needed: 'Write an alias first.',
  },
  {
    list: {
      title: 'Geregistreerde modellen',
      lead: 'Modellen bij naam, zoals clients ze registreren: elke versie zegt van welke run en welke gegevens hij komt.',
      back: 'Naar het probleem',
      emptyTitle: 'Er is nog geen model geregistreerd',
      emptyBody:
        'Wat een client met mlflow.register_model registreert staat hier zodra het bij dit probleem hoort: door zijn run, zijn tag peil.problem of een naamregel.',
      prompts: 'Prompts',
      newest: (p) => `nieuwste versie ${p.number}`,
      none: 'nog geen versie',
    },
    inbox: 'In de inbox: nog niemand heeft gezegd bij welk probleem het hoort',
    back: 'geregistreerde modellen',
    lead: (p) =>
      `${p.count === 0 ? 'Het heeft nog geen versie' : `Het heeft ${p.count} versie${s(p.count)}`}${p.aliases === '' ? '.' : `; ${p.aliases}.`}`,
    aliasOf: (p) => `${p.alias} is versie ${p.number}`,
    labels:
      'Aliassen en fasen zijn labels die clients lezen. Ze geven niets vrij: wat in gebruik gaat wordt bij een poort beslist.',
    description: 'Waarvoor het is',
    noDescription: 'Nog niemand heeft gezegd waarvoor het is.',
    edit: 'De omschrijving wijzigen',
    keep: 'Bewaar de omschrijving',
    cancel: 'Annuleren',
    kept: 'Omschrijving bewaard',
    versions: 'Versies',
    version: (p) => `Versie ${p.number}`,
    by: (p) => `geregistreerd door ${p.name}, ${p.date}`,
    somebody: 'iemand',
    stage: (p) => `fase ${p.stage}`,
    mayBe: 'Niets staat een promotie in de weg: een poort kan erover beslissen.',
    mayNot: (p) => `Hij kan nog niet gepromoveerd worden. ${p.because}`,
    file: 'Wat erin gaat en eruit komt',
    noFile: 'Hij heeft geen bestand MLmodel dat Peil kan lezen.',
    keeps: (p) =>
      p.count === 1
        ? 'Hij bewaart zijn ene bestand zoals het was toen hij geregistreerd werd.'
        : `Hij bewaart zijn ${p.count} bestanden zoals ze waren toen hij geregistreerd werd.`,
    changed: (p) =>
      `Waar ze vandaan kwamen ${p.changed === 1 ? 'is er een' : `zijn er ${p.changed}`} inmiddels anders, of weg: deze versie heeft wat geregistreerd is.`,
    keepsNone: 'Peil bewaart er geen bestanden van: hij is wat er op zijn bron staat.',
    lineage: (p) => `Waar versie ${p.number} vandaan komt`,
    problem: 'Probleem',
    data: 'Gegevens',
    run: 'Run',
    logged: 'Gelogd model',
    registered: 'Versie',
    unknown: 'niet bekend',
    aliases: 'Aliassen',
    noAliases: 'Het heeft geen aliassen.',
    alias: 'Alias',
    aliasHint: 'Letters, cijfers, _ en -, zoals champion.',
    number: 'Versie',
    put: 'Zet de alias',
    take: 'Haal weg',
    putDone: (p) => `${p.alias} is nu versie ${p.number}`,
    taken: (p) => `${p.alias} weggehaald`,
    needed: 'Schrijf eerst een alias.',
  },
);
