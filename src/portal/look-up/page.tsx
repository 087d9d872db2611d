import { isOff, type Ahead } from '#core/answers/ahead.ts'
import type { Language } from '#core/language.ts'
import type { Block } from '#core/policy/case-type.ts'
import type { Laws } from '#core/policy/laws.ts'
import { groundOf, type Service } from '#core/policy/systems.ts'
import { aheadWords } from '#portal/ahead-words.ts'
import { AnswerFields, errorsOf, type Asking } from '#portal/answer-fields.tsx'
import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import type { Part } from '#portal/look-up/form.ts'
import { Page } from '#portal/shell.tsx'
import type { Withheld } from '#records/ahead.ts'
import { BasisMark } from '#telling/basis.tsx'
import { answeredBy, registerWords, whatFor } from '#telling/registers.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { Tag } from '#ui/tag.tsx'

type Props = {
  readonly view: View
  readonly id: string
  readonly laws: Laws
  readonly services: readonly Service[]
  /** What was asked, each with the parts that its answer fills in. */
  readonly asked: readonly AskedAlready[]
  readonly block: Block
  readonly parts: readonly Part[]
  readonly asking: Asking
  /** Why nothing was asked. */
  readonly withheld?: Withheld
}

type AskedAlready = Ahead & { readonly parts: readonly string[] }

/** What registers would be told and by which clause; and, once they are asked, what each says. */
export const LookUpPage = (props: Props) => {
  const { view, id, block, asking, asked, withheld } = props
  const { language } = view
  const words = aheadWords[language]
  const back = paths.application.to(language, { id })
  const errors = [...errorsOf(block, asking), ...(withheld ? [{ text: words[withheld] }] : [])]
  return (
    <Page view={view} title={words.title} errors={errors} back={back} keeps="typed">
      {asking.whose !== undefined && <p class="govuk-caption-l">{asking.whose}</p>}
      <h1 class="govuk-heading-l">{words.title}</h1>
      {asked.length > 0 && <Said {...props} />}
      {asked.length > 0 ? (
        <Details summary={words.again} open={errors.length > 0}>
          <Ask {...props} />
        </Details>
      ) : (
        <Ask {...props} />
      )}
    </Page>
  )
}

/** What is asked of whom, why and by which clause, and what they have to be told. */
const Ask = ({ view, id, laws, services, asked, block, parts, asking }: Props) => {
  const { language } = view
  const words = aheadWords[language]
  return (
    <>
      <p class="govuk-body-l">{words.lead}</p>
      <InsetText>{words.free}</InsetText>
      <h2 class="govuk-heading-m">{words.who}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {services.map(({ system, service: asked }) => (
          <li>
            {system.name[language]}: {whatFor(asked.title[language], asked.purpose[language])}{' '}
            <BasisMark laws={laws} basis={groundOf({ service: asked })} language={language} />
          </li>
        ))}
      </ul>
      <p class="govuk-body">{words.told}</p>
      <form
        id="typed"
        class="kc-form"
        method="post"
        action={paths.lookUp.to(language, { id })}
        novalidate
      >
        {parts.map(({ title, fields }) => (
          <>
            <h3 class="govuk-heading-s">{title[language]}</h3>
            <AnswerFields block={{ ...block, fields }} asking={asking} />
          </>
        ))}
        <p class="govuk-body">{words.consent}</p>
        <p class="govuk-body">
          {words.logged}{' '}
          <a class="govuk-link" href={paths.looks.to(language)}>
            {words.loggedWhere}
          </a>
        </p>
        <Button preventDoubleClick {...(asked.length > 0 ? { variant: 'secondary' } : {})}>
          {asked.length > 0 ? words.again : words.ask}
        </Button>
      </form>
    </>
  )
}

const Said = ({ view, id, services, asked }: Props) => {
  const { language } = view
  const words = aheadWords[language]
  const isWaiting = asked.some((each) => !each.answer && !isOff(each))
  return (
    <section>
      <h2 class="govuk-heading-m">{words.says}</h2>
      <ol class="kc-registers">
        {services.map((found) => {
          const each = asked.find(({ service }) => service === found.service.code)
          return each && <One each={each} found={found} language={language} />
        })}
      </ol>
      {isWaiting && (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.lookUp.to(language, { id })}>
            {words.lookAgain}
          </a>
        </p>
      )}
      <ButtonLink href={paths.application.to(language, { id })}>{words.goOn}</ButtonLink>
    </section>
  )
}

type OneProps = {
  readonly each: AskedAlready
  readonly found: Service
  readonly language: Language
}

const One = ({ each, found: { system, service }, language }: OneProps) => {
  const words = aheadWords[language]
  const { answer, parts } = each
  const result = service.results.find(({ code }) => code === answer?.result)
  const isRefused = isOff(each)
  const said = isRefused
    ? words.refusedHow
    : !answer
      ? words.waits
      : parts.length > 0
        ? words.found.replace('{parts}', parts.join(', '))
        : words.nothing
  return (
    <li class="kc-register">
      <p class="kc-register__head">
        <span>{service.title[language]}</span>
        <Tag colour={result?.finding === 'fits' ? 'green' : 'grey'}>
          {answer
            ? (result?.title[language] ?? words.answered)
            : isRefused
              ? words.refused
              : registerWords[language].waits}
        </Tag>
      </p>
      <p class="kc-register__said">
        {answeredBy(system.name[language], answer?.at ?? each.askedAt, language)}
      </p>
      <p class="kc-register__said">{said}</p>
    </li>
  )
}
