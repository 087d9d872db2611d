import type { OfficeLanguage } from '#core/language.ts'
import type { Offered, OfferedClient } from '#core/policy/offered.ts'
import type { View } from '#office/env.ts'
import { offeredWords, type OfferedWords } from '#office/offered/words.ts'
import { paths } from '#office/paths.ts'
import { Page } from '#office/shell.tsx'
import type { OfferedFigure } from '#records/offered.ts'
import { formatNumber } from '#telling/formatters.ts'
import { Table } from '#ui/table.tsx'

type Props = Pick<Offered, 'services' | 'clients'> & {
  readonly view: View
  readonly figures: readonly OfferedFigure[]
}

/** Each system that may ask: how often it was answered what. */
export const OfferedPage = (props: Props) => {
  const { view, clients } = props
  const { language } = view
  const words = offeredWords[language]
  return (
    <Page
      view={view}
      title={words.title}
      back={[{ href: paths.systems.to(language), text: words.registers }]}
    >
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.lead}</p>
      <p class="govuk-body">{words.refused}</p>
      {clients.length === 0 && <p class="govuk-body">{words.nobody}</p>}
      {clients.map((client) => (
        <section id={client.code}>
          <h2 class="govuk-heading-m">{client.name[language]}</h2>
          {servicesOf(client, props).map((service) => (
            <Service {...props} client={client} service={service} />
          ))}
        </section>
      ))}
    </Page>
  )
}

/** What it may ask now, and what it was answered when it could. */
const servicesOf = ({ code, asks }: OfferedClient, { figures }: Props): readonly string[] => [
  ...new Set([
    ...asks.map(({ service }) => service),
    ...figures.filter(({ client }) => client === code).map(({ service }) => service),
  ]),
]

const Service = ({
  view: { language },
  services,
  figures,
  client,
  service,
}: Props & { readonly client: OfferedClient; readonly service: string }) => {
  const words = offeredWords[language]
  const own = figures.filter((each) => each.client === client.code && each.service === service)
  const rows = [
    ...own.map(({ outcome, ...figure }) => ({ title: answerTitle(outcome, words), ...figure })),
    { title: words.all, today: sum(own, 'today'), lately: sum(own, 'lately') },
  ]
  return (
    <Table
      caption={services.find(({ code }) => code === service)?.title[language] ?? service}
      captionSize="s"
      firstCellIsHeader
      columns={[
        { head: words.answer },
        { head: words.today, numeric: true },
        { head: words.lately, numeric: true },
      ]}
      rows={rows.map(({ title, today, lately }) => [
        title,
        ...[today, lately].map((count) => formatted(count, language)),
      ])}
    />
  )
}

const sum = (figures: readonly OfferedFigure[], of: 'today' | 'lately'): number =>
  figures.reduce((total, figure) => total + figure[of], 0)

const formatted = (count: number, language: OfficeLanguage): string => formatNumber(count, language)

const answerTitle = (answer: string, { answers }: OfferedWords): string =>
  isKnown(answer) ? answers[answer] : answer

const isKnown = (answer: string): answer is keyof OfferedWords['answers'] =>
  Object.hasOwn(offeredWords.en.answers, answer)
