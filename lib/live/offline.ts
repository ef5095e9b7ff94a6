/** Whether this browser can open Rembug without network: only over TLS, or on the machine itself. */
export const opensOffline = () => 'serviceWorker' in navigator;

const nameOfPerson = 'rembug.person';

/**
 * Lets this device show what the person typed and is not sent yet when it is started without network
 * (public/pekerja-luring.js). Only the one who signed in last is shown; nothing else is kept.
 */
export function startOffline(person: string): void {
  try {
    localStorage.setItem(nameOfPerson, person);
  } catch {}
  if (opensOffline()) navigator.serviceWorker.register('/pekerja-luring.js').catch(() => {});
}

/** The person left this device. */
export function endOffline(): void {
  try {
    localStorage.removeItem(nameOfPerson);
  } catch {}
}
