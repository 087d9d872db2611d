import type { Campaign } from '#core/promotion/campaigns.ts'
import type { ChangedLine } from '#core/promotion/material.ts'
import type { View } from '#office/env.ts'
import { materialPageWords } from '#office/material/words.ts'
import { paths } from '#office/paths.ts'
import type { Material } from '#records/material.ts'
import { formatMomentInBaku } from '#telling/dates.ts'
import { languageName } from '#telling/names-of-codes.ts'
import { Details } from '#ui/details.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'

/** A piece that was made, by whom, and what it says that does not hold today. */
export type PieceMade = {
  readonly material: Material
  readonly by: string
  /** Absent where nothing can be told today. */
  readonly changes: readonly ChangedLine[]
}

type Props = {
  readonly view: View
  readonly campaign: Campaign
  readonly history: readonly PieceMade[]
  readonly next?: string | undefined
}

/** What was made of a campaign, the latest first, each with whether it still holds. */
export const MaterialHistory = ({ view, campaign, history, next }: Props) => {
  const { language } = view
  const words = materialPageWords[language]
  return (
    <section>
      <h2 class="govuk-heading-m">{words.history}</h2>
      {history.length === 0 && <p class="govuk-body">{words.none}</p>}
      {history.length > 0 && (
        <Table
          caption={words.history}
          captionHidden
          columns={[{ head: words.made }, { head: words.stands }]}
          rows={history.map(({ material: { id, kind, content, madeAt }, by, changes }) => [
            <>
              <a
                class="govuk-link"
                href={paths.materialMade.to(language, { id: campaign.id, made: id })}
              >
                {words.kinds[kind]}, {languageName(content.language, language)}
                <span class="govuk-visually-hidden">: {words.again}</span>
              </a>
              <br />
              {formatMomentInBaku(madeAt, language)}, {by}
            </>,
            <Stands view={view} changes={changes} reads={content.language} />,
          ])}
        />
      )}
      {next !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={next}>
            {words.earlier}
          </a>
        </p>
      )}
    </section>
  )
}

const Stands = ({
  view,
  changes,
  reads,
}: {
  readonly view: View
  readonly changes: PieceMade['changes']
  readonly reads: string
}) => {
  const words = materialPageWords[view.language]
  if (changes.length === 0) return <Tag colour="green">{words.current}</Tag>
  return (
    <>
      <Tag colour="yellow">{words.outdated}</Tag>
      <Details summary={words.differs}>
        {changes.map(({ part, was, is }) => (
          <p class="govuk-body-s">
            <strong>{words.parts[part]}</strong>
            {was !== undefined && (
              <>
                <br />
                {words.was}: <span lang={reads}>{was}</span>
              </>
            )}
            <br />
            {words.is}: {is === undefined ? words.gone : <span lang={reads}>{is}</span>}
          </p>
        ))}
      </Details>
    </>
  )
}
