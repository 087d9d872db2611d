// Keeps in this window what is typed into a form and not yet saved, so that going back, loading
// again or changing the language loses nothing. It is gone with the window, with a sign-out, and as
// soon as the form is saved: its version, or its new entry, is then another one.

import { KEPT_KEY, SIGN_OUT } from './forget-typed.ts'

const PAUSE_MS = 300

/** Names and texts in their order, and which state of the form they were typed into. */
type Kept = { readonly made: string; readonly fields: readonly (readonly [string, string])[] }

const keyOf = (): string => KEPT_KEY + location.pathname.replace(/^\/[a-z]{2}(?=\/)/, '')

/** What the form was made from: a saved form comes back with another version or another entry. */
const madeFrom = (form: HTMLFormElement): string =>
  [...form.querySelectorAll<HTMLInputElement>('input[type=hidden]')]
    .filter(({ name }) => name === 'version')
    .map(({ value }) => value)
    .join(' ')

function fieldsOf(form: HTMLFormElement): Kept['fields'] {
  const hidden = new Set(
    [...form.querySelectorAll<HTMLInputElement>('input[type=hidden]')].map(({ name }) => name),
  )
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && !hidden.has(name) ? [[name, value] as const] : [],
  )
}

const same = (one: Kept['fields'], other: Kept['fields']): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

function read(): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf()) ?? 'null')
    return isKept(kept) ? kept : undefined
  } catch {
    return undefined // no storage in this window, or not ours
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false
  return 'made' in value && 'fields' in value && Array.isArray(value.fields)
}

/** Whoever signs out leaves nothing behind in the window, and nothing comes after. */
let isOver = false

/** False where this window keeps nothing. */
function write(kept: Kept | undefined): boolean {
  if (isOver) return true
  try {
    if (kept) sessionStorage.setItem(keyOf(), JSON.stringify(kept))
    else sessionStorage.removeItem(keyOf())
    return true
  } catch {
    return false
  }
}

/** Puts texts and ticks back where they were; what was folded away opens by itself. */
function fill(form: HTMLFormElement, fields: Kept['fields']): void {
  const left = new Map<string, string[]>()
  for (const [name, value] of fields) left.set(name, [...(left.get(name) ?? []), value])
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type)) {
      control.checked = left.get(control.name)?.includes(control.value) ?? false
    } else if (
      (control instanceof HTMLInputElement && !['hidden', 'file'].includes(control.type)) ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    ) {
      control.value = left.get(control.name)?.shift() ?? ''
    } else continue
    control.dispatchEvent(new Event('change', { bubbles: true }))
  }
}

/** Says that typed text is back, with the way to what is saved. */
function tell(form: HTMLFormElement, saved: Kept['fields']): void {
  const { kcTyped = '', kcTypedForget = '' } = form.dataset
  const note = document.createElement('div')
  note.className = 'govuk-inset-text'
  note.setAttribute('role', 'status')
  const text = document.createElement('p')
  text.className = 'govuk-body'
  const forget = document.createElement('button')
  forget.type = 'button'
  forget.className = 'govuk-button govuk-button--secondary govuk-!-margin-bottom-0'
  forget.textContent = kcTypedForget
  forget.addEventListener('click', () => {
    fill(form, saved)
    write(undefined)
    note.remove()
    form.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus()
  })
  note.append(text, forget)
  form.prepend(note)
  text.textContent = kcTyped // after it is there, so that it is read out
}

/** Where nothing can be kept, leaving asks first. */
function warn(form: HTMLFormElement, saved: Kept['fields']): void {
  let isSent = false
  form.addEventListener('submit', () => (isSent = true))
  addEventListener('beforeunload', (event) => {
    if (!isSent && !same(fieldsOf(form), saved)) event.preventDefault()
  })
}

function keep(form: HTMLFormElement): void {
  const made = madeFrom(form)
  const fields = fieldsOf(form)
  // An answer to a form shows what was typed, not what is saved.
  const saved = form.dataset['kcTypedUnsaved'] === undefined ? fields : undefined
  const store = () => {
    const now = fieldsOf(form)
    return write(saved && same(now, saved) ? undefined : { made, fields: now })
  }
  const kept = read()
  if (saved && kept && kept.made === made && !same(kept.fields, saved)) {
    fill(form, kept.fields)
    tell(form, saved)
  } else if (!store()) {
    return warn(form, fields)
  }
  let waiting: ReturnType<typeof setTimeout> | undefined
  form.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(store, PAUSE_MS)
  })
  addEventListener('pagehide', () => {
    if (waiting !== undefined) store()
  })
}

export function keepTyped(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-kc-typed]')
  if (!form) return
  keep(form)
  for (const signOut of document.querySelectorAll(SIGN_OUT)) {
    signOut.addEventListener('submit', () => (isOver = true))
  }
}
