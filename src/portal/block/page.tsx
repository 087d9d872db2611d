import type { Item, Values } from '#core/answers/answers.ts'
import { blockOf } from '#core/answers/asked.ts'
import type { Language } from '#core/language.ts'
import type { Block } from '#core/policy/case-type.ts'
import { aheadWords } from '#portal/ahead-words.ts'
import { AnswerFields, errorsOf, KnownAnswers, type Asking } from '#portal/answer-fields.tsx'
import { NEW_ITEM, type Meanwhile } from '#portal/block/form.ts'
import { blockWords } from '#portal/block/words.ts'
import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { keptTyped, Page } from '#portal/shell.tsx'
import { portalWords } from '#portal/words.ts'
import { AnswerRows, itemTitle } from '#telling/answers.tsx'
import { capitalised } from '#telling/names-of-codes.ts'
import { Button, ButtonGroup, ButtonLink } from '#ui/button.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import type { Child } from '#ui/markup.ts'
import { NotificationBanner } from '#ui/notification-banner.tsx'

type Base = {
  readonly view: View
  readonly id: string
  readonly block: Block
  readonly asking: Asking
  readonly version: string
}

type FormProps = Base & {
  readonly action: string
  readonly back: string
  /** The list of all parts. */
  readonly parts: string
  readonly button: string
  readonly itemId: string
  /** The form shows what is saved, and not what was typed a moment ago. */
  readonly isSaved: boolean
  /** The id that the item will have once it is saved. */
  readonly newItem?: string
  /** The place in its list of an entry that is already there, from 1. */
  readonly entry?: number
  readonly meanwhile?: Meanwhile
  /** No more items fit into the block. */
  readonly full: boolean
  /** With what a register says, and nobody has looked at it yet. */
  readonly isFilled: boolean
}

/** A parent answers the same of several: of whom, stands above. */
const Whose = ({ asking: { whose } }: Pick<Base, 'asking'>) =>
  whose === undefined ? null : <p class="govuk-caption-l">{whose}</p>

/** One block, or one item of a block that repeats, as a form. */
export const BlockFormPage = (props: FormProps) => {
  const { view, block, asking, version, action, back, parts, button, meanwhile, full } = props
  const { language } = view
  const words = blockWords[language]
  const ahead = aheadWords[language]
  const fullError = { text: `${words.full} ${words.fullKept}`, href: back }
  const errors = [...errorsOf(block, asking), ...(full ? [fullError] : [])]
  const heading = block.repeats ? entryTitle(props) : block.title[language]
  const title = staleOr(meanwhile !== undefined, heading, language)
  return (
    <Page
      view={view}
      title={title}
      about={partBefore(props)}
      errors={errors}
      back={back}
      keeps="typed"
      script="application.js"
    >
      {meanwhile && <SavedMeanwhile {...props} meanwhile={meanwhile} />}
      <Whose asking={asking} />
      <h1 class="govuk-heading-l">{heading}</h1>
      {!block.repeats && block.intro && <p class="govuk-body-l">{block.intro[language]}</p>}
      {props.isFilled && (
        <InsetText>
          {ahead.filled} {ahead.filledWhy}
        </InsetText>
      )}
      <KnownAnswers block={block} known={asking.known ?? {}} asking={asking} />
      <form
        id="typed"
        class="kc-form"
        method="post"
        action={action}
        novalidate
        {...keptTyped(language, props)}
      >
        <input type="hidden" name="version" value={version} />
        {props.newItem !== undefined && (
          <input type="hidden" name={NEW_ITEM} value={props.newItem} />
        )}
        <AnswerFields block={block} asking={asking} />
        <ButtonGroup>
          <Button preventDoubleClick>{button}</Button>
          <a class="govuk-link" href={parts}>
            {words.parts}
          </a>
        </ButtonGroup>
      </form>
    </Page>
  )
}

/** What was saved is named where it is another part than the one that now opens. */
const partBefore = ({ view, block, asking }: Pick<Base, 'view' | 'block' | 'asking'>) =>
  view.deedOf === block.code
    ? undefined
    : blockOf(asking.type, view.deedOf ?? '')?.title[view.language]

/** The list has the title of the block; each of its entries says which one it is. */
function entryTitle({
  view: { language },
  block,
  entry,
}: Pick<FormProps, 'view' | 'block' | 'entry'>) {
  const words = blockWords[language]
  const which = entry === undefined ? words.newEntry : `${words.entry} ${entry}`
  return `${block.title[language]}: ${which}`
}

type SavedProps = FormProps & { readonly meanwhile: Meanwhile }

/** Of one item only what differs is told; of a list, what is in it now. */
const SavedMeanwhile = ({ view, block, asking, itemId, meanwhile }: SavedProps) => {
  const words = blockWords[view.language]
  const { items, values } = meanwhile
  const [item] = items
  const isList = block.repeats && itemId === ''
  return (
    <NotificationBanner title={words.staleTitle} alert>
      <p class="govuk-body">{item ? words.stale : words.staleGone}</p>
      {item && <h3 class="govuk-heading-s">{words.savedNow}</h3>}
      {isList ? (
        <ol class="govuk-list govuk-list--number">
          {items.map((each) => (
            <li>{itemTitle(block, each.values, asking.wording)}</li>
          ))}
        </ol>
      ) : (
        item && (
          <AnswerRows
            block={differing(block, item.values, values)}
            values={item.values}
            wording={asking.wording}
            beside={() => ''}
          />
        )
      )}
    </NotificationBanner>
  )
}

const differing = (block: Block, one: Values, other: Values): Block => ({
  ...block,
  fields: block.fields
    .filter(({ code }) => JSON.stringify(one[code]) !== JSON.stringify(other[code]))
    .map(({ shownWhen: _always, ...field }) => field),
})

type ItemsProps = Base & {
  readonly items: readonly Item[]
  readonly offers: readonly OfferedItem[]
  readonly isAnswered: boolean
  readonly isStale: boolean
}

/** A block that repeats: what is there, and the ways to add, change, remove and go on. */
export const ItemsPage = ({
  view,
  id,
  block,
  items,
  asking,
  version,
  isAnswered,
  isStale,
  offers,
}: ItemsProps) => {
  const { language } = view
  const words = blockWords[language]
  const back = paths.application.to(language, { id })
  return (
    <Page
      view={view}
      title={staleOr(isStale, block.title[language], language)}
      about={partBefore({ view, block, asking })}
      back={back}
    >
      {isStale && <LookAgain view={view} />}
      <Whose asking={asking} />
      <h1 class="govuk-heading-l">{block.title[language]}</h1>
      {block.intro && <p class="govuk-body-l">{block.intro[language]}</p>}
      {items.length === 0 && <p class="kc-empty">{words.nothingYet}</p>}
      {items.map((item, index) => (
        <ItemCard
          view={view}
          place={{ id, block: block.code, item: item.id }}
          title={`${index + 1}. ${itemTitle(block, item.values, asking.wording)}`}
        >
          <AnswerRows block={block} values={item.values} wording={asking.wording} />
        </ItemCard>
      ))}
      <OfferedItems offers={offers} block={block} asking={asking} />
      <ItemsButtons {...{ id, block, items, asking, version, isAnswered, offers }} />
    </Page>
  )
}

const ItemsButtons = ({
  id,
  block,
  items,
  asking,
  version,
  isAnswered,
  offers,
}: Omit<ItemsProps, 'view' | 'isStale'>) => {
  const { language } = asking.wording
  const words = blockWords[language]
  const back = paths.application.to(language, { id })
  const add = paths.newItem.to(language, { id, block: block.code })
  const name = block.itemName?.[language] ?? ''
  return (
    <ButtonGroup>
      {items.length < block.itemsMax && (
        <ButtonLink href={add} variant={items.length + offers.length > 0 ? 'secondary' : 'primary'}>
          {capitalised(
            (items.length > 0 ? words.addAnother : words.add).replace('{name}', name),
            language,
          )}
        </ButtonLink>
      )}
      {(items.length > 0 || (block.itemsMin === 0 && !isAnswered)) && (
        <form method="post" action={paths.block.to(language, { id, block: block.code })}>
          <input type="hidden" name="version" value={version} />
          <Button variant={items.length > 0 ? 'primary' : 'secondary'}>
            {items.length > 0 ? words.done : words.none}
          </Button>
        </form>
      )}
      {items.length === 0 && isAnswered && (
        <a class="govuk-link" href={back}>
          {portalWords[language].back}
        </a>
      )}
    </ButtonGroup>
  )
}

/** What a register knows and nobody has taken over: with where it is from, and the way to it. */
type OfferedItem = {
  readonly values: Values
  readonly sources: ReadonlyMap<string, string>
  readonly href: string
}

type OfferedProps = Pick<Base, 'block' | 'asking'> & { readonly offers: readonly OfferedItem[] }

const OfferedItems = ({ offers, block, asking }: OfferedProps) => {
  if (offers.length === 0) return null
  const words = aheadWords[asking.wording.language]
  return (
    <>
      <h2 class="govuk-heading-m">{words.entries}</h2>
      <p class="govuk-body">{words.entriesIntro}</p>
      {offers.map(({ values, sources, href }) => (
        <section class="kc-item">
          <h3 class="govuk-heading-s">{itemTitle(block, values, asking.wording)}</h3>
          <p class="govuk-hint">{[...new Set(sources.values())].join(' ')}</p>
          <AnswerRows block={block} values={values} wording={asking.wording} />
          <ButtonLink href={href}>
            {words.take}
            <span class="govuk-visually-hidden"> {itemTitle(block, values, asking.wording)}</span>
          </ButtonLink>
        </section>
      ))}
    </>
  )
}

type CardProps = {
  readonly view: View
  readonly place: { readonly id: string; readonly block: string; readonly item: string }
  readonly title: string
  readonly children?: Child
}

const ItemCard = ({ view: { language }, place, title, children }: CardProps) => (
  <section class="kc-item">
    <h2 class="govuk-heading-m">{title}</h2>
    {children}
    <p class="govuk-body kc-item__actions">
      <a class="govuk-link" href={paths.item.to(language, place)}>
        {blockWords[language].edit}
        <span class="govuk-visually-hidden"> {title}</span>
      </a>{' '}
      <a class="govuk-link" href={paths.removeItem.to(language, place)}>
        {portalWords[language].remove}
        <span class="govuk-visually-hidden"> {title}</span>
      </a>
    </p>
  </section>
)

/** Asks once before an item goes. */
export const RemovePage = ({
  view,
  id,
  block,
  item,
  version,
  asking,
  isStale,
  entry,
}: Base & { readonly item: Item; readonly entry: number; readonly isStale: boolean }) => {
  const { language } = view
  const words = blockWords[language]
  const title = `${words.removeTitle} ${entryTitle({ view, block, entry })}`
  const back = paths.block.to(language, { id, block: block.code })
  const action = paths.removeItem.to(language, { id, block: block.code, item: item.id })
  return (
    <Page view={view} title={staleOr(isStale, title, language)} back={back}>
      {isStale && <LookAgain view={view} />}
      <h1 class="govuk-heading-l">{title}</h1>
      <AnswerRows block={block} values={item.values} wording={asking.wording} />
      <p class="govuk-body">{words.removed}</p>
      <form method="post" action={action}>
        <input type="hidden" name="version" value={version} />
        <ButtonGroup>
          <Button variant="warning">{words.removeYes}</Button>
          <a class="govuk-link" href={back}>
            {words.removeNo}
          </a>
        </ButtonGroup>
      </form>
    </Page>
  )
}

/** What another device changed is said in the title too. */
const staleOr = (isStale: boolean, title: string, language: Language): string =>
  isStale ? `${blockWords[language].staleTitle}: ${title}` : title

const LookAgain = ({ view: { language } }: { readonly view: View }) => (
  <NotificationBanner title={blockWords[language].staleTitle} alert>
    <p class="govuk-body">{blockWords[language].lookAgain}</p>
  </NotificationBanner>
)

type ClosedProps = { readonly view: View; readonly block: Block; readonly back: string }

/** A form that was still open when the application was sent. */
export const ClosedPage = ({ view, block, back }: ClosedProps) => {
  const { language } = view
  const words = blockWords[language]
  return (
    <Page view={view} title={words.closedTitle} errors={[{ text: words.closedTitle }]} back={back}>
      <h1 class="govuk-heading-l">{block.title[language]}</h1>
      <p class="govuk-body">{words.closed}</p>
      <ButtonLink href={back}>{words.toStatus}</ButtonLink>
    </Page>
  )
}
