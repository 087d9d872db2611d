import type { Language } from '#core/language.ts'
import { ActSection } from '#telling/act/page.tsx'
import { fileSize } from '#telling/amounts.ts'
import type {
  CopiedAnswers,
  CopiedCase,
  CopiedDecision,
  CopiedDocument,
  CopiedLetter,
  CopiedLook,
  Copy,
  Happened,
} from '#telling/copy/copy.ts'
import { COPY_LOOK } from '#telling/copy/look.ts'
import { correctedWords } from '#telling/corrected.tsx'
import { Facts, type Fact } from '#telling/copy/facts.tsx'
import { InvoicesPart, ShownPart } from '#telling/copy/given.tsx'
import { LinkedPart } from '#telling/copy/linked.tsx'
import { AheadPart, AnsweredPart, RegistersPart } from '#telling/copy/systems.tsx'
import { copyWords, type CopyWords } from '#telling/copy/words.ts'
import { formatDate, formatMomentInBaku } from '#telling/dates.ts'
import { raw } from '#ui/markup.ts'

type Words = { readonly words: CopyWords; readonly language: Language }

/** A copy as a page of its own, which needs nothing beside it: to read, to keep and to print. */
export const CopySheet = ({ copy, languages }: SheetProps) => {
  const { language } = copy
  const around = { words: copyWords[language], language }
  const { words } = around
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>{`${words.title} – ${copy.request.number}`}</title>
          {raw(`<style>${COPY_LOOK}</style>`)}
        </head>
        <body>
          <main>
            <h1>{words.title}</h1>
            <p>{words.lead}</p>
            <Facts
              facts={[
                [words.madeAt, formatMomentInBaku(copy.made_at, language)],
                [words.request, copy.request.number],
                [words.until, formatDate(copy.request.until, language, 'plain')],
              ]}
            />
            <Contents copy={copy} {...around} />
            <AccountPart copy={copy} languages={languages} {...around} />
            <StatusesPart copy={copy} {...around} />
            {copy.cases.map((each) => (
              <CasePart of={each} {...around} />
            ))}
            <LinkedPart linked={copy.linked} language={language} />
            <LooksPart looks={copy.looks} {...around} />
            <RegistersPart registers={copy.registers} {...around} />
            <AnsweredPart answered={copy.answered} {...around} />
            <Sentences id="left-out" title={words.leftOut} said={copy.left_out} />
            <Sentences
              id="not-read"
              title={words.notRead}
              said={
                copy.not_read.length === 0
                  ? [words.allRead]
                  : copy.not_read.map(({ what, why }) => `${what}: ${why}`)
              }
            />
          </main>
        </body>
      </html>
    </>
  )
}

type SheetProps = {
  readonly copy: Copy
  /** What languages are called in their own. */
  readonly languages: Readonly<Record<Language, string>>
}

const Contents = ({ copy, words }: Words & { readonly copy: Copy }) => (
  <nav aria-label={words.contents}>
    <ul>
      {[
        ['account', words.account],
        ['statuses', words.statuses],
        ...copy.cases.map((each) => [`case-${each.id}`, titleOf(each)]),
        ['looks', words.looks],
        ['registers', words.registers],
        ['answered', words.answered],
        ['left-out', words.leftOut],
        ['not-read', words.notRead],
      ].map(([id, title]) => (
        <li>
          <a href={`#${id ?? ''}`}>{title}</a>
        </li>
      ))}
    </ul>
  </nav>
)

const titleOf = ({ number, type }: CopiedCase): string =>
  number === null ? type.name : `${type.name}, ${number}`

const AccountPart = ({ copy: { account }, languages, words, language }: Words & SheetProps) => (
  <section>
    <h2 id="account">{words.account}</h2>
    <Facts
      facts={[
        [words.email, account.email],
        [words.language, languages[account.language]],
        [words.since, formatMomentInBaku(account.since, language)],
        ...account.sessions.map(({ started_at: started, seen_at: seen }): Fact => [
          words.signedIn,
          `${formatMomentInBaku(started, language)} – ${formatMomentInBaku(seen, language)}`,
        ]),
      ]}
    />
  </section>
)

const StatusesPart = ({ copy, words, language }: Words & { readonly copy: Copy }) => (
  <section>
    <h2 id="statuses">{words.statuses}</h2>
    {copy.statuses.length === 0 && <p>{words.none}</p>}
    {copy.statuses.map(({ number, kind, from, until, stands, case: given, named_in: named }) => (
      <>
        <h3>{kind.name}</h3>
        <Facts
          facts={[
            [words.number, number],
            [words.from, formatDate(from, language, 'plain')],
            [words.to, formatDate(until, language, 'plain')],
            [words.state, stands],
            [words.givenIn, given],
            [words.namedIn, named === given ? null : named],
          ]}
        />
      </>
    ))}
  </section>
)

const CasePart = ({ of, words, language }: Words & { readonly of: CopiedCase }) => {
  const around = { words, language }
  const day = (on: CopiedCase['sent_on']) => on && formatDate(on, language, 'plain')
  return (
    <section>
      <h2 id={`case-${of.id}`}>{titleOf(of)}</h2>
      <Facts
        facts={[
          [words.number, of.number ?? words.unnumbered],
          [words.state, of.state.name],
          [words.stateSince, day(of.state_since)],
          [words.sentOn, day(of.sent_on)],
          [words.answerBy, day(of.answer_by)],
          [words.concerns, of.about],
          [words.roles, of.roles.map(({ name }) => name).join(', ')],
          [words.people, of.people.map((each) => personOf(each, words)).join(', ')],
        ]}
      />
      {!of.is_about_you && <p class="box">{words.others}</p>}
      {of.corrections.map(({ on, number, text }) => (
        <div class="box">
          <p class="soft">
            {correctedWords[language].on} {day(on)}, {correctedWords[language].by} {number}:
          </p>
          <p class="written" lang="">
            {text}
          </p>
        </div>
      ))}
      {of.answers.map((version) => (
        <AnswersPart version={version} {...around} />
      ))}
      <AheadPart ahead={of.ahead} {...around} />
      <DocumentsPart documents={of.documents} {...around} />
      <MessagesPart messages={of.messages} {...around} />
      <LettersPart letters={of.letters} {...around} />
      <VisitsPart visits={of.visits} {...around} />
      <DecisionsPart decisions={of.decisions} {...around} />
      <ShownPart shown={of.shown} {...around} />
      <InvoicesPart invoices={of.invoices} {...around} />
      <HistoryPart history={of.history} {...around} />
    </section>
  )
}

function personOf(
  { role, is_you: isYou, has_left: hasLeft }: CopiedCase['people'][number],
  words: CopyWords,
): string {
  const also = [...(isYou ? [words.you] : []), ...(hasLeft ? [words.left] : [])]
  return also.length === 0 ? role.name : `${role.name} (${also.join(', ')})`
}

const AnswersPart = ({
  version: { as, on, blocks },
  words,
  language,
}: Words & { readonly version: CopiedAnswers }) => (
  <>
    <h3>
      {words[as]}
      {on !== null && `: ${formatDate(on, language, 'plain')}`}
    </h3>
    {blocks.map(({ title, items }) => (
      <>
        <h4>{title}</h4>
        {items.length === 0 && <p>{words.none}</p>}
        {items.map((answers) => (
          <Facts facts={answers.map(({ question, answer }): Fact => [question, answer])} />
        ))}
      </>
    ))}
  </>
)

type DocumentsProps = Words & { readonly documents: readonly CopiedDocument[] }

const DocumentsPart = ({ documents, words, language }: DocumentsProps) =>
  documents.length === 0 ? null : (
    <>
      <h3>{words.documents}</h3>
      <p class="soft">{words.documentsHow}</p>
      <ul>
        {documents.map(({ name, kind, bytes, address, ...each }) => (
          <li>
            <a href={address}>{name}</a>
            <br />
            <span class="soft">
              {[
                kind.name,
                fileSize(bytes, language),
                formatMomentInBaku(each.added_at, language),
                ...(each.removed_at === null
                  ? []
                  : [`${words.removed}: ${formatMomentInBaku(each.removed_at, language)}`]),
              ].join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  )

type MessagesProps = Words & Pick<CopiedCase, 'messages'>

const MessagesPart = ({ messages, words, language }: MessagesProps) =>
  messages.length === 0 ? null : (
    <>
      <h3>{words.messages}</h3>
      {messages.map(({ at, from, text }) => (
        <div class="box">
          <p class="soft">
            {from === 'you' ? words.you : from}, {formatMomentInBaku(at, language)}
          </p>
          <p class="written" lang="">
            {text}
          </p>
        </div>
      ))}
    </>
  )

type LettersProps = Words & { readonly letters: readonly CopiedLetter[] }

const LettersPart = ({ letters, words, language }: LettersProps) =>
  letters.length === 0 ? null : (
    <>
      <h3>{words.letters}</h3>
      {letters.map(({ subject, paragraphs, language: writtenIn, ...letter }) => (
        <div class="box">
          <p class="soft">
            {formatMomentInBaku(letter.written_at, language)}
            {letter.sent_at === null && `, ${words.notSent}`}
          </p>
          <h4 lang={writtenIn}>{subject}</h4>
          {paragraphs.map((paragraph) => (
            <p class="written" lang={writtenIn}>
              {paragraph}
            </p>
          ))}
        </div>
      ))}
    </>
  )

const VisitsPart = ({ visits, words, language }: Words & Pick<CopiedCase, 'visits'>) =>
  visits.length === 0 ? null : (
    <>
      <h3>{words.visits}</h3>
      <ul>
        {visits.map(({ at, for: what, place, state, by_service: byService }) => (
          <li>
            {[
              what.name,
              formatMomentInBaku(at, language),
              place.name,
              words[state],
              ...(byService ? [words.byService] : []),
            ].join(', ')}
          </li>
        ))}
      </ul>
    </>
  )

type DecisionsProps = Words & { readonly decisions: readonly CopiedDecision[] }

const DecisionsPart = ({ decisions, words, language }: DecisionsProps) =>
  decisions.length === 0 ? null : (
    <>
      <h3>{words.decisions}</h3>
      {decisions.map(({ acts, is_replaced: isReplaced, set_aside_on: setAside }) => (
        <>
          {isReplaced && <p class="box">{words.replaced}</p>}
          {setAside !== null && (
            <p class="box">{`${words.setAside}: ${formatDate(setAside, language, 'plain')}`}</p>
          )}
          {acts.toReversed().map((act) => (
            <ActSection act={act} page={language} />
          ))}
        </>
      ))}
    </>
  )

const WHO = { you: 'you', time: 'byTime', others: 'byOthers' } as const

type HistoryProps = Words & { readonly history: readonly Happened[] }

const HistoryPart = ({ history, words, language }: HistoryProps) => (
  <>
    <h3>{words.history}</h3>
    <ol>
      {history.map(({ at, step, by, said }) => (
        <li>
          {step.name}
          <br />
          <span class="soft">
            {formatMomentInBaku(at, language)}, {words[WHO[by]]}
          </span>
          {said.map((text) => (
            <p class="written" lang="">
              {text}
            </p>
          ))}
        </li>
      ))}
    </ol>
  </>
)

type LooksProps = Words & { readonly looks: readonly CopiedLook[] }

const LooksPart = ({ looks, words, language }: LooksProps) => (
  <section>
    <h2 id="looks">{words.looks}</h2>
    {looks.length === 0 && <p>{words.none}</p>}
    <ul>
      {looks.map(({ at, on, role, body, case: number }) => (
        <li>
          {at === null ? formatDate(on, language, 'plain') : formatMomentInBaku(at, language)}
          {`: ${[role, body, number].filter((each) => each !== null).join(', ')}`}
        </li>
      ))}
    </ul>
  </section>
)

type SentencesProps = Record<'id' | 'title', string> & { readonly said: readonly string[] }

const Sentences = ({ id, title, said }: SentencesProps) => (
  <section>
    <h2 id={id}>{title}</h2>
    <ul>
      {said.map((sentence) => (
        <li>{sentence}</li>
      ))}
    </ul>
  </section>
)
