/** The place here that an address of artifacts names: `3/<run>/artifacts`; null where they are kept elsewhere. */
export function ownPlaceOf(uri: string): string | null {
  return /^mlflow-artifacts:\/(?!\/)(.+)$/.exec(uri)?.[1] ?? null;
}
