import { classes, shows, type Child } from '#ui/markup.ts'
import { Tag, type TagColour } from '#ui/tag.tsx'

/** What there is to do and how far each thing is; a task without an address is closed. */
type TaskStatus = {
  readonly text: Child
  /** As a tag, of that colour if one is given; plain text, if left out. */
  readonly tag?: TagColour | true | undefined
  readonly cannotStartYet?: boolean | undefined
}

type Task = {
  readonly title: Child
  readonly href?: string | undefined
  readonly hint?: Child
  readonly status: TaskStatus
}

type Props = {
  readonly items: readonly Task[]
  /** Put before the ids of hints and states; needed where a page has two lists. */
  readonly idPrefix?: string | undefined
}

export function TaskList({ items, idPrefix = 'task-list' }: Props) {
  return (
    <ul class="govuk-task-list">
      {items.map((task, index) => (
        <TaskItem task={task} id={`${idPrefix}-${index + 1}`} />
      ))}
    </ul>
  )
}

function TaskItem({ task, id }: { readonly task: Task; readonly id: string }) {
  const { title, href, hint, status } = task
  const hintId = `${id}-hint`
  const statusId = `${id}-status`
  const linked = href !== undefined
  return (
    <li class={classes('govuk-task-list__item', linked && 'govuk-task-list__item--with-link')}>
      <div class="govuk-task-list__name-and-hint">
        {linked ? (
          <a
            class="govuk-link govuk-task-list__link"
            href={href}
            aria-describedby={classes(shows(hint) && hintId, statusId)}
          >
            {title}
          </a>
        ) : (
          <div>{title}</div>
        )}
        {shows(hint) && (
          <div id={hintId} class="govuk-task-list__hint">
            {hint}
          </div>
        )}
      </div>
      <div
        class={classes(
          'govuk-task-list__status',
          status.cannotStartYet && 'govuk-task-list__status--cannot-start-yet',
        )}
        id={statusId}
      >
        <Status {...status} />
      </div>
    </li>
  )
}

function Status({ text, tag }: TaskStatus) {
  if (!tag) return <>{text}</>
  return <Tag colour={tag === true ? undefined : tag}>{text}</Tag>
}
