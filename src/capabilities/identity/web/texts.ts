import { defineTexts } from '../../../platform/text/define-texts.ts';

/** Signing in, one-time links, and what forms about people say. */
export const identityTexts = defineTexts(
  {
    personal:
      'This Peil is personal: it answers on this machine only, nobody signs in, and you hold every role in every problem.',
    signIn: {
      title: 'Sign in',
      lead: 'Peil knows people by their e-mail address.',
      again: 'Sign in again',
      attempts: 'attempts to sign in',
      againLead: 'Your session has ended. What you were doing is still here, behind this form.',
      elsewhere: 'Go to the sign-in page instead',
      email: 'E-mail address',
      password: 'Password',
      submit: 'Sign in',
      provider: (p: { provider: string }) => `Sign in with ${p.provider}`,
      or: 'or with a password',
      forgotten: 'Forgotten your password? An administrator can give you a link for a new one.',
      nobodyYet: 'Nobody can sign in yet',
      nobodyYetBody:
        'This Peil is for a team and has no administrator. The terminal in which it started shows a link that works once: open it to become the first administrator. The link is not there any more? Start Peil again, and it shows a new one.',
      personalTitle: 'Nobody has to sign in here',
      toProblems: 'Go to the problems',
      signOut: 'Sign out',
      wait: 'You are being signed in',
    },
    link: {
      first_administrator: {
        title: 'Become the first administrator',
        lead: 'You have the link from the terminal, so this Peil is yours to set up. What was made in it so far becomes yours.',
        submit: 'Begin',
      },
      invitation: {
        title: 'Join Peil',
        lead: 'You were invited. Choose how others see you, and a password.',
        submit: 'Join',
      },
      password_reset: {
        title: 'Choose a new password',
        lead: 'It takes the place of the old one, and signs you out in every other browser.',
        submit: 'Use this password',
      },
      as: 'You sign in with',
      until: (p: { when: string }) => `This link works once, until ${p.when}.`,
      missingTitle: 'This address is not whole',
      missingBody: 'The part after the # is missing. Open the link as it was given to you, or copy all of it.',
      unusable: 'This link does not work',
      toSignIn: 'Go to sign in',
    },
    settings: 'Settings',
    name: 'Your name',
    nameHint: 'As others see it.',
    newPassword: 'Password',
    newPasswordHint: 'At least 12 characters. A sentence that only you know is a good one.',
    showPassword: 'Show or hide the password',
    checks: {
      emailMissing: 'Enter the e-mail address.',
      emailWrong: (p: { typed: string }) => `“${p.typed}” is no e-mail address. Write it like name@example.org.`,
      nameMissing: 'Enter the name.',
      nameTooLong: (p: { length: number }) => `The name is ${p.length} characters long; at most 120 fit.`,
      passwordMissing: 'Enter the password.',
      passwordShort: (p: { length: number }) =>
        p.length === 1
          ? 'The password has 1 character; it needs at least 12.'
          : `The password has ${p.length} characters; it needs at least 12.`,
      passwordLong: (p: { length: number }) => `The password has ${p.length} characters; at most 200 fit.`,
    },
    roles: {
      sme: 'subject matter expert',
      data_scientist: 'data scientist',
      data_engineer: 'data engineer',
      software_engineer: 'software engineer',
      analytics_architect: 'analytics architect',
      risk_manager: 'risk manager',
      sponsor: 'sponsor',
      validator: 'validator',
      stakeholder: 'stakeholder',
    },
    organisationRoles: { admin: 'administrator', member: 'member' },
    statuses: { active: 'active', invited: 'invited', inactive: 'has left', erased: 'erased' },
    erasedPerson: 'Erased person',
    cancel: 'Cancel',
  },
  {
    personal:
      'Deze Peil is persoonlijk: hij antwoordt alleen op deze machine, niemand meldt zich aan, en u hebt elke rol in elk probleem.',
    signIn: {
      title: 'Aanmelden',
      lead: 'Peil kent mensen aan hun e-mailadres.',
      again: 'Meld u opnieuw aan',
      attempts: 'pogingen om aan te melden',
      againLead: 'Uw sessie is voorbij. Waar u mee bezig was staat er nog, achter dit formulier.',
      elsewhere: 'Naar de aanmeldpagina',
      email: 'E-mailadres',
      password: 'Wachtwoord',
      submit: 'Aanmelden',
      provider: (p) => `Aanmelden met ${p.provider}`,
      or: 'of met een wachtwoord',
      forgotten: 'Wachtwoord vergeten? Een beheerder kan u een link geven waarmee u een nieuw kiest.',
      nobodyYet: 'Er kan zich nog niemand aanmelden',
      nobodyYetBody:
        'Deze Peil is voor een team en heeft nog geen beheerder. De terminal waarin hij is gestart toont een link die één keer werkt: open die om de eerste beheerder te worden. Is de link er niet meer? Start Peil opnieuw, dan staat er een nieuwe.',
      personalTitle: 'Hier hoeft niemand zich aan te melden',
      toProblems: 'Naar de problemen',
      signOut: 'Afmelden',
      wait: 'U wordt aangemeld',
    },
    link: {
      first_administrator: {
        title: 'Word de eerste beheerder',
        lead: 'U hebt de link uit de terminal, dus u mag deze Peil inrichten. Wat er tot nu toe in is gemaakt, wordt van u.',
        submit: 'Beginnen',
      },
      invitation: {
        title: 'Doe mee in Peil',
        lead: 'U bent uitgenodigd. Kies hoe anderen u zien, en een wachtwoord.',
        submit: 'Meedoen',
      },
      password_reset: {
        title: 'Kies een nieuw wachtwoord',
        lead: 'Het komt in de plaats van het oude, en meldt u af in elke andere browser.',
        submit: 'Dit wachtwoord gebruiken',
      },
      as: 'U meldt zich aan met',
      until: (p) => `Deze link werkt één keer, tot ${p.when}.`,
      missingTitle: 'Dit adres is niet volledig',
      missingBody: 'Het deel na de # ontbreekt. Open de link zoals u die kreeg, of kopieer hem helemaal.',
      unusable: 'Deze link werkt niet',
      toSignIn: 'Naar het aanmelden',
    },
    settings: 'Instellingen',
    name: 'Uw naam',
    nameHint: 'Zoals anderen die zien.',
    newPassword: 'Wachtwoord',
    newPasswordHint: 'Minstens 12 tekens. Een zin die alleen u kent is een goede keus.',
    showPassword: 'Het wachtwoord tonen of verbergen',
    checks: {
      emailMissing: 'Vul het e-mailadres in.',
      emailWrong: (p) => `“${p.typed}” is geen e-mailadres. Schrijf het als naam@voorbeeld.nl.`,
      nameMissing: 'Vul de naam in.',
      nameTooLong: (p) => `De naam is ${p.length} tekens lang; er passen er 120.`,
      passwordMissing: 'Vul het wachtwoord in.',
      passwordShort: (p) =>
        p.length === 1
          ? 'Het wachtwoord heeft 1 teken; het moeten er minstens 12 zijn.'
          : `Het wachtwoord heeft ${p.length} tekens; het moeten er minstens 12 zijn.`,
      passwordLong: (p) => `Het wachtwoord heeft ${p.length} tekens; er passen er 200.`,
    },
    roles: {
      sme: 'inhoudelijk deskundige',
      data_scientist: 'data scientist',
      data_engineer: 'data engineer',
      software_engineer: 'software engineer',
      analytics_architect: 'analytics-architect',
      risk_manager: 'risicomanager',
      sponsor: 'opdrachtgever',
      validator: 'validator',
      stakeholder: 'belanghebbende',
    },
    organisationRoles: { admin: 'beheerder', member: 'lid' },
    statuses: { active: 'actief', invited: 'uitgenodigd', inactive: 'vertrokken', erased: 'gewist' },
    erasedPerson: 'Gewist persoon',
    cancel: 'Niet doen',
  },
);

export type IdentityTexts = (typeof identityTexts)['en'];
