import { defineErrors } from '../../platform/errors/define-errors.ts';

export const conversationErrors = defineErrors('conversation', {
  threadNotFound: {
    status: 404,
    en: (p: { id: string }) => `This problem has no conversation ${p.id}. Open it from the page of the problem.`,
    nl: (p) => `Dit probleem heeft geen gesprek ${p.id}. Open het vanaf de pagina van het probleem.`,
  },
  commentNotFound: {
    status: 404,
    en: (p: { id: string }) => `This problem has no comment ${p.id}. Fetch the conversation again.`,
    nl: (p) => `Dit probleem heeft geen opmerking ${p.id}. Haal het gesprek opnieuw op.`,
  },
  notYours: {
    status: 403,
    en: () => 'Only who wrote a comment can change, remove or restore it. Write a comment of your own instead.',
    nl: () =>
      'Alleen wie een opmerking schreef, kan haar wijzigen, weghalen of terugzetten. Schrijf zelf een opmerking.',
  },
  gone: {
    status: 409,
    en: () => 'This comment was removed or erased, so it cannot be changed. Restore it first, or write a new one.',
    nl: () =>
      'Deze opmerking is weggehaald of gewist en is niet te wijzigen. Zet haar eerst terug, of schrijf een nieuwe.',
  },
  notRemoved: {
    status: 409,
    en: () => 'This comment was not removed, so there is nothing to restore.',
    nl: () => 'Deze opmerking is niet weggehaald, dus er valt niets terug te zetten.',
  },
  unknownMention: {
    status: 400,
    en: (p: { ids: readonly string[] }) =>
      `Nobody is known by what you mention: ${p.ids.join(', ')}. Choose people from the list that opens after @.`,
    nl: (p) => `Niemand is bekend onder wat u noemt: ${p.ids.join(', ')}. Kies mensen uit de lijst die na @ opengaat.`,
  },
  alreadyResolved: {
    status: 409,
    en: () => 'This conversation is resolved already. Reopen it if there is more to say.',
    nl: () => 'Dit gesprek is al afgesloten. Heropen het als er meer te zeggen is.',
  },
  notResolved: {
    status: 409,
    en: () => 'This conversation is open, so there is nothing to reopen.',
    nl: () => 'Dit gesprek staat open, dus er valt niets te heropenen.',
  },
  steeringByExpert: {
    status: 403,
    en: () =>
      'A steering remark is made by a subject matter expert of this problem, and you do not have that role here. Open an ordinary conversation instead.',
    nl: () =>
      'Een sturende opmerking komt van een inhoudelijk deskundige van dit probleem, en die rol hebt u hier niet. Begin in plaats daarvan een gewoon gesprek.',
  },
  notSteering: {
    status: 409,
    en: () => 'Only a steering remark takes an answer with a verdict. Leave the verdict out to write a comment.',
    nl: () =>
      'Alleen op een sturende opmerking volgt een antwoord met een oordeel. Laat het oordeel weg om een opmerking te schrijven.',
  },
  answerByAnother: {
    status: 403,
    en: () =>
      'A steering remark is answered by somebody else than who made it, with another role in this problem than subject matter expert. You can comment on it without a verdict.',
    nl: () =>
      'Een sturende opmerking wordt beantwoord door een ander dan wie haar maakte, met een andere rol in dit probleem dan inhoudelijk deskundige. Zonder oordeel kunt u er wel op reageren.',
  },
  unanswered: {
    status: 409,
    en: () =>
      'This steering remark has no answer yet. Somebody with another role must say whether it is taken over, or why not.',
    nl: () =>
      'Deze sturende opmerking heeft nog geen antwoord. Iemand met een andere rol moet zeggen of ze wordt overgenomen, of waarom niet.',
  },
  acceptedByExpert: {
    status: 403,
    en: () =>
      'A steering remark is closed by a subject matter expert who accepts the answer of somebody else. Ask the expert who made it.',
    nl: () =>
      'Een sturende opmerking wordt afgesloten door een inhoudelijk deskundige die het antwoord van een ander aanvaardt. Vraag het de deskundige die haar maakte.',
  },
  reopenedByRole: {
    status: 403,
    en: () => 'A steering remark is reopened by somebody with a role in this problem. Ask one of them.',
    nl: () => 'Een sturende opmerking wordt heropend door iemand met een rol in dit probleem. Vraag het een van hen.',
  },
  accepted: {
    status: 409,
    en: () =>
      'This steering remark was answered and accepted, so what was said stays as it is. Reopen it first to change anything.',
    nl: () =>
      'Deze sturende opmerking is beantwoord en het antwoord is aanvaard; wat is gezegd, blijft zo. Heropen haar eerst om iets te wijzigen.',
  },
  steeringStays: {
    status: 409,
    en: () =>
      'A steering remark cannot be taken back by removing it: it waits for an answer. Edit it, or ask for an answer and accept that.',
    nl: () =>
      'Een sturende opmerking is niet terug te nemen door haar weg te halen: ze wacht op een antwoord. Wijzig haar, of vraag om een antwoord en aanvaard dat.',
  },
  badCursor: {
    status: 400,
    en: () => 'This cursor does not belong to this list. Start again without one.',
    nl: () => 'Deze cursor hoort niet bij deze lijst. Begin opnieuw zonder cursor.',
  },
});
