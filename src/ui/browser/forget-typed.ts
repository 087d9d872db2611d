/** How all begins that this window keeps of a person, and the form that ends a session. */
export const KEPT_KEY = 'kc-typed:'
export const SIGN_OUT = 'form[action$="/sign-out"]'

/** Whoever signs out leaves nothing behind in the window. */
export function forgetTypedAtSignOut(): void {
  for (const signOut of document.querySelectorAll(SIGN_OUT)) {
    signOut.addEventListener('submit', forgetTyped)
  }
}

function forgetTyped(): void {
  try {
    for (const name of Object.keys(sessionStorage)) {
      if (name.startsWith(KEPT_KEY)) sessionStorage.removeItem(name)
    }
  } catch {
    // a window without storage has kept nothing
  }
}
