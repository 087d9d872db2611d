// Counts an estimate where it is typed. What runs here is what the server runs when scripts are
// off, so both say the same; only here the answers go nowhere, not even into the address.
import { EstimateContent, estimateErrors, estimateTitle } from '#telling/estimate-content.tsx'
import { ESTIMATE_DATA_ID, readEstimateData, type EstimateData } from '#telling/estimate-data.ts'
import { boxesOf, parseEstimate } from '#telling/estimate-form.ts'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { IN_ANOTHER_LANGUAGE } from '#ui/shell-frame.tsx'
import { draw } from './draw.ts'
import { DRAWN } from './drawn.ts'

function listen(main: HTMLElement, data: EstimateData): void {
  main.addEventListener('submit', (event) => {
    if (!(event.target instanceof HTMLFormElement)) return
    event.preventDefault()
    const typed = textsOf(event.target)
    const other = event.submitter?.getAttribute('formaction')
    if (typeof other === 'string') goTo(other, typed, main)
    else show(main, data, typed)
  })
  for (const note of main.querySelectorAll<HTMLElement>('[data-kc-counted]')) {
    note.hidden = note.dataset['kcCounted'] !== 'here'
  }
  const brought = new URLSearchParams(location.hash.slice(1))
  const boxes = data.reading.scoring.facts.flatMap(boxesOf)
  if (!boxes.some((box) => brought.has(box))) return
  history.replaceState(null, '', location.pathname + location.search)
  show(main, data, brought)
}

function textsOf(form: HTMLFormElement): URLSearchParams {
  const entries = [...new FormData(form)]
  return new URLSearchParams(
    entries.flatMap(([box, text]) => (typeof text === 'string' ? [[box, text]] : [])),
  )
}

/** To another language: what is typed goes behind a #, which no browser sends, and is taken out. */
function goTo(address: string, typed: URLSearchParams, main: HTMLElement): void {
  const isJudged = main.querySelector('#answer, .govuk-error-summary') !== null
  if (!isJudged) typed.set(IN_ANOTHER_LANGUAGE, '')
  const { pathname } = new URL(address, location.href)
  if (pathname !== location.pathname) location.assign(`${pathname}#${typed.toString()}`)
}

function show(main: HTMLElement, { reading, around }: EstimateData, typed: URLSearchParams) {
  const form = parseEstimate(reading.scoring, (box) => typed.get(box) ?? undefined)
  const wrong = form.errors.length > 0
  draw(
    <>
      {wrong && (
        <ErrorSummary title={around.errorTitle} errors={estimateErrors(form, reading, around)} />
      )}
      <EstimateContent form={form} reading={reading} around={around} countedAt="here" />
    </>,
    main,
  )
  const title = around.documentTitle.replace('{title}', () => estimateTitle(form, reading, around))
  document.title = `${wrong ? `${around.error}: ` : ''}${title}`
  main.dispatchEvent(new Event(DRAWN, { bubbles: true }))
  moveTo(main.querySelector<HTMLElement>(wrong ? '.govuk-error-summary' : '#answer'))
}

/** Whoever hears the page goes on where the news is; whoever sees it has it in view. */
function moveTo(news: HTMLElement | null): void {
  if (!news) return
  news.tabIndex = -1
  news.focus()
}

const main = document.getElementById('main')
const data = document.getElementById(ESTIMATE_DATA_ID)?.textContent
// Chrome 109, the last for Windows 7, cannot sort like this; there the form goes on to the server.
if (main && data && 'toSorted' in Array.prototype) listen(main, readEstimateData(data))
