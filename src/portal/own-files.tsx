import type { Language } from '#core/language.ts'
import { paths } from '#portal/paths.ts'
import type { CaseDocument } from '#records/documents.ts'

type Props = {
  readonly language: Language
  /** What stands for the case in an address. */
  readonly address: string
  readonly files: readonly CaseDocument[]
}

/** Files of a case by their names, each to be opened; nothing where there are none. */
export const OwnFiles = ({ language, address: id, files }: Props) =>
  files.length === 0 ? null : (
    <ul class="govuk-list govuk-list--bullet">
      {files.map((file) => (
        <li>
          <a class="govuk-link" href={paths.document.to(language, { id, document: file.id })}>
            <bdi>{file.name}</bdi>
          </a>
        </li>
      ))}
    </ul>
  )
