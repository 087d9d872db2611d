import { dayInBaku, type IsoMoment } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import type { Body } from '#core/policy/procedure.ts'
import { looksWords, type LooksWords } from '#portal/looks-words.ts'
import type { ListedCase } from '#portal/own-cases.ts'
import { paths } from '#portal/paths.ts'
import { COPY_PAGE, type Look } from '#records/looks.ts'
import { isNamed, publicBodyName } from '#telling/bodies.ts'
import { formatDate, formatMomentInBaku, formatTimesInBaku } from '#telling/dates.ts'
import { roleName } from '#telling/roles.ts'

type Props = {
  readonly looks: readonly Look[]
  readonly bodies: readonly Pick<Body, 'code' | 'name' | 'named'>[]
  /** Theirs, so that it is said in which somebody looked; none where there is but one. */
  readonly cases?: readonly ListedCase[]
  readonly older?: string | undefined
  /** What there is of theirs, where it is no application. */
  readonly whole?: Extract<keyof LooksWords, 'case' | 'question'>
  readonly language: Language
}

/** Who looked, newest first, and the way to what is older. */
export const LooksList = ({ looks, older, cases = [], whole = 'case', ...shared }: Props) => {
  const { bodies, language } = shared
  const words = looksWords[language]
  return (
    <>
      {looks.length === 0 ? (
        <p class="kc-empty">{words.none}</p>
      ) : (
        <ol class="kc-timeline">
          {groupsOf(looks, bodies).map((group) => (
            <Group {...shared} group={group} cases={cases} whole={whole} />
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
    </>
  )
}

type GroupProps = Required<Pick<Props, 'bodies' | 'cases' | 'whole' | 'language'>> & {
  readonly group: GroupOfLooks
}

/** Who looked on a day in which case, and why; of a body that is not named, without the hour. */
const Group = ({ group, bodies, cases, whole, language }: GroupProps) => {
  const { looks, isSecret } = group
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
          {words[purpose === 'case' ? whole : purpose]}
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
function groupsOf(looks: readonly Look[], bodies: Props['bodies']): readonly GroupOfLooks[] {
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
