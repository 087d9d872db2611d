import { askedIn } from '#core/answers/asked-of.ts'
import type { Known } from '#core/answers/carried.ts'
import type { Language } from '#core/language.ts'
import type { Tx } from '#platform/database.ts'
import type { PortalContext } from '#portal/env.ts'
import { offersTo, type Offer } from '#portal/offers.ts'
import { ownCases, type ListedCase } from '#portal/own-cases.ts'
import { nameOf, type Reading, type Relative } from '#portal/own-family.ts'
import { paths } from '#portal/paths.ts'
import { WhyNot } from '#portal/why-not.tsx'
import { carryAnswers } from '#records/answers.ts'
import { beginCase } from '#records/cases.ts'
import { heldKey, holdParty } from '#records/parties.ts'
import { done } from '#telling/done.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'

/** Where it stands on the page of somebody. */
export const FOR_THEM = 'for-them'

type Theirs = Pick<Parameters<typeof offersTo>[0], 'policy' | 'on'> & {
  readonly person: Pick<Relative, 'holds' | 'isSelf' | 'isTheirs'>
  /** Those that are about them. */
  readonly cases: readonly ListedCase[]
}

/**
 * What whoever acts for somebody begins for them alone: what they could begin as well, if they were
 * of age. What they would have to hold first is no offer.
 */
export function offersForTheirs({ policy, on, person, cases }: Theirs): readonly Offer[] {
  if (!person.isTheirs || person.isSelf) return []
  return offersTo({ policy, on, cases, holdings: person.holds, about: 'theirs' }).filter(
    ({ draft, refusal }) => draft !== undefined || refusal?.reason !== 'does-not-hold',
  )
}

type Beginning = {
  readonly person: Pick<Relative, 'id' | 'holds' | 'isSelf' | 'isTheirs'>
  readonly type: string
  /** What was written of them, wherever they were met. */
  readonly known: Known
  /** The page on which it is offered. */
  readonly from: string
}

/** A draft about them alone, with what was written of them. */
export async function beginForTheirs(
  c: PortalContext,
  tx: Tx,
  { person, type, known, from }: Beginning,
): Promise<Response> {
  const { house, applicant, language } = c.var
  const { keys, policy, clock } = house
  await holdParty(tx, person.id)
  const [on, at] = [clock.today(), clock.now()]
  const cases = await ownCases(tx, policy, person.id)
  const offer = offersForTheirs({ policy, on, person, cases }).find(
    ({ description }) => description.type.code === type,
  )
  if (offer?.draft) return done(c, paths.application.to(language, { id: offer.draft.id }), 'told')
  const { role } = offer ?? {}
  if (!offer || role === undefined) return c.redirect(`${from}#${FOR_THEM}`, 303)
  const { description } = offer
  const by = { id: applicant.partyId, roles: [] }
  const reader = { partyId: applicant.partyId, language: applicant.language }
  const caseId = await beginCase(
    tx,
    keys,
    { reader, guardian: reader, about: { partyId: person.id, role } },
    { by, at, on, description, calendars: policy.calendars },
  )
  const ring = await keys.read({ cases: [caseId] })
  const to = { caseId, partyId: person.id, key: heldKey(ring, { party: person.id, caseId }) }
  const { blocks } = askedIn(description.type, [role])
  await carryAnswers(tx, { to, blocks, known, at })
  return done(c, paths.application.to(language, { id: caseId }), 'told')
}

type Props = {
  readonly person: Pick<Relative, 'name' | 'title'>
  readonly offers: readonly Offer[]
  /** Where what is pressed goes. */
  readonly action: string
  readonly reading: Pick<Reading, 'language' | 'statuses'>
}

/** What can be begun for somebody alone, each with its button, or why not now. */
export const ForThem = ({ person, offers, action, reading }: Props) => {
  const { language } = reading
  if (offers.length === 0) return null
  return (
    <section id={FOR_THEM} aria-labelledby="for-them-title">
      <h2 class="govuk-heading-m" id="for-them-title">
        {WORDS[language].title.replace('{name}', () => nameOf(person))}
      </h2>
      {offers.map(({ description: { type }, draft, refusal, against }) => (
        <>
          <h3 class="govuk-heading-s">{type.title[language]}</h3>
          {draft ? (
            <ButtonLink href={paths.application.to(language, { id: draft.id })} variant="secondary">
              {WORDS[language].goOn}
            </ButtonLink>
          ) : refusal ? (
            <p class="govuk-body">
              <WhyNot refusal={refusal} against={against} isTheirs {...reading} />
            </p>
          ) : (
            <form method="post" action={action}>
              <input type="hidden" name="type" value={type.code} />
              <Button preventDoubleClick variant="secondary">
                {WORDS[language].begin}
              </Button>
            </form>
          )}
        </>
      ))}
    </section>
  )
}

const WORDS = {
  az: {
    title: 'Yalnız bu şəxs üçün: {name}',
    begin: 'Bu şəxs üçün başlayın',
    goOn: 'Qaralamaya davam edin',
  },
  tr: {
    title: 'Bu kişi için ayrıca: {name}',
    begin: 'Bu kişi için başlayın',
    goOn: 'Başladığınız başvuruya devam edin',
  },
  en: {
    title: 'For this person alone: {name}',
    begin: 'Begin for them',
    goOn: 'Go on with the draft',
  },
  ru: {
    title: 'Только для этого человека: {name}',
    begin: 'Начать для этого человека',
    goOn: 'Продолжить черновик',
  },
} as const satisfies Record<Language, unknown>
