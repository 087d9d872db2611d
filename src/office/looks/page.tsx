import type { OfficeLanguage } from '#core/language.ts'
import { caseAddress } from '#office/back.ts'
import type { View } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { Page } from '#office/shell.tsx'
import { formatMoment } from '#telling/dates.ts'
import { roleName } from '#telling/roles.ts'
import { Star } from '#ui/ornaments.tsx'
import { Pagination } from '#ui/pagination.tsx'
import type { LookRow, LooksPage as Looks } from './queries.ts'
import { looksWords, type LooksWords } from './words.ts'

type Props = {
  readonly view: View
  readonly looks: Looks
  readonly names: ReadonlyMap<string, string>
  /** This page does not begin with the newest. */
  readonly goesOn: boolean
}

/** Who looked at what, for those who watch over it. */
export const LooksPage = ({ view, looks, names, goesOn }: Props) => {
  const words = looksWords[view.language]
  return (
    <Page view={view} title={words.title}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.intro}</p>
      {looks.rows.length === 0 ? (
        <div class="kc-empty">
          <Star />
          <h2 class="kc-empty__title">{words.emptyTitle}</h2>
          <p>{words.empty}</p>
        </div>
      ) : (
        <LooksTable view={view} rows={looks.rows} names={names} words={words} />
      )}
      {(goesOn || looks.next) && (
        <Pagination
          label={words.pages}
          {...(goesOn
            ? { previous: { href: paths.looks.to(view.language), text: words.first } }
            : {})}
          {...(looks.next
            ? { next: { href: addressOf(view.language, looks.next), text: words.next } }
            : {})}
        />
      )}
    </Page>
  )
}

const addressOf = (language: OfficeLanguage, { at, id }: NonNullable<Looks['next']>): string =>
  `${paths.looks.to(language)}?before=${encodeURIComponent(`${at}_${id}`)}`

type TableProps = {
  readonly view: View
  readonly rows: readonly LookRow[]
  readonly names: ReadonlyMap<string, string>
  readonly words: LooksWords
}

const LooksTable = ({ view, rows, names, words }: TableProps) => {
  const { language, nameOfBody, here: cameFrom } = view
  return (
    <table class="kc-list" role="table">
      <caption class="govuk-visually-hidden">{words.title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.who}</th>
          <th scope="col">{words.role}</th>
          <th scope="col">{words.body}</th>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.case}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ at, actor, role, body, page, caseId, number }) => (
          <tr>
            <td data-label={words.when}>
              <time datetime={at}>{formatMoment(at, language)}</time>
            </td>
            <td data-label={words.who}>{names.get(actor) ?? actor}</td>
            <td data-label={words.role}>{roleName(role, undefined, language)}</td>
            <td data-label={words.body}>{body === undefined ? '–' : nameOfBody(body)}</td>
            <td data-label={words.what}>{isPage(page, words) ? words[page] : page}</td>
            <td data-label={words.case}>
              {caseId === undefined ? (
                '–'
              ) : (
                <a class="govuk-link" href={caseAddress({ language, cameFrom }, caseId)}>
                  {number ?? '–'}
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const isPage = (page: string, words: LooksWords): page is keyof LooksWords =>
  Object.hasOwn(words, page)
