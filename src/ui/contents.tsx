import { raw, render, type Child } from '#ui/markup.ts'

type Props = { readonly label: string; readonly children: Child }

/**
 * Before what is longer than some screens of a phone: where each part of it begins. The headings
 * themselves are read, so that none is left out and none is named otherwise; what is short, or has
 * few parts, stands as it is.
 */
export const WithContents = ({ label, children }: Props) => {
  const text = render(children)
  const parts: { readonly id: string; readonly title: string }[] = []
  const marked = text.replace(PART, (_, attributes: string, inner: string) => {
    const [, own] = ID.exec(attributes) ?? []
    const id = own ?? `part-${parts.length + 1}`
    parts.push({ id, title: inner.replace(TAG, '').trim() })
    return `<h2${own === undefined ? ` id="${id}"` : ''}${attributes}>${inner}</h2>`
  })
  if (parts.length < PARTS_MIN || seen(text).length < LONG) return raw(text)
  return (
    <>
      <nav class="kc-contents" aria-label={label}>
        <p class="kc-contents__label" aria-hidden="true">
          {label}
        </p>
        <ul>
          {parts.map(({ id, title }) => (
            <li>
              <a class="govuk-link" href={`#${id}`}>
                {raw(title)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
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
