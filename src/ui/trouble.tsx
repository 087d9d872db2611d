import { Button } from '#ui/button.tsx'

/** What went wrong, as far as the reader of a page is concerned. */
export type Trouble =
  | { readonly kind: 'absent' | 'too-large' | 'strange' | 'broken' }
  /** The same site is known by another address, which is the one to go on at. */
  | { readonly kind: 'elsewhere'; readonly href: string }
  /** Of a case that has a number, which is all that is left to say. */
  | { readonly kind: 'erased'; readonly number: string | null }
  /** Our fault; the id leads whoever looks after the site to it. */
  | { readonly kind: 'fault'; readonly id: string }
  /** With a form that could not be dealt with, to be sent again, even where it has no fields. */
  | {
      readonly kind: 'busy' | 'once-more'
      readonly here: string
      readonly kept?: readonly (readonly [string, string])[]
    }

/** The words of each face for what can go wrong. */
export type TroubleWords = {
  readonly notFoundTitle: string
  readonly notFound: string
  readonly tooLargeTitle: string
  readonly tooLarge: string
  readonly strangeTitle: string
  readonly strange: string
  readonly elsewhereTitle: string
  readonly elsewhere: string
  readonly brokenTitle: string
  readonly broken: string
  readonly erasedTitle: string
  readonly erased: string
  readonly faultTitle: string
  readonly fault: string
  readonly busyTitle: string
  /** Where something was typed, and where nothing was. */
  readonly busy: string
  readonly busyPlain: string
  /** A form that is not known to be of this person, until they say so. */
  readonly onceMoreTitle: string
  readonly onceMore: string
  readonly tryAgain: string
}

export function troubleTitle({ kind }: Trouble, words: TroubleWords): string {
  switch (kind) {
    case 'absent':
      return words.notFoundTitle
    case 'too-large':
      return words.tooLargeTitle
    case 'strange':
      return words.strangeTitle
    case 'elsewhere':
      return words.elsewhereTitle
    case 'broken':
      return words.brokenTitle
    case 'erased':
      return words.erasedTitle
    case 'fault':
      return words.faultTitle
    case 'busy':
      return words.busyTitle
    case 'once-more':
      return words.onceMoreTitle
  }
}

type Props = {
  readonly trouble: Trouble
  readonly words: TroubleWords
  /** Where one can always go on. */
  readonly start: { readonly href: string; readonly text: string }
}

/** What happened and what to do, below its heading. */
export function TroubleText({ trouble, words, start }: Props) {
  switch (trouble.kind) {
    case 'absent':
      return <Told text={words.notFound} start={start} />
    case 'strange':
      return <Told text={words.strange} start={start} />
    case 'elsewhere':
      return <Told text={words.elsewhere} start={{ href: trouble.href, text: trouble.href }} />
    case 'broken':
      return <Told text={words.broken} start={start} />
    case 'erased':
      return <Told text={words.erased} about={trouble.number} start={start} />
    case 'too-large':
      return <p class="govuk-body">{words.tooLarge}</p>
    case 'fault':
      return (
        <>
          <p class="govuk-body">
            {words.fault} <strong>{trouble.id}</strong>
          </p>
          <Link {...start} />
        </>
      )
    case 'busy':
      return (
        <Kept
          {...trouble}
          text={trouble.kept?.length ? words.busy : words.busyPlain}
          words={words}
        />
      )
    case 'once-more':
      return <Kept {...trouble} text={words.onceMore} words={words} />
  }
}

type ToldProps = Pick<Props, 'start'> & {
  readonly text: string
  readonly about?: string | null
}

const Told = ({ text, about, start }: ToldProps) => (
  <>
    <p class="govuk-body">
      {text} {about && <strong>{about}</strong>}
    </p>
    <Link {...start} />
  </>
)

const Link = ({ href, text }: Props['start']) => (
  <p class="govuk-body">
    <a class="govuk-link" href={href}>
      {text}
    </a>
  </p>
)

type KeptProps = Pick<Extract<Trouble, { here: string }>, 'here' | 'kept'> &
  Pick<Props, 'words'> & { readonly text: string }

const Kept = ({ here, kept, text, words }: KeptProps) => (
  <>
    <p class="govuk-body">{text}</p>
    {kept ? (
      <form method="post" action={here}>
        {kept.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Button>{words.tryAgain}</Button>
      </form>
    ) : (
      <Link href={here} text={words.tryAgain} />
    )}
  </>
)
