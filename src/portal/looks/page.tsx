import type { Body } from '#core/policy/procedure.ts'
import type { Language } from '#core/language.ts'
import type { View } from '#portal/env.ts'
import { LooksList } from '#portal/looks-list.tsx'
import { looksWords, type LooksWords } from '#portal/looks-words.ts'
import type { Offer } from '#portal/offers.ts'
import type { ListedCase } from '#portal/own-cases.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import type { Look } from '#records/looks.ts'
import { stepName } from '#telling/case-words.ts'
import { linkedWords, linkFacts, linksTitle, type ToldLink } from '#telling/linked.tsx'
import { Button } from '#ui/button.tsx'
import type { Child } from '#ui/markup.ts'

type Props = {
  readonly view: View
  readonly looks: readonly Look[]
  /** Theirs, so that it is said in which somebody looked. */
  readonly cases: readonly ListedCase[]
  readonly bodies: readonly Body[]
  readonly older?: string
  /** What they can ask about what is kept of them. */
  readonly offers: readonly Offer[]
  /** Which registers were asked about them. */
  readonly registers?: Child
  /** That they are, or were, thought to be here twice. */
  readonly links: readonly ToldLink[]
}

/** Every look of an official at one's data, newest first. */
export const LooksPage = (props: Props) => {
  const { view, looks, cases, bodies, older, offers, registers, links } = props
  const { language } = view
  const words = looksWords[language]
  return (
    <Page view={view} title={words.title} back={paths.applications.to(language)}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      {links.length > 0 && <Linked links={links} language={language} />}
      <p class="govuk-body">{words.intro}</p>
      <LooksList {...{ looks, bodies, cases, older, language }} />
      {registers}
      {offers.length > 0 && <Asking language={language} offers={offers} />}
    </Page>
  )
}

type LinkedProps = Pick<Props, 'links'> & { readonly language: Language }

/** It changes what counts for them, so that it stands before who looked. */
const Linked = ({ links, language }: LinkedProps) => {
  const words = linkedWords[language]
  return (
    <section>
      <h2 class="govuk-heading-m">{linksTitle(links, language)}</h2>
      {links.map((link) => (
        <>
          <p class="govuk-body">{words[link.stands]}</p>
          <ul class="govuk-list">
            {linkFacts(link, language).map(([label, value]) => (
              <li>
                {label}: {value}
              </li>
            ))}
          </ul>
        </>
      ))}
      <p class="govuk-body">{words.wrong}</p>
    </section>
  )
}

/** Each thing that can be asked about one's data, with its button or the way to what was begun. */
const Asking = ({ language, offers }: Pick<Props, 'offers'> & { readonly language: Language }) => {
  const words = looksWords[language]
  return (
    <>
      <h2 class="govuk-heading-m" id="ask">
        {words.askTitle}
      </h2>
      <p class="govuk-body">{words.askIntro}</p>
      {offers.toSorted(endingLast).map((offer) => (
        <section>
          <h3 class="govuk-heading-s">{offer.description.type.title[language]}</h3>
          <p class="govuk-body">{offer.description.type.blocks[0]?.intro?.[language]}</p>
          <Ask offer={offer} language={language} words={words} />
        </section>
      ))}
    </>
  )
}

/** By the order of their codes, and last what leaves nothing to ask about. */
const endingLast = (one: Offer, other: Offer): number => Number(ends(one)) - Number(ends(other))

const ends = ({ description: { type } }: Offer): boolean =>
  type.outcomes.some(({ effects }) => effects.some(({ effect }) => effect === 'erase'))

type AskProps = {
  readonly offer: Offer
  readonly language: Language
  readonly words: LooksWords
}

const Ask = ({ offer: { description, draft, refusal }, language, words }: AskProps) => {
  const { type } = description
  if (draft === undefined && refusal !== undefined) {
    return (
      <p class="govuk-body">
        <a class="govuk-link" href={paths.applications.to(language)}>
          {words.asked}
        </a>
      </p>
    )
  }
  const begin = type.steps.find(({ kind }) => kind === 'begin')?.code ?? ''
  return (
    <form method="post" action={paths.looks.to(language)}>
      <input type="hidden" name="type" value={type.code} />
      <Button variant="secondary" preventDoubleClick>
        {draft ? words.goOn : stepName(type, begin, language)}
      </Button>
    </form>
  )
}
