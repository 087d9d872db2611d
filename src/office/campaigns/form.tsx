import { first, type Typed } from '#core/answers/typed.ts'
import { LANGUAGES, type OfficeLanguage } from '#core/language.ts'
import {
  LANDINGS,
  type Campaign,
  type CampaignFault,
  type CampaignField,
  type CampaignTyped,
} from '#core/promotion/campaigns.ts'
import type { IsoDate } from '#core/dated.ts'
import { CampaignFacts } from '#office/campaigns/list.tsx'
import { campaignsWords } from '#office/campaigns-words.ts'
import type { FieldErrors } from '#office/case-step.ts'
import { dayIn, DayField } from '#office/day-field.tsx'
import type { View } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { Page } from '#office/shell.tsx'
import { errorAt } from '#office/step-page.tsx'
import { languageName } from '#telling/names-of-codes.ts'
import { Button } from '#ui/button.tsx'
import { Checkboxes, Radios } from '#ui/choices.tsx'
import { TextInput } from '#ui/text-input.tsx'

export type CampaignFormProps = {
  readonly view: View
  /** What is changed; absent where one is made. */
  readonly campaign?: Campaign
  readonly today: IsoDate
  readonly typed: Typed
  readonly faults?: ReadonlyMap<CampaignField, CampaignFault>
  /** A colleague was faster. */
  readonly isLate?: boolean
  /** The mission was closed meanwhile. */
  readonly isClosed?: boolean
}

/** The one form by which a campaign is made and changed. */
export const CampaignFormPage = (props: CampaignFormProps) => {
  const { view, campaign, faults = new Map(), isLate = false, isClosed = false } = props
  const { language } = view
  const words = campaignsWords[language]
  const title = campaign === undefined ? words.make : words.change
  const errors = errorsIn(faults, language)
  const back = campaign
    ? { href: paths.campaign.to(language, { id: campaign.id }), text: words.event }
    : { href: paths.campaigns.to(language), text: words.title }
  return (
    <Page
      view={view}
      title={title}
      back={[back]}
      errors={[
        ...(isLate ? [{ text: words.faster }] : []),
        ...(isClosed ? [{ text: words.closed }] : []),
        ...Object.entries(errors).map(([field, text]) => ({ text, href: `#${anchorOf(field)}` })),
      ]}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{campaign ? words.codeStays : words.isPublic}</p>
      {campaign && isLate && (
        <section>
          <h2 class="govuk-heading-m">{words.standsNow}</h2>
          <CampaignFacts campaign={campaign} today={props.today} language={language} />
        </section>
      )}
      <form class="kc-form" method="post" novalidate>
        {campaign && <input type="hidden" name="version" value={campaign.version} />}
        <Fields {...props} errors={errors} />
        <Button preventDoubleClick>{campaign ? words.save : words.create}</Button>
      </form>
    </Page>
  )
}

/** A day has three boxes; the focus goes to the first. */
const anchorOf = (field: string): string =>
  field === 'from' || field === 'until' ? `${field}-day` : field

const errorsIn = (
  faults: ReadonlyMap<CampaignField, CampaignFault>,
  language: OfficeLanguage,
): FieldErrors =>
  Object.fromEntries(
    [...faults].map(([field, fault]) => [field, campaignsWords[language].fault(field, fault)]),
  )

const Fields = ({
  view,
  campaign,
  typed,
  today,
  errors,
}: CampaignFormProps & { readonly errors: FieldErrors }) => {
  const { language } = view
  const words = campaignsWords[language]
  return (
    <>
      <Checkboxes
        name="languages"
        legend={words.languages}
        legendSize="s"
        hint={words.languagesHint}
        values={typed['languages'] ?? []}
        error={errorAt(errors, 'languages', view)}
        options={LANGUAGES.map((each) => ({
          value: each,
          label: languageName(each, language),
          conditional: (
            <TextInput
              name={`event-${each}`}
              label={words.eventIn[each]}
              value={first(typed, `event-${each}`)}
              width="two-thirds"
              error={errorAt(errors, `event-${each}`, view)}
            />
          ),
        }))}
      />
      <TextInput
        name="place"
        label={words.place}
        hint={words.placeHint}
        value={first(typed, 'place')}
        width="two-thirds"
        error={errorAt(errors, 'place', view)}
      />
      {(['from', 'until'] as const).map((name) => (
        <DayField
          view={view}
          name={name}
          legend={words[name]}
          typed={typed}
          usual={campaign?.[name] ?? today}
          errors={errors}
        />
      ))}
      <Radios
        name="leadsTo"
        legend={words.leadsTo}
        legendSize="s"
        value={first(typed, 'leadsTo')}
        error={errorAt(errors, 'leadsTo', view)}
        options={LANDINGS.map((each) => ({
          value: each,
          label: words.landings[each],
          hint: words.landingHints[each],
        }))}
      />
    </>
  )
}

/** What the form sent, as a campaign is judged by. */
export const campaignIn = (typed: Typed): CampaignTyped => ({
  event: {
    az: first(typed, 'event-az'),
    tr: first(typed, 'event-tr'),
    en: first(typed, 'event-en'),
    ru: first(typed, 'event-ru'),
  },
  place: first(typed, 'place'),
  from: dayIn(typed, 'from'),
  until: dayIn(typed, 'until'),
  languages: typed['languages'] ?? [],
  leadsTo: first(typed, 'leadsTo'),
})

/** What there is of a campaign, as the form would send it; its days are the usual ones there. */
export const typedOfCampaign = ({ event, place, ...rest }: Campaign): Typed => ({
  ...Object.fromEntries(LANGUAGES.map((each) => [`event-${each}`, [event[each] ?? '']])),
  place: [place],
  languages: [...rest.languages],
  leadsTo: [rest.leadsTo],
})
