import type { z } from 'zod'
import type { Content } from '#exchange/content.ts'

/**
 * What a register is asked and answers, before any protocol: the service and its stand-in are held
 * to the same one. Whatever is not in it is not taken for an answer.
 */
export type Contract<Question extends Content = Content, Answer extends Content = Content> = {
  /** As `policy/systems.yaml` names it. */
  readonly code: string
  readonly version: string
  /** The one element of a SOAP body, and what a bridge calls the service. */
  readonly operation: string
  /** The namespace of that element. */
  readonly namespace: string
  /** Below the base address of the service; the query of a GET has the fields, else the body. */
  readonly rest: { readonly method: 'GET' | 'POST' | 'PUT'; readonly path: string }
  /** It changes something over there; asked again it has to be known by its message id. */
  readonly isWrite: boolean
  readonly question: z.ZodType<Question>
  readonly answer: z.ZodType<Answer>
  /** Names that may repeat: one is a list of one as well. */
  readonly lists: readonly string[]
}

/** Members in the order of what was agreed, which XML has and JSON has not. */
export const inOrder = (agreed: z.ZodType<Content>, content: Content): Content =>
  agreed.safeParse(content).data ?? content
