import type { Filed } from '#core/cases/happenings.ts'
import { DocumentsList } from '#office/documents-list.tsx'
import type { View } from '#office/env.ts'
import type { OpenCase } from '#office/open-case.ts'
import { readable } from '#office/sight.ts'
import type { CaseDocument } from '#records/documents.ts'
import { AnswersView } from '#telling/answers.tsx'
import type { Wording } from '#telling/option-names.ts'

type Props = {
  readonly view: View
  readonly open: OpenCase
  readonly filed: Pick<Filed, 'answers'>
  readonly documents: readonly CaseDocument[]
  readonly wording: Wording
  readonly words: Readonly<Record<'evidence' | 'documents' | 'answers', string>>
}

/** The documents and answers that whoever was asked may see, beside the form. */
export const Evidence = ({ view, open, filed, documents, wording, words }: Props) => {
  const { type } = open.description
  const { shows } = open.sight
  return (
    <section class="kc-split__pane kc-split__pane--beside" aria-label={words.evidence}>
      <h2 class="govuk-heading-m">{words.documents}</h2>
      <DocumentsList
        view={view}
        caseId={open.found.standing.id}
        type={type}
        documents={documents}
        {...(shows ? { kinds: [...shows.documents] } : {})}
      />
      <h2 class="govuk-heading-m">{words.answers}</h2>
      <AnswersView type={readable(open.sight, type)} answers={filed.answers} wording={wording} />
    </section>
  )
}
