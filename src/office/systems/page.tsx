import type { OfficeLanguage } from '#core/language.ts'
import type { IsoMoment } from '#core/dated.ts'
import type { Laws } from '#core/policy/laws.ts'
import { groundOf, type ServiceRule, type System } from '#core/policy/systems.ts'
import { isProvisional } from '#core/policy/basis.ts'
import type { View } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { Page } from '#office/shell.tsx'
import { officeWords } from '#office/words.ts'
import { systemsWords, type SystemsWords } from '#office/systems/words.ts'
import type { SystemHealth } from '#records/systems.ts'
import { BasisMark } from '#telling/basis.tsx'
import { formatMomentInBaku } from '#telling/dates.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag, type TagColour } from '#ui/tag.tsx'
import { Textarea } from '#ui/textarea.tsx'

type Props = {
  readonly view: View
  readonly systems: readonly System[]
  readonly laws: Laws
  readonly health: readonly SystemHealth[]
  readonly names: ReadonlyMap<string, string>
  readonly now: IsoMoment
  /** Whether whoever reads may switch. */
  readonly switches: boolean
  /** What was typed and not taken. */
  readonly typed?: { readonly system: string; readonly reason: string; readonly wrong: Wrong }
}

export type Wrong = 'reasonMissing' | 'reasonLong'

/** Every system that policy names, and how it does. */
export const SystemsPage = (props: Props) => {
  const { view, systems, typed } = props
  const words = systemsWords[view.language]
  const errors = typed ? [{ text: words[typed.wrong], href: `#${fieldId(typed.system)}` }] : []
  return (
    <Page view={view} title={words.title} errors={errors}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.lead}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.offered.to(view.language)}>
          {words.answered}
        </a>
      </p>
      {systems.filter(isAsked).map((system) => (
        <OneSystem {...props} system={system} />
      ))}
      <Others {...props} />
    </Page>
  )
}

const isAsked = ({ services }: System): boolean => services.length > 0

/** Systems of which nothing is asked; one that was switched off is not as one never connected. */
const Others = (props: Props) => {
  const { view, systems, health } = props
  const { language } = view
  const others = systems.filter((system) => !isAsked(system))
  if (others.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{systemsWords[language].others}</h2>
      <SummaryList
        rows={others.map((system) => {
          const known = health.find((each) => each.system === system.code)
          return {
            key: system.name[language],
            value: (
              <>
                {system.purpose[language]}. {system.owner[language]}.{' '}
                <StateTag {...props} system={system} known={known} />
                {offRows(props, known).map(({ value }) => (
                  <p class="govuk-hint">{value}</p>
                ))}
              </>
            ),
          }
        })}
      />
    </>
  )
}

const fieldId = (system: string): string => `reason-${system}`

type OneProps = Props & { readonly system: System }

const OneSystem = (props: OneProps) => {
  const { view, system, health } = props
  const { language } = view
  const known = health.find((each) => each.system === system.code)
  return (
    <section id={system.code}>
      <h2 class="govuk-heading-m">
        {system.name[language]} <StateTag {...props} known={known} />
      </h2>
      <SummaryList rows={rowsOf(props, known)} />
      {props.switches && <Switches {...props} known={known} />}
    </section>
  )
}

type KnownProps = OneProps & { readonly known: SystemHealth | undefined }

const COLOURS: Readonly<Record<System['state'], TagColour>> = {
  connected: 'green',
  approved: 'blue',
  off: 'grey',
}

const StateTag = ({ view: { language }, system, known, now }: KnownProps) => {
  const words = systemsWords[language]
  if (known?.off) return <Tag colour="red">{words.switchedOff}</Tag>
  if (known?.openUntil !== undefined && known.openUntil > now) {
    const moment = formatMomentInBaku(known.openUntil, language)
    return <Tag colour="orange">{words.resting.replace('{moment}', moment)}</Tag>
  }
  if ((known?.failures ?? 0) > 0) return <Tag colour="orange">{words.failing}</Tag>
  return <Tag colour={COLOURS[system.state]}>{words.states[system.state]}</Tag>
}

function rowsOf(props: OneProps, known: SystemHealth | undefined) {
  const { view, system } = props
  const { language } = view
  const words = systemsWords[language]
  const { last } = known ?? {}
  return [
    { key: words.owner, value: system.owner[language] },
    { key: words.purpose, value: system.purpose[language] },
    { key: words.asked, value: <Asked {...props} /> },
    ...healthRows(known, language),
    ...(last ? [{ key: words.lastCode, value: <LastTry last={last} language={language} /> }] : []),
    ...offRows(props, known),
  ]
}

/** Why; a code that there are no words for stands beside what is known in words. */
const LastTry = ({
  last: { outcome, code },
  language,
}: {
  readonly last: SystemHealth['last'] & object
  readonly language: OfficeLanguage
}) => {
  const { codes, outcomes } = systemsWords[language]
  // Of a code of X-Road the last part says what happened, the others where.
  const why = code?.split('.').at(-1) ?? ''
  if (hasWords(why)) return <>{codes[why]}</>
  return (
    <>
      {outcomes[outcome]}
      {code !== undefined && (
        <>
          {' '}
          <code>{code}</code>
        </>
      )}
    </>
  )
}

const hasWords = (code: string): code is keyof SystemsWords['codes'] =>
  Object.hasOwn(systemsWords.en.codes, code)

/** Who switched it off, and why. */
function offRows(
  { view: { language }, names }: Pick<Props, 'view' | 'names'>,
  known: SystemHealth | undefined,
) {
  const words = systemsWords[language]
  const { off } = known ?? {}
  return off
    ? [
        {
          key: words.switchedOff,
          value: words.off
            .replace('{moment}', formatMomentInBaku(off.at, language))
            .replace('{name}', names.get(off.by) ?? '')
            .replace('{reason}', () => off.reason),
        },
      ]
    : []
}

function healthRows(known: SystemHealth | undefined, language: OfficeLanguage) {
  const words = systemsWords[language]
  const {
    lastAnswerAt,
    calls = 0,
    failed = 0,
    typicalMs = 0,
    slowMs = 0,
    waiting = 0,
    onItsWay = 0,
  } = known ?? {}
  const number = (value: number) => String(Math.round(value))
  return [
    {
      key: words.lastAnswer,
      value: lastAnswerAt === undefined ? words.never : formatMomentInBaku(lastAnswerAt, language),
    },
    {
      key: words.hour,
      value:
        calls === 0
          ? words.noCalls
          : words.calls
              .replace('{calls}', number(calls))
              .replace('{failed}', number(failed))
              .replace('{typical}', number(typicalMs))
              .replace('{slow}', number(slowMs)),
    },
    ...(waiting === 0
      ? []
      : [
          {
            key: words.waiting,
            value: [
              words.waits[waiting === 1 ? 'one' : 'other'].replace('{n}', number(waiting)),
              ...(onItsWay === 0 ? [] : [words.onItsWay.replace('{n}', number(onItsWay))]),
            ].join('; '),
          },
        ]),
  ]
}

const Asked = ({ view: { language }, system, laws }: OneProps) => {
  return (
    <ul class="govuk-list">
      {system.services.map((service) => (
        <li>
          {service.title[language]}. {service.purpose[language]}{' '}
          <Ground service={service} laws={laws} language={language} />
        </li>
      ))}
    </ul>
  )
}

const Ground = ({
  service,
  laws,
  language,
}: {
  readonly service: ServiceRule
  readonly laws: Laws
  readonly language: OfficeLanguage
}) => {
  const ground = groundOf({ service })
  return (
    <>
      <BasisMark laws={laws} basis={ground} language={language} />
      {isProvisional(ground) && <span class="govuk-hint">{systemsWords[language].noGround}</span>}
    </>
  )
}

const waitsUnasked = (known: SystemHealth | undefined): boolean =>
  known !== undefined && known.waiting > known.onItsWay

const Switches = ({ view, system, known, typed }: KnownProps) => {
  const { language } = view
  const words = systemsWords[language]
  const action = paths.systems.to(language)
  const own = typed?.system === system.code ? typed : undefined
  return (
    <>
      {(known?.off !== undefined || waitsUnasked(known)) && (
        <form method="post" action={action}>
          <input type="hidden" name="system" value={system.code} />
          <Button
            name="act"
            value={known?.off ? 'on' : 'again'}
            variant="secondary"
            preventDoubleClick
          >
            {known?.off ? words.switchOn : words.askAgain}
          </Button>
        </form>
      )}
      {known?.off === undefined && (
        <Details summary={words.switching} open={own !== undefined}>
          <form method="post" action={action} novalidate>
            <input type="hidden" name="system" value={system.code} />
            <Textarea
              id={fieldId(system.code)}
              name="reason"
              label={words.reason}
              hint={words.reasonHint}
              value={own?.reason ?? ''}
              rows={3}
              {...(own
                ? { error: { text: words[own.wrong], prefix: officeWords[language].error } }
                : {})}
            />
            <Button name="act" value="off" variant="warning" preventDoubleClick>
              {words.switchOff}
            </Button>
          </form>
        </Details>
      )}
    </>
  )
}
