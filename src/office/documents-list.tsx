import type { OfficeLanguage } from '#core/language.ts'
import type { CaseType, Media } from '#core/policy/case-type.ts'
import type { View } from '#office/env.ts'
import { ORIGINAL, paths } from '#office/paths.ts'
import type { CaseDocument } from '#records/documents.ts'
import { amount, fileSize } from '#telling/amounts.ts'
import { partTitle } from '#telling/answers.tsx'
import { formatMomentInBaku } from '#telling/dates.ts'

/** The documents of a case, kind by kind as the checklist has them, each a link to its bytes. */
export type DocumentsProps = {
  readonly view: View
  readonly caseId: string
  readonly type: CaseType
  readonly documents: readonly CaseDocument[]
  /** Only these kinds; all where left out. */
  readonly kinds?: readonly string[]
}

export const DocumentsList = ({ view, caseId, type, documents, kinds }: DocumentsProps) => {
  const { language } = view
  const shown = type.checklist
    .filter(({ code }) => kinds === undefined || kinds.includes(code))
    .map((rule) => ({
      title: partTitle(rule, { language, reader: 'office' }),
      files: documents.filter(({ kind }) => kind === rule.code),
    }))
    .filter(({ files }) => files.length > 0)
  const addressOf = (file: CaseDocument) =>
    paths.document.to(language, { id: caseId, document: file.id })
  if (shown.length === 0) return <p class="govuk-body">{NO_DOCUMENTS[language]}</p>
  return (
    <ul class="kc-documents">
      {shown.flatMap(({ title, files }) =>
        files.map((file) => (
          <li class="kc-document">
            <div class="kc-document__name">
              <a class="govuk-link" href={addressOf(file)} target="_blank" rel="noopener">
                {title}
                <span class="govuk-visually-hidden"> {NEW_TAB[language]}</span>
              </a>
              <span class="kc-document__facts">
                <bdi>{file.name}</bdi>, {factsOf(file, language)}
                {file.shown && (
                  <>
                    {', '}
                    <a class="govuk-link" href={`${addressOf(file)}?${ORIGINAL}=yes`}>
                      {AS_SENT[language]}
                      <span class="govuk-visually-hidden"> {title}</span>
                    </a>
                  </>
                )}
              </span>
            </div>
          </li>
        )),
      )}
    </ul>
  )
}

function factsOf(file: CaseDocument, language: OfficeLanguage): string {
  const { media, bytes, addedAt, pages } = file
  return [
    MEDIA_NAMES[media],
    fileSize(bytes, language),
    ...(media === 'pdf' && pages !== undefined ? [amount(pages, 'pages', language)] : []),
    formatMomentInBaku(addedAt, language),
  ].join(', ')
}

const MEDIA_NAMES: Readonly<Record<Media, string>> = { pdf: 'PDF', jpeg: 'JPEG', png: 'PNG' }
const NO_DOCUMENTS = { az: 'Sənəd yoxdur.', en: 'There are no documents.' } as const
const AS_SENT = { az: 'göndərildiyi kimi', en: 'as it was sent' } as const
const NEW_TAB = { az: '(yeni vərəqdə açılır)', en: '(opens in a new tab)' } as const
