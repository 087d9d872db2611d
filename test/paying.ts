import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { TestContext } from 'node:test'
import type { Answers } from '#core/answers/answers.ts'
import { MONEY_LETTERS, type CaseType } from '#core/policy/case-type.ts'
import { createOffered } from '#exchange/offered/app.ts'
import { NOTICES } from '#exchange/payments/notices.ts'
import { paymentPortal } from '#exchange/payments/portal.ts'
import { tellDue, type Paying } from '#exchange/payments/work.ts'
import { carryingOut } from '#jobs/carry-out.ts'
import { watchDuties } from '#jobs/watch-duties.ts'
import { takeDoor } from '#main/door.ts'
import { paymentsApi } from '#standins/payments/api.ts'
import { paymentsState, type PaymentsState } from '#standins/payments/state.ts'
import { house, type TestHouse } from '#test/house.ts'
import { caseIn, decided, proposed, submitted } from '#test/played-case.ts'
import { copyOfPolicy } from '#test/published.ts'
import { permitType, policyWithPermits } from '#test/toy-permit.ts'
import { PROVISIONAL, say } from '#test/toy-rules.ts'
import { TOY_SIGNING } from '#test/toy-signing.ts'
import { block, field } from '#test/toy-types.ts'
import type { Visitor } from '#test/visitor.ts'

/** A permit that is paid for once it is given, by how long it is for and how soon answered. */
export const paidPermit: CaseType = {
  ...permitType,
  tariff: 'comfort',
  letters: MONEY_LETTERS.map((on) => ({
    code: on,
    on,
    subject: say(`${on} {number}`),
    body: say(`${on}: {amount}${on === 'duty-owed' ? ' by {payBy}' : ''}; {link}`),
    basis: PROVISIONAL,
  })),
  clock: { term: 'decision', tiered: true },
  blocks: [
    ...permitType.blocks,
    block('wanted', [
      field('months', 'whole-number', { means: 'requested-term', max: 6 }),
      field('tier', 'choice', {
        means: 'requested-tier',
        options: ['normal', 'fast'].map((code) => ({ code, label: say(code) })),
      }),
    ]),
  ],
  states: [
    ...permitType.states,
    {
      code: 'carried-out',
      stage: 'carrying-out',
      owner: 'case-officer',
      clock: 'hearing',
      basis: PROVISIONAL,
    },
  ],
  steps: [
    ...permitType.steps.map((step) =>
      step.kind === 'decide'
        ? {
            ...step,
            to: 'carried-out',
            asks: [
              {
                kind: 'payment' as const,
                step: 'record-duty',
                clock: 'hearing' as const,
                of: 'case-officer' as const,
                paid: 'paid',
                options: ['paid', 'not-paid'].map((code) => ({ code, title: say(code) })),
                unless: { test: 'nothing-given' as const },
              },
            ],
          }
        : step.kind === 'tell'
          ? { ...step, from: [...step.from, 'carried-out'] }
          : step,
    ),
    {
      code: 'record-duty',
      kind: 'answer',
      from: ['carried-out'],
      by: ['case-officer', 'system'],
      to: endOf(permitType),
      shown: 'person',
      basis: PROVISIONAL,
    },
  ],
  outcomes: permitType.outcomes.map((each) => ({
    ...each,
    ...(each.favourable ? { lead: say('Pay for it.'), leadPaid: say('It is yours.') } : {}),
    effects: each.effects.map((effect) =>
      effect.effect === 'issue'
        ? { ...effect, for: { answer: 'requested-term' as const, unit: 'months' as const } }
        : effect,
    ),
  })),
}

/** Where a decision of it led before anything was to be paid. */
function endOf({ steps }: CaseType): string {
  const step = steps.find(({ kind }) => kind === 'decide')
  if (step?.kind !== 'decide') throw new Error('nothing is decided in it')
  return step.to
}

export const policyPaid = (t: TestContext, type: CaseType = paidPermit): string =>
  policyWithPermits(t, copyOfPolicy(t), type)

export const asking = (months = '3', tier = 'fast'): Answers => ({
  person: [
    { id: 'p', values: { surname: 'Ferreira', 'born-on': '1987-03-27', paper: 'CD123456' } },
  ],
  wanted: [{ id: 'w', values: { months, tier } }],
})

const SECRET = 'between the portal and us'

/** A made-up portal of payments beside a house, and how the two speak. */
export async function payingBeside(t: TestContext, here: TestHouse, pages = 'http://pay.test') {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  let notices = ''
  const notify = async (jws: string) =>
    String((await fetch(notices, { method: 'POST', body: jws })).status)
  const state = paymentsState({ key: privateKey, clock: here.clock, notify })
  const pageOf = (number: string) => `${pages}/pay/${number}`
  const ourKeys = async () => {
    const { keys: jwks } = await TOY_SIGNING.keys()
    return jwks.map((jwk) => createPublicKey({ key: { ...jwk }, format: 'jwk' }))
  }
  const { fetch: serve } = paymentsApi({ state, secret: SECRET, pageOf, keys: ourKeys })
  const door = await opened(t, { fetch: (request) => serve(request) })
  const paying: Paying = {
    db: here.faces.exchange,
    log: here.faces.jobs.log,
    now: here.faces.jobs.databaseNow,
    portal: paymentPortal({
      url: door,
      secret: async () => SECRET,
      institution: () => 'TOY',
      sign: TOY_SIGNING.sign,
    }),
    keys: async () => [publicKey],
    audience: () => 'TOY',
  }
  const { jobs } = here.faces
  const { secret, clock, log, keys, vault } = jobs
  const offering = {
    db: here.faces.exchange,
    door: jobs.door,
    secret,
    policy: () => jobs.policy,
    clock,
    log,
    signing: TOY_SIGNING,
    files: { keys, vault },
    groundNeeded: false,
  }
  notices = `${await opened(t, createOffered(offering, ['127.0.0.1'], paying))}${NOTICES}`
  return { state, paying, notices, key: privateKey satisfies KeyObject }
}

type Served = Parameters<
  Extract<Awaited<ReturnType<typeof takeDoor>>, { readonly ok: true }>['door']['open']
>[0]

/** A face at a free port. */
export async function opened(t: TestContext, face: Served): Promise<string> {
  const opening = await takeDoor({ host: '127.0.0.1', port: 0, setting: 'KECID_PAYMENTS_PORT' })
  if (!opening.ok) throw new Error(opening.problem)
  opening.door.open(face)
  t.after(() => opening.door.close(0))
  return `http://127.0.0.1:${opening.door.port}`
}

/** Ana is recognised and was given a permit that is to be paid for. */
export async function given(t: TestContext, answers = asking(), policy = policyPaid(t)) {
  const here = await house(t, { policy })
  const beside = await payingBeside(t, here)
  const ana = await here.signedUpApplicant()
  await caseIn('recognised', here, ana)
  here.clock.advance(30 * 86_400_000)
  const id = await submitted(here, ana, { type: 'permit', answers })
  await proposed(here.owned, id, {
    step: 'draft-decision',
    outcome: 'recognised',
    grounds: [],
    reasoning: 'She may stay.',
  })
  await decided(here.owned, id, 'sign')
  return { here, ana, id, ...beside }
}

/** What somebody was written about money, in no order. */
export async function writtenTo(ana: Visitor, id: string): Promise<readonly string[]> {
  const html = await (await ana.get(`/en/applications/${id}/letters`)).text()
  const letters = html.matchAll(/(?:duty-owed|duty-paid|paid-too-much|paid-back): [^;]+(?=;)/g)
  return [...letters].map(([found]) => found.replaceAll(/\s+/g, ' ')).sort()
}

const mailer = { send: () => Promise.reject(new Error('nothing of it is sent')) }

/** What the hourly job does about what was not paid, and what follows from that. */
export async function watched({ faces }: TestHouse): Promise<void> {
  await watchDuties.work({ house: faces.jobs, mailer }, {})
  await carryingOut.work({ house: faces.jobs, mailer }, {})
}

/** The portal is told what is owed, for whoever reads what follows on another face. */
export const tellNow = (paying: Paying): Promise<number> => tellDue(paying)

/** Paid in full at the made-up portal, on which the one invoice of a case is. */
export async function pays(
  state: PaymentsState,
  more: Partial<Parameters<PaymentsState['pay']>[0]> = {},
) {
  const [invoice] = state.invoices()
  if (!invoice) throw new Error('nothing is owed')
  return state.pay({ invoice, amount: invoice.amount, ...more })
}
