import { languagesAfter, type Language } from '#core/language.ts'
import { eventIn, type Campaign } from '#core/promotion/campaigns.ts'
import {
  linesOf,
  MATERIAL_KINDS,
  MATERIAL_PARTS,
  type ChangedLine,
  type MaterialContent,
  type MaterialKind,
} from '#core/promotion/material.ts'
import type { View } from '#office/env.ts'
import { MaterialHistory, type PieceMade } from '#office/material/history.tsx'
import { materialPageWords } from '#office/material/words.ts'
import { paths } from '#office/paths.ts'
import { Page } from '#office/shell.tsx'
import { languageName } from '#telling/names-of-codes.ts'
import { Button } from '#ui/button.tsx'
import { Select } from '#ui/select.tsx'
import { SummaryList } from '#ui/summary-list.tsx'

type Preview = {
  readonly kind: MaterialKind
  readonly content: MaterialContent
  /** What the form says was seen. */
  readonly digests: string
}

export type MaterialPageProps = {
  readonly view: View
  readonly campaign: Campaign
  /** What was chosen, and how it stands today; absent before anything was. */
  readonly preview?: Preview | undefined
  /** Something was sent that nobody can choose. */
  readonly isUnknown?: boolean
  /** Others wait for their files already. */
  readonly isBusy?: boolean
  readonly makes: 'may' | 'ended' | 'nobody' | 'nothing'
  /** What was pressed was not what it says now. */
  readonly unseen?: readonly ChangedLine[]
  readonly history: readonly PieceMade[]
  /** Where what was made before these stands. */
  readonly next?: string | undefined
}

/** What can be printed and sent of a campaign, how it stands today, and what was made. */
export const MaterialPage = (props: MaterialPageProps) => {
  const { view, campaign, preview, unseen, makes, isUnknown = false, isBusy = false } = props
  const { language } = view
  const words = materialPageWords[language]
  return (
    <Page
      view={view}
      title={words.title}
      back={[
        {
          href: paths.campaign.to(language, { id: campaign.id }),
          text: eventIn(campaign, language),
        },
      ]}
      errors={[
        ...(unseen ? [{ text: words.changed, href: '#differs' }] : []),
        ...(isBusy ? [{ text: words.busy }] : []),
        ...(isUnknown ? [{ text: words.choose, href: '#kind' }] : []),
      ]}
    >
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.lead}</p>
      {makes === 'nothing' ? <p class="govuk-body">{words.noProgramme}</p> : <Choice {...props} />}
      {unseen && <Unseen language={language} unseen={unseen} reads={preview?.content.language} />}
      {preview && <Shown {...props} preview={preview} />}
      <MaterialHistory {...props} />
    </Page>
  )
}

const Choice = ({ view, campaign, preview }: MaterialPageProps) => {
  const { language } = view
  const words = materialPageWords[language]
  const [first = 'en'] = campaign.languages
  return (
    <form class="kc-form" method="get" action={paths.material.to(language, { id: campaign.id })}>
      <Select
        name="kind"
        label={words.kind}
        value={preview?.kind ?? MATERIAL_KINDS[0]}
        options={MATERIAL_KINDS.map((kind) => ({ value: kind, text: words.kinds[kind] }))}
      />
      <Select
        name="language"
        label={words.language}
        value={preview?.content.language ?? first}
        options={languagesAfter(campaign.languages).map((each) => ({
          value: each,
          text: campaign.languages.includes(each)
            ? languageName(each, language)
            : `${languageName(each, language)} – ${words.notOfCampaign}`,
        }))}
      />
      <Button variant="secondary">{words.show}</Button>
    </form>
  )
}

/** What a guest meets who reads a language that the campaign is not told in. */
const OtherLanguage = ({
  view: { language },
  campaign,
  makes,
  reads,
}: Pick<MaterialPageProps, 'view' | 'campaign' | 'makes'> & { readonly reads: Language }) => {
  const words = materialPageWords[language]
  const { id, languages } = campaign
  if (languages.includes(reads)) return null
  const names = languages.map((each) => languageName(each, language))
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">
        {words.keeps} <strong class="kc-value">{eventIn(campaign, reads)}</strong>
      </p>
      <p class="govuk-body">
        {words.opensIn} {names.join(', ')}
      </p>
      {makes === 'may' && (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.changeCampaign.to(language, { id })}>
            {words.addLanguage}
          </a>
        </p>
      )}
    </div>
  )
}

const Unseen = ({
  language,
  unseen,
  reads,
}: {
  readonly language: View['language']
  readonly unseen: readonly ChangedLine[]
  readonly reads: Language | undefined
}) => {
  const words = materialPageWords[language]
  return (
    <section id="differs" tabindex="-1">
      <h2 class="govuk-heading-m">{words.changed}</h2>
      <p class="govuk-body">{words.changedWhy}</p>
      <SummaryList
        rows={unseen.map(({ part, is }) => ({
          key: words.parts[part],
          value: is === undefined ? words.gone : <span lang={reads}>{is}</span>,
        }))}
      />
    </section>
  )
}

const Shown = ({
  view,
  campaign,
  makes,
  preview: { kind, content, digests },
}: MaterialPageProps & { readonly preview: Preview }) => {
  const { language } = view
  const words = materialPageWords[language]
  const asked = new URLSearchParams({ kind, language: content.language }).toString()
  return (
    <section>
      <h2 class="govuk-heading-m">
        {words.kinds[kind]}, {languageName(content.language, language)}
      </h2>
      <OtherLanguage {...{ view, campaign, makes }} reads={content.language} />
      <p class="govuk-body">{words.paper[kind]}</p>
      <p class="govuk-body">
        <a
          class="govuk-link"
          href={`${paths.materialShown.to(language, { id: campaign.id })}?${asked}`}
        >
          {words.open}
        </a>
      </p>
      {makes === 'may' && (
        <form method="post" action={paths.material.to(language, { id: campaign.id })}>
          <p class="govuk-body">{words.downloadWhy}</p>
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="language" value={content.language} />
          <input type="hidden" name="seen" value={digests} />
          <Button>{words.download}</Button>
        </form>
      )}
      {makes === 'ended' && <p class="govuk-inset-text">{words.ended}</p>}
      {makes === 'nobody' && <p class="govuk-inset-text">{words.readOnly}</p>}
      <Says content={content} language={language} />
    </section>
  )
}

/** All of it in words, part by part, each with what it rests on. */
const Says = ({
  content,
  language,
}: {
  readonly content: MaterialContent
  readonly language: View['language']
}) => {
  const words = materialPageWords[language]
  const lines = linesOf(content)
  const parts = MATERIAL_PARTS.filter((part) => part !== 'headings')
  return (
    <>
      <h3 class="govuk-heading-s">{words.says}</h3>
      <SummaryList
        rows={parts.flatMap((part) => {
          const texts = lines.filter((line) => line.part === part)
          if (texts.length === 0) return []
          const value = texts.map(({ text }) => (
            <p class="govuk-body kc-value" lang={content.language}>
              {text}
            </p>
          ))
          return [{ key: words.parts[part], value }]
        })}
      />
      <p class="govuk-body" lang={content.language}>
        {content.asOf}
      </p>
    </>
  )
}
