// Counts an estimate where it is typed. What runs here is what the server runs when scripts are
// off, so both say the same; only here the answers go nowhere, not even into the address.
import { EstimateContent, estimateErrors, estimateTitle } from '#telling/estimate-content.tsx'
import { ESTIMATE_DATA_ID, readEstimateData, type EstimateData } from '#telling/estimate-data.ts'
import { parseEstimate } from '#telling/estimate-form.ts'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { draw } from './draw.ts'
import { DRAWN } from './drawn.ts'

function listen(main: HTMLElement, data: EstimateData): void {
  main.addEventListener('submit', (event) => {
    if (!(event.target instanceof HTMLFormElement)) return
    event.preventDefault()
    show(main, data, event.target)
  })
  for (const note of main.querySelectorAll<HTMLElement>('[data-kc-counted]')) {
    note.hidden = note.dataset['kcCounted'] !== 'here'
  }
}

function show(main: HTMLElement, { reading, around }: EstimateData, typedIn: HTMLFormElement) {
  const typed = new FormData(typedIn)
  const form = parseEstimate(reading.rules, (box) => {
    const value = typed.get(box)
    return typeof value === 'string' ? value : undefined
  })
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
