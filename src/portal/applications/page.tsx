import type { Language } from '#core/language.ts'
import type { State } from '#core/lifecycle/lifecycle.ts'
import type { OwnApplication } from '#portal/applications/queries.ts'
import { applicationsWords } from '#portal/applications/words.ts'
import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import { formatMomentInBaku } from '#telling/dates.ts'
import { stateTagForApplicant } from '#telling/states.ts'
import { Button, ButtonGroup } from '#ui/button.tsx'
import { Tag } from '#ui/tag.tsx'

type Props = {
  readonly view: View
  readonly applications: readonly OwnApplication[]
  /** The title of what can be applied for. */
  readonly typeTitle: string
  readonly mayBegin: boolean
  /** An application whose answers another may begin with. */
  readonly earlier: { readonly id: string; readonly number: string } | undefined
}

export const ApplicationsPage = ({ view, applications, typeTitle, ...rest }: Props) => {
  const { language } = view
  const words = applicationsWords[language]
  return (
    <Page view={view} title={words.title}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      {applications.length === 0 && <p class="kc-empty">{words.empty}</p>}
      {applications.length > 0 && (
        <ul class="kc-applications">
          {applications.map((application) => (
            <ApplicationCard view={view} application={application} typeTitle={typeTitle} />
          ))}
        </ul>
      )}
      {rest.mayBegin ? (
        <BeginForm language={language} earlier={rest.earlier} isFirst={applications.length === 0} />
      ) : (
        <p class="govuk-body-s">
          {applications.some(({ state }) => DONE.includes(state)) ? words.holds : words.oneAtATime}
        </p>
      )}
    </Page>
  )
}

type BeginProps = Pick<Props, 'earlier'> & {
  readonly language: Language
  readonly isFirst: boolean
}

const BeginForm = ({ language, earlier, isFirst }: BeginProps) => {
  const words = applicationsWords[language]
  return (
    <form method="post" action={paths.applications.to(language)}>
      {earlier && (
        <p class="govuk-body">{words.beginFromHint.replace('{number}', earlier.number)}</p>
      )}
      <ButtonGroup>
        {earlier && (
          <Button name="from" value={earlier.id} preventDoubleClick>
            {words.beginFrom.replace('{number}', earlier.number)}
          </Button>
        )}
        <Button preventDoubleClick variant={isFirst ? 'primary' : 'secondary'}>
          {earlier ? words.beginEmpty : words.begin}
        </Button>
      </ButtonGroup>
    </form>
  )
}

const DONE: readonly State[] = ['recognised']
const ENDED: readonly State[] = ['withdrawn', 'left-unexamined', 'refused', 'annulled', 'expired']

const colourOf = (state: State) =>
  DONE.includes(state) ? 'green' : ENDED.includes(state) ? 'grey' : 'blue'

const ApplicationCard = ({
  view,
  application,
  typeTitle,
}: {
  readonly view: View
  readonly application: OwnApplication
  readonly typeTitle: string
}) => {
  const { language } = view
  const words = applicationsWords[language]
  const { id, number, state, changedAt } = application
  return (
    <li class="kc-card">
      <h2 class="govuk-heading-m kc-card__title">
        <a class="govuk-link" href={paths.application.to(language, { id })}>
          {number ?? typeTitle}
        </a>
      </h2>
      <p class="govuk-body">
        <Tag colour={colourOf(state)}>{stateTagForApplicant(state, language)}</Tag>
      </p>
      <p class="govuk-body-s">
        {words.changed}: {formatMomentInBaku(changedAt, language)}
      </p>
    </li>
  )
}
