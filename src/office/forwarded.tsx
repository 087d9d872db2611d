import { isOut, type Away } from '#core/cases/away.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { serviceOf } from '#core/policy/systems.ts'
import { AskedAnew } from '#office/asked-anew.tsx'
import { recallAsked } from '#office/case-turn.ts'
import { nameInPart, type OpenCase } from '#office/open-case.ts'
import type { Tries } from '#records/inquiries.ts'
import { formatDate, formatMomentInBaku } from '#telling/dates.ts'
import { Forwarded, forwardedWords } from '#telling/forwarded.tsx'
import { roleName } from '#telling/roles.ts'
import { InsetText } from '#ui/inset-text.tsx'

type Props = {
  /** The case as it is of one of those whom it is about. */
  readonly open: OpenCase
  readonly language: OfficeLanguage
  readonly tries?: readonly Tries[]
  readonly names: ReadonlyMap<string, string>
}

/** Who examines it, where that is done elsewhere, and whether the line to them works. */
export const ForwardedCase = ({ open, language, tries = [], names }: Props) => {
  const { found, description, sight } = open
  const own = found.standing.away.find(({ subject }) => subject === found.partyId)
  if (own === undefined || !sight.whole) return null
  const { title } = forwardedWords[language]
  const system = systemOf(open, own, language)
  const tried = tries.find(({ party, service }) => party === own.subject && service === own.service)
  const words = officeWords[language]
  return (
    <section>
      <h2 class="govuk-heading-m">
        {found.several ? `${title}: ${nameInPart(open, language)}` : title}
      </h2>
      {tried?.outcome !== undefined && tried.outcome !== 'waits' && (
        <InsetText>
          {words[tried.outcome].replace('{times}', String(tried.times))}
          {tried.code === undefined ? '' : ` (${tried.code})`}
        </InsetText>
      )}
      <Forwarded own={own} system={system} language={language} />
      <AskedAnew
        asked={(own.wanted ?? []).map(({ by, role, at, does, purpose }) => ({
          said: words[does === 'send' ? 'sentAgain' : 'askedAgain']
            .replace('{who}', () => names.get(by) ?? roleName(role, description.type, language))
            .replace('{moment}', () => formatMomentInBaku(at, language)),
          purpose,
        }))}
        language={language}
      />
      {isOut(own) && <p class="govuk-body">{words.meanwhile}</p>}
    </section>
  )
}

/** What the system is called whose people examine it. */
export const systemOf = (
  { description }: OpenCase,
  { service }: Pick<Away, 'service'>,
  language: OfficeLanguage,
): string => serviceOf(description.systems, service)?.system.name[language] ?? service

type There = Pick<Props, 'language' | 'names'> & { readonly there: Away }

/** Who has it, since when, and that somebody asked for it back. */
export function thereText(open: OpenCase, { there, language, names }: There): string {
  const words = officeWords[language]
  const text = words.there
    .replace('{system}', () => systemOf(open, there, language))
    .replace('{day}', formatDate(there.since, language, 'plain'))
  const asked = recallAsked(open)
  if (asked === undefined) return text
  const { by, role, at } = asked
  const recall = words.recall
    .replace('{who}', () => names.get(by) ?? roleName(role, open.description.type, language))
    .replace('{moment}', formatMomentInBaku(at, language))
  return `${text} ${recall}`
}

const en = {
  there: 'It lies with this system: {system}. It was sent there on {day}. The people there decide.',
  recall: 'Taking it back was asked for by {who}, {moment}. Another official has to do it.',
  askedAgain: 'It was asked about again by {who}, {moment}, because:',
  sentAgain: 'It was sent once more by {who}, {moment}, because:',
  meanwhile:
    'Meanwhile nothing is proposed or decided here, and the time for the answer goes on. Where no answer comes, two officials can take the case back.',
  unreachable: 'The system cannot be reached. Tried so far: {times}. It is tried again by itself.',
  unintelligible:
    'What the system answers is not what was agreed. Tried so far: {times}. It is asked again by itself.',
  refused:
    'The system refuses the question. Tried so far: {times}. It is asked again after a day, or when an administrator asks for it.',
} as const

const officeWords: Readonly<Record<OfficeLanguage, Readonly<Record<keyof typeof en, string>>>> = {
  en,
  az: {
    there: 'İşə bu sistemdə baxılır: {system}. Göndərilib: {day}. Qərarı oranın əməkdaşları verir.',
    recall: 'Geri götürülməsini istəyən: {who}, {moment}. Bunu başqa əməkdaş etməlidir.',
    askedAgain: 'Yenidən soruşan: {who}, {moment}. Səbəb:',
    sentAgain: 'Bir daha göndərən: {who}, {moment}. Səbəb:',
    meanwhile:
      'Bu müddətdə burada qərar layihəsi hazırlanmır və qərar verilmir, cavab müddəti isə davam edir. Cavab gəlmirsə, işi iki əməkdaş geri götürə bilər.',
    unreachable: 'Sistemə qoşulmaq olmur. Cəhdlərin sayı: {times}. Yenidən özü cəhd edir.',
    unintelligible:
      'Sistemin cavabı razılaşdırıldığı kimi deyil. Cəhdlərin sayı: {times}. Yenidən özü soruşur.',
    refused:
      'Sistem sorğunu qəbul etmir. Cəhdlərin sayı: {times}. Bir gündən sonra və ya administrator istəyəndə yenidən soruşulur.',
  },
}
