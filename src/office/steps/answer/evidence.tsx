import { DocumentsList } from '#office/documents-list.tsx'
import type { View } from '#office/env.ts'
import { filedIn, nameInPart, partsOf, type OpenCase } from '#office/open-case.ts'
import { readable } from '#office/sight.ts'
import type { CaseDocument } from '#records/documents.ts'
import { AnswersView } from '#telling/answers.tsx'
import type { Wording } from '#telling/option-names.ts'

type Props = {
  readonly view: View
  readonly open: OpenCase
  readonly documents: readonly CaseDocument[]
  readonly wording: Wording
  readonly words: Readonly<Record<'evidence' | 'documents' | 'answers', string>>
}

/** The documents and answers that whoever was asked may see, beside the form. */
export const Evidence = (props: Props) => (
  <section class="kc-split__pane kc-split__pane--beside" aria-label={props.words.evidence}>
    {partsOf(props.open).map((part, index) => (
      <EvidenceOf {...props} open={part} index={index} />
    ))}
  </section>
)

/** What was sent in of one. */
const EvidenceOf = (props: Props & { readonly index: number }) => {
  const { view, open, documents, wording, words, index } = props
  const { type } = open.description
  const { shows } = open.sight
  const { several, standing } = open.found
  const filed = filedIn(standing)
  return (
    <>
      {several && <h2 class="govuk-heading-l">{nameInPart(open, view.language)}</h2>}
      <h2 class="govuk-heading-m">{words.documents}</h2>
      <DocumentsList
        view={view}
        caseId={standing.id}
        type={type}
        documents={documents.filter(({ id }) => filed.documents.includes(id))}
        {...(shows ? { kinds: [...shows.documents] } : {})}
      />
      <h2 class="govuk-heading-m">{words.answers}</h2>
      <AnswersView
        type={readable(open.sight, type)}
        answers={filed.answers}
        wording={wording}
        {...(several ? { idPrefix: `${index + 1}-` } : {})}
      />
    </>
  )
}
