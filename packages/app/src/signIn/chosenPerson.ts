const STORAGE_KEY = 'demo.person';

/** Whom this browser is signed in as: an entity ref, remembered over reloads. */
export const chosenPerson = {
  get(): string | undefined {
    return window.localStorage.getItem(STORAGE_KEY) ?? undefined;
  },
  set(userEntityRef: string) {
    window.localStorage.setItem(STORAGE_KEY, userEntityRef);
  },
  clear() {
    window.localStorage.removeItem(STORAGE_KEY);
  },
};

/**
 * Goes on as somebody else. The page is loaded anew, because everything fetched so far was meant
 * for the person before.
 */
export function switchPerson(userEntityRef: string) {
  chosenPerson.set(userEntityRef);
  window.location.reload();
}
