import type { Named } from '#core/answers/named.ts'
import { termEnd } from '#core/cases/context.ts'
import type { DecisionRecord } from '#core/cases/decision-record.ts'
import { aboutStatuses } from '#core/cases/contesting.ts'
import { changes, outcomeOf, type EffectRule } from '#core/cases/life.ts'
import type { Translation } from '#core/cases/told.ts'
import { isIsoDate } from '#core/dated.ts'
import { isPartialDate } from '#core/facts/partial-date.ts'
import { isOfficeLanguage, type Language } from '#core/language.ts'
import { contestPart } from '#telling/act/contest.ts'
import type { Act, Fact, Line, Part } from '#telling/act/lines.ts'
import { writtenIn, type ActReading } from '#telling/act/reading.ts'
import { groundsPart, pointsPart } from '#telling/act/reasons.ts'
import { actWords } from '#telling/act/words.ts'
import { publicBodyName } from '#telling/bodies.ts'
import { officeTag, stateTag, stateTitle, statusTag } from '#telling/case-words.ts'
import { formatDate, formatPartialDate } from '#telling/dates.ts'
import { WRITTEN_IN } from '#telling/officials-write.tsx'
import { roleName } from '#telling/roles.ts'

/**
 * The decision about one person, whole, in one language: the same for whoever decides before and
 * for whoever reads after, on a page and on paper, whatever its type.
 */
export function actOf(record: DecisionRecord, reading: ActReading): Act {
  const { language, procedure, contest } = reading
  const words = actWords[language]
  const { decisionBody } = procedure
  const parts = [
    groundsPart(record, reading),
    reasoningPart(record, reading),
    pointsPart(record, reading),
    givesPart(record, reading),
    endsPart(record, reading),
    replacesPart(record, reading),
    dataPart(record, reading),
    toldPart(record, reading),
    changesPart(record, reading),
    contest && contestPart(contest, reading),
    signaturePart(record, reading),
  ]
  return {
    language,
    mark: words.mark,
    authority:
      decisionBody === undefined ? '' : publicBodyName(procedure.bodies, decisionBody, language),
    title: words.title,
    facts: factsOf(record, reading),
    outcome: outcomeIn(record, reading),
    parts: parts.flatMap((part) => part ?? []),
  }
}

/** The act, and what translates it for whoever reads another language. */
export function actsOf(
  record: DecisionRecord,
  reading: Omit<ActReading, 'language'>,
  reads: Language,
): readonly [Act, ...Act[]] {
  const act = actOf(record, { ...reading, language: WRITTEN_IN })
  return reads === WRITTEN_IN ? [act] : [act, actOf(record, { ...reading, language: reads })]
}

const NOBODY: Named = { surname: '', givenNames: '', birthDate: '', passportNumber: '' }

function factsOf(record: DecisionRecord, { language, type }: ActReading): readonly Fact[] {
  const words = actWords[language]
  const { number, decidedOn, about, filedOn, person } = record
  const day = (date: string | null) =>
    date !== null && isIsoDate(date) ? formatDate(date, language, 'plain') : ''
  const { surname, givenNames, birthDate, ...papers } = person ?? NOBODY
  const facts: readonly Fact[] = [
    { label: words.number, value: number },
    { label: words.decidedOn, value: day(decidedOn) },
    { label: words.about, value: `${surname} ${givenNames}`.trim() },
    // A name is spelt so in a passport, which not every type asks for.
    { label: words.inPassport, value: papers.passportNumber && (papers.machineName ?? '') },
    {
      label: words.birthDate,
      value: isPartialDate(birthDate) ? formatPartialDate(birthDate, language) : '',
    },
    { label: words.document, value: papers.passportNumber },
    { label: words.matter, value: [type.title[language], about ?? []].flat().join(', ') },
    { label: words.filedOn, value: day(filedOn) },
  ]
  return facts.filter(({ value }) => value !== '')
}

function outcomeIn(record: DecisionRecord, reading: ActReading): Act['outcome'] {
  const { language, type, reader } = reading
  const words = actWords[language]
  const stood = { state: '', outcome: record.outcome }
  const { points, passMark } = record
  const sum =
    points === null || passMark === null
      ? []
      : [[words.sum(points, passMark), nobodyObjects(record) && words.noObjection]]
  const scored = sum.map((parts) => parts.filter((part) => part !== false).join(' '))
  if (reader === 'office' && isOfficeLanguage(language)) {
    return { word: '', sentence: officeTag(stood, type, language), meaning: scored }
  }
  const lead = outcomeOf(type, record.outcome)?.lead?.[language]
  return {
    word: stateTag(stood, type, language),
    sentence: stateTitle(stood, type, language),
    meaning: [...scored, ...(lead === undefined ? [] : [lead])],
  }
}

const nobodyObjects = ({ opinions }: DecisionRecord): boolean =>
  opinions.length > 0 && opinions.every(({ opinion }) => opinion !== 'objection')

function reasoningPart(record: DecisionRecord, reading: ActReading): Part | undefined {
  const { reasoning } = record
  if (reasoning === '') return undefined // time proposed it, and wrote nothing
  const { language } = reading
  const words = actWords[language]
  const translated = (translation: Translation) => translation.reasoning
  return {
    title: words.reasoningTitle,
    lines: [
      ...writtenIn(reasoning, record, { language, translated }),
      { is: 'small', text: words.reasoningWho },
    ],
  }
}

function givesPart({ gives }: DecisionRecord, reading: ActReading): Part | undefined {
  if (gives.length === 0) return undefined
  const { language, statuses } = reading
  const words = actWords[language]
  const fact = (label: string, value: string): Line => ({ is: 'fact', fact: { label, value } })
  return {
    title: words.givesTitle,
    lines: gives.flatMap(({ status, number, from, until, inPlaceOf = [] }): readonly Line[] => [
      { is: 'heading', text: statuses.get(status)?.title[language] ?? status },
      fact(words.statusNumber, number),
      fact(words.from, formatDate(from, language, 'plain')),
      fact(words.until, formatDate(until, language, 'plain')),
      ...inPlaceOf.map((ended) => {
        const title = statuses.get(ended.status)?.title[language] ?? ended.status
        return fact(words.inPlaceOf, `${title}, ${ended.number}`)
      }),
    ]),
  }
}

function endsPart(record: DecisionRecord, reading: ActReading): Part | undefined {
  const { about, outcome } = record
  const { language, type } = reading
  const ends = (outcomeOf(type, outcome)?.effects ?? []).filter(isEnd)
  const kind = kindAbout(record, reading)
  if (ends.length === 0 || about === null || kind === undefined) return undefined
  return {
    title: actWords[language].endsTitle,
    lines: ends.map(({ as }) => ({
      is: 'text',
      text: `${kind.title[language]}, ${about}: ${statusTag(kind, { endedAs: as }, language)}`,
    })),
  }
}

/** Which status names its holder anew, and what becomes of its earlier papers. */
function replacesPart(record: DecisionRecord, reading: ActReading): Part | undefined {
  const { about, outcome } = record
  const { language, type } = reading
  const words = actWords[language]
  const kind = kindAbout(record, reading)
  const replaces = outcomeOf(type, outcome)?.effects.some(({ effect }) => effect === 'replace')
  if (replaces !== true || about === null || kind === undefined) return undefined
  const text = `${kind.title[language]}, ${about}: ${words.replaces}`
  return { title: words.replacesTitle, lines: [{ is: 'text', text }] }
}

const kindAbout = ({ aboutKind }: DecisionRecord, { statuses, type }: ActReading) =>
  statuses.get(aboutKind ?? aboutStatuses(type.begins)[0] ?? '')

function dataPart({ outcome, decidedOn }: DecisionRecord, reading: ActReading): Part | undefined {
  const { language, type } = reading
  const words = actWords[language]
  const effect = outcomeOf(type, outcome)?.effects.find(isUntil)
  if (effect === undefined || !isIsoDate(decidedOn)) return undefined
  const [term, part] =
    effect.effect === 'erase'
      ? [effect.after, 'erases' as const]
      : [effect.for, 'discloses' as const]
  const day = formatDate(termEnd(term, decidedOn, reading), language, 'plain')
  return {
    title: words[`${part}Title`],
    lines: [{ is: 'text', text: words[part].replace('{day}', day) }],
  }
}

/** Who is told to decide, in which case and by when. */
function toldPart(
  { about, outcome, decidedOn }: DecisionRecord,
  reading: ActReading,
): Part | undefined {
  const { language, type } = reading
  const words = actWords[language]
  const tells = outcomeOf(type, outcome)?.effects.find(isTelling)
  if (tells === undefined || about === null || !isIsoDate(decidedOn)) return undefined
  const day = formatDate(termEnd(tells.within, decidedOn, reading), language, 'plain')
  return {
    title: words.toldTitle,
    lines: [{ is: 'text', text: words.told.replace('{number}', about).replace('{day}', day) }],
  }
}
function changesPart({ outcome, about }: DecisionRecord, reading: ActReading): Part | undefined {
  const { language, type } = reading
  if (!changes(type, outcome) || about === null) return undefined
  const words = actWords[language]
  const lines = [words.changes, `${words.changesIn}: ${about}`]
  return {
    title: words.changesTitle,
    lines: lines.map((text) => ({ is: 'text' as const, text })),
  }
}

/** What happens with what is kept of somebody, after or until a day. */
const isUntil = (
  effect: EffectRule,
): effect is Extract<EffectRule, { readonly effect: 'erase' | 'disclose' }> =>
  effect.effect === 'erase' || effect.effect === 'disclose'

type Effect<Of extends EffectRule['effect']> = Extract<EffectRule, { readonly effect: Of }>

const isTelling = (effect: EffectRule): effect is Effect<'notify'> => effect.effect === 'notify'

const isEnd = (effect: EffectRule): effect is Effect<'end'> => effect.effect === 'end'

function signaturePart({ signer }: DecisionRecord, { language, type }: ActReading): Part {
  const words = actWords[language]
  const name = signer?.name ?? ''
  return {
    title: words.signatureTitle,
    lines: [
      { is: 'text', text: name === '' ? words.signer : name },
      ...(signer === null
        ? []
        : [{ is: 'small', text: roleName(signer.role, type, language) } as const]),
      { is: 'small', text: words.unsigned },
    ],
  }
}
