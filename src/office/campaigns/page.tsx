import { eventIn, type Campaign, type WhyKept } from '#core/promotion/campaigns.ts'
import type { IsoDate } from '#core/dated.ts'
import { sumOf, type Figure } from '#core/promotion/figures.ts'
import { CampaignFacts, peopleText } from '#office/campaigns/list.tsx'
import { campaignsWords } from '#office/campaigns-words.ts'
import type { View } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { Page } from '#office/shell.tsx'
import { formatDate } from '#telling/dates.ts'
import { SQUARE_CODE_FORMS, SquareCodeDrawing } from '#telling/square-code.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Table } from '#ui/table.tsx'

export type CampaignProps = {
  readonly view: View
  readonly campaign: Campaign
  readonly figures: readonly Figure[]
  /** The address that its link and its square code hold. */
  readonly link: string
  readonly today: IsoDate
  /** Whether whoever reads is of its mission. */
  readonly isOwn: boolean
  /** A colleague was faster with what was pressed. */
  readonly isLate?: boolean
  /** It was to be deleted, and can only be retired. */
  readonly isKept?: boolean
  readonly whyKept?: WhyKept | undefined
}

/** One campaign: its link and code, what it tells, and what came of it. */
export const CampaignPage = (props: CampaignProps) => {
  const { view, campaign, link, isOwn, isLate = false, isKept = false, whyKept } = props
  const { language } = view
  const words = campaignsWords[language]
  const title = eventIn(campaign, language)
  const short = link.replace(/^https?:\/\//, '')
  return (
    <Page
      view={view}
      title={title}
      back={[{ href: paths.campaigns.to(language), text: words.title }]}
      errors={[
        ...(isLate ? [{ text: words.faster }] : []),
        ...(isKept && whyKept ? [{ text: words.kept[whyKept], href: '#delete' }] : []),
      ]}
      about={short}
    >
      <h1 class="govuk-heading-l kc-value">{title}</h1>
      <div class="kc-campaign-link">
        <SquareCodeDrawing text={link} />
        <p class="govuk-body">
          <a class="govuk-link kc-value" href={link} rel="noreferrer">
            {short}
          </a>
        </p>
      </div>
      <ul class="govuk-list">
        {SQUARE_CODE_FORMS.map((form) => (
          <li>
            <a class="govuk-link" href={paths.campaignCode.to(language, { id: campaign.id, form })}>
              {words.codeAs.replace('{form}', form.toUpperCase())}
            </a>
          </li>
        ))}
      </ul>
      <p class="govuk-hint">{words.codeWhy}</p>
      <CampaignFacts campaign={campaign} today={props.today} language={language} />
      {isOwn && (
        <ButtonLink
          variant="secondary"
          href={paths.changeCampaign.to(language, { id: campaign.id })}
        >
          {words.change}
        </ButtonLink>
      )}
      <section>
        <h2 class="govuk-heading-m">{words.material}</h2>
        <p class="govuk-body">{words.materialLead}</p>
        <ButtonLink variant="secondary" href={paths.material.to(language, { id: campaign.id })}>
          {words.materialOpen}
        </ButtonLink>
      </section>
      <Figures {...props} />
      {isOwn && <Ending {...props} />}
      {isOwn && <Deleting {...props} />}
    </Page>
  )
}

const Figures = ({ view, campaign, figures }: CampaignProps) => {
  const { language } = view
  const words = campaignsWords[language]
  const own = figures.filter(({ campaign: of }) => of === campaign.id)
  const weeks = [...new Set(own.map(({ week }) => week))]
  const inWeek = (week: IsoDate, what: Figure['what']) =>
    own.find((figure) => figure.week === week && figure.what === what)?.people ?? 0
  return (
    <section>
      <h2 class="govuk-heading-m">{words.figures}</h2>
      <p class="govuk-body">{words.figuresWhy}</p>
      {campaign.isUncounted && <p class="govuk-body">{words.uncountedWhy}</p>}
      <Table
        caption={words.figures}
        captionHidden
        firstCellIsHeader
        columns={[
          { head: words.week },
          { head: words.followed, numeric: true },
          { head: words.begun, numeric: true },
        ]}
        rows={[
          ...weeks.map((week) => [
            formatDate(week, language, 'plain'),
            peopleText(inWeek(week, 'followed'), language),
            peopleText(inWeek(week, 'begun'), language),
          ]),
          [
            words.sum,
            ...(['followed', 'begun'] as const).map((what) =>
              peopleText(sumOf(own, what), language),
            ),
          ],
        ]}
      />
    </section>
  )
}

const Ending = ({ view, campaign: { version, retiredOn } }: CampaignProps) => {
  const words = campaignsWords[view.language]
  const isRetired = retiredOn !== undefined
  return (
    <form method="post">
      <h2 class="govuk-heading-m">{isRetired ? words.revive : words.retire}</h2>
      <p class="govuk-body">{isRetired ? words.reviveWhy : words.retireWhy}</p>
      <input type="hidden" name="version" value={version} />
      <Button
        variant={isRetired ? 'secondary' : 'warning'}
        name="press"
        value={isRetired ? 'revive' : 'retire'}
        preventDoubleClick
      >
        {isRetired ? words.revive : words.retire}
      </Button>
    </form>
  )
}

/** For what was begun by mistake; where it may be on paper already, why that is too late. */
const Deleting = ({ view, campaign: { version }, whyKept }: CampaignProps) => {
  const words = campaignsWords[view.language]
  return (
    <div id="delete" tabindex="-1">
      <Details summary={words.delete}>
        {whyKept === undefined ? (
          <form method="post">
            <p class="govuk-body">{words.deleteWhy}</p>
            <input type="hidden" name="version" value={version} />
            <Button variant="warning" name="press" value="delete" preventDoubleClick>
              {words.delete}
            </Button>
          </form>
        ) : (
          <p class="govuk-body">{words.kept[whyKept]}</p>
        )}
      </Details>
    </div>
  )
}
