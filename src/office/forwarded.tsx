import { isOut } from '#core/cases/away.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { serviceOf } from '#core/policy/systems.ts'
import { nameInPart, type OpenCase } from '#office/open-case.ts'
import type { Tries } from '#records/inquiries.ts'
import { formatMomentInBaku } from '#telling/dates.ts'
import { Forwarded, forwardedWords } from '#telling/forwarded.tsx'
import { roleName } from '#telling/roles.ts'
import { InsetText } from '#ui/inset-text.tsx'
import { Written } from '#ui/written.tsx'

type Props = {
  /** The case as it is of one of those whom it is about. */
  readonly open: OpenCase
  readonly language: OfficeLanguage
  readonly tries?: readonly Tries[]
  readonly names: ReadonlyMap<string, string>
}

/** So many times that it was asked about are shown, the last ones. */
const WANTED_MAX = 5

/** Who examines it, where that is done elsewhere, and whether the line to them works. */
export const ForwardedCase = ({ open, language, tries = [], names }: Props) => {
  const { found, description, sight } = open
  const own = found.standing.away.find(({ subject }) => subject === found.partyId)
  if (own === undefined || !sight.whole) return null
  const { title } = forwardedWords[language]
  const system = serviceOf(description.systems, own.service)?.system.name[language] ?? own.service
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
      {own.wanted?.slice(-WANTED_MAX).map(({ by, role, at, does, purpose }) => (
        <p class="kc-register__said">
          {words[does === 'send' ? 'sentAgain' : 'askedAgain']
            .replace('{who}', () => names.get(by) ?? roleName(role, description.type, language))
            .replace('{moment}', () => formatMomentInBaku(at, language))}{' '}
          <Written>{purpose}</Written>
        </p>
      ))}
      {isOut(own) && <p class="govuk-body">{words.meanwhile}</p>}
    </section>
  )
}

const en = {
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
