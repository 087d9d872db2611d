import type { AskedDocument } from '#core/answers/gaps.ts'
import type { ApplicationType, DocumentRule } from '#core/policy/application-type.ts'
import type { UploadRefusal } from '#portal/documents/intake.ts'
import { documentsWords } from '#portal/documents/words.ts'
import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import { portalWords } from '#portal/words.ts'
import type { CaseDocument } from '#records/documents.ts'
import { fileSize } from '#telling/amounts.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { FileUpload } from '#ui/file-upload.tsx'
import { Tag } from '#ui/tag.tsx'

export type DocumentsProps = {
  readonly view: View
  readonly id: string
  readonly type: ApplicationType
  readonly asked: readonly AskedDocument[]
  readonly documents: readonly CaseDocument[]
  /** Kinds that may be changed now, with the officer's note where one was marked. */
  readonly open: ReadonlyMap<string, string>
  readonly back: string
  readonly refused?: Refused
}

export type Refused = { readonly kind: string; readonly reason: UploadRefusal }

const MEGABYTE = 1024 * 1024

/** Every document asked for, each with what is there and a way to add to it. */
export const DocumentsPage = (props: DocumentsProps) => {
  const { view, type, asked, open, back, refused } = props
  const { language } = view
  const words = documentsWords[language]
  const shown = asked.filter(({ rule }) => open.has(rule.code))
  return (
    <Page
      view={view}
      title={words.title}
      errors={refused ? [errorOf(refused, props, shown)] : []}
      back={back}
    >
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body-l">
        {words.intro.replace('{size}', String(type.fileBytesMax / MEGABYTE))}
      </p>
      {shown.map((each) => (
        <Kind {...props} each={each} />
      ))}
      <ButtonLink href={back}>{words.goOn}</ButtonLink>
    </Page>
  )
}

const Kind = (props: DocumentsProps & { readonly each: AskedDocument }) => {
  const { view, id, documents, open, each, refused } = props
  const { language } = view
  const words = documentsWords[language]
  const { rule, isRequired } = each
  const own = documents.filter(({ kind }) => kind === rule.code)
  const note = open.get(rule.code) ?? ''
  const error = refused?.kind === rule.code ? refusalText(refused.reason, props) : undefined
  return (
    <section id={`kind-${rule.code}`} class="kc-kind">
      <div class="kc-kind__head">
        <h2 class="govuk-heading-m">{rule.title[language]}</h2>
        {own.length > 0 ? (
          <Tag colour="green">{words.uploaded}</Tag>
        ) : (
          <Tag colour={isRequired ? 'blue' : 'grey'}>
            {isRequired ? words.needed : words.ifYouHave}
          </Tag>
        )}
      </div>
      {note !== '' && (
        <div class="kc-mark">
          <p class="kc-mark__reason kc-value">{note}</p>
        </div>
      )}
      {own.length > 0 && (
        <ul class="kc-documents">
          {own.map((document) => (
            <DocumentRow view={view} id={id} document={document} />
          ))}
        </ul>
      )}
      {hasRoom(props, rule) && (
        <form
          method="post"
          action={paths.documents.to(language, { id })}
          enctype="multipart/form-data"
        >
          <input type="hidden" name="kind" value={rule.code} />
          <FileUpload
            name="file"
            id={`file-${rule.code}`}
            label={`${words.choose}: ${rule.title[language]}`}
            hint={rule.hint?.[language]}
            accept={rule.accepts.map((media) => EXTENSIONS[media]).join(',')}
            error={
              error === undefined ? undefined : { prefix: portalWords[language].error, text: error }
            }
          />
          <Button variant="secondary" preventDoubleClick>
            {words.upload}
            <span class="govuk-visually-hidden"> {rule.title[language]}</span>
          </Button>
        </form>
      )}
    </section>
  )
}

const EXTENSIONS = { pdf: '.pdf', jpeg: '.jpg,.jpeg', png: '.png' } as const

const DocumentRow = ({
  view,
  id,
  document,
}: {
  readonly view: View
  readonly id: string
  readonly document: CaseDocument
}) => {
  const { language } = view
  const place = { id, document: document.id }
  return (
    <li class="kc-document">
      <div class="kc-document__name">
        <a href={paths.document.to(language, place)}>{document.name}</a>{' '}
        <span class="kc-document__facts">{fileSize(document.bytes, language)}</span>
      </div>
      <div class="kc-document__actions">
        <form method="post" action={paths.removeDocument.to(language, place)}>
          <button class="kc-link-button">
            {portalWords[language].remove}
            <span class="govuk-visually-hidden"> {document.name}</span>
          </button>
        </form>
      </div>
    </li>
  )
}

/** Leads to the field, unless there is none: it was full, or nothing of that kind is open. */
function errorOf(refused: Refused, props: DocumentsProps, shown: readonly AskedDocument[]) {
  const rule = shown.find((each) => each.rule.code === refused.kind)?.rule
  const text = refusalText(refused.reason, props)
  if (!rule) return { text }
  const place = hasRoom(props, rule) ? 'file' : 'kind'
  return { text, href: `#${place}-${rule.code}` }
}

const hasRoom = ({ documents }: DocumentsProps, rule: DocumentRule): boolean =>
  documents.filter(({ kind }) => kind === rule.code).length < rule.filesMax

function refusalText(reason: UploadRefusal, props: DocumentsProps): string {
  const { type, view, asked, refused } = props
  const rule = asked.find((each) => each.rule.code === refused?.kind)?.rule
  const size = reason === 'case-too-large' ? type.caseBytesMax : type.fileBytesMax
  return documentsWords[view.language][reason]
    .replace('{size}', String(size / MEGABYTE))
    .replace('{formats}', (rule?.accepts ?? []).map((media) => media.toUpperCase()).join(', '))
}
