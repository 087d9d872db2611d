import { raw } from 'hono/html'

/** A mail as markup that every mail program shows: paragraphs, with their addresses as links. */
export async function mailMarkup({
  language,
  title,
  paragraphs,
}: {
  readonly language: string
  readonly title: string
  readonly paragraphs: readonly string[]
}): Promise<string> {
  const page = (
    <>
      {raw('<!doctype html>')}
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
    </>
  )
  return (await page).toString()
}

const LINK = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/
