import { dayInBaku, type IsoMoment } from '#core/dated.ts'
import type { Body } from '#core/policy/procedure.ts'
import type { Language } from '#core/language.ts'
import type { View } from '#portal/env.ts'
import { looksWords, type LooksWords } from '#portal/looks/words.ts'
import type { Offer } from '#portal/offers.ts'
import type { ListedCase } from '#portal/own-cases.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import { COPY_PAGE, type Look } from '#records/looks.ts'
import { isNamed, publicBodyName } from '#telling/bodies.ts'
import { stepName } from '#telling/case-words.ts'
import { formatDate, formatMomentInBaku, formatTimesInBaku } from '#telling/dates.ts'
import { linkedWords, linkFacts, linksTitle, type ToldLink } from '#telling/linked.tsx'
import { roleName } from '#telling/roles.ts'
import { Button } from '#ui/button.tsx'
import type { Child } from '#ui/markup.ts'

type Props = {
  readonly view: View
  readonly looks: readonly Look[]
  /** Theirs, so that it is said in which somebody looked. */
  readonly cases: readonly ListedCase[]
  readonly bodies: readonly Body[]
  readonly older?: string
  /** What they can ask about what is kept of them. */
  readonly offers: readonly Offer[]
  /** Which registers were asked about them. */
  readonly registers?: Child
  /** That they are, or were, thought to be here twice. */
  readonly links: readonly ToldLink[]
}

/** Every look of an official at one's data, newest first. */
export const LooksPage = (props: Props) => {
  const { view, looks, cases, bodies, older, offers, registers, links } = props
  const { language } = view
  const words = looksWords[language]
  return (
    <Page view={view} title={words.title} back={paths.applications.to(language)}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      {links.length > 0 && <Linked links={links} language={language} />}
      <p class="govuk-body">{words.intro}</p>
      {looks.length === 0 ? (
        <p class="kc-empty">{words.none}</p>
      ) : (
        <ol class="kc-timeline">
          {groupsOf(looks, bodies).map((group) => (
            <Group group={group} bodies={bodies} cases={cases} language={language} />
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
      {registers}
      {offers.length > 0 && <Asking language={language} offers={offers} />}
    </Page>
  )
}

type LinkedProps = Pick<Props, 'links'> & { readonly language: Language }

/** It changes what counts for them, so that it stands before who looked. */
const Linked = ({ links, language }: LinkedProps) => {
  const words = linkedWords[language]
  return (
    <section>
      <h2 class="govuk-heading-m">{linksTitle(links, language)}</h2>
      {links.map((link) => (
        <>
          <p class="govuk-body">{words[link.stands]}</p>
          <ul class="govuk-list">
            {linkFacts(link, language).map(([label, value]) => (
              <li>
                {label}: {value}
              </li>
            ))}
          </ul>
        </>
      ))}
      <p class="govuk-body">{words.wrong}</p>
    </section>
  )
}

/** Each thing that can be asked about one's data, with its button or the way to what was begun. */
const Asking = ({ language, offers }: Pick<Props, 'offers'> & { readonly language: Language }) => {
  const words = looksWords[language]
  return (
    <>
      <h2 class="govuk-heading-m" id="ask">
        {words.askTitle}
      </h2>
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
  if (draft === undefined && refusal !== undefined) {
    return (
      <p class="govuk-body">
        <a class="govuk-link" href={paths.applications.to(language)}>
          {words.asked}
        </a>
      </p>
    )
  }
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

type GroupProps = Pick<Props, 'bodies' | 'cases'> & {
  readonly group: GroupOfLooks
  readonly language: Language
}

/** Who looked on a day in which case, and why; of a body that is not named, without the hour. */
const Group = ({ group: { looks, isSecret }, bodies, cases, language }: GroupProps) => {
  const words = looksWords[language]
  const [{ at, role, body, page, caseId }] = looks
  const about = cases.find(({ id }) => id === caseId)
  const isOne = looks.length === 1 && !isSecret
  return (
    <li class="kc-timeline__event">
      <time class="kc-timeline__when" datetime={isOne ? at : dayInBaku(at)}>
        {isOne ? formatMomentInBaku(at, language) : formatDate(dayInBaku(at), language, 'plain')}
      </time>
      <p class="kc-timeline__what">
        {page === COPY_PAGE ? words.you : roleName(role, undefined, language)}
        {body === undefined ? '' : `, ${publicBodyName(bodies, body, language)}`}
      </p>
      {about && (
        <p class="kc-timeline__who">
          <a class="govuk-link" href={paths.application.to(language, { id: about.id })}>
            {[about.type.title[language], about.number].filter(Boolean).join(', ')}
          </a>
        </p>
      )}
      {purposesOf(looks).map(([purpose, moments]) => (
        <p class="kc-timeline__who">
          {words[purpose]}
          {!isOne && !isSecret && `: ${formatTimesInBaku(moments, language)}`}
        </p>
      ))}
    </li>
  )
}

type GroupOfLooks = {
  readonly looks: readonly [Look, ...Look[]]
  readonly isSecret: boolean
}

/**
 * Looks of one role on one day in one case are told together. Of a body that is not named only the
 * day is told, so its looks stand at the end of that day.
 */
function groupsOf(looks: readonly Look[], bodies: readonly Body[]): readonly GroupOfLooks[] {
  const groups = new Map<string, GroupOfLooks>()
  for (const look of looks) {
    const { at, role, body, caseId } = look
    const isSecret = body !== undefined && !isNamed(bodies, body)
    const key = JSON.stringify([dayInBaku(at), role, body, caseId])
    const before = groups.get(key)?.looks
    groups.set(key, { looks: before ? [...before, look] : [look], isSecret })
  }
  const dayOf = ({ looks: [{ at }] }: GroupOfLooks) => dayInBaku(at)
  return [...groups.values()].toSorted((one, other) => {
    const byDay = dayOf(other).localeCompare(dayOf(one))
    return byDay === 0 ? Number(one.isSecret) - Number(other.isSecret) : byDay
  })
}

type Purpose = Extract<
  keyof LooksWords,
  | 'case'
  | 'copy'
  | 'document'
  | 'points'
  | 'opinion'
  | 'correction'
  | 'decision'
  | 'holding'
  | 'consent'
  | 'same'
>

/** What was looked at and why, each once, with when. */
function purposesOf(looks: readonly Look[]): readonly (readonly [Purpose, readonly IsoMoment[]])[] {
  const purposes = new Map<Purpose, readonly IsoMoment[]>()
  for (const { page, at } of looks) {
    const purpose = purposeOf(page)
    purposes.set(purpose, [...(purposes.get(purpose) ?? []), at])
  }
  return [...purposes]
}

function purposeOf(page: string): Purpose {
  if (page === COPY_PAGE) return 'copy'
  if (page.startsWith('document')) return 'document'
  if (page.startsWith('score')) return 'points'
  if (page.startsWith('opinion') || page.startsWith('object')) return 'opinion'
  if (page.startsWith('return')) return 'correction'
  if (page.startsWith('same')) return 'same'
  if (page.startsWith('holder')) return 'holding'
  if (page.startsWith('consent')) return 'consent'
  return page.startsWith('draft') || page.startsWith('sign') ? 'decision' : 'case'
}
