import { defineErrors } from '../errors/define-errors.ts';

/** What whoever keeps Peil running must know of the secrets. None of these repeats a secret. */
export const secretsErrors = defineErrors('secrets', {
  keyMissing: {
    status: 409,
    en: (p: { path: string; count: number }) =>
      `The database holds ${p.count} secrets (such as passwords for mail), and the file with the key that opens them is not at ${p.path}. Put it there from where its copy is kept. If it is lost, make an empty file there: Peil then begins with a new key, and those secrets are entered again.`,
    nl: (p) =>
      `De database bevat ${p.count} geheimen (zoals wachtwoorden voor mail), en het bestand met de sleutel die ze opent staat niet op ${p.path}. Zet het daar terug vanaf waar de kopie wordt bewaard. Is het kwijt, maak daar dan een leeg bestand: Peil begint dan met een nieuwe sleutel, en die geheimen worden opnieuw ingevoerd.`,
  },
  keyUnreadable: {
    status: 422,
    en: (p: { path: string; line: number }) =>
      `Line ${p.line} of ${p.path} is not a key of Peil: expected an id of 16 characters, a space, and the key in base64. Put the file back from its copy.`,
    nl: (p) =>
      `Regel ${p.line} van ${p.path} is geen sleutel van Peil: verwacht worden een kenmerk van 16 tekens, een spatie, en de sleutel in base64. Zet het bestand terug vanaf zijn kopie.`,
  },
  wrongKey: {
    status: 409,
    en: (p: { name: string; keyId: string; path: string }) =>
      `The secret "${p.name}" was encrypted with the key ${p.keyId}, which ${p.path} does not hold. Add the line of that key to the file, or enter the secret again.`,
    nl: (p) =>
      `Het geheim "${p.name}" is versleuteld met de sleutel ${p.keyId}, die niet in ${p.path} staat. Voeg de regel van die sleutel toe aan het bestand, of voer het geheim opnieuw in.`,
  },
  altered: {
    status: 409,
    en: (p: { name: string }) =>
      `The secret "${p.name}" does not open with its own key: somebody altered it in the database, or put another in its place. Enter it again.`,
    nl: (p) =>
      `Het geheim "${p.name}" opent niet met zijn eigen sleutel: iemand heeft het in de database gewijzigd, of een ander ervoor in de plaats gezet. Voer het opnieuw in.`,
  },
});
