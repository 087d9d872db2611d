import type { Item } from '#core/answers/answers.ts'
import type { Block } from '#core/policy/application-type.ts'
import { AnswerFields, errorsOf, type Asking } from '#portal/answer-fields.tsx'
import { blockWords } from '#portal/block/words.ts'
import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import { portalWords } from '#portal/words.ts'
import { AnswerRows, itemTitle } from '#telling/answers.tsx'
import { Button, ButtonGroup, ButtonLink } from '#ui/button.tsx'
import { NotificationBanner } from '#ui/notification-banner.tsx'

type Base = {
  readonly view: View
  readonly id: string
  readonly block: Block
  readonly asking: Asking
  readonly version: number
}

type FormProps = Base & {
  readonly action: string
  readonly back: string
  readonly button: string
  /** What somebody else saved meanwhile. */
  readonly savedMeanwhile?: Item | 'removed'
}

/** One block, or one item of a block that repeats, as a form. */
export const BlockFormPage = (props: FormProps) => {
  const { view, block, asking, version, action, back, button, savedMeanwhile } = props
  const { language } = view
  const words = blockWords[language]
  return (
    <Page view={view} title={block.title[language]} errors={errorsOf(block, asking)} back={back}>
      {savedMeanwhile !== undefined && (
        <NotificationBanner title={words.staleTitle}>
          <p class="govuk-notification-banner__heading">{words.stale}</p>
          {savedMeanwhile !== 'removed' && (
            <>
              <h3 class="govuk-heading-s">{words.savedNow}</h3>
              <AnswerRows block={block} values={savedMeanwhile.values} wording={asking.wording} />
            </>
          )}
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">{block.title[language]}</h1>
      {block.intro && <p class="govuk-body-l">{block.intro[language]}</p>}
      <form method="post" action={action} novalidate>
        <input type="hidden" name="version" value={String(version)} />
        <AnswerFields block={block} asking={asking} />
        <Button preventDoubleClick>{button}</Button>
      </form>
    </Page>
  )
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
}: Base & { readonly items: readonly Item[]; readonly isAnswered: boolean }) => {
  const { language } = view
  const words = blockWords[language]
  const common = portalWords[language]
  const back = paths.application.to(language, { id })
  const add = paths.newItem.to(language, { id, block: block.code })
  const name = block.itemName?.[language] ?? ''
  return (
    <Page view={view} title={block.title[language]} back={back}>
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
      <ButtonGroup>
        {items.length < block.itemsMax && (
          <ButtonLink href={add} variant={items.length > 0 ? 'secondary' : 'primary'}>
            {`${items.length > 0 ? words.addAnother : words.add}: ${name}`}
          </ButtonLink>
        )}
        {(items.length > 0 || (block.itemsMin === 0 && !isAnswered)) && (
          <form method="post" action={paths.block.to(language, { id, block: block.code })}>
            <input type="hidden" name="version" value={String(version)} />
            <Button variant={items.length > 0 ? 'primary' : 'secondary'}>
              {items.length > 0 ? words.done : words.none}
            </Button>
          </form>
        )}
        {items.length === 0 && isAnswered && (
          <a class="govuk-link" href={back}>
            {common.back}
          </a>
        )}
      </ButtonGroup>
    </Page>
  )
}

type CardProps = {
  readonly view: View
  readonly place: { readonly id: string; readonly block: string; readonly item: string }
  readonly title: string
  readonly children?: unknown
}

const ItemCard = ({ view: { language }, place, title, children }: CardProps) => (
  <section class="kc-card">
    <h2 class="govuk-heading-m">{title}</h2>
    {children}
    <p class="govuk-body kc-card__actions">
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
}: Base & { readonly item: Item }) => {
  const { language } = view
  const words = blockWords[language]
  const back = paths.block.to(language, { id, block: block.code })
  const action = paths.removeItem.to(language, { id, block: block.code, item: item.id })
  return (
    <Page view={view} title={words.removeTitle} back={back}>
      <h1 class="govuk-heading-l">{words.removeTitle}</h1>
      <AnswerRows block={block} values={item.values} wording={asking.wording} />
      <p class="govuk-body">{words.removed}</p>
      <form method="post" action={action}>
        <input type="hidden" name="version" value={String(version)} />
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
