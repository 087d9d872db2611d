import { correctedIn } from '#office/corrected.ts'
import { Corrections } from '#telling/corrected.tsx'
import { DocumentsList } from '#office/documents-list.tsx'
import type { View } from '#office/env.ts'
import { filedIn, nameInPart, partsOf, type OpenCase } from '#office/open-case.ts'
import { Registers } from '#office/registers.tsx'
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

/** The documents and answers that whoever was asked may see, beside the form: person by person. */
export const Evidence = (props: Props) => (
  <section class="kc-split__pane kc-split__pane--beside" aria-label={props.words.evidence}>
    {partsOf(props.open).map((part, index) => (
      <Part {...props} part={part} index={index} />
    ))}
  </section>
)

type PartProps = Props & { readonly part: OpenCase; readonly index: number }

const Part = ({ view, open, part, index, documents, wording, words }: PartProps) => {
  const { found, description, sight } = part
  const filed = filedIn(found.standing)
  const { shows } = sight
  return (
    <>
      {found.several && <h2 class="govuk-heading-l">{nameInPart(part, view.language)}</h2>}
      <Corrections corrected={correctedIn(found, view)} language={view.language} />
      <h2 class="govuk-heading-m">{words.documents}</h2>
      <DocumentsList
        view={view}
        caseId={open.found.standing.id}
        type={description.type}
        documents={documents.filter(({ id }) => filed.documents.includes(id))}
        {...(shows ? { kinds: [...shows.documents] } : {})}
      />
      <Registers open={part} wording={wording} language={view.language} />
      <h2 class="govuk-heading-m">{words.answers}</h2>
      <AnswersView
        type={readable(sight, description.type)}
        answers={filed.answers}
        wording={wording}
        {...(found.several ? { idPrefix: `${index + 1}-` } : {})}
      />
    </>
  )
}
