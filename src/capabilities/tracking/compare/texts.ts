import { defineTexts } from '../../../platform/text/define-texts.ts';

/** What comparing runs says, in sentences. */
export const compareTexts = defineTexts(
  {
    lacks: {
      data: 'Nobody said on which data it was measured.',
      evaluation: 'Peil has not evaluated it.',
      price: 'No value model priced it, so it has no euros.',
    },
    unknownData: 'data that nobody named',
    notEvaluated: 'not evaluated',
    elsewhere: (p: { own: string; first: string }) => `It was measured on ${p.own}, the others on ${p.first}.`,
    otherCases: 'It was measured on other cases of the same, or tells something else apart.',
    otherVariant: (p: { own: string; first: string }) => `It is of ${p.own}, the others of ${p.first}.`,
    noVariant: 'no variant',
    repairs: {
      data: 'Name the data with mlflow.log_input, and they compare.',
      evaluation: 'Evaluate its predictions on the page of the run.',
      price: 'Price its predictions by the value model of the others.',
      measure: (p: { first: string }) => `Measure it on ${p.first} too, and they compare.`,
      together: 'Ask for variants together to lay them side by side.',
    },
    best: (p: { name: string; what: string; value: string; others: number; range: string }) =>
      p.others === 1
        ? `${p.name} is the better of the two: ${p.what} is ${p.value}, and ${p.range} for the other.`
        : `${p.name} is the best of ${p.others + 1} that compare: ${p.what} is ${p.value}, and ${p.range} for the others.`,
    tied: (p: { count: number; what: string; value: string }) =>
      `${p.count} runs are equally good: ${p.what} is ${p.value}. None of them is called the best.`,
    range: (p: { low: string; high: string }) => (p.low === p.high ? p.low : `from ${p.low} to ${p.high}`),
    differs: (p: { parts: readonly string[]; more: number }) =>
      `It differs most in ${p.parts.join('; ')}${p.more > 0 ? `; and in ${p.more} more` : ''}.`,
    part: (p: { key: string; best: string; others: string }) => `${p.key}, ${p.best} against ${p.others}`,
    noneOther: 'In its parameters it stands apart in nothing.',
    absent: 'none',
    larger: (p: { key: string; rho: string }) => `the larger ${p.key}, the better (rank correlation ${p.rho})`,
    smaller: (p: { key: string; rho: string }) => `the smaller ${p.key}, the better (rank correlation ${p.rho})`,
    class: (p: { key: string; best: string }) => `${p.key} ${p.best} does best`,
    along: (p: { parts: readonly string[] }) =>
      `What goes along with it most: ${p.parts.join('; ')}. That need not be why.`,
    byChance: (p: { differing: number }) =>
      p.differing === 1
        ? 'The one parameter that differs does not go along with it clearly: that may be chance.'
        : `None of the ${p.differing} parameters that differ goes along with it clearly: that may be chance.`,
    sameParams: 'They all have the same parameters.',
    unlike: {
      data: 'Which is best cannot be said: nobody said on which data they were measured.',
      evaluation: 'Which is best cannot be said: Peil has not evaluated them.',
      price: 'Which is best cannot be said: no value model priced them.',
    },
    alone: (p: { what: string }) => `No two of them compare by ${p.what}, so none is called the best.`,
    nothing: 'Nothing was measured, so none is called the best.',
    apart: (p: { count: number }) =>
      p.count === 1
        ? 'One run does not compare with these, and stands apart.'
        : `${p.count} runs do not compare with these, and stand apart.`,
    figures: { quality: 'the quality that Peil counted', euros: 'the euros a month' },
    code: {
      sameCommit: (p: { commit: string }) => `Both ran commit ${p.commit}.`,
      otherCommit: (p: { first: string; second: string }) => `The first ran commit ${p.first}, the second ${p.second}.`,
      noCommit: 'Of at least one of them nobody said which commit it ran.',
      sameChanges: 'What was changed since is the same.',
      otherChanges: 'What was changed since is not the same.',
      changesUnknown: 'Of at least one of them it is not known what was changed since.',
      packages: (p: { count: number }) => (p.count === 1 ? 'One package differs.' : `${p.count} packages differ.`),
      samePackages: (p: { count: number }) => `All ${p.count} packages are the same.`,
      noPackages: 'Of at least one of them it is not known which packages it ran with.',
    },
  },
  {
    lacks: {
      data: 'Niemand zei op welke gegevens deze gemeten is.',
      evaluation: 'Peil heeft deze niet geëvalueerd.',
      price: 'Geen waardemodel beprijsde deze, dus zijn er geen euro’s.',
    },
    unknownData: 'gegevens die niemand noemde',
    notEvaluated: 'niet geëvalueerd',
    elsewhere: (p) => `Deze is gemeten op ${p.own}, de andere op ${p.first}.`,
    otherCases: 'Deze is gemeten op andere gevallen ervan, of onderscheidt iets anders.',
    otherVariant: (p) => `Deze is van ${p.own}, de andere van ${p.first}.`,
    noVariant: 'geen variant',
    repairs: {
      data: 'Noem de gegevens met mlflow.log_input, dan zijn ze te vergelijken.',
      evaluation: 'Evalueer de voorspellingen op de pagina van de run.',
      price: 'Beprijs de voorspellingen met het waardemodel van de andere.',
      measure: (p) => `Meet deze ook op ${p.first}, dan zijn ze te vergelijken.`,
      together: 'Vraag de varianten samen om ze naast elkaar te leggen.',
    },
    best: (p) =>
      p.others === 1
        ? `${p.name} is de betere van de twee: ${p.what} is ${p.value}, en bij de andere ${p.range}.`
        : `${p.name} is de beste van ${p.others + 1} die te vergelijken zijn: ${p.what} is ${p.value}, en bij de andere ${p.range}.`,
    tied: (p) => `${p.count} runs zijn even goed: ${p.what} is ${p.value}. Geen ervan heet de beste.`,
    range: (p) => (p.low === p.high ? p.low : `van ${p.low} tot ${p.high}`),
    differs: (p) => `Het grootste verschil zit in ${p.parts.join('; ')}${p.more > 0 ? `; en in nog ${p.more}` : ''}.`,
    part: (p) => `${p.key}, ${p.best} tegen ${p.others}`,
    noneOther: 'In de parameters staat deze nergens apart.',
    absent: 'geen',
    larger: (p) => `hoe groter ${p.key}, hoe beter (rangcorrelatie ${p.rho})`,
    smaller: (p) => `hoe kleiner ${p.key}, hoe beter (rangcorrelatie ${p.rho})`,
    class: (p) => `${p.key} ${p.best} doet het het best`,
    along: (p) => `Wat er het meest mee samengaat: ${p.parts.join('; ')}. Dat hoeft niet de oorzaak te zijn.`,
    byChance: (p) =>
      p.differing === 1
        ? 'De ene parameter die verschilt gaat er niet duidelijk mee samen: dat kan toeval zijn.'
        : `Geen van de ${p.differing} parameters die verschillen gaat er duidelijk mee samen: dat kan toeval zijn.`,
    sameParams: 'Ze hebben allemaal dezelfde parameters.',
    unlike: {
      data: 'Welke de beste is valt niet te zeggen: niemand zei op welke gegevens ze gemeten zijn.',
      evaluation: 'Welke de beste is valt niet te zeggen: Peil heeft ze niet geëvalueerd.',
      price: 'Welke de beste is valt niet te zeggen: geen waardemodel beprijsde ze.',
    },
    alone: (p) => `Geen twee ervan zijn te vergelijken op ${p.what}, dus er heet geen de beste.`,
    nothing: 'Er is niets gemeten, dus er heet geen de beste.',
    apart: (p) =>
      p.count === 1
        ? 'Eén run is hier niet mee te vergelijken, en staat apart.'
        : `${p.count} runs zijn hier niet mee te vergelijken, en staan apart.`,
    figures: { quality: 'de kwaliteit die Peil telde', euros: 'de euro’s per maand' },
    code: {
      sameCommit: (p) => `Beide draaiden commit ${p.commit}.`,
      otherCommit: (p) => `De eerste draaide commit ${p.first}, de tweede ${p.second}.`,
      noCommit: 'Van minstens een ervan zei niemand welke commit gedraaid is.',
      sameChanges: 'Wat er sindsdien veranderd is, is hetzelfde.',
      otherChanges: 'Wat er sindsdien veranderd is, is niet hetzelfde.',
      changesUnknown: 'Van minstens een ervan is niet bekend wat er sindsdien veranderd is.',
      packages: (p) => (p.count === 1 ? 'Eén pakket verschilt.' : `${p.count} pakketten verschillen.`),
      samePackages: (p) => `Alle ${p.count} pakketten zijn hetzelfde.`,
      noPackages: 'Van minstens een ervan is niet bekend met welke pakketten gedraaid is.',
    },
  },
);
