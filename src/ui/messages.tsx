import type { Child } from '#ui/markup.ts'
import { Tag } from '#ui/tag.tsx'
import { Written } from '#ui/written.tsx'

/** What people wrote to each other, one under the other, told apart by side, name and time. */
type Message = {
  readonly who: string
  /** For machines, as RFC 3339 writes it. */
  readonly datetime: string
  /** The same for people. */
  readonly when: string
  readonly text: string
  /** Of whoever reads, or of the other side. */
  readonly side: 'ours' | 'theirs'
  /** In a word, what is to be known of it. */
  readonly tag?: Child
}

export const Messages = ({ messages }: { readonly messages: readonly Message[] }) => (
  <ol class="kc-messages">
    {messages.map(({ who, datetime, when, text, side, tag }) => (
      <li class={`kc-message kc-message--${side}`}>
        <p class="kc-message__who">
          <strong>{who}</strong>, <time datetime={datetime}>{when}</time>
          {tag !== undefined && (
            <>
              {' '}
              <Tag colour="yellow">{tag}</Tag>
            </>
          )}
        </p>
        <Written as="p" class="kc-message__text kc-value">
          {text}
        </Written>
      </li>
    ))}
  </ol>
)
