import type { Content } from '#exchange/content.ts'
import type { Contract } from '#exchange/contract.ts'

/**
 * A driver puts a question into the words of one protocol and reads what came back. Both are plain
 * functions: what carries the bytes is `transport.ts`, so that a request can be logged before it is
 * sent, and an answer before it is believed.
 */
export type Driver<Address> = {
  readonly write: (call: Call<Address>) => Written | Promise<Written>
  readonly read: (call: Call<Address>, reply: Reply) => Exchanged
}

/** One question to one service. */
export type Call<Address> = {
  readonly address: Address
  readonly contract: Contract
  readonly content: Content
  /** A UUID: the same when the same is asked again, so that nothing is done twice. */
  readonly messageId: string
  /** The case that it is for, by its number or id. */
  readonly issue?: string
  /** Who acts, with the two letters of their country before their number. */
  readonly userId?: string
}

export type Request = {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly url: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body?: Buffer
}

/** What we refuse to send says where it is wrong, and was never sent. */
export type Written =
  | { readonly ok: true; readonly request: Request }
  | { readonly ok: false; readonly reason: Unsendable; readonly where: string }

type Unsendable =
  /** A character that a security server does not take in an identifier. */
  | 'identifier-forbidden'
  | 'identifier-missing'
  | 'too-large'
  /** The request line has to stay under 2,000 characters. */
  | 'address-too-long'

/** An answer of the other side as it came: headers in order, as they were written. */
export type Reply = {
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Buffer
}

/** What the message log of the other side finds the message by. */
export type Receipt = { readonly requestId?: string; readonly requestHash?: string }

export type Exchanged = (
  | { readonly outcome: 'answered'; readonly content: Content }
  /** The other side, or ours, says no: asked again it would say the same. */
  | { readonly outcome: 'refused'; readonly code: string }
  | { readonly outcome: 'unreachable'; readonly code: string }
  /** Something came, and it is not what was asked for. */
  | { readonly outcome: 'unintelligible'; readonly code: string }
) & { readonly receipt: Receipt }
