import { randomUUID, sign, type KeyObject } from 'node:crypto'
import { isoMoment, type IsoMoment } from '#core/dated.ts'
import type { Clock } from '#platform/calendar.ts'

/** An invoice as an institution told it. */
export type Told = {
  readonly number: string
  readonly institution: string
  readonly amount: string
  readonly currency: string
  readonly purpose: string
  readonly dueOn: string
  readonly withdrawn: boolean
}

/** What the made-up portal has of one payment, and what became of the notice of it. */
export type Paid = {
  readonly transaction: string
  readonly kind: 'payment' | 'refund'
  readonly invoice: string
  readonly amount: string
  readonly currency: string
  readonly paidAt: IsoMoment
  readonly receipt: string
  /** By which request it was paid back. */
  readonly refund?: string
  readonly jws: string
  readonly notice: string
}

export type PaymentsState = {
  readonly invoices: () => readonly Told[]
  readonly invoice: (number: string) => Told | undefined
  readonly tell: (invoice: Omit<Told, 'withdrawn'>) => Told
  readonly withdraw: (number: string) => boolean
  readonly paidFor: (number: string) => readonly Paid[]
  readonly paidOn: (day: string) => readonly Paid[]
  /** Signed and told, unless it is kept back. */
  readonly pay: (paying: Paying) => Promise<Paid>
  /** What an institution asks to be paid back; asked again it is the same. */
  readonly askBack: (asked: AskedBack) => 'taken' | 'unknown' | 'too-much'
  readonly askedBack: () => readonly AskedBack[]
  /** Paid back as it was asked, and told. */
  readonly payBack: (
    id: string,
    more?: Pick<Paying, 'at' | 'isSilent'>,
  ) => Promise<Paid | undefined>
  readonly tellAgain: (transaction: string) => Promise<Paid | undefined>
  readonly isDown: () => boolean
  readonly setDown: (down: boolean) => void
}

/** What is to be paid back, of which payment, by a request of an institution. */
type AskedBack = {
  readonly id: string
  readonly transaction: string
  readonly amount: string
  readonly currency: string
}

type Paying = {
  readonly invoice: Told
  readonly refund?: string
  readonly amount: string
  readonly kind?: Paid['kind']
  /** Another moment than now. */
  readonly at?: IsoMoment
  readonly isSilent?: boolean
}

type Options = {
  readonly key: KeyObject
  readonly clock: Clock
  /** Takes a notice to where Keçid answers; the status, or a word where it was not reached. */
  readonly notify: (jws: string) => Promise<string>
}

const HOURS_IN_BAKU = 4 * 3_600_000
const DAY_LENGTH = 10

/** In memory: a portal that was started anew knows what it is told anew. */
export function paymentsState({ key, clock, notify }: Options): PaymentsState {
  const invoices = new Map<string, Told>()
  const paid = new Map<string, Paid>()
  const asked = new Map<string, AskedBack>()
  let down = false
  const noticed = async (each: Paid): Promise<Paid> => {
    const told = { ...each, notice: down ? 'not sent' : await notify(each.jws) }
    paid.set(each.transaction, told)
    return told
  }
  const pay: PaymentsState['pay'] = async (paying) => {
    const { invoice, amount, kind = 'payment', at = clock.now(), isSilent = false, refund } = paying
    const transaction = `GPP-${randomUUID()}`
    const receipt = `Q-${String(paid.size + 1).padStart(6, '0')}`
    const { number, currency, institution: aud } = invoice
    const by = refund === undefined ? {} : { refund }
    const said = { kind, invoice: number, amount, currency, paidAt: at, receipt, ...by }
    const jws = signed({ iss: 'payments.example', aud, jti: transaction, ...said }, key)
    const made = { ...said, transaction, jws, notice: 'kept back' }
    paid.set(transaction, made)
    return isSilent ? made : noticed(made)
  }
  return {
    pay,
    askBack: (wanted) => {
      const of = paid.get(wanted.transaction)
      if (of?.kind !== 'payment' || of.currency !== wanted.currency) return 'unknown'
      if (asked.has(wanted.id)) return 'taken'
      const others = [...asked.values()].filter(({ transaction }) => transaction === of.transaction)
      const sum = [...others, wanted].reduce((all, { amount }) => all + Number(amount), 0)
      if (sum > Number(of.amount)) return 'too-much'
      asked.set(wanted.id, wanted)
      return 'taken'
    },
    askedBack: () => [...asked.values()],
    payBack: async (id, more = {}) => {
      const wanted = asked.get(id)
      const of = wanted && paid.get(wanted.transaction)
      const invoice = of && invoices.get(of.invoice)
      const isDone = [...paid.values()].some(({ refund }) => refund === id)
      if (!wanted || !invoice || isDone) return undefined
      return pay({ ...more, invoice, amount: wanted.amount, kind: 'refund', refund: id })
    },
    invoices: () => [...invoices.values()].toReversed(),
    invoice: (number) => invoices.get(number),
    tell: (invoice) => {
      const told = { ...invoice, withdrawn: false }
      invoices.set(invoice.number, told)
      return told
    },
    withdraw: (number) => {
      const told = invoices.get(number)
      if (told) invoices.set(number, { ...told, withdrawn: true })
      return told !== undefined
    },
    paidFor: (number) => [...paid.values()].filter(({ invoice }) => invoice === number),
    paidOn: (day) => [...paid.values()].filter(({ paidAt }) => dayOf(paidAt) === day),
    tellAgain: async (transaction) => {
      const each = paid.get(transaction)
      return each && noticed(each)
    },
    isDown: () => down,
    setDown: (is) => {
      down = is
    },
  }
}

const dayOf = (at: IsoMoment): string =>
  isoMoment(new Date(Date.parse(at) + HOURS_IN_BAKU).toISOString()).slice(0, DAY_LENGTH)

/** A compact JWS (RFC 7515) with EdDSA. */
export function signed(claims: object, key: KeyObject): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${part({ alg: 'EdDSA' })}.${part(claims)}`
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`
}
