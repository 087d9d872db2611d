import { comingOfAge } from '#core/cases/taking-over.ts'
import { placed } from '#core/cases/place.ts'
import { peopleOf, subjectsOf } from '#core/cases/standing.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Tx } from '#platform/database.ts'
import type { PortalContext } from '#portal/env.ts'
import { joinsWordsOf } from '#portal/joins-words.ts'
import type { OwnWhole } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { familyAnswers } from '#records/families.ts'
import { ownCharges } from '#records/taking-over.ts'
import { formatDate } from '#telling/dates.ts'
import { nameIn, unnamedTitle } from '#telling/person.ts'
import { InsetText } from '#ui/inset-text.tsx'

/** Somebody for whom whoever reads it acts, or did, who is of age or soon is. */
export type Charge = {
  readonly name: string
  /** Where they are invited to act for themselves. */
  readonly href: string
  readonly ofAgeOn: IsoDate
  readonly isOfAge: boolean
}

/** Those of a case, as long as they have not taken over. */
export async function chargesIn(
  c: PortalContext,
  tx: Tx,
  own: Pick<OwnWhole, 'held' | 'context'>,
): Promise<readonly Charge[]> {
  const { standing } = own.held
  const { on } = own.context
  const here = subjectsOf(standing)
  const charges = (await ownCharges(tx)).filter(
    ({ partyId, ofAgeOn }) => here.includes(partyId) && comingOfAge(ofAgeOn, on) !== 'later',
  )
  const found: Charge[] = []
  for (const { partyId: subject, ofAgeOn } of charges) {
    const id = placed(standing.id, peopleOf(standing).indexOf(subject) + 1)
    found.push({
      name: await nameOfCharge(c, tx, { own, subject }),
      href: paths.handOver.to(c.var.language, { id }),
      ofAgeOn,
      isOfAge: comingOfAge(ofAgeOn, on) === 'of-age',
    })
  }
  return found
}

type Whose = { readonly own: Pick<OwnWhole, 'held' | 'context'>; readonly subject: string }

/** In a family by the name that all in it see; elsewhere by what they are, once that is closed. */
export async function nameOfCharge(
  c: PortalContext,
  tx: Tx,
  { own: { held, context }, subject }: Whose,
): Promise<string> {
  const { type } = context
  const written = type.family === true ? (await familyAnswers(tx, held)).get(subject) : undefined
  const name = written === undefined ? '' : nameIn(type, written)
  return name || unnamedTitle(held.standing, type, { subject, language: c.var.language })
}

type Props = {
  readonly charges: readonly Charge[]
  readonly language: Language
  readonly type?: Pick<CaseType, 'family'>
  /** It goes on with them; they need not come to it anew. */
  readonly isSentIn?: boolean
}

/** From which day they act for themselves, and where whoever reads it invites them to. */
export const Charges = ({ charges, language, type, isSentIn = false }: Props) => {
  const words = joinsWordsOf({ language, type })
  return (
    <>
      {charges.map(({ name, href, ofAgeOn, isOfAge }) => {
        const since = isSentIn ? words.ofAgeSentIn : words.ofAge
        const text = (isOfAge ? since : words.soonOfAge)
          .replace('{name}', () => name)
          .replace('{date}', () => formatDate(ofAgeOn, language))
        return (
          <InsetText>
            <p class="govuk-body">{text}</p>
            <a class="govuk-link" href={href}>
              {words.handOver.replace('{name}', () => name)}
            </a>
          </InsetText>
        )
      })}
    </>
  )
}
