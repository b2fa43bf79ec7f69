import { defineErrors } from '../../platform/errors/define-errors.ts';

export const notificationErrors = defineErrors('notifications', {
  badCursor: {
    status: 400,
    en: () => 'This cursor does not belong to this list. Start again without one.',
    nl: () => 'Deze cursor hoort niet bij deze lijst. Begin opnieuw zonder cursor.',
  },
  mailNotConfigured: {
    status: 409,
    en: () =>
      'This installation has no mail server. Start Peil with --smtp-host and --smtp-from, or PEIL_SMTP_HOST and PEIL_SMTP_FROM.',
    nl: () =>
      'Deze installatie heeft geen mailserver. Start Peil met --smtp-host en --smtp-from, of PEIL_SMTP_HOST en PEIL_SMTP_FROM.',
  },
  noAddress: {
    status: 409,
    en: () => 'Your account has no e-mail address to send to. An administrator can add one in a team.',
    nl: () => 'Uw account heeft geen e-mailadres om naartoe te sturen. In een team kan een beheerder er een toevoegen.',
  },
  mailRefused: {
    status: 422,
    en: (p: { reason: string }) =>
      `The mail server did not take the message: ${p.reason}. Check host, port, user and password.`,
    nl: (p) => `De mailserver nam het bericht niet aan: ${p.reason}. Controleer host, poort, gebruiker en wachtwoord.`,
  },
});
