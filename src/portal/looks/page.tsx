import { dayInBaku } from '#core/dated.ts'
import type { Body } from '#core/policy/procedure.ts'
import type { Language } from '#core/language.ts'
import type { View } from '#portal/env.ts'
import { looksWords, type LooksWords } from '#portal/looks/words.ts'
import type { Offer } from '#portal/offers.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import { COPY_PAGE, type Look } from '#records/looks.ts'
import { isNamed, publicBodyName } from '#telling/bodies.ts'
import { stepName } from '#telling/case-words.ts'
import { formatDate, formatMomentInBaku } from '#telling/dates.ts'
import { roleName } from '#telling/roles.ts'
import { Button } from '#ui/button.tsx'

type Props = {
  readonly view: View
  readonly looks: readonly Look[]
  readonly bodies: readonly Body[]
  readonly older?: string
  /** What they can ask about what is kept of them. */
  readonly offers: readonly Offer[]
}

/** Every look of an official at one's data, newest first. */
export const LooksPage = ({ view, looks, bodies, older, offers }: Props) => {
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
                {page === COPY_PAGE ? words.you : roleName(role, undefined, language)}
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
      {offers.length > 0 && <Asking language={language} offers={offers} />}
    </Page>
  )
}

/** Each thing that can be asked about one's data, with its button or the way to what was begun. */
const Asking = ({ language, offers }: Pick<Props, 'offers'> & { readonly language: Language }) => {
  const words = looksWords[language]
  return (
    <>
      <h2 class="govuk-heading-m">{words.askTitle}</h2>
      <p class="govuk-body">{words.askIntro}</p>
      {offers.toSorted(endingLast).map((offer) => (
        <section>
          <h3 class="govuk-heading-s">{offer.description.type.title[language]}</h3>
          <p class="govuk-body">{offer.description.type.blocks[0]?.intro?.[language]}</p>
          <Ask offer={offer} language={language} words={words} />
        </section>
      ))}
    </>
  )
}

/** By the order of their codes, and last what leaves nothing to ask about. */
const endingLast = (one: Offer, other: Offer): number => Number(ends(one)) - Number(ends(other))

const ends = ({ description: { type } }: Offer): boolean =>
  type.outcomes.some(({ effects }) => effects.some(({ effect }) => effect === 'erase'))

type AskProps = {
  readonly offer: Offer
  readonly language: Language
  readonly words: LooksWords
}

const Ask = ({ offer: { description, draft, refusal }, language, words }: AskProps) => {
  const { type } = description
  if (draft === undefined && refusal !== undefined) return <p class="govuk-body">{words.asked}</p>
  const begin = type.steps.find(({ kind }) => kind === 'begin')?.code ?? ''
  return (
    <form method="post" action={paths.looks.to(language)}>
      <input type="hidden" name="type" value={type.code} />
      <Button variant="secondary" preventDoubleClick>
        {draft ? words.goOn : stepName(type, begin, language)}
      </Button>
    </form>
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
  if (page === COPY_PAGE) return words.copy
  if (page.startsWith('document')) return words.document
  if (page.startsWith('score')) return words.score
  if (page.startsWith('opinion') || page.startsWith('object')) return words.opinion
  return page.startsWith('draft') || page.startsWith('sign') ? words.decision : words.case
}
