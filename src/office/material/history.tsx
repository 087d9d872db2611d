import type { Campaign } from '#core/promotion/campaigns.ts'
import type { ChangedLine } from '#core/promotion/material.ts'
import type { View } from '#office/env.ts'
import { materialPageWords } from '#office/material/words.ts'
import { paths } from '#office/paths.ts'
import type { Material } from '#records/material.ts'
import { formatMomentInBaku } from '#telling/dates.ts'
import { languageName } from '#telling/names-of-codes.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'

/** A piece that was made, by whom, and what it says that does not hold today. */
export type PieceMade = {
  readonly material: Material
  readonly by: string
  /** Absent where nothing can be told today. */
  readonly changes: readonly ChangedLine[]
  /** By what it is made anew: the digests of what is told instead, where it still can be. */
  readonly anew?: string | undefined
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
          rows={history.map((piece) => [
            <>
              <a
                class="govuk-link"
                href={paths.materialMade.to(language, { id: campaign.id, made: piece.material.id })}
              >
                {nameOf(piece, language)}
                <span class="govuk-visually-hidden">: {words.again}</span>
              </a>
              <br />
              {formatMomentInBaku(piece.material.madeAt, language)}, {piece.by}
            </>,
            <>
              <Stands view={view} changes={piece.changes} reads={piece.material.content.language} />
              <Anew view={view} campaign={campaign} piece={piece} />
            </>,
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

const nameOf = ({ material: { kind, content } }: PieceMade, language: View['language']): string =>
  `${materialPageWords[language].kinds[kind]}, ${languageName(content.language, language)}`

/** One press: what differs stands above it. */
const Anew = ({
  view: { language },
  campaign,
  piece,
}: Pick<Props, 'view' | 'campaign'> & { readonly piece: PieceMade }) => {
  if (piece.anew === undefined) return null
  const { kind, content } = piece.material
  return (
    <form method="post" action={paths.material.to(language, { id: campaign.id })}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="language" value={content.language} />
      <input type="hidden" name="seen" value={piece.anew} />
      <Button variant="secondary">
        {materialPageWords[language].anew}
        <span class="govuk-visually-hidden">: {nameOf(piece, language)}</span>
      </Button>
    </form>
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
