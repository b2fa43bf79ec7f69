import { defineTexts } from '../../../platform/text/define-texts.ts';

/** Texts of the list of problems, of a new problem, and of the thread. */
/** Conditions of a go whose date comes near. */
interface Near {
  count: number;
  /** the earliest */
  date: string;
}

export const problemTexts = defineTexts(
  {
    list: {
      title: 'Problems',
      lead: 'Everything begins with what is wrong, what it costs, and what counts as solved.',
      new: 'New problem',
      sortBy: 'Order',
      sorts: {
        at_stake: 'Most at stake first',
        changed: 'Latest change first',
        open_items: 'Most open first',
        title: 'By title',
      },
      more: 'Show more',
      emptyTitle: 'Write down the first problem',
      emptyBody:
        'A problem, not a solution: what happens now, whom it hurts, what it costs. Peil carries it from there to a decision, and later holds every model against it.',
      phaseCount: (p: { count: number }) => (p.count === 1 ? '1 problem' : `${p.count} problems`),
      costToday: 'a year, as it goes now',
      ceiling: 'a year at most to win',
      notPriced: 'not priced yet',
      open: (p: { count: number }) =>
        p.count === 0
          ? 'Nothing is open: it can be decided.'
          : p.count === 1
            ? '1 thing is open before a go.'
            : `${p.count} things are open before a go.`,
      decided: {
        go: 'The go was given; its level is frozen.',
        conditional_go: 'The go was given, with conditions; its level is frozen.',
        no_go: 'No-go: the solution is sought elsewhere.',
        defer: 'Deferred: it will be looked at again.',
        reopen: 'Reopened after a no-go.',
      },
      age: (p: { age: string }) => `Begun ${p.age}.`,
      private: 'Private',
    },
    phases: {
      formulation: 'In formulation',
      modelling: 'In modelling',
      release: 'In release',
      operation: 'In operation',
      retired: 'Retired',
      stopped: 'Stopped',
    },
    new: {
      title: 'What is the problem?',
      lead: 'One line: what goes wrong or could be better, not how it might be solved.',
      label: 'The problem in one line',
      hint: 'For example: “Crews are planned too late when flights come in late”.',
      private: 'Private: only people with a role in it can see it',
      begin: 'Begin',
      needed: 'Write the problem in one line.',
      tooLong: (p: { length: number }) => `The line is ${p.length} characters long; at most 200 fit. Make it shorter.`,
    },
    thread: {
      name: 'The thread of this problem',
      states: { done: 'done', open: 'open', not_yet: 'not yet' },
      openItems: (p: { count: number }) => (p.count === 1 ? '1 thing is open' : `${p.count} things are open`),
      nothingOpen: 'Nothing is open here.',
      nothingNeeded: 'The go needs nothing of this: it is advice.',
      near: {
        soon: (p: Near) =>
          p.count === 1
            ? `A condition of the go must be met by ${p.date}`
            : `${p.count} conditions of the go must be met, the first by ${p.date}`,
        due: (p: Near) =>
          p.count === 1
            ? 'A condition of the go must be met today'
            : `${p.count} conditions of the go must be met, the first today`,
        overdue: (p: Near) =>
          p.count === 1
            ? `A condition of the go is open after its date, ${p.date}`
            : `${p.count} conditions of the go are near or past their date, the first since ${p.date}`,
      },
      asked: (p: { roles: string }) => `Asked: ${p.roles}`,
      next: 'What comes next',
      decide: 'All that a go needs is there: it can be decided.',
      goOn: (p: { station: string }) => `Go on to “${p.station}”`,
      stations: {
        opportunity: 'Opportunity',
        team: 'Team',
        requirements: 'Requirements',
        translation: 'In terms of machine learning',
        value: 'Value',
        risk: 'Risk',
        decision: 'Go or no-go',
        data: 'Data',
        approach: 'Approach',
        runs: 'Runs',
        pipeline: 'Pipeline',
        release: 'Release',
        operation: 'Operation',
        overview: 'Overview',
      },
      about: {
        opportunity: 'What happens now, whom it concerns, what it costs, and how it is decided today.',
        team: 'Who is who, who was heard, and what was said.',
        requirements: 'What is to be reached, in figures that can be measured later.',
        translation: 'What would be predicted, and what is done with it: once the opportunity is accepted.',
        value: 'What each outcome is worth, and how good a model must be.',
        risk: 'What could go wrong, which rules apply, and what is done about it.',
        decision: 'Is machine learning the answer, or where to look instead?',
        data: 'Is the data good enough for every requirement? It opens after the go.',
        approach: 'Which kind of model, and which framework to build it with.',
        runs: 'Every training run, priced with the same euros and ranked only where it compares.',
        pipeline: 'The steps from source to model, each of them visible.',
        release: 'The signed decision to let a model do the work.',
        operation: 'How it does in daily work, day by day against the level.',
        overview: 'What it has brought, and whether the problem is solved.',
      },
    },
    page: {
      back: 'Problems',
      conversation: 'Conversation',
      happened: 'What happened here',
      showHappened: 'Show who did what',
      hideHappened: 'Close the list',
      readOnly: 'You can read this problem, not change it: that takes a role in it.',
      rename: 'Change the title',
      renamed: 'The title was changed.',
      saveTitle: 'Keep this title',
      cancel: 'Cancel',
      stopped: (p: { date: string }) =>
        `This problem was stopped by a no-go on ${p.date}. It can be read, not changed.`,
      readDecision: 'Read the decision',
      delete: 'Delete this problem',
      deleted: (p: { title: string }) => `“${p.title}” was deleted.`,
      makePrivate: 'Make private',
      makeOpen: 'Open to all members',
      madePrivate: 'Only people with a role in this problem can see it now.',
      madeOpen: 'Every member can see this problem now.',
      more: 'More about this problem',
    },
  },
  {
    list: {
      title: 'Problemen',
      lead: 'Alles begint met wat er mis is, wat het kost, en wanneer het is opgelost.',
      new: 'Nieuw probleem',
      sortBy: 'Volgorde',
      sorts: {
        at_stake: 'Grootste belang eerst',
        changed: 'Laatst gewijzigd eerst',
        open_items: 'Meeste open eerst',
        title: 'Op titel',
      },
      more: 'Meer tonen',
      emptyTitle: 'Schrijf het eerste probleem op',
      emptyBody:
        'Een probleem, geen oplossing: wat er nu gebeurt, wie er last van heeft, wat het kost. Peil brengt het van daar naar een besluit, en meet later elk model eraan.',
      phaseCount: (p) => (p.count === 1 ? '1 probleem' : `${p.count} problemen`),
      costToday: 'per jaar, zoals het nu gaat',
      ceiling: 'per jaar hoogstens te winnen',
      notPriced: 'nog geen prijs',
      open: (p) =>
        p.count === 0
          ? 'Er staat niets open: het kan worden besloten.'
          : p.count === 1
            ? 'Er staat 1 ding open voor een go.'
            : `Er staan ${p.count} dingen open voor een go.`,
      decided: {
        go: 'De go is gegeven; het peil ligt vast.',
        conditional_go: 'De go is gegeven, met voorwaarden; het peil ligt vast.',
        no_go: 'No-go: de oplossing wordt elders gezocht.',
        defer: 'Uitgesteld: er wordt later opnieuw naar gekeken.',
        reopen: 'Heropend na een no-go.',
      },
      age: (p) => `Begonnen: ${p.age}.`,
      private: 'Besloten',
    },
    phases: {
      formulation: 'In formulering',
      modelling: 'In modellering',
      release: 'In vrijgave',
      operation: 'In bedrijf',
      retired: 'Buiten gebruik',
      stopped: 'Gestopt',
    },
    new: {
      title: 'Wat is het probleem?',
      lead: 'Eén regel: wat er misgaat of beter kan, niet hoe het opgelost zou kunnen worden.',
      label: 'Het probleem in één regel',
      hint: 'Bijvoorbeeld: “De ploeg wordt te laat ingepland als vluchten te laat binnenkomen”.',
      private: 'Besloten: alleen wie er een rol in heeft kan het zien',
      begin: 'Beginnen',
      needed: 'Schrijf het probleem in één regel.',
      tooLong: (p) => `De regel is ${p.length} tekens lang; er passen er 200. Maak hem korter.`,
    },
    thread: {
      name: 'De draad van dit probleem',
      states: { done: 'klaar', open: 'open', not_yet: 'nog niet' },
      openItems: (p) => (p.count === 1 ? 'Er staat 1 ding open' : `Er staan ${p.count} dingen open`),
      nothingOpen: 'Hier staat niets open.',
      nothingNeeded: 'De go heeft hiervan niets nodig: het is advies.',
      near: {
        soon: (p) =>
          p.count === 1
            ? `Een voorwaarde van de go moet uiterlijk ${p.date} zijn vervuld`
            : `${p.count} voorwaarden van de go moeten worden vervuld, de eerste uiterlijk ${p.date}`,
        due: (p) =>
          p.count === 1
            ? 'Een voorwaarde van de go moet vandaag zijn vervuld'
            : `${p.count} voorwaarden van de go moeten worden vervuld, de eerste vandaag`,
        overdue: (p) =>
          p.count === 1
            ? `Een voorwaarde van de go staat nog open na haar datum, ${p.date}`
            : `${p.count} voorwaarden van de go zijn bijna of al over hun datum, de eerste sinds ${p.date}`,
      },
      asked: (p) => `Gevraagd: ${p.roles}`,
      next: 'Wat er nu volgt',
      decide: 'Alles wat een go vraagt is er: het kan worden besloten.',
      goOn: (p) => `Verder naar “${p.station}”`,
      stations: {
        opportunity: 'Kans',
        team: 'Team',
        requirements: 'Eisen',
        translation: 'In termen van machine learning',
        value: 'Waarde',
        risk: 'Risico',
        decision: 'Go of no-go',
        data: 'Gegevens',
        approach: 'Aanpak',
        runs: 'Runs',
        pipeline: 'Pijplijn',
        release: 'Vrijgave',
        operation: 'Bedrijf',
        overview: 'Overzicht',
      },
      about: {
        opportunity: 'Wat er nu gebeurt, wie het aangaat, wat het kost, en hoe het vandaag wordt beslist.',
        team: 'Wie is wie, wie is gehoord, en wat er is gezegd.',
        requirements: 'Wat bereikt moet worden, in cijfers die later te meten zijn.',
        translation: 'Wat er wordt voorspeld, en wat ermee gebeurt: zodra de kans is aanvaard.',
        value: 'Wat elke uitkomst waard is, en hoe goed een model moet zijn.',
        risk: 'Wat er mis kan gaan, welke regels gelden, en wat eraan wordt gedaan.',
        decision: 'Is machine learning het antwoord, of waar wordt het anders gezocht?',
        data: 'Zijn de gegevens goed genoeg voor elke eis? Dit opent na de go.',
        approach: 'Welk soort model, en met welk framework het gebouwd wordt.',
        runs: 'Elke training, in dezelfde euro’s, en alleen gerangschikt waar het te vergelijken is.',
        pipeline: 'De stappen van bron tot model, elk afzonderlijk te zien.',
        release: 'Het ondertekende besluit om een model het werk te laten doen.',
        operation: 'Hoe het in het dagelijks werk gaat, dag voor dag tegen het peil.',
        overview: 'Wat het heeft opgebracht, en of het probleem is opgelost.',
      },
    },
    page: {
      back: 'Problemen',
      conversation: 'Gesprek',
      happened: 'Wat hier gebeurde',
      showHappened: 'Tonen wie wat deed',
      hideHappened: 'De lijst sluiten',
      readOnly: 'U kunt dit probleem lezen, niet wijzigen: daar hoort een rol in bij.',
      rename: 'De titel wijzigen',
      renamed: 'De titel is gewijzigd.',
      saveTitle: 'Deze titel houden',
      cancel: 'Niet wijzigen',
      stopped: (p) => `Dit probleem is gestopt door een no-go op ${p.date}. Het is te lezen, niet te wijzigen.`,
      readDecision: 'Lees het besluit',
      delete: 'Dit probleem verwijderen',
      deleted: (p) => `“${p.title}” is verwijderd.`,
      makePrivate: 'Besloten maken',
      makeOpen: 'Voor alle leden openen',
      madePrivate: 'Alleen wie een rol in dit probleem heeft, kan het nu zien.',
      madeOpen: 'Alle leden kunnen dit probleem nu zien.',
      more: 'Meer over dit probleem',
    },
  },
);
