import { dayInBaku } from '#core/dated.ts'
import type { Body } from '#core/policy/procedure.ts'
import type { View } from '#portal/env.ts'
import { looksWords, type LooksWords } from '#portal/looks/words.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import type { Look } from '#records/looks.ts'
import { isNamed, publicBodyName } from '#telling/bodies.ts'
import { formatDate, formatMomentInBaku } from '#telling/dates.ts'
import { roleName } from '#telling/roles.ts'

type Props = {
  readonly view: View
  readonly looks: readonly Look[]
  readonly bodies: readonly Body[]
  readonly older?: string
}

/** Every look of an official at one's data, newest first. */
export const LooksPage = ({ view, looks, bodies, older }: Props) => {
  const { language } = view
  const words = looksWords[language]
  return (
    <Page view={view} title={words.title} back={paths.applications.to(language)}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.intro}</p>
      {looks.length === 0 ? (
        <p class="kc-empty">{words.none}</p>
      ) : (
        <ol class="kc-timeline">
          {inOrder(looks, bodies).map(({ at, role, body, page, isSecret }) => (
            <li class="kc-timeline__event">
              <time class="kc-timeline__when" datetime={isSecret ? dayInBaku(at) : at}>
                {isSecret
                  ? formatDate(dayInBaku(at), language, 'plain')
                  : formatMomentInBaku(at, language)}
              </time>
              <p class="kc-timeline__what">
                {roleName(role, undefined, language)}
                {body === undefined ? '' : `, ${publicBodyName(bodies, body, language)}`}
              </p>
              <p class="kc-timeline__who">{pageName(page, words)}</p>
            </li>
          ))}
        </ol>
      )}
      {older !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={older}>
            {words.older}
          </a>
        </p>
      )}
    </Page>
  )
}

/** Of a body that is not named only the day is told, so its looks stand at the end of that day. */
function inOrder(looks: readonly Look[], bodies: readonly Body[]) {
  return looks
    .map((look) => {
      const isSecret = look.body !== undefined && !isNamed(bodies, look.body)
      return { ...look, isSecret }
    })
    .toSorted((one, other) => {
      const byDay = dayInBaku(other.at).localeCompare(dayInBaku(one.at))
      return byDay === 0 ? Number(one.isSecret) - Number(other.isSecret) : byDay
    })
}

function pageName(page: string, words: LooksWords): string {
  if (page.startsWith('document')) return words.document
  if (page.startsWith('score')) return words.score
  if (page.startsWith('opinion') || page.startsWith('object')) return words.opinion
  return page.startsWith('draft') || page.startsWith('sign') ? words.decision : words.case
}
