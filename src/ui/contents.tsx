import { raw, render, type Child } from '#ui/markup.ts'

export type ContentsEntry = {
  /** The id of its heading. */
  readonly id: string
  readonly text: Child
}

type Props = {
  /** What the list is called. */
  readonly label: string
  readonly entries: readonly ContentsEntry[]
}

/** What a long page has, each a way to its heading. One thing alone is no list. */
export const Contents = ({ label, entries }: Props) =>
  entries.length < 2 ? null : (
    <nav class="kc-contents" aria-label={label}>
      <p class="kc-contents__label" aria-hidden="true">
        {label}
      </p>
      <ul>
        {entries.map(({ id, text }) => (
          <li>
            <a class="govuk-link" href={`#${id}`}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )

type WithProps = { readonly label: string; readonly children: Child }

/**
 * Before what is longer than some screens of a phone: where each part of it begins. The headings
 * themselves are read, so that none is left out and none is named otherwise; what is short, or has
 * few parts, stands as it is.
 */
export const WithContents = ({ label, children }: WithProps) => {
  const text = render(children)
  const parts: { readonly id: string; readonly title: string }[] = []
  const marked = text.replace(PART, (_, attributes: string, inner: string) => {
    const [, own] = ID.exec(attributes) ?? []
    const id = own ?? `part-${parts.length + 1}`
    parts.push({ id, title: inner.replace(TAG, '').trim() })
    return `<h2${own === undefined ? ` id="${id}"` : ''}${attributes}>${inner}</h2>`
  })
  if (parts.length < PARTS_MIN || seen(text).length < LONG) return raw(text)
  const entries = parts.map(({ id, title }) => ({ id, text: raw(title) }))
  return (
    <>
      <Contents label={label} entries={entries} />
      {raw(marked)}
    </>
  )
}

const PARTS_MIN = 3

/** Some four screens of a phone, in letters that are read without opening anything. */
const LONG = 1600

const seen = (markup: string): string => markup.replace(FOLDED, '').replace(TAG, '')

const PART = /<h2\b([^>]*)>(.*?)<\/h2>/gs
const ID = /\bid="([^"]*)"/
const TAG = /<[^>]*>/g
const FOLDED = /<details(?![^>]* open)[^>]*>.*?<\/details>/gs
