import { defineErrors } from '../../platform/errors/define-errors.ts';

export const identityErrors = defineErrors('identity', {
  signInFirst: {
    status: 401,
    en: () =>
      'This address needs to know who you are. Sign in, or send an API token in the header Authorization, behind the word Bearer.',
    nl: () =>
      'Dit adres moet weten wie u bent. Meld u aan, of stuur een API-sleutel mee in de kop Authorization, achter het woord Bearer.',
  },
  unknownToken: {
    status: 401,
    en: () =>
      'The token in the Authorization header is not known here, has expired or was revoked. Make a new one under your profile.',
    nl: () =>
      'De sleutel in de Authorization-kop is hier niet bekend, is verlopen of ingetrokken. Maak een nieuwe sleutel bij uw profiel.',
  },
  wrongSignIn: {
    status: 401,
    en: () =>
      'This e-mail address and password do not belong together. Check both; an administrator can send you a link for a new password.',
    nl: () =>
      'Dit e-mailadres en wachtwoord horen niet bij elkaar. Controleer beide; een beheerder kan u een link voor een nieuw wachtwoord sturen.',
  },
  notAllowed: {
    status: 403,
    en: (p: { permission: string }) =>
      `Your roles do not include this (permission "${p.permission}"). Ask an administrator or the sponsor of the problem for a role that does.`,
    nl: (p) =>
      `Uw rollen laten dit niet toe (recht "${p.permission}"). Vraag een beheerder of de opdrachtgever van het probleem om een rol die dit wel toelaat.`,
  },
  roleWaits: {
    status: 403,
    en: (p: { permission: string }) =>
      `This asks a role that you gave yourself (permission "${p.permission}"), and it does not count before somebody else of the team confirms it. Ask the expert, the sponsor or an administrator to do so, under Who is who.`,
    nl: (p) =>
      `Dit vraagt een rol die u uzelf gaf (recht "${p.permission}"), en die telt pas als iemand anders van het team haar bevestigt. Vraag de inhoudelijk deskundige, de opdrachtgever of een beheerder dat te doen, onder Wie is wie.`,
  },
  readOnlyToken: {
    status: 403,
    en: (p: { method: string }) =>
      `This token may only read, and ${p.method} changes something. Use a token with the scope "write".`,
    nl: (p) =>
      `Deze sleutel mag alleen lezen, en ${p.method} wijzigt iets. Gebruik een sleutel met het bereik "write".`,
  },
  inPersonOnly: {
    status: 403,
    en: () => 'An API token is not enough to change passwords or sessions. Sign in on the page and do it there.',
    nl: () =>
      'Met een API-sleutel kunt u geen wachtwoorden of sessies wijzigen. Meld u aan op de pagina en doe het daar.',
  },
  tokenOutreaches: {
    status: 403,
    en: () =>
      'A token can make another one only with the same scope or less, and no later expiry. Sign in on the page to make a stronger one.',
    nl: () =>
      'Een sleutel kan alleen een andere sleutel maken met hetzelfde of een kleiner bereik en geen latere einddatum. Meld u aan op de pagina voor een sterkere sleutel.',
  },
  proxyNeedsTeam: {
    status: 403,
    en: () =>
      'This request came through a proxy, and in personal mode nobody has to sign in. Start Peil with --team, or open it directly on this machine.',
    nl: () =>
      'Dit verzoek kwam via een proxy, en in de persoonlijke modus hoeft niemand zich aan te melden. Start Peil met --team, of open het direct op deze machine.',
  },
  problemNotFound: {
    status: 404,
    en: (p: { id: string }) =>
      `There is no problem ${p.id} that you can see. Check the address, or ask the sponsor for a role in it.`,
    nl: (p) =>
      `Er is geen probleem ${p.id} dat u kunt zien. Controleer het adres, of vraag de opdrachtgever om een rol erin.`,
  },
  userNotFound: {
    status: 404,
    en: (p: { id: string }) => `There is no person ${p.id} here. The people are listed at /api/people.`,
    nl: (p) => `Er is hier geen persoon ${p.id}. De mensen staan op /api/people.`,
  },
  sessionNotFound: {
    status: 404,
    en: (p: { id: string }) => `You have no open session ${p.id}; it may have ended already. List them again.`,
    nl: (p) => `U hebt geen open sessie ${p.id}; mogelijk is die al beëindigd. Vraag de lijst opnieuw op.`,
  },
  tokenNotFound: {
    status: 404,
    en: (p: { id: string }) => `You have no token ${p.id}; it may have been revoked already. List them again.`,
    nl: (p) => `U hebt geen sleutel ${p.id}; mogelijk is die al ingetrokken. Vraag de lijst opnieuw op.`,
  },
  roleNotHeld: {
    status: 404,
    en: (p: { userId: string; role: string }) =>
      `Person ${p.userId} does not have the role "${p.role}" in this problem. List its people again.`,
    nl: (p) =>
      `Persoon ${p.userId} heeft de rol "${p.role}" niet in dit probleem. Vraag de lijst van mensen opnieuw op.`,
  },
  linkUnusable: {
    status: 404,
    en: () =>
      'This link has been used, replaced or has expired. Ask an administrator for a new one; for the first administrator, start Peil again.',
    nl: () =>
      'Deze link is al gebruikt, vervangen of verlopen. Vraag een beheerder om een nieuwe; start Peil opnieuw voor de eerste beheerder.',
  },
  emailTaken: {
    status: 409,
    en: () => 'Somebody with this e-mail address is here already. Look among the people, also those who have left.',
    nl: () => 'Er is hier al iemand met dit e-mailadres. Zoek bij de mensen, ook bij wie vertrokken is.',
  },
  lastAdministrator: {
    status: 409,
    en: () =>
      'This is the last active administrator; nobody could administer Peil any more. Make somebody else administrator first.',
    nl: () =>
      'Dit is de laatste actieve beheerder; niemand zou Peil nog kunnen beheren. Maak eerst iemand anders beheerder.',
  },
  lastPerson: {
    status: 409,
    en: () =>
      'This is the last role in a private problem; nobody could see it any more. Give somebody else a role first, or open the problem.',
    nl: () =>
      'Dit is de laatste rol in een besloten probleem; niemand zou het nog kunnen zien. Geef eerst iemand anders een rol, of maak het probleem open.',
  },
  wrongStatus: {
    status: 409,
    en: (p: { status: string; expected: string }) =>
      `This person is "${p.status}"; this needs a person who is "${p.expected}".`,
    nl: (p) => `Deze persoon is "${p.status}"; hiervoor moet de persoon "${p.expected}" zijn.`,
  },
  alreadyTeam: {
    status: 409,
    en: () => 'This Peil is in team mode already. Invite people, or sign in.',
    nl: () => 'Deze Peil is al in de teammodus. Nodig mensen uit, of meld u aan.',
  },
  needsTeam: {
    status: 409,
    en: () => 'In personal mode there are no other people. Switch to team mode first: POST /api/installation/team.',
    nl: () =>
      'In de persoonlijke modus zijn er geen andere mensen. Ga eerst over op de teammodus: POST /api/installation/team.',
  },
  wrongPassword: {
    status: 422,
    en: () => 'The current password is not right. Type it again, or ask an administrator for a link.',
    nl: () => 'Het huidige wachtwoord klopt niet. Typ het opnieuw, of vraag een beheerder om een link.',
  },
  passwordNeeded: {
    status: 422,
    en: () => 'A signature asks for your password once more. Send it along.',
    nl: () => 'Een handtekening vraagt nog eens om uw wachtwoord. Stuur het mee.',
  },
  signInAgain: {
    status: 403,
    en: () =>
      'A signature asks for a sign-in of the last ten minutes, in person. Sign in again at your identity provider, and sign then.',
    nl: () =>
      'Een handtekening vraagt om een aanmelding van de laatste tien minuten, door uzelf. Meld u opnieuw aan bij uw identiteitsprovider, en teken dan.',
  },
  ownRole: {
    status: 409,
    en: () => 'This takes a second person: neither who holds the role nor who gave it. Ask somebody else of the team.',
    nl: () =>
      'Dit vraagt een tweede persoon: niet wie de rol heeft, en niet wie haar gaf. Vraag iemand anders van het team.',
  },
  cannotSee: {
    status: 409,
    en: (p: { userId: string }) =>
      `Person ${p.userId} cannot see this private problem, so they cannot sign in it. Give them a role in it first.`,
    nl: (p) =>
      `Persoon ${p.userId} kan dit besloten probleem niet zien en er dus niet in tekenen. Geef eerst een rol erin.`,
  },
  roleCounts: {
    status: 409,
    en: (p: { role: string }) =>
      `The role "${p.role}" counts already, so there is nothing to refuse. Take it away instead.`,
    nl: (p) => `De rol "${p.role}" telt al, dus er valt niets te weigeren. Neem de rol dan af.`,
  },
  delegationPassed: {
    status: 422,
    en: (p: { given: string; today: string }) =>
      `The last day of the delegation, ${p.given}, is before today, ${p.today}. Give a day from today on.`,
    nl: (p) =>
      `De laatste dag van de machtiging, ${p.given}, ligt voor vandaag, ${p.today}. Geef een dag vanaf vandaag.`,
  },
  delegationNotFound: {
    status: 404,
    en: (p: { id: string }) => `There is no delegation ${p.id} that you can see here. List them again.`,
    nl: (p) => `Er is hier geen machtiging ${p.id} die u kunt zien. Vraag de lijst opnieuw op.`,
  },
  notYourDelegation: {
    status: 403,
    en: () => 'Only who gave a delegation, or who received it, can end it.',
    nl: () => 'Alleen wie een machtiging gaf of kreeg, kan haar beëindigen.',
  },
  guessablePassword: {
    status: 422,
    en: () =>
      'This password is too easy to guess: it is your name or e-mail address, or repeats a few characters. Take a longer sentence.',
    nl: () =>
      'Dit wachtwoord is te makkelijk te raden: het is uw naam of e-mailadres, of herhaalt een paar tekens. Neem een langere zin.',
  },
  expiryPassed: {
    status: 422,
    en: () => 'The expiry of this token is not in the future. Give a later moment, or none.',
    nl: () => 'De einddatum van deze sleutel ligt niet in de toekomst. Geef een later moment, of geen.',
  },
  providerOff: {
    status: 404,
    en: () => 'Sign-in by an identity provider is not set up here. Sign in with e-mail and password.',
    nl: () => 'Aanmelden via een identiteitsprovider is hier niet ingesteld. Meld u aan met e-mail en wachtwoord.',
  },
  providerUnreachable: {
    status: 503,
    en: () => 'The identity provider does not answer. Try again shortly, or sign in with e-mail and password.',
    nl: () => 'De identiteitsprovider antwoordt niet. Probeer het zo opnieuw, of meld u aan met e-mail en wachtwoord.',
  },
  providerRefused: {
    status: 401,
    en: () => 'The sign-in at the identity provider did not succeed or took too long. Start again.',
    nl: () => 'Het aanmelden bij de identiteitsprovider is niet gelukt of duurde te lang. Begin opnieuw.',
  },
  notInvited: {
    status: 403,
    en: () =>
      'The identity provider knows you, but nobody invited this verified e-mail address to Peil. Ask an administrator.',
    nl: () =>
      'De identiteitsprovider kent u, maar niemand heeft dit geverifieerde e-mailadres voor Peil uitgenodigd. Vraag een beheerder.',
  },
});
