import type { IsoDate } from '#core/dated.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { eventIn, type Campaign } from '#core/promotion/campaigns.ts'
import { sumOfCampaigns, type Figure } from '#core/promotion/figures.ts'
import { missionOf, type Mission } from '#core/promotion/missions.ts'
import { campaignsWords } from '#office/campaigns-words.ts'
import type { View } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { Page } from '#office/shell.tsx'
import { formatDays } from '#telling/dates.ts'
import { formatNumber } from '#telling/formatters.ts'
import { ButtonLink } from '#ui/button.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'

export type CampaignsProps = {
  readonly view: View
  readonly campaigns: readonly Campaign[]
  readonly figures: readonly Figure[]
  readonly missions: readonly Mission[]
  /** The mission whose campaigns are shown alone. */
  readonly mission?: Mission | undefined
  readonly makes: 'may' | 'closed' | 'nobody'
  readonly today: IsoDate
  /** Where those before these stand. */
  readonly next?: string
}

/** The campaigns that whoever reads may see, and what came of them. */
export const CampaignsPage = (props: CampaignsProps) => {
  const { view, campaigns, makes, mission, next } = props
  const { language } = view
  const words = campaignsWords[language]
  return (
    <Page view={view} title={words.title}>
      {mission && <p class="govuk-caption-l">{mission.title[language]}</p>}
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.lead}</p>
      {makes === 'may' && (
        <ButtonLink href={paths.newCampaign.to(language)}>{words.make}</ButtonLink>
      )}
      {makes === 'nobody' && mission && (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.campaigns.to(language)}>
            {words.all}
          </a>
        </p>
      )}
      {makes === 'closed' && <p class="govuk-body">{words.closed}</p>}
      {campaigns.length === 0 ? <p class="govuk-body">{words.none}</p> : <Rows {...props} />}
      {next !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={next}>
            {words.next}
          </a>
        </p>
      )}
    </Page>
  )
}

const Rows = ({ view, campaigns, figures, missions, mission, today }: CampaignsProps) => {
  const { language } = view
  const words = campaignsWords[language]
  return (
    <div class="kc-wide-table" tabindex="0">
      <Table
        caption={words.title}
        captionHidden
        firstCellIsHeader
        columns={[
          { head: words.event },
          ...(mission ? [] : [{ head: words.mission }]),
          { head: words.days },
          { head: words.stands },
          { head: words.followed, numeric: true },
          { head: words.begun, numeric: true },
        ]}
        rows={campaigns.map((campaign) => [
          <a class="govuk-link" href={paths.campaign.to(language, { id: campaign.id })}>
            {eventIn(campaign, language)}
          </a>,
          ...(mission
            ? []
            : [missionOf(missions, campaign.mission)?.title[language] ?? campaign.mission]),
          formatDays(campaign, language),
          <CampaignTag campaign={campaign} today={today} language={language} />,
          ...(['followed', 'begun'] as const).map((what) =>
            peopleText(sumOfCampaigns(figures, { what, campaigns: [campaign.id] }), language),
          ),
        ])}
      />
      <p class="govuk-hint">{words.figuresWhy}</p>
    </div>
  )
}

/** What is shown of nobody yet is fewer than can be shown, or nobody. */
export const peopleText = (people: number, language: OfficeLanguage): string =>
  people === 0 ? campaignsWords[language].few : formatNumber(people, language)

type FactsProps = {
  readonly campaign: Campaign
  readonly today: IsoDate
  readonly language: OfficeLanguage
}

/** What a campaign says. */
export const CampaignFacts = ({ campaign, today, language }: FactsProps) => {
  const words = campaignsWords[language]
  const { languages, leadsTo, place, event } = campaign
  return (
    <SummaryList
      rows={[
        { key: words.stands, value: <CampaignTag {...{ campaign, today, language }} /> },
        { key: words.days, value: formatDays(campaign, language) },
        { key: words.place, value: <span class="kc-value">{place}</span> },
        ...languages.map((each) => ({
          key: words.eventIn[each],
          value: (
            <span class="kc-value" lang={each}>
              {event[each]}
            </span>
          ),
        })),
        { key: words.leadsTo, value: words.landings[leadsTo] },
      ]}
    />
  )
}

/** How a campaign stands on a day, in a word. */
const CampaignTag = ({
  campaign: { from, until, retiredOn, isUncounted },
  today,
  language,
}: FactsProps) => {
  const words = campaignsWords[language]
  const stands =
    retiredOn !== undefined ? 'retired' : today < from ? 'ahead' : today > until ? 'over' : 'now'
  return (
    <>
      <Tag colour={stands === 'now' ? 'green' : stands === 'ahead' ? 'blue' : 'grey'}>
        {words[stands]}
      </Tag>
      {isUncounted && (
        <>
          {' '}
          <Tag colour="yellow">{words.uncounted}</Tag>
        </>
      )}
    </>
  )
}
