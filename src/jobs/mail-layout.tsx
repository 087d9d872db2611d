import type { Language } from '#core/language.ts'
import type { MailContent } from '#jobs/mailer.ts'
import type { House } from '#records/house.ts'
import { asDemonstration, type MailText } from '#telling/mails.ts'

/** Every mail of the house as it goes out: as text, and the same as markup. */
export function laidOut(
  text: MailText,
  { demonstration }: Pick<House, 'demonstration'>,
  language: Language,
): Pick<MailContent, 'subject' | 'text' | 'html' | 'language'> {
  const { subject, paragraphs } = demonstration ? asDemonstration(text, language) : text
  return {
    subject,
    text: `${paragraphs.join('\n\n')}\n`,
    html: mailMarkup({ language, title: subject, paragraphs }),
    language,
  }
}

/** A mail as markup that every mail program shows: paragraphs, with their addresses as links. */
function mailMarkup({
  language,
  title,
  paragraphs,
}: {
  readonly language: string
  readonly title: string
  readonly paragraphs: readonly string[]
}): string {
  const page = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
      </head>
      <body style="max-width: 36em; font: 16px/1.5 sans-serif">
        {paragraphs.map((paragraph) => (
          <p>
            {paragraph
              .split(LINK)
              .map((part, index) => (index % 2 === 1 ? <a href={part}>{part}</a> : part))}
          </p>
        ))}
      </body>
    </html>
  )
  return `<!doctype html>${page.text}`
}

const LINK = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/
