import type { IsoDate, IsoMoment } from '#core/dated.ts'
import type { OfficeLanguage } from '#core/language.ts'
import type { PolicyWarning } from '#core/policy/check-warn.ts'
import type { View } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { Moves, type ShownMove } from '#office/rules/adopt/moves.tsx'
import { rulesWords, type RulesWords } from '#office/rules/words.ts'
import { Page } from '#office/shell.tsx'
import { formatDate, formatMomentInBaku } from '#telling/dates.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'

export type ShownDocument = {
  readonly kind: 'procedure' | 'scoring' | 'application-type'
  readonly hash: string
  readonly title: string
  readonly inForceFrom?: IsoDate
  readonly adopters: readonly {
    readonly id: string
    readonly name: string
    readonly at: IsoMoment
  }[]
  /** Of a version that takes running cases over: which. */
  readonly moves?: readonly ShownMove[]
  /** What whoever adopts a type should know. */
  readonly warnings: readonly PolicyWarning['warning'][]
  readonly provisional: readonly { readonly place: readonly string[]; readonly value: string }[]
}

type Props = {
  readonly view: View
  readonly documents: readonly ShownDocument[]
  readonly needed: boolean
  /** Whoever may adopt. */
  readonly adopter?: string
  readonly refused: boolean
}

/** Every document in force with every value that no published act confirms yet. */
export const RulesPage = ({ view, documents, needed, adopter, refused }: Props) => {
  const words = rulesWords[view.language]
  return (
    <Page
      view={view}
      title={words.title}
      errors={refused ? [{ text: words['not-your-role'] }] : []}
    >
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.lead}</p>
      <p class="govuk-body">{needed ? words.needed : words.notNeeded}</p>
      {documents.map((document) => (
        <DocumentSection view={view} document={document} adopter={adopter} words={words} />
      ))}
    </Page>
  )
}

type DocumentProps = {
  readonly view: View
  readonly document: ShownDocument
  readonly adopter: string | undefined
  readonly words: RulesWords
}

/** So many people take a document over before it holds. */
export const ADOPTERS = 2

const DocumentSection = ({ view, document, adopter, words }: DocumentProps) => {
  const { hash, title, kind, inForceFrom, adopters, moves, warnings, provisional } = document
  const { language } = view
  const isAdopted = adopters.length >= ADOPTERS
  return (
    <section aria-labelledby={`document-${hash}`}>
      <h2 class="govuk-heading-m" id={`document-${hash}`}>
        {title}
      </h2>
      <p class="govuk-body">
        <Tag colour={isAdopted ? 'green' : 'orange'}>
          {isAdopted ? words.adoptedTag : words.waitingTag}
        </Tag>{' '}
        {words[kind]}
      </p>
      <SummaryList
        rows={[
          ...(inForceFrom === undefined
            ? []
            : [{ key: words.inForceFrom, value: formatDate(inForceFrom, language) }]),
          { key: words.hash, value: <code class="kc-value">{hash}</code> },
          {
            key: words.adoptions,
            value: <Adopters adopters={adopters} language={language} />,
          },
        ]}
      />
      {adopter !== undefined && !isAdopted && (
        <Adopting view={view} document={document} adopter={adopter} words={words} />
      )}
      {moves && <Moves moves={moves} language={language} />}
      <Warnings warnings={warnings} language={language} />
      <h3 class="govuk-heading-s">
        {words.provisional}: {provisional.length}
      </h3>
      {provisional.length === 0 ? (
        <p class="govuk-body">{words.none}</p>
      ) : (
        <Provisional values={provisional} words={words} />
      )}
    </section>
  )
}

type WarningsProps = Pick<ShownDocument, 'warnings'> & { readonly language: OfficeLanguage }

/** Nothing stands in the way of its use, and yet it should be known before. */
export const Warnings = ({ warnings, language }: WarningsProps) =>
  warnings.length === 0 ? null : (
    <InsetText>
      {warnings.map((warning) => (
        <p class="govuk-body">{rulesWords[language][warning]}</p>
      ))}
    </InsetText>
  )

type AdoptersProps = Pick<ShownDocument, 'adopters'> & { readonly language: OfficeLanguage }

export const Adopters = ({ adopters, language }: AdoptersProps) =>
  adopters.length === 0 ? (
    <>{rulesWords[language].nobody}</>
  ) : (
    <>
      {adopters.map(({ name, at }) => (
        <div>
          {name}, {formatMomentInBaku(at, language)}
        </div>
      ))}
    </>
  )

type AdoptingProps = DocumentProps & { readonly adopter: string }

const Adopting = ({ view, document: { hash, title, adopters }, adopter, words }: AdoptingProps) =>
  adopters.some(({ id }) => id === adopter) ? (
    <p class="govuk-body">{words.youAdopted}</p>
  ) : (
    <p class="govuk-body">
      <ButtonLink href={paths.adopt.to(view.language, { hash })} variant="secondary">
        {words.adopt}
        <span class="govuk-visually-hidden">: {title}</span>
      </ButtonLink>
    </p>
  )

type ValuesProps = {
  readonly values: ShownDocument['provisional']
  readonly words: RulesWords
}

/** Part by part of the document, each folded away: there are many. */
const Provisional = ({ values, words }: ValuesProps) => {
  const parts = Map.groupBy(values, ({ place }) => place.slice(0, -1)[0] ?? words.whole)
  return (
    <>
      {[...parts].map(([part, inPart]) => (
        <Details summary={`${part} (${inPart.length})`}>
          <Table
            caption={`${words.provisional}: ${part}`}
            captionHidden
            columns={[{ head: words.place }, { head: words.value }]}
            rows={inPart.map(({ place, value }) => [
              place.slice(place.length > 1 ? 1 : 0).join(' › '),
              value,
            ])}
          />
        </Details>
      ))}
    </>
  )
}
