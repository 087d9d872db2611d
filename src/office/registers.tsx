import { askedFor } from '#core/answers/asked.ts'
import { claimsOf, type Claim } from '#core/cases/claims.ts'
import { lastDayOf, type Found, type Register } from '#core/cases/consulted.ts'
import { outcomeIn } from '#core/cases/standing.ts'
import type { OfficeLanguage } from '#core/language.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { serviceOf, type Finding, type Service } from '#core/policy/systems.ts'
import { AskedAnew } from '#office/asked-anew.tsx'
import { bodyName } from '#office/assessment.tsx'
import type { CaseAction } from '#office/case-actions.ts'
import { nameInPart, type OpenCase } from '#office/open-case.ts'
import { formatDate, formatMomentInBaku, withDaysInWords } from '#telling/dates.ts'
import { partTitle, questionName, valueText } from '#telling/answers.tsx'
import type { Wording } from '#telling/option-names.ts'
import { roleName } from '#telling/roles.ts'
import { Details } from '#ui/details.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag, type TagColour } from '#ui/tag.tsx'
import { isDeciding, type Sight } from '#office/sight.ts'
import { registerWords } from '#office/register-words.ts'
import type { Tries } from '#records/inquiries.ts'

type Props = {
  /** The case as it is of one of those whom it is about. */
  readonly open: OpenCase
  readonly wording: Wording
  readonly language: OfficeLanguage
  /** What became of what is not answered yet. */
  readonly tries?: readonly Tries[]
  /** What officials are called, by their id. */
  readonly names?: ReadonlyMap<string, string>
  /** Where one can be asked more. */
  readonly asks?: readonly CaseAction[]
}

/** What was asked of registers about somebody: what each says, beside what was written. */
export const Registers = (props: Props) => {
  const { open, language, asks = [] } = props
  const { registers } = open.found.standing
  const own = registers.filter((each) => each.subject === open.found.partyId && isSeen(open, each))
  if (own.length === 0 && asks.length === 0) return null
  const words = registerWords[language]
  return (
    <section>
      <h2 class="govuk-heading-m">
        {open.found.several ? `${words.title}: ${nameInPart(open, language)}` : words.title}
      </h2>
      <p class="govuk-hint">{words.lead}</p>
      {own.length > 0 && (
        <ol class="kc-registers">
          {own.map((register) => {
            const service = serviceOf(open.description.systems, register.service)
            return <Row {...props} register={register} service={service} />
          })}
        </ol>
      )}
      {asks.map(({ name, href }) => (
        <p class="govuk-body">
          <a class="govuk-link" href={href}>
            {name}
          </a>
        </p>
      ))}
    </section>
  )
}

/** Whoever was only asked reads the registers that stand in for documents which they may read. */
export function isSeen({ sight, description }: OpenCase, register: Register): boolean {
  if (register.body !== undefined) return isOpinionSeen(sight, register)
  return (
    sight.whole ||
    inPlaceOf(description.type, register.service).some(
      ({ code }) => sight.shows === undefined || sight.shows.documents.has(code),
    )
  )
}

/** What became an answer is read where opinions are; what came too late, by whoever decides. */
const isOpinionSeen = (sight: Sight, { service, body, found }: Register): boolean =>
  found === undefined
    ? sight.whole
    : isDeciding(sight) &&
      !sight.standing.tasks.some(
        (task) => task.answersBy === service && task.body === body && task.answer !== undefined,
      )

const inPlaceOf = ({ checklist }: Pick<CaseType, 'checklist'>, service: string) =>
  checklist.filter(({ confirmedBy }) => confirmedBy === service)

/** Where a page leads to what one says of somebody. */
export const registerId = ({ subject, service, body = '' }: Register): string =>
  `register-${subject}-${service}${body}`

type RowProps = Props & { readonly register: Register; readonly service: Service | undefined }

const Row = (props: RowProps) => {
  const { register, open, language } = props
  const papers = inPlaceOf(open.description.type, register.service)
  const titles = papers.map((rule) => partTitle(rule, { language, reader: 'office' }))
  return (
    <li class="kc-register" id={registerId(register)}>
      {register.found ? <Answered {...props} /> : <Awaited {...props} />}
      <Wanted {...props} />
      <Earlier {...props} />
      {titles.length > 0 && (
        <p class="kc-register__said">
          {registerWords[language].inPlaceOf.replace('{documents}', titles.join(', '))}
        </p>
      )}
    </li>
  )
}

/** Which officials had it asked, and what for: whoever deals with the case reads that. */
const Wanted = ({ register, open, language, names }: RowProps) => {
  const { wanted = [] } = register
  if (wanted.length === 0 || !open.sight.whole) return null
  const words = registerWords[language]
  return (
    <>
      <AskedAnew
        asked={wanted.map(({ by, role, at, purpose }) => ({
          said: words.wanted
            .replace('{who}', names?.get(by) ?? roleName(role, open.description.type, language))
            .replace('{moment}', formatMomentInBaku(at, language)),
          purpose,
        }))}
        language={language}
      />
      {register.found !== undefined && wanted.at(-1)?.answered === undefined && (
        <p class="kc-register__said">{words.again}</p>
      )}
    </>
  )
}

type HeadProps = Pick<RowProps, 'register' | 'service' | 'open' | 'language'> & {
  readonly tags: readonly (readonly [colour: TagColour, text: string])[]
}

const Head = ({ register, service, open, language, tags }: HeadProps) => (
  <p class="kc-register__head">
    <span>
      {service?.service.title[language] ?? register.service}
      {register.body !== undefined &&
        `: ${bodyName(open.description.procedure, register.body, language)}`}
    </span>
    <span>
      {tags.map(([colour, text]) => (
        <>
          <Tag colour={colour}>{text}</Tag>{' '}
        </>
      ))}
    </span>
  </p>
)

const COLOURS: Readonly<Record<Finding, TagColour>> = {
  against: 'red',
  fits: 'green',
  look: 'orange',
  nothing: 'grey',
}

function tagOf(
  result: string,
  { service, language }: Pick<RowProps, 'service' | 'language'>,
): readonly [colour: TagColour, text: string] {
  const known = service?.service.results.find(({ code }) => code === result)
  return [COLOURS[known?.finding ?? 'look'], known?.title[language] ?? result]
}

/** What fitted when it was said, and has ended since, is not said as if it still did. */
function tagsOf(
  found: Found,
  { service, open, language }: Pick<RowProps, 'service' | 'open' | 'language'>,
): HeadProps['tags'] {
  const [colour, title] = tagOf(found.result, { service, language })
  const last = lastDayOf(found)
  if (colour !== COLOURS.fits || last === undefined || last >= open.law.on) return [[colour, title]]
  const day = formatDate(last, language, 'plain')
  const isDecided = outcomeIn(open.found.standing) !== undefined
  return [
    ['grey', title],
    [isDecided ? 'grey' : COLOURS.look, registerWords[language].ended.replace('{day}', day)],
  ]
}

const Answered = ({ register, service, open, wording, language }: RowProps) => {
  const words = registerWords[language]
  const { found } = register
  if (!found) return null
  const { description, found: held } = open
  const claims = claimsOf(
    { type: description.type, standing: held.standing },
    register,
    service?.service.confirms ?? [],
  )
  const contradicts = found.says.length > 0 && claims.some(({ as }) => as === 'contradicted')
  const row = (claim: Claim) => claimRow(claim, { open, wording, language })
  return (
    <>
      <Head
        {...{ register, service, open, language }}
        tags={[
          ...tagsOf(found, { service, open, language }),
          ...(contradicts ? [['orange', words.contradicts] as const] : []),
        ]}
      />
      <p class="kc-register__said">
        {words.from
          .replace('{system}', service?.system.name[language] ?? found.from.system)
          .replace('{moment}', formatMomentInBaku(found.from.at, language))
          .replace('{message}', found.from.message.slice(0, 8))}
      </p>
      {found.note !== undefined && (
        <p class="kc-register__said">{withDaysInWords(found.note, language)}</p>
      )}
      {claims.length > 0 && found.says.length > 0 && (
        <Details summary={words.claims} open={contradicts}>
          <SummaryList rows={claims.map(row)} />
        </Details>
      )}
    </>
  )
}

/** What is no longer said would be forgotten; what is said again needs no second line. */
const Earlier = ({ register, service, open, language }: RowProps) => {
  const { body, earlier = [], found } = register
  if (body !== undefined && !isDeciding(open.sight)) return null
  const words = registerWords[language]
  return earlier
    .filter(({ result }) => result !== found?.result)
    .map(({ result, from, note }) => {
      const [colour, title] = tagOf(result, { service, language })
      const said = words.earlier.replace('{moment}', formatMomentInBaku(from.at, language))
      return (
        <p class="kc-register__said">
          {said} <Tag colour={colour}>{title}</Tag>{' '}
          {note === undefined ? '' : withDaysInWords(note, language)}
        </p>
      )
    })
}

function claimRow(
  { meaning, as, written, says, item }: Claim,
  { open, wording, language }: Pick<Props, 'open' | 'wording' | 'language'>,
) {
  const words = registerWords[language]
  const asked = askedFor(open.description.type, meaning)
  const shown = (value: Claim['written']) =>
    asked === undefined || value === undefined ? '' : valueText(asked.field, value, wording)
  const said = as === 'contradicted' ? words[as].replace('{says}', shown(says)) : words[as]
  return {
    key: [asked ? questionName(asked.field, wording) : meaning, item === undefined ? '' : item + 1]
      .join(' ')
      .trim(),
    value: (
      <>
        {shown(written)}
        <br />
        {as === 'contradicted' ? <strong>{said}</strong> : <span class="govuk-hint">{said}</span>}
      </>
    ),
  }
}

const Awaited = ({ register, service, open, language, tries = [] }: RowProps) => {
  const words = registerWords[language]
  const tried = tries.find(
    ({ service, body, party }) =>
      service === register.service && body === register.body && party === register.subject,
  )
  const { outcome, times = 0, code } = tried ?? {}
  const counted = words.tries[times === 1 ? 'one' : 'other'].replace('{n}', String(times))
  const known = outcome === 'refused' && code === 'not-enough-known' ? 'unknown' : outcome
  const said = known === undefined ? words.untried : words[known].replace('{tries}', counted)
  return (
    <>
      <Head
        {...{ register, service, open, language }}
        tags={[[register.obligatory ? 'orange' : 'grey', words.awaited]]}
      />
      <p class="kc-register__said">{said}</p>
      {register.obligatory === true && <p class="kc-register__said">{words.obligatory}</p>}
    </>
  )
}
