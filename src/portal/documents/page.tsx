import { isKnown, type AskedDocument } from '#core/answers/gaps.ts'
import type { Language } from '#core/language.ts'
import type { CaseType, DocumentRule } from '#core/policy/case-type.ts'
import { documentsWords } from '#portal/documents/words.ts'
import type { SparedDocument } from '#portal/ahead.ts'
import type { View } from '#portal/env.ts'
import {
  formatsOf,
  isPassing,
  refusalText,
  refusalTitle,
  type UploadRefusal,
} from '#portal/file-refusals.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import { portalWords } from '#portal/words.ts'
import type { CaseDocument, RemovedDocument } from '#records/documents.ts'
import type { UnfinishedUpload } from '#records/uploads.ts'
import { amount, fileSize } from '#telling/amounts.ts'
import { formatMomentInBaku } from '#telling/dates.ts'
import { Button, ButtonGroup, ButtonLink } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { FileUpload } from '#ui/file-upload.tsx'
import { Tag } from '#ui/tag.tsx'
import { Written } from '#ui/written.tsx'

export type DocumentsProps = {
  readonly view: View
  readonly id: string
  readonly type: CaseType
  readonly asked: readonly AskedDocument[]
  /** Of those, what need not be brought, and why. */
  readonly spared: readonly SparedDocument[]
  readonly documents: readonly CaseDocument[]
  /** What was begun and not finished, in this application or another one of theirs. */
  readonly unfinished: readonly UnfinishedUpload[]
  /** What was removed and can be put back, the last one first. */
  readonly removed: readonly RemovedDocument[]
  /** Kinds that may be changed now, with the officer's note where one was marked. */
  readonly open: ReadonlyMap<string, string>
  readonly back: string
  /** Whose documents they are, in a case about several. */
  readonly whose: string | undefined
  /** The file whose place another is to take. */
  readonly replacing: string
  readonly refused?: Refused
}

export type Refused = {
  readonly kind: string
  readonly reason: UploadRefusal
  /** Where all of the file lies for another press, and the file that it was to replace. */
  readonly steps?: string
  readonly replaces?: string
}

const MEGABYTE = 1024 * 1024

/** Every document asked for, each with what is there and a way to add to it. */
export const DocumentsPage = (props: DocumentsProps) => {
  const { view, type, asked, open, back, refused, whose } = props
  const { language } = view
  const words = documentsWords[language]
  const shown = asked.filter(({ rule }) => open.has(rule.code))
  return (
    <Page
      view={view}
      title={titleOf(props, shown)}
      about={type.checklist.find(({ code }) => code === view.deedOf)?.title[language]}
      errors={refused ? [errorOf(refused, props, shown)] : []}
      back={back}
      script="application.js"
    >
      {whose !== undefined && <p class="govuk-caption-l">{whose}</p>}
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body-l">
        {words.intro.replace('{size}', String(type.fileBytesMax / MEGABYTE))}
      </p>
      <Unfinished {...props} />
      {shown.map((each) => (
        <Kind {...props} each={each} />
      ))}
      <NotAsked type={type} language={language} />
      <ButtonLink href={back}>{words.goOn}</ButtonLink>
    </Page>
  )
}

/** What nobody has to bring, and who has it: a register, or the house itself. */
const NotAsked = ({ type, language }: { readonly type: CaseType; readonly language: Language }) => {
  const words = documentsWords[language]
  const known = type.checklist.filter(isKnown)
  if (known.length === 0) return null
  return (
    <section class="kc-kind">
      <h2 class="govuk-heading-m">{words.notAsked}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {known.map(({ title, brings }) => (
          <li>
            {title[language]}: {words[brings === 'held' ? 'held' : 'register']}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What is being replaced is heard as the page opens. */
function titleOf(props: DocumentsProps, shown: readonly AskedDocument[]): string {
  const words = documentsWords[props.view.language]
  const old = shown.map(({ rule }) => replacedOf(props, rule)).find((each) => each !== undefined)
  return old ? words.chooseInstead.replace('{name}', () => old.name) : words.title
}

const Unfinished = ({ view: { language }, id, unfinished }: DocumentsProps) => {
  const words = documentsWords[language]
  if (unfinished.length === 0) return null
  return (
    <section class="kc-kind">
      <h2 class="govuk-heading-m">{words.unfinished}</h2>
      <p class="govuk-body">{words.unfinishedHow}</p>
      <ul class="kc-documents">
        {unfinished.map((upload) => (
          <li class="kc-document">
            <div class="kc-document__name">
              {upload.name}{' '}
              <span class="kc-document__facts">
                {words.percent.replace('{percent}', percentOf(upload))}
              </span>
            </div>
            <div class="kc-document__actions">
              <form
                method="post"
                action={paths.letUploadGo.to(language, { id, upload: upload.id })}
              >
                <button class="kc-link-button">
                  {words.letGo}
                  <span class="govuk-visually-hidden"> {upload.name}</span>
                </button>
              </form>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

const percentOf = ({ received, bytes }: UnfinishedUpload): string =>
  String(Math.floor((100 * received) / bytes))

const Kind = (props: DocumentsProps & { readonly each: AskedDocument }) => {
  const { view, type, documents, removed, open, each } = props
  const { language } = view
  const words = documentsWords[language]
  const { rule, isRequired, hangsOn } = each
  const part = type.blocks.find(({ code }) => code === hangsOn)
  const own = documents.filter(({ kind }) => kind === rule.code)
  const gone = removed.filter(({ kind }) => kind === rule.code)
  const note = open.get(rule.code) ?? ''
  const spared = props.spared.find(({ code }) => code === rule.code)
  return (
    <section id={`kind-${rule.code}`} class="kc-kind">
      <div class="kc-kind__head">
        <h2 class="govuk-heading-m">{rule.title[language]}</h2>
        {own.length > 0 ? (
          <Tag colour="green">{words.uploaded}</Tag>
        ) : (
          <Tag colour={isRequired ? 'blue' : 'grey'}>
            {words[isRequired ? 'needed' : spared ? 'notNeeded' : part ? 'depends' : 'ifYouHave']}
          </Tag>
        )}
      </div>
      {spared && <p class="govuk-body">{spared.why}</p>}
      {part && own.length === 0 && (
        <p class="govuk-body">{words.dependsOn.replace('{part}', () => part.title[language])}</p>
      )}
      {note !== '' && (
        <div class="kc-mark">
          <Written as="p" class="kc-mark__reason kc-value">
            {note}
          </Written>
        </div>
      )}
      {own.length + gone.length > 0 && (
        <ul class="kc-documents">
          {own.map((document) => (
            <DocumentRow {...props} document={document} />
          ))}
          {gone.slice(0, 1).map((document) => (
            <RemovedRow {...props} document={document} />
          ))}
        </ul>
      )}
      {gone.length > 1 && (
        <Details summary={words.earlier.replace('{count}', String(gone.length - 1))}>
          <ul class="kc-documents">
            {gone.slice(1).map((document) => (
              <RemovedRow {...props} document={document} />
            ))}
          </ul>
        </Details>
      )}
      {hasForm(props, rule) ? (
        <UploadForm {...props} rule={rule} />
      ) : (
        <p class="govuk-body">{refusalText('full', language, { type, rule })}</p>
      )}
    </section>
  )
}

const UploadForm = (props: DocumentsProps & { readonly rule: DocumentRule }) => {
  const { view, id, rule, refused, type } = props
  const { language } = view
  const words = documentsWords[language]
  const old = replacedOf(props, rule)
  const here = refused?.kind === rule.code ? refused : undefined
  const text = here && refusalText(here.reason, language, { type, rule })
  return (
    <form
      method="post"
      action={paths.documents.to(language, { id })}
      enctype="multipart/form-data"
      {...stepsOf(view, id)}
    >
      <input type="hidden" name="kind" value={rule.code} />
      {old && <input type="hidden" name="replaces" value={old.id} />}
      {here?.steps && isPassing(here.reason) && (
        <input type="hidden" name="upload" value={here.steps} />
      )}
      <FileUpload
        name="file"
        id={`file-${rule.code}`}
        label={
          old
            ? words.chooseInstead.replace('{name}', () => old.name)
            : `${words.choose}: ${rule.title[language]}`
        }
        hint={[rule.hint?.[language], words.formats.replace('{formats}', formatsOf(rule))].join(
          ' ',
        )}
        accept={rule.accepts.map((media) => EXTENSIONS[media]).join(',')}
        error={text === undefined ? undefined : { prefix: portalWords[language].error, text }}
      />
      <ButtonGroup>
        <Button variant="secondary" preventDoubleClick>
          {words.upload}
          <span class="govuk-visually-hidden"> {rule.title[language]}</span>
        </Button>
        {old && (
          <a class="govuk-link" href={`${paths.documents.to(language, { id })}#kind-${rule.code}`}>
            {words.keep.replace('{name}', () => old.name)}
          </a>
        )}
      </ButtonGroup>
    </form>
  )
}

const EXTENSIONS = { pdf: '.pdf', jpeg: '.jpg,.jpeg', png: '.png' } as const

/** What the script needs that sends the file in steps. */
function stepsOf(view: View, id: string) {
  const words = documentsWords[view.language]
  return {
    'data-uploads': paths.uploads.to(view.language, { id }),
    'data-sending': words.sending,
    'data-percent': words.percent,
    'data-checking': words.checking,
    'data-retrying': words.retrying,
    'data-broken': words.broken,
    'data-signed-out': words.signedOut,
    'data-stop': words.stop,
    'data-stopped': words.stopped,
  }
}

type RowProps = DocumentsProps & { readonly document: RemovedDocument }

const DocumentRow = ({ view, id, document }: RowProps) => {
  const { language } = view
  const words = documentsWords[language]
  const place = { id, document: document.id }
  const list = paths.documents.to(language, { id })
  const hidden = <span class="govuk-visually-hidden"> {document.name}</span>
  return (
    <li class="kc-document">
      <div class="kc-document__name">
        <a href={paths.document.to(language, place)}>{document.name}</a>{' '}
        <span class="kc-document__facts">{factsOf(document, view)}</span>
      </div>
      <div class="kc-document__actions">
        <a class="govuk-link" href={`${list}?replace=${document.id}#kind-${document.kind}`}>
          {words.replace}
          {hidden}
        </a>
        <form method="post" action={paths.removeDocument.to(language, place)}>
          <button class="kc-link-button">
            {portalWords[language].remove}
            {hidden}
          </button>
        </form>
      </div>
    </li>
  )
}

const RemovedRow = ({ view, id, document }: RowProps) => {
  const { language } = view
  const words = documentsWords[language]
  const { eraseAt } = document
  const until =
    eraseAt === undefined
      ? words.stays
      : words.erased.replace('{moment}', formatMomentInBaku(eraseAt, language))
  return (
    <li class="kc-document">
      <div class="kc-document__name">
        <s>{document.name}</s>{' '}
        <span class="kc-document__facts">
          {words.removed} {until}
        </span>
      </div>
      <div class="kc-document__actions">
        <form
          method="post"
          action={paths.restoreDocument.to(language, { id, document: document.id })}
        >
          <button class="kc-link-button">
            {words.undo}
            <span class="govuk-visually-hidden"> {document.name}</span>
          </button>
        </form>
      </div>
    </li>
  )
}

function factsOf({ bytes, pages, media }: CaseDocument, { language }: View): string {
  const size = fileSize(bytes, language)
  const isCounted = pages !== undefined && media === 'pdf'
  return isCounted ? `${size}, ${amount(pages, 'pages', language)}` : size
}

/** Leads to the field, unless there is none: it was full, or nothing of that kind is open. */
function errorOf(refused: Refused, props: DocumentsProps, shown: readonly AskedDocument[]) {
  const rule = shown.find((each) => each.rule.code === refused.kind)?.rule
  const text = refusalTitle(refused.reason, props.view.language, { type: props.type, rule })
  if (!rule) return { text }
  const named = `${rule.title[props.view.language]}: ${text}`
  const place = hasForm(props, rule) ? 'file' : 'kind'
  return { text: named, href: `#${place}-${rule.code}` }
}

const hasForm = (props: DocumentsProps, rule: DocumentRule): boolean =>
  replacedOf(props, rule) !== undefined ||
  props.documents.filter(({ kind }) => kind === rule.code).length < rule.filesMax

const replacedOf = ({ documents, replacing }: DocumentsProps, rule: DocumentRule) =>
  documents.find(({ id, kind }) => id === replacing && kind === rule.code)
