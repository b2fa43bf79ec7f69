import { defineErrors } from '../../platform/errors/define-errors.ts';
import type { Outcome } from '../decisions/contract.ts';
import { capital, changedPlaces, day, list, outcomeEn, outcomeNl, roleEn, roleNl } from './error-words.ts';
import type { VerdictRole } from './verdict-contract.ts';

export const formulationErrors = defineErrors('formulation', {
  problemNotFound: {
    status: 404,
    en: (p: { id: string }) => `There is no problem ${p.id}. Open it from the list of problems.`,
    nl: (p) => `Er is geen probleem ${p.id}. Open het vanuit de lijst met problemen.`,
  },
  problemDeleted: {
    status: 404,
    en: (p: { id: string; title: string }) => `The problem “${p.title}” was deleted. Restore it to go on with it.`,
    nl: (p) => `Het probleem “${p.title}” is verwijderd. Zet het terug om ermee verder te gaan.`,
  },
  notDeleted: {
    status: 409,
    en: (p: { id: string; title: string }) => `“${p.title}” is not deleted, so there is nothing to restore.`,
    nl: (p) => `“${p.title}” is niet verwijderd, dus er valt niets terug te zetten.`,
  },
  noVariant: {
    status: 404,
    en: (p: { id: string }) =>
      `The problem ${p.id} is no variant of another one. Copy a problem as a variant to have something to compare with.`,
    nl: (p) =>
      `Het probleem ${p.id} is geen variant van een ander. Kopieer een probleem als variant om iets te vergelijken te hebben.`,
  },
  parentHidden: {
    status: 404,
    en: () => 'The problem that this is a variant of cannot be read by you, so there is nothing to compare with.',
    nl: () => 'Het probleem waarvan dit een variant is, kunt u niet lezen; er valt dus niets te vergelijken.',
  },
  templateNotFound: {
    status: 404,
    en: (p: { id: string }) => `There is no template ${p.id}. Choose one from the list of templates.`,
    nl: (p) => `Er is geen sjabloon ${p.id}. Kies er een uit de lijst met sjablonen.`,
  },
  templateRetired: {
    status: 409,
    en: (p: { name: string }) =>
      `The template “${p.name}” was retired, so no problem begins with it. Choose another, or bring it back.`,
    nl: (p) =>
      `Het sjabloon “${p.name}” is buiten gebruik; er begint geen probleem meer mee. Kies een ander, of breng het terug.`,
  },
  templateNotRetired: {
    status: 409,
    en: (p: { name: string }) => `The template “${p.name}” is in use, so there is nothing to bring back.`,
    nl: (p) => `Het sjabloon “${p.name}” is in gebruik, dus er valt niets terug te brengen.`,
  },
  privateAsTemplate: {
    status: 409,
    en: () =>
      'This problem is private, and everybody could read its template. Make the problem open first, or copy it as a variant.',
    nl: () =>
      'Dit probleem is besloten, en iedereen zou het sjabloon kunnen lezen. Maak het eerst open, of kopieer het als variant.',
  },
  problemStopped: {
    status: 423,
    en: (p: { title: string }) =>
      `“${p.title}” was stopped by a no-go and can only be read. Reopen it with a new decision to change anything.`,
    nl: (p) =>
      `“${p.title}” is gestopt met een no-go en is alleen nog te lezen. Heropen het met een nieuw besluit om iets te wijzigen.`,
  },
  decidedProblem: {
    status: 409,
    en: (p: { title: string }) =>
      `A decision was taken on “${p.title}”, so it cannot be deleted: decisions stay readable. Stop it with a no-go instead.`,
    nl: (p) =>
      `Over “${p.title}” is een besluit genomen. Daarom kan het niet worden verwijderd: besluiten blijven leesbaar. Stop het in plaats daarvan met een no-go.`,
  },
  badCursor: {
    status: 400,
    en: () => 'This cursor does not belong to this list. Start again without one.',
    nl: () => 'Deze cursor hoort niet bij deze lijst. Begin opnieuw zonder cursor.',
  },
  objectiveNotFound: {
    status: 404,
    en: (p: { id: string }) => `This problem has no objective ${p.id}; it may have been removed.`,
    nl: (p) => `Dit probleem heeft geen doel ${p.id}; misschien is het verwijderd.`,
  },
  keyResultNotFound: {
    status: 404,
    en: (p: { id: string }) => `This problem has no key result ${p.id}; it may have been removed.`,
    nl: (p) => `Dit probleem heeft geen sleutelresultaat ${p.id}; misschien is het verwijderd.`,
  },
  dataRequirementNotFound: {
    status: 404,
    en: (p: { id: string }) => `This problem has no data requirement ${p.id}; it may have been removed.`,
    nl: (p) => `Dit probleem heeft geen gegevenseis ${p.id}; misschien is die verwijderd.`,
  },
  alternativeNotFound: {
    status: 404,
    en: (p: { id: string }) => `This problem has no alternative ${p.id}; it may have been removed.`,
    nl: (p) => `Dit probleem heeft geen alternatief ${p.id}; misschien is het verwijderd.`,
  },
  attachmentNotFound: {
    status: 404,
    en: (p: { id: string }) => `This problem has no attachment ${p.id}; it may have been removed.`,
    nl: (p) => `Dit probleem heeft geen bijlage ${p.id}; misschien is die verwijderd.`,
  },
  attachmentIsLink: {
    status: 409,
    en: (p: { url: string }) => `This attachment is a link: there is no file here. Open ${p.url} instead.`,
    nl: (p) => `Deze bijlage is een link: hier is geen bestand. Open ${p.url}.`,
  },
  emptyFile: {
    status: 400,
    en: () => 'No file arrived, or an empty one. Send its bytes as the body, as application/octet-stream.',
    nl: () => 'Er kwam geen bestand aan, of een leeg bestand. Stuur de bytes als inhoud, als application/octet-stream.',
  },
  notAcceptedYet: {
    status: 423,
    en: () =>
      'The translation into an ML problem opens once the opportunity is accepted at gate G0. Complete the opportunity and have it accepted first.',
    nl: () =>
      'De vertaling naar een ML-probleem gaat open zodra de kans bij poort G0 is aanvaard. Maak eerst de kans af en laat die aanvaarden.',
  },
  roleNotHeld: {
    status: 403,
    en: (p: { role: VerdictRole }) =>
      `Only who is ${roleEn[p.role]} in this problem gives this verdict. Ask who manages the team to give you the role, or to confirm it where you took it yourself; or choose the role you hold.`,
    nl: (p: { role: VerdictRole }) =>
      `Alleen wie in dit probleem ${roleNl[p.role]} is, geeft dit oordeel. Vraag wie het team beheert om de rol, of om haar te bevestigen als u haar zelf nam; of kies de rol die u hebt.`,
  },
  importTooLong: {
    status: 422,
    en: (p: { field: string; length: number; limit: number }) =>
      `Together with what is there, the text for ${p.field} would be ${p.length} characters long; at most ${p.limit} fit. Shorten the one-pager.`,
    nl: (p) =>
      `Samen met wat er staat, zou de tekst voor ${p.field} ${p.length} tekens lang zijn; er passen er hoogstens ${p.limit}. Kort de tekst in.`,
  },
  notRemoved: {
    status: 409,
    en: () => 'This was not removed, so there is nothing to restore.',
    nl: () => 'Dit is niet verwijderd, dus er valt niets terug te zetten.',
  },
  objectiveRemoved: {
    status: 409,
    en: () => 'The objective of this key result was removed. Restore the objective first.',
    nl: () => 'Het doel van dit sleutelresultaat is verwijderd. Zet eerst het doel terug.',
  },
  tooMany: {
    status: 409,
    en: (p: { limit: number }) => `There are ${p.limit} already, and more are not read by anybody. Remove one first.`,
    nl: (p) => `Er zijn er al ${p.limit}; meer leest niemand. Verwijder er eerst een.`,
  },
  orderDiffers: {
    status: 409,
    en: (p: { expected: readonly string[] }) =>
      `The order must name each one exactly once. Expected are, in any order: ${list(p.expected) || 'none'}.`,
    nl: (p) =>
      `De volgorde moet ze allemaal precies één keer noemen. Verwacht, in willekeurige volgorde: ${list(p.expected) || 'geen'}.`,
  },
  targetEqualsBaseline: {
    status: 422,
    en: (p: { value: string }) =>
      `Target and baseline are both ${p.value}, so there is nothing to reach. Give a target that differs from where it stands today.`,
    nl: (p) =>
      `Streefwaarde en uitgangswaarde zijn allebei ${p.value}, dus er valt niets te bereiken. Geef een streefwaarde die afwijkt van de huidige stand.`,
  },
  unknownValueFields: {
    status: 422,
    en: (p: { fields: readonly string[] }) =>
      `A value model has no field ${list(p.fields)}. Check the spelling; /openapi.json shows every field.`,
    nl: (p) =>
      `Een waardemodel heeft geen veld ${list(p.fields)}. Controleer de spelling; in /openapi.json staat elk veld.`,
  },
  valueIncomplete: {
    status: 409,
    en: (p: { missing: readonly string[] }) =>
      `The value model cannot be evaluated yet. Still to fill in or correct: ${list(p.missing)}.`,
    nl: (p) =>
      `Het waardemodel kan nog niet worden doorgerekend. Nog in te vullen of te verbeteren: ${list(p.missing)}.`,
  },
  tooManyEvaluations: {
    status: 503,
    en: (p: { waiting: number }) =>
      `${p.waiting} value models are waiting to be evaluated already. Try again in a few seconds.`,
    nl: (p) => `Er wachten al ${p.waiting} waardemodellen op doorrekening. Probeer het over enkele seconden opnieuw.`,
  },
  tooManyPdfs: {
    status: 503,
    en: (p: { waiting: number }) => `${p.waiting} PDFs are waiting to be made already. Try again in a few seconds.`,
    nl: (p) => `Er wachten al ${p.waiting} PDF’s om te worden gemaakt. Probeer het over enkele seconden opnieuw.`,
  },
  evidenceChanged: {
    status: 409,
    en: (p: { changed: readonly { path: string }[]; snapshotHash: string }) =>
      `The evidence is no longer what you saw${changedPlaces(p.changed, 'en')}. Read it again and decide on what stands there now.`,
    nl: (p) =>
      `Het bewijs is niet meer wat u zag${changedPlaces(p.changed, 'nl')}. Lees het opnieuw en besluit over wat er nu staat.`,
  },
  gateNotHere: {
    status: 404,
    en: (p: { gate: string; gates: readonly string[] }) =>
      `There is no gate ${p.gate} here, since nothing that is installed brings its evidence. There are: ${list(p.gates)}.`,
    nl: (p: { gate: string; gates: readonly string[] }) =>
      `Poort ${p.gate} is er hier niet, want niets wat is geïnstalleerd levert het bewijs ervoor. Er zijn: ${list(p.gates)}.`,
  },
  gateNotOpen: {
    status: 423,
    en: (p: { gate: string; after: string }) =>
      `Gate ${p.gate.toUpperCase()} opens after a go at ${p.after.toUpperCase()}. Have that decided first.`,
    nl: (p: { gate: string; after: string }) =>
      `Poort ${p.gate.toUpperCase()} gaat open na een go bij ${p.after.toUpperCase()}. Laat daar eerst over besluiten.`,
  },
  alreadyDecided: {
    status: 409,
    en: (p: { outcome: Outcome; at: number }) =>
      `This gate was decided already: ${outcomeEn[p.outcome]} on ${day(p.at)}.`,
    nl: (p: { outcome: Outcome; at: number }) =>
      `Over deze poort is al besloten: ${outcomeNl[p.outcome]} op ${day(p.at)}.`,
  },
  outcomeNotAllowed: {
    status: 409,
    en: (p: { outcome: Outcome; allowed: readonly Outcome[] }) =>
      `${capital(outcomeEn[p.outcome])} is not possible now. Possible: ${list(p.allowed.map((each) => outcomeEn[each]))}.`,
    nl: (p: { outcome: Outcome; allowed: readonly Outcome[] }) =>
      `${capital(outcomeNl[p.outcome])} kan nu niet. Mogelijk: ${list(p.allowed.map((each) => outcomeNl[each]))}.`,
  },
  gateClosed: {
    status: 409,
    en: (p: { obstacles: readonly { message: string }[] }) =>
      `This cannot be decided yet. ${p.obstacles.map(({ message }) => message).join(' ')}`,
    nl: (p: { obstacles: readonly { message: string }[] }) =>
      `Dit kan nog niet worden besloten. ${p.obstacles.map(({ message }) => message).join(' ')}`,
  },
  notYourRole: {
    status: 403,
    en: (p: { role: string; roles: readonly string[] }) =>
      `You cannot sign as ${p.role} in this problem. You can sign as: ${list(p.roles) || 'nothing; a role that you gave yourself must be confirmed by somebody else first'}.`,
    nl: (p) =>
      `U kunt in dit probleem niet tekenen als ${p.role}. U kunt tekenen als: ${list(p.roles) || 'niets; een rol die u uzelf gaf, moet iemand anders eerst bevestigen'}.`,
  },
  nothingToWaive: {
    status: 409,
    en: (p: { item: string; open: readonly string[] }) =>
      `${p.item} is not asked and open at this gate, so there is nothing to waive. Asked and open are: ${list(p.open) || 'no items'}.`,
    nl: (p) =>
      `${p.item} wordt bij deze poort niet gevraagd of staat niet open; er valt niet van af te zien. Gevraagd en open zijn: ${list(p.open) || 'geen punten'}.`,
  },
  waiversUsed: {
    status: 409,
    en: (p: { most: number }) =>
      p.most === 0
        ? 'By the policy of this gate nothing can be waived. Complete the item, or defer.'
        : `By the policy of this gate at most ${p.most} items can be waived, and they are. Complete this one, or defer.`,
    nl: (p) =>
      p.most === 0
        ? 'Met het beleid van deze poort kan van niets worden afgezien. Vul het punt aan, of stel uit.'
        : `Met het beleid van deze poort kan van hoogstens ${p.most} punten worden afgezien, en dat is al gedaan. Vul dit punt aan, of stel uit.`,
  },
  unknownPeople: {
    status: 422,
    en: (p: { ids: readonly string[] }) =>
      `Nobody here has the id ${list(p.ids)}. Name somebody who does not sign in here by name instead.`,
    nl: (p) => `Niemand heeft hier het id ${list(p.ids)}. Noem iemand die hier niet aanmeldt bij de naam.`,
  },
  conditionOwnerUnknown: {
    status: 422,
    en: (p: { ids: readonly string[] }) =>
      `Nobody with the id ${list(p.ids)} can see this problem. Choose somebody who can to see to the condition, or leave the person out.`,
    nl: (p) =>
      `Niemand met het id ${list(p.ids)} kan dit probleem zien. Kies voor de voorwaarde iemand die dat wel kan, of laat de persoon weg.`,
  },
  onePageNotFound: {
    status: 404,
    en: (p: { number: number }) => `There is no version ${p.number} of this one page. Look at the list of versions.`,
    nl: (p) => `Er is geen versie ${p.number} van deze ene pagina. Kijk in de lijst met versies.`,
  },
  onePageMoved: {
    status: 409,
    en: () => 'Somebody changed the value model at this very moment. Look at the page, and keep it again.',
    nl: () => 'Iemand wijzigde op dit moment het waardemodel. Bekijk de pagina en bewaar die opnieuw.',
  },
  reviewDatePassed: {
    status: 422,
    en: (p: { given: string; today: string }) =>
      `The review date ${p.given} is not in the future (today is ${p.today}). Choose a later day.`,
    nl: (p) => `De datum ${p.given} ligt niet in de toekomst (vandaag is ${p.today}). Kies een latere dag.`,
  },
});
