import { classes, type Child } from '#ui/markup.ts'

/** Parts of a page of which one is seen at a time; without scripts all, under their contents. */
type Tab = { readonly id: string; readonly label: Child; readonly content: Child }

type Props = {
  readonly title: Child
  readonly id?: string | undefined
  readonly tabs: readonly Tab[]
}

export function Tabs({ title, id, tabs }: Props) {
  return (
    <div id={id} class="govuk-tabs" data-module="govuk-tabs">
      <h2 class="govuk-tabs__title">{title}</h2>
      <ul class="govuk-tabs__list">
        {tabs.map((tab, index) => (
          <li
            class={classes(
              'govuk-tabs__list-item',
              index === 0 && 'govuk-tabs__list-item--selected',
            )}
          >
            <a class="govuk-tabs__tab" href={`#${tab.id}`}>
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
      {tabs.map((tab, index) => (
        <div
          class={classes('govuk-tabs__panel', index > 0 && 'govuk-tabs__panel--hidden')}
          id={tab.id}
        >
          {tab.content}
        </div>
      ))}
    </div>
  )
}
