import { defineErrors } from '../../platform/errors/define-errors.ts';

export const frameworksErrors = defineErrors('frameworks', {
  entryNotFound: {
    status: 404,
    en: (p: { key: string }) => `The catalogue has no entry “${p.key}”. \`peil framework list\` shows all keys.`,
    nl: (p) => `De catalogus heeft geen item “${p.key}”. \`peil framework list\` toont alle sleutels.`,
  },
  keyTaken: {
    status: 409,
    en: (p: { key: string }) =>
      `The catalogue has an entry “${p.key}” already. Correct that one, or choose another key.`,
    nl: (p) => `De catalogus heeft al een item “${p.key}”. Verbeter dat, of kies een andere sleutel.`,
  },
  asOfInFuture: {
    status: 422,
    en: (p: { given: string; today: string }) =>
      `Facts cannot be from ${p.given}: that day has yet to come (today is ${p.today}). Give the day on which you read them.`,
    nl: (p) =>
      `Feiten kunnen niet van ${p.given} zijn: die dag moet nog komen (vandaag is ${p.today}). Geef de dag waarop u ze las.`,
  },
  boardClosed: {
    status: 423,
    en: () =>
      'Approaches and frameworks are chosen once the data was found adequate at gate G2. Complete the judgment of the data first.',
    nl: () =>
      'Aanpak en framework worden gekozen zodra de data bij poort G2 toereikend is bevonden. Rond eerst het oordeel over de data af.',
  },
  approachNotFound: {
    status: 404,
    en: (p: { id: string }) => `This problem has no approach ${p.id}; it may have been removed.`,
    nl: (p) => `Dit probleem heeft geen aanpak ${p.id}; misschien is die weggehaald.`,
  },
  notRemoved: {
    status: 409,
    en: () => 'This approach was not removed, so there is nothing to bring back.',
    nl: () => 'Deze aanpak is niet weggehaald, dus er valt niets terug te brengen.',
  },
  tooMany: {
    status: 409,
    en: (p: { limit: number }) =>
      `There are ${p.limit} approaches already; more than that nobody weighs. Remove one first.`,
    nl: (p) => `Er zijn al ${p.limit} aanpakken; meer weegt niemand. Haal er eerst een weg.`,
  },
  unknownSuggestion: {
    status: 422,
    en: (p: { keys: readonly string[] }) =>
      `There is no suggestion ${p.keys.join(', ')}. The board lists those there are for this task.`,
    nl: (p) => `Er is geen suggestie ${p.keys.join(', ')}. Het bord noemt die er zijn voor deze taak.`,
  },
  roleNotHeld: {
    status: 403,
    en: (p: { role: string; roles: readonly string[] }) =>
      `You do not hold the role ${p.role} in this problem. You can vote as: ${p.roles.join(', ') || 'nothing yet'}.`,
    nl: (p) =>
      `U hebt in dit probleem de rol ${p.role} niet. U kunt stemmen als: ${p.roles.join(', ') || 'nog niets'}.`,
  },
  noVote: {
    status: 409,
    en: () => 'You have no vote on this approach, so there is nothing to take back.',
    nl: () => 'U hebt op deze aanpak geen stem uitgebracht, dus er valt niets terug te nemen.',
  },
  unknownEntries: {
    status: 422,
    en: (p: { keys: readonly string[] }) =>
      `The catalogue has no entry ${p.keys.join(', ')}. Add it to the catalogue first, or take it out of the candidate.`,
    nl: (p) =>
      `De catalogus heeft geen item ${p.keys.join(', ')}. Voeg het eerst toe aan de catalogus, of haal het uit de kandidaat.`,
  },
  unknownCandidates: {
    status: 422,
    en: (p: { ids: readonly string[] }) =>
      `The selection has no candidate ${p.ids.join(', ')}. Choose among those that are there.`,
    nl: (p) => `De selectie heeft geen kandidaat ${p.ids.join(', ')}. Kies uit die er zijn.`,
  },
  candidateFell: {
    status: 409,
    en: (p: { names: readonly string[] }) =>
      `${p.names.join(', ')} fell at a hard constraint and cannot be chosen. Change the constraint with its reason, or choose another.`,
    nl: (p) =>
      `${p.names.join(', ')} viel af op een harde eis en kan niet worden gekozen. Wijzig de eis met reden, of kies een ander.`,
  },
  selectionMoved: {
    status: 409,
    en: (p: { given: number; current: number }) =>
      `The selection is no longer what you saw: you saw version ${p.given}, it is version ${p.current} now. Read it again and decide on what stands there.`,
    nl: (p) =>
      `De selectie is niet meer wat u zag: u zag versie ${p.given}, nu is het versie ${p.current}. Lees haar opnieuw en besluit over wat er staat.`,
  },
  reviewDatePassed: {
    status: 422,
    en: (p: { given: string; today: string }) =>
      `The day ${p.given} is not in the future (today is ${p.today}). Choose a later day.`,
    nl: (p) => `De dag ${p.given} ligt niet in de toekomst (vandaag is ${p.today}). Kies een latere dag.`,
  },
  unknownPeople: {
    status: 422,
    en: (p: { ids: readonly string[] }) =>
      `Nobody here has the id ${p.ids.join(', ')}. Name somebody who does not sign in here by name instead.`,
    nl: (p) => `Niemand heeft hier het id ${p.ids.join(', ')}. Noem iemand die hier niet aanmeldt bij de naam.`,
  },
  recordedMeanwhile: {
    status: 409,
    en: () =>
      'Somebody recorded an outcome at this very moment. Read it, and record yours once more if it still holds.',
    nl: () =>
      'Iemand legde op dit moment een uitkomst vast. Lees die, en leg de uwe nog eens vast als die dan nog klopt.',
  },
  recordNotFound: {
    status: 404,
    en: (p: { number: number }) => `There is no decision ${p.number} on the framework of this problem.`,
    nl: (p) => `Over het framework van dit probleem is er geen besluit ${p.number}.`,
  },
  nameNotFound: {
    status: 404,
    en: (p: { number: number }) =>
      `Decision ${p.number} names nobody like that from outside Peil: the name may have been erased already. Look how it is written there.`,
    nl: (p) =>
      `Besluit ${p.number} noemt van buiten Peil niemand met die naam: die is misschien al gewist. Kijk hoe de naam daar geschreven is.`,
  },
  notMadr: {
    status: 422,
    en: (p: { line: number; problem: string }) =>
      `This is no decision record in the form of MADR 4: ${p.problem} (line ${p.line}). Export one to see the form.`,
    nl: (p) =>
      `Dit is geen besluit in de vorm van MADR 4: ${p.problem} (regel ${p.line}). Exporteer er een om de vorm te zien.`,
  },
});
