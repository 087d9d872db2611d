import { leave, leavingStep } from '#core/cases/joining.ts'
import { placed } from '#core/cases/place.ts'
import { peopleOf, subjectsOf } from '#core/cases/standing.ts'
import type { IsoMoment } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Tx } from '#platform/database.ts'
import { Charges, chargesIn, type Charge } from '#portal/charges.tsx'
import { EmailAddress } from '#portal/email-field.tsx'
import type { PortalContext } from '#portal/env.ts'
import { joinsWordsOf } from '#portal/joins-words.ts'
import { nameOfPart } from '#portal/names-of-parts.ts'
import { fromFamily, type Relative } from '#portal/from-family.ts'
import type { OwnAnswers } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { waysFor } from '#portal/ways-in.ts'
import { openInvitations, type Invitation } from '#records/invitations.ts'
import { formatMomentInBaku } from '#telling/dates.ts'
import { unnamedTitle } from '#telling/person.ts'
import { Button, ButtonGroup, ButtonLink } from '#ui/button.tsx'
import { SummaryList } from '#ui/summary-list.tsx'

/** How people come into an application, who was asked, and how one leaves it. */
export type Joins = {
  readonly language: Language
  readonly id: string
  readonly now: IsoMoment
  readonly type: CaseType
  readonly mayAdd: boolean
  readonly mayInvite: boolean
  readonly invitations: readonly Invitation[]
  /** Whoever can leave, or be taken out, and where that is asked. */
  readonly leavers: readonly Leaver[]
  /** Whom of their family whoever reads it can bring along by a press. */
  readonly relatives: readonly Relative[]
  /** Those who are of age or soon are, for whom whoever reads it acts until then. */
  readonly charges: readonly Charge[]
}

type Parts = readonly [OwnAnswers, ...OwnAnswers[]]

export type Leaver = { readonly name: string; readonly href: string; readonly isOwn: boolean }

export async function joinsOf(c: PortalContext, tx: Tx, parts: Parts): Promise<Joins> {
  const { house, language } = c.var
  const [{ found, context }] = parts
  const { standing } = found.whole ?? found
  const { id } = standing
  const mayInvite = waysFor(context, standing, 'invited').ways.length > 0
  const { ways } = waysFor(context, standing, 'represented')
  const taking = parts[0].taking
  const own = { held: found.whole ?? found, context, taking }
  const [invitations, charges, relatives] = await Promise.all([
    openInvitations(tx, house.keys, id),
    chargesIn(c, tx, own),
    ways.length > 0 ? fromFamily(c, tx, { own, ways }) : [],
  ])
  return {
    language,
    id,
    now: house.clock.now(),
    type: context.type,
    mayAdd: ways.length > 0,
    mayInvite,
    invitations,
    relatives,
    leavers: leaversOf(c, parts),
    charges,
  }
}

/** What each of a case is called by whoever has these parts of it. */
const namesIn =
  (parts: Parts, language: Language) =>
  (subject: string): string => {
    const [{ found, context }] = parts
    const part = parts.find((each) => each.found.partyId === subject)
    if (part) return nameOfPart(part, language)
    const { standing } = found.whole ?? found
    return unnamedTitle(standing, context.type, { subject, language })
  }

/** Whoever may leave by a step of whoever asks, who comes last. */
export function leaversOf(c: PortalContext, parts: Parts): readonly Leaver[] {
  const { applicant, language } = c.var
  const [{ found, context }] = parts
  const { standing } = found.whole ?? found
  const step = leavingStep(context.type, standing.state)?.code
  if (step === undefined) return []
  const [people, nameOf] = [peopleOf(standing), namesIn(parts, language)]
  const isOwn = (subject: string) => subject === applicant.partyId
  return subjectsOf(standing)
    .filter((subject) => leave(standing, context, { step, subject }).ok)
    .toSorted((one, other) => Number(isOwn(one)) - Number(isOwn(other)))
    .map((subject) => ({
      name: nameOf(subject),
      href: paths.leaveCase.to(language, {
        id: placed(standing.id, people.indexOf(subject) + 1),
      }),
      isOwn: isOwn(subject),
    }))
}

export const JoinsSection = (joins: Joins) => {
  const { language, id, type, mayAdd, mayInvite, charges, relatives } = joins
  const words = joinsWordsOf(joins)
  return (
    <>
      <Charges {...{ charges, language, type }} />
      {relatives.map(({ partyId, name }) => (
        <form method="post" action={paths.addPerson.to(language, { id })}>
          <input type="hidden" name="known" value={partyId} />
          <Button variant="secondary" preventDoubleClick>
            {words.known.replace('{name}', () => name)}
          </Button>
        </form>
      ))}
      {(mayAdd || mayInvite) && (
        <ButtonGroup>
          {mayAdd && (
            <ButtonLink variant="secondary" href={paths.addPerson.to(language, { id })}>
              {words.add}
            </ButtonLink>
          )}
          {mayInvite && (
            <ButtonLink variant="secondary" href={paths.invite.to(language, { id })}>
              {words.invite}
            </ButtonLink>
          )}
        </ButtonGroup>
      )}
      <Invitations {...joins} />
      <Leavers {...joins} />
    </>
  )
}

type Waiting = Pick<Joins, 'language' | 'id' | 'now' | 'type' | 'invitations'>

export const Invitations = ({ language, id, now, type, invitations }: Waiting) => {
  const words = joinsWordsOf({ language, type })
  if (invitations.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{words.invitations}</h2>
      {invitations.map(({ id: invitation, email, role, expiresAt }) => {
        const title = type.roles.find(({ code }) => code === role)?.title[language] ?? role
        const at = { id, invitation }
        const until = formatMomentInBaku(expiresAt, language)
        const said = expiresAt <= now ? words.over : words.until.replace('{time}', until)
        return (
          <SummaryList
            card={{
              title: <EmailAddress email={email} />,
              headingLevel: 3,
              actions: [
                {
                  href: paths.withdrawInvitation.to(language, at),
                  text: words.withdraw,
                  hidden: email,
                },
              ],
            }}
            rows={[
              { key: words.as, value: title },
              { key: words.link, value: said },
              {
                key: words.mail,
                value: (
                  <form method="post" action={paths.inviteAgain.to(language, at)}>
                    <Button variant="secondary" preventDoubleClick>
                      {words.again}
                    </Button>
                  </form>
                ),
              },
            ]}
          />
        )
      })}
    </>
  )
}

export const Leavers = ({
  language,
  leavers,
  type,
}: Pick<Joins, 'language' | 'leavers'> & Partial<Pick<Joins, 'type'>>) => {
  const words = joinsWordsOf({ language, type })
  if (leavers.length === 0) return null
  return (
    <ul class="govuk-list">
      {leavers.map(({ name, href, isOwn }) => (
        <li>
          <a class="govuk-link" href={href}>
            {isOwn ? words.leave : words.remove.replace('{name}', () => name)}
          </a>
        </li>
      ))}
    </ul>
  )
}
