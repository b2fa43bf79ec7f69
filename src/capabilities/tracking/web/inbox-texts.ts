import { defineTexts } from '../../../platform/text/define-texts.ts';

const s = (count: number) => (count === 1 ? '' : 's');

/** The inbox, of experiments and of models, and the rules of names. */
export const inboxTexts = defineTexts(
  {
    title: 'Inbox',
    lead: 'What was logged before anybody said to which problem it belongs. It is kept, and every member sees it; until it belongs to a problem it is not ranked, priced, promoted or served.',
    experiments: 'Experiments',
    models: 'Registered models',
    search: 'Find by name',
    emptyTitle: 'Nothing waits',
    emptyBody:
      'What a client logs without naming its problem, by the tag peil.problem or by a naming rule of the problem, is listed here.',
    noExperiments: 'No experiment waits.',
    noModels: 'No registered model waits.',
    noneFound: (p: { text: string }) => `Nothing that waits has “${p.text}” in its name.`,
    runs: (p: { count: number; last: string | null }) =>
      p.last === null ? 'No runs yet' : `${p.count} run${s(p.count)}, the last ${p.last}`,
    waits: (p: { count: number; name: string; date: string }) =>
      `It waits in the inbox with ${p.count === 0 ? 'no runs yet' : `${p.count} run${s(p.count)}`}: made by ${p.name} on ${p.date}, and nobody has said yet to which problem it belongs.`,
    everybodys: (p: { count: number }) =>
      p.count === 0
        ? 'Here everybody logs who names no experiment. Nothing waits here now.'
        : `Here everybody logs who names no experiment, so its runs are assigned one by one. ${p.count === 1 ? 'One waits' : `${p.count} wait`}: choose those that belong together, and say to which problem. What ran within them goes along, and so do their models and files.`,
    runsOf: (p: { name: string }) => `Runs of ${p.name}`,
    lastOnes: (p: { shown: number }) => `The last ${p.shown} stand here.`,
    prompt: 'A prompt',
    versions: (p: { count: number }) => `${p.count} version${s(p.count)}`,
    by: (p: { name: string; date: string }) => `by ${p.name}, ${p.date}`,
    somebody: 'somebody',
    isDefault: 'Here everybody logs who names no experiment, so it stays. Open it to assign its runs.',
    rule: 'By the rule',
    tie: 'Two rules are equally specific, so you decide:',
    assignTo: (p: { title: string }) => `Assign to ${p.title}`,
    choose: (p: { name: string }) => `Choose ${p.name}`,
    chooseAll: (p: { count: number }) => `Choose all ${p.count} that stand here`,
    chosen: (p: { count: number }) => `${p.count} chosen`,
    target: 'Assign to which problem?',
    targetHint: 'Type a word of its title. You must be one who may log there.',
    nothingFound: 'No such problem',
    assign: (p: { count: number }) => `Assign ${p.count}`,
    needed: 'Choose a problem first.',
    assignProposed: (p: { count: number }) => `Assign the ${p.count} that a rule speaks for`,
    assigned: (p: { count: number; title: string }) => `${p.count} assigned to ${p.title}`,
    assignedAll: (p: { count: number }) => `${p.count} assigned, each by its rule`,
    more: 'Show more',
    notice: (p: { count: number; proposed: number }) =>
      `${p.count} experiment${s(p.count)} ${p.count === 1 ? 'waits' : 'wait'} in the inbox${
        p.proposed === 0 ? '.' : `; by their names ${p.proposed} of them belong${p.proposed === 1 ? 's' : ''} here.`
      }`,
    open: 'Look in the inbox',
    rules: {
      title: 'Naming rules',
      lead: 'What is made under such a name belongs to this problem without a tag. Of two rules the more specific counts; of what waits in the inbox it is a proposal.',
      none: 'There are none: only the tag peil.problem says that something belongs here.',
      add: 'Add a rule',
      label: 'Name of experiments or models',
      hint: '* stands for any characters, ? for one. Capitals do not matter.',
      example: 'late-flights/*',
      keep: 'Add the rule',
      cancel: 'Cancel',
      needed: 'Write a name, such as late-flights/*.',
      remove: 'Remove',
      removed: 'Rule removed; what it brought here stays',
    },
  },
  {
    title: 'Inbox',
    lead: 'Wat gelogd is voordat iemand zei bij welk probleem het hoort. Het blijft bewaard, en ieder lid ziet het; zolang het bij geen probleem hoort wordt het niet gerangschikt, geprijsd, gepromoveerd of in gebruik genomen.',
    experiments: 'Experimenten',
    models: 'Geregistreerde modellen',
    search: 'Zoek op naam',
    emptyTitle: 'Er wacht niets',
    emptyBody:
      'Wat een client logt zonder zijn probleem te noemen, met de tag peil.problem of door een naamregel van het probleem, staat hier.',
    noExperiments: 'Er wacht geen experiment.',
    noModels: 'Er wacht geen geregistreerd model.',
    noneFound: (p) => `Niets dat wacht heeft “${p.text}” in zijn naam.`,
    runs: (p) => (p.last === null ? 'Nog geen runs' : `${p.count} run${s(p.count)}, de laatste ${p.last}`),
    waits: (p) =>
      `Het wacht in de inbox met ${p.count === 0 ? 'nog geen runs' : `${p.count} run${s(p.count)}`}: gemaakt door ${p.name} op ${p.date}, en nog niemand heeft gezegd bij welk probleem het hoort.`,
    everybodys: (p) =>
      p.count === 0
        ? 'Hier logt iedereen die geen experiment noemt. Er wacht hier nu niets.'
        : `Hier logt iedereen die geen experiment noemt, dus de runs worden een voor een toegewezen. Er ${p.count === 1 ? 'wacht er één' : `wachten er ${p.count}`}: kies welke bij elkaar horen, en zeg bij welk probleem. Wat erbinnen liep gaat mee, net als hun modellen en bestanden.`,
    runsOf: (p) => `Runs van ${p.name}`,
    lastOnes: (p) => `De laatste ${p.shown} staan hier.`,
    prompt: 'Een prompt',
    versions: (p) => `${p.count} versie${s(p.count)}`,
    by: (p) => `door ${p.name}, ${p.date}`,
    somebody: 'iemand',
    isDefault: 'Hier logt iedereen die geen experiment noemt, dus dit blijft. Open het om de runs toe te wijzen.',
    rule: 'Door de regel',
    tie: 'Twee regels zijn even specifiek, dus u beslist:',
    assignTo: (p) => `Toewijzen aan ${p.title}`,
    choose: (p) => `Kies ${p.name}`,
    chooseAll: (p) => `Kies alle ${p.count} die hier staan`,
    chosen: (p) => `${p.count} gekozen`,
    target: 'Aan welk probleem toewijzen?',
    targetHint: 'Typ een woord van de titel. U moet daar mogen loggen.',
    nothingFound: 'Zo’n probleem is er niet',
    assign: (p) => `Wijs ${p.count} toe`,
    needed: 'Kies eerst een probleem.',
    assignProposed: (p) => `Wijs de ${p.count} toe waar een regel iets van zegt`,
    assigned: (p) => `${p.count} toegewezen aan ${p.title}`,
    assignedAll: (p) => `${p.count} toegewezen, elk door zijn regel`,
    more: 'Meer tonen',
    notice: (p) =>
      `Er ${p.count === 1 ? 'wacht 1 experiment' : `wachten ${p.count} experimenten`} in de inbox${
        p.proposed === 0 ? '.' : `; door hun naam ${p.proposed === 1 ? 'hoort er 1' : `horen er ${p.proposed}`} hier.`
      }`,
    open: 'Bekijk de inbox',
    rules: {
      title: 'Naamregels',
      lead: 'Wat onder zo’n naam gemaakt wordt hoort bij dit probleem, zonder tag. Van twee regels telt de meest specifieke; voor wat in de inbox wacht is het een voorstel.',
      none: 'Er zijn er geen: alleen de tag peil.problem zegt dat iets hier hoort.',
      add: 'Een regel toevoegen',
      label: 'Naam van experimenten of modellen',
      hint: '* staat voor willekeurige tekens, ? voor één. Hoofdletters maken niet uit.',
      example: 'late-vluchten/*',
      keep: 'Voeg de regel toe',
      cancel: 'Annuleren',
      needed: 'Schrijf een naam, zoals late-vluchten/*.',
      remove: 'Weghalen',
      removed: 'Regel weggehaald; wat hij hierheen bracht blijft',
    },
  },
);
