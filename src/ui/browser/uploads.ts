// Sends a file in steps and tells how far it is. Without this script the same form sends it whole;
// with it a line that breaks costs one step, and what was sent is found again after a reload.

import { createAll, FileUpload } from 'govuk-frontend'
import { KEPT_KEY } from './forget-typed.ts'

const STEP_BYTES = 256 * 1024
const STEP_MS_MAX = 30_000
const TRIES_MAX = 6
const FIRST_WAIT_MS = 500

/** Marks a fault whose text is a sentence for the person, in the language of the page. */
const TOLD = 'told'
const told = (text = ''): Error => new Error(text, { cause: TOLD })
const isTold = (fault: unknown): fault is Error => fault instanceof Error && fault.cause === TOLD

type Sending = {
  readonly form: HTMLFormElement
  readonly file: File
  readonly signal: AbortSignal
  readonly show: (share: number, text?: string) => void
}

const FORMS = 'form[data-uploads]'

export function sendInSteps(root: ParentNode = document): void {
  for (const form of root.querySelectorAll<HTMLFormElement>(FORMS)) prepare(form)
}

function prepare(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type=file]')
  const button = form.querySelector<HTMLButtonElement>('button')
  if (!input || !button) return
  let busy = false
  form.addEventListener('submit', (event) => {
    const file = input.files?.[0]
    if (busy) event.preventDefault()
    if (busy || !file || file.size === 0) return
    event.preventDefault()
    busy = true
    const parts = partsIn(form, button)
    void run({ form, file, signal: parts.stop.signal, show: parts.show })
      .then((address) => finish({ form, input, file, address }))
      .catch((fault: unknown) => {
        busy = false
        parts.end(textOf(form, fault))
      })
  })
}

const textOf = ({ dataset }: HTMLFormElement, fault: unknown): string =>
  (isTold(fault) && fault.message) || (dataset['broken'] ?? '')

/** The bar, what is said of it, and the way out of it, under the form's own button. */
function partsIn(form: HTMLFormElement, button: HTMLButtonElement) {
  form.querySelector('.kc-sending')?.remove()
  const stop = new AbortController()
  const box = document.createElement('div')
  box.className = 'kc-sending'
  const bar = document.createElement('progress')
  bar.max = 100
  bar.setAttribute('aria-label', form.dataset['sending'] ?? '')
  const said = document.createElement('p')
  said.className = 'govuk-body'
  said.setAttribute('role', 'status')
  const out = document.createElement('button')
  out.type = 'button'
  out.className = 'govuk-button govuk-button--secondary'
  out.textContent = form.dataset['stop'] ?? ''
  out.addEventListener('click', () => stop.abort())
  box.append(bar, said, out)
  form.append(box)
  button.disabled = true
  out.focus()
  let quarter = -1
  const show = (share: number, text?: string) => {
    bar.value = Math.floor(share * 100)
    const now = Math.floor(share * 4)
    // A voice would read every step; four times are enough.
    if (text === undefined && now === quarter) return
    quarter = text === undefined ? now : -1
    said.textContent =
      text ?? (form.dataset['percent'] ?? '').replace('{percent}', String(bar.value))
    if (share === 1) out.remove()
  }
  const end = (text: string) => {
    bar.remove()
    out.remove()
    said.textContent = text
    button.disabled = false
    button.focus()
  }
  return { stop, show, end }
}

type Sent = {
  readonly form: HTMLFormElement
  readonly input: HTMLInputElement
  readonly file: File
  readonly address: string
}

/** The form goes its usual way, with the id of what was sent in place of the file. */
async function finish({ form, input, file, address }: Sent): Promise<void> {
  const field = document.createElement('input')
  field.type = 'hidden'
  field.name = 'upload'
  field.value = address.split('/').at(-1) ?? ''
  for (const old of form.querySelectorAll('input[name=upload]')) old.remove()
  form.append(field)
  if (isAnotherChosen(form)) await finishInPlace(form)
  kept(nameOf(form, file), '')
  if (!form.isConnected) return
  input.disabled = true
  // Whoever comes back by the browser's own button finds the page as it is now.
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload())
  form.submit()
}

/** Another page would end what is on its way here, and forget what was chosen. */
const isAnotherChosen = (form: HTMLFormElement): boolean =>
  [...document.querySelectorAll<HTMLInputElement>(`${FORMS} input[type=file]`)].some(
    (input) => input.form !== form && (input.files?.length ?? 0) > 0,
  )

/** What the answer says of this document takes the place of what the page said. */
async function finishInPlace(form: HTMLFormElement): Promise<void> {
  const part = form.closest('section')
  const page = await answerTo(form)
  const fresh = part && page.getElementById(part.id)
  const wrong = page.querySelector('.govuk-error-summary__body, h1')
  if (!fresh) throw told(wrong?.textContent.trim())
  const said = document.createElement('p')
  said.className = 'govuk-body'
  said.setAttribute('role', 'status')
  said.tabIndex = -1
  fresh.append(said)
  const hadFocus = part.contains(document.activeElement)
  part.replaceWith(document.adoptNode(fresh))
  createAll(FileUpload, undefined, fresh)
  sendInSteps(fresh)
  said.textContent =
    page.querySelector('.govuk-notification-banner__content, .govuk-error-summary__body')
      ?.textContent ?? ''
  if (hadFocus) said.focus()
}

/** By XMLHttpRequest, since trusted types let no text become a document. */
function answerTo(form: HTMLFormElement): Promise<Document> {
  const data = new FormData(form)
  data.delete('file')
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', form.action)
    request.responseType = 'document'
    request.onloadend = () => {
      const page = request.responseXML
      if (request.status === 401) reject(told(form.dataset['signedOut']))
      else if (page) resolve(page)
      else reject(new Error(String(request.status)))
    }
    request.send(data)
  })
}

const nameOf = (form: HTMLFormElement, { name, size, lastModified }: File): string =>
  `${KEPT_KEY}${form.dataset['uploads']} ${name} ${size} ${lastModified}`

/** Where all of it lies. */
async function run(sending: Sending): Promise<string> {
  const { form, file, signal, show } = sending
  const name = nameOf(form, file)
  let address = kept(name)
  let offset = address === '' ? undefined : await offsetAt(sending, address)
  for (let tries = 0; ;) {
    if (signal.aborted) {
      kept(name, '')
      if (address !== '') void fetch(address, { method: 'DELETE', headers: tokenOf(form) })
      throw told(form.dataset['stopped'])
    }
    try {
      if (offset === undefined) {
        address = await begin(sending)
        kept(name, address)
        offset = 0
      }
      show(offset / file.size)
      if (offset >= file.size) break
      const next = await step(sending, address, offset)
      tries = next !== undefined && next > offset ? 0 : tries + 1
      if (tries > TRIES_MAX) throw new Error('no progress')
      offset = next
    } catch (fault) {
      if (signal.aborted) continue
      if (isTold(fault) || ++tries > TRIES_MAX) throw fault
      show((offset ?? 0) / file.size, form.dataset['retrying'])
      await rest(FIRST_WAIT_MS * 2 ** (tries - 1), signal)
      if (address !== '') offset = await offsetAt(sending, address).catch(() => offset)
    }
  }
  show(1, form.dataset['checking'])
  return address
}

async function begin(sending: Sending): Promise<string> {
  const { form, file } = sending
  const field = (name: string) => fieldOf(form, name)
  const about = { kind: field('kind'), replaces: field('replaces'), filename: file.name }
  const metadata = Object.entries(about).map(([name, value]) => `${name} ${inBase64(value)}`)
  const answer = await ask(sending, form.dataset['uploads'] ?? '', {
    method: 'POST',
    headers: { 'Upload-Length': String(file.size), 'Upload-Metadata': metadata.join(',') },
  })
  if (answer.status === 201) return answer.headers.get('location') ?? ''
  throw told(await answer.text())
}

async function step(sending: Sending, address: string, offset: number) {
  const answer = await ask(sending, address, {
    method: 'PATCH',
    headers: {
      'Content-Type': 'application/offset+octet-stream',
      'Upload-Offset': String(offset),
    },
    body: sending.file.slice(offset, offset + STEP_BYTES),
  })
  return offsetIn(answer)
}

const fieldOf = (form: HTMLFormElement, name: string): string =>
  form.querySelector<HTMLInputElement>(`input[name=${name}]`)?.value ?? ''

/** What the form itself would send along; no other site knows it. */
const tokenOf = (form: HTMLFormElement) => ({ 'Form-Token': fieldOf(form, 'form-token') })

const offsetAt = async (sending: Sending, address: string) =>
  offsetIn(await ask(sending, address, { method: 'HEAD' }))

/** Undefined where there is no such upload any more: it is begun anew. */
function offsetIn({ status, headers }: Response): number | undefined {
  if (status === 404) return undefined
  const offset = headers.get('upload-offset')
  if (offset === null) throw new Error(String(status))
  return Number(offset)
}

type Init = Omit<RequestInit, 'headers'> & {
  readonly headers?: Readonly<Record<string, string>>
}

/** What only waiting can mend is thrown as a fault, what the person has to know as told. */
async function ask({ form, signal }: Sending, address: string, init: Init) {
  // AbortSignal.any would say it in a line; the browsers of 2022 do not have it.
  const limit = new AbortController()
  const stop = () => limit.abort()
  const timer = setTimeout(stop, STEP_MS_MAX)
  signal.addEventListener('abort', stop)
  try {
    const headers = { ...init.headers, ...tokenOf(form) }
    const answer = await fetch(address, { ...init, headers, signal: limit.signal })
    if (answer.status === 401) throw told(form.dataset['signedOut'])
    if (answer.status === 507) throw told(await answer.text())
    if (answer.status >= 500) throw new Error(String(answer.status))
    return answer
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  }
}

/** Where an upload lies, for after a reload; a browser that keeps nothing begins anew. */
function kept(name: string, address?: string): string {
  try {
    if (address === '') sessionStorage.removeItem(name)
    else if (address !== undefined) sessionStorage.setItem(name, address)
    return sessionStorage.getItem(name) ?? ''
  } catch {
    return ''
  }
}

const inBase64 = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))

const rest = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
