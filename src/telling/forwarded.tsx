import { isOut, type Away, type Report, type Reported } from '#core/cases/away.ts'
import type { Language } from '#core/language.ts'
import { formatDate } from '#telling/dates.ts'
import type { Child } from '#ui/markup.ts'
import { SummaryList } from '#ui/summary-list.tsx'
import { Written } from '#ui/written.tsx'

type Props = {
  readonly own: Away
  /** What the system is called whose people examine it. */
  readonly system: string
  readonly language: Language
}

/** Who examines a case that is not examined here, under which number, and what they said. */
export const Forwarded = ({ own, system, language }: Props) => {
  const words = forwardedWords[language]
  const { sentOn, number, reports } = own
  const day = formatDate(sentOn, language, 'plain')
  const filled = (text: string) => text.replace('{system}', system).replace('{day}', day)
  return (
    <>
      <p class="govuk-body">{filled(words[howItStands(own)])}</p>
      {number !== undefined && (
        <p class="govuk-body">
          {words.number} <strong>{number}</strong>
        </p>
      )}
      {reports.toReversed().map((said) => (
        <Said said={said} system={system} language={language} />
      ))}
    </>
  )
}

type Standing = 'sent' | 'out' | 'answered' | 'recalled'

function howItStands(own: Away): Standing {
  if (own.recalledOn !== undefined) return 'recalled'
  if (!isOut(own)) return 'answered'
  return own.number === undefined ? 'sent' : 'out'
}

const Said = ({
  said,
  system,
  language,
}: Pick<Props, 'system' | 'language'> & { readonly said: Away['reports'][number] }) => {
  const words = forwardedWords[language]
  const { note, on, gives, complaint, marks = [], cameOn } = said
  const text = (written: string) => (
    <Written as="p" class="govuk-body kc-value">
      {written}
    </Written>
  )
  const rows: readonly (readonly [key: string, value: Child])[] = [
    ...(on === undefined ? [] : [[words.on, formatDate(on, language, 'full')] as const]),
    ...(gives === undefined ? [] : [[words.gives, gives.number] as const]),
    ...(gives?.until === undefined
      ? []
      : [[words.until, formatDate(gives.until, language, 'full')] as const]),
    ...(note === undefined ? [] : [[words.note, text(note)] as const]),
    ...marks.map((mark) => [words.mark, text(mark.note)] as const),
    ...(complaint === undefined ? [] : [[words.howToComplain, text(complaint)] as const]),
    [words.heard, formatDate(cameOn, language, 'plain')],
  ]
  return (
    <>
      <h3 class="govuk-heading-s">{reportTitle(said, language)}</h3>
      <SummaryList rows={rows.map(([key, value]) => ({ key, value }))} />
      {said.as === 'refuses' && complaint === undefined && (
        <p class="govuk-body">{words.complain.replace('{system}', system)}</p>
      )}
    </>
  )
}

/** What the system said, in a few words. */
export const reportTitle = ({ as }: Pick<Report, 'as'>, language: Language): string =>
  forwardedWords[language][as]

type Words = Readonly<
  Record<
    | Standing
    | Reported
    | 'title'
    | 'underWay'
    | 'number'
    | 'on'
    | 'gives'
    | 'until'
    | 'note'
    | 'mark'
    | 'howToComplain'
    | 'heard'
    | 'complain',
    string
  >
>

export const forwardedWords: Readonly<Record<Language, Words>> = {
  az: {
    title: 'Müraciətə kim baxır',
    underWay: 'Müraciətə başqa sistemdə baxılır',
    sent: 'Müraciəti bu tarixdə göndərmişik: {day}. Ona «{system}» əməkdaşları baxır və qərarı onlar verir. Müraciətin çatdığı hələ təsdiqlənməyib, sistemdən yenidən soruşuruq.',
    out: 'Müraciəti bu tarixdə göndərmişik: {day}. Ona «{system}» əməkdaşları baxır və qərarı onlar verir. Müraciət onlara çatıb.',
    answered: 'Qərar burada yox, bu sistemdə verilib: {system}.',
    recalled: 'Müraciət bu sistemdən geri götürülüb: {system}. Ona indi biz baxırıq.',
    number: 'Həmin sistemdəki nömrəsi:',
    arrived: 'Müraciət çatıb',
    mend: 'Düzəliş istənilir',
    come: 'Şəxsən gəlmək lazımdır',
    grants: 'Xahiş təmin edilib',
    refuses: 'İmtina edilib',
    drops: 'Orada daha baxılmır',
    on: 'Tarix',
    gives: 'Verilən icazənin və ya sənədin nömrəsi',
    until: 'Etibarlıdır, son gün',
    note: 'Nə yazılıb',
    mark: 'Nəyi düzəltmək lazımdır',
    howToComplain: 'Necə şikayət vermək olar',
    heard: 'Xəbər bizə çatıb',
    complain:
      'Bu qərardan şikayəti həmin sistemin sahibinə verin: {system}. Bu şəxsi kabinetdə ona dair şikayət verilmir.',
  },
  tr: {
    title: 'Başvuruyu kim inceliyor',
    underWay: 'Başvuru başka bir sistemde inceleniyor',
    sent: 'Başvuruyu şu tarihte gönderdik: {day}. Onu “{system}” görevlileri inceliyor ve kararı onlar veriyor. Başvurunun ulaştığı henüz doğrulanmadı, sisteme yeniden soruyoruz.',
    out: 'Başvuruyu şu tarihte gönderdik: {day}. Onu “{system}” görevlileri inceliyor ve kararı onlar veriyor. Başvuru onlara ulaştı.',
    answered: 'Karar burada değil, şu sistemde verildi: {system}.',
    recalled: 'Başvuru şu sistemden geri alındı: {system}. Artık onu biz inceliyoruz.',
    number: 'O sistemdeki numarası:',
    arrived: 'Başvuru ulaştı',
    mend: 'Düzeltme isteniyor',
    come: 'Şahsen gelmeniz gerekiyor',
    grants: 'Talep kabul edildi',
    refuses: 'Reddedildi',
    drops: 'Orada artık incelenmiyor',
    on: 'Tarih',
    gives: 'Verilen iznin veya belgenin numarası',
    until: 'Geçerlilik, son gün',
    note: 'Ne yazıldı',
    mark: 'Neyin düzeltilmesi gerekiyor',
    howToComplain: 'Nasıl şikâyet edilir',
    heard: 'Haber bize ulaştı',
    complain:
      'Bu karara karşı şikâyeti o sistemin sahibine verin: {system}. Bu hesapta o karara karşı şikâyet verilmez.',
  },
  en: {
    title: 'Who examines it',
    underWay: 'Your application is examined in another system',
    sent: 'We sent it on {day}. The people of the “{system}” examine it, and they decide. That it arrived is not confirmed yet, and we keep asking.',
    out: 'We sent it on {day}. The people of the “{system}” examine it, and they decide. It has arrived there.',
    answered: 'It was not decided here, but in this system: {system}.',
    recalled: 'It was taken back from this system: {system}. We examine it now.',
    number: 'Its number there:',
    arrived: 'It has arrived',
    mend: 'Something has to be corrected',
    come: 'You have to come in person',
    grants: 'What was asked for is granted',
    refuses: 'Refused',
    drops: 'No longer examined there',
    on: 'Day',
    gives: 'Number of the permit or document given',
    until: 'Valid, last day',
    note: 'What was written',
    mark: 'What has to be corrected',
    howToComplain: 'How to complain',
    heard: 'We heard of it on',
    complain:
      'A complaint about this decision goes to the owner of that system: {system}. It cannot be made in this account.',
  },
  ru: {
    title: 'Кто рассматривает обращение',
    underWay: 'Обращение рассматривают в другой системе',
    sent: 'Мы отправили обращение в этот день: {day}. Его рассматривают сотрудники системы «{system}», они же принимают решение. Получение ещё не подтверждено, мы спрашиваем снова.',
    out: 'Мы отправили обращение в этот день: {day}. Его рассматривают сотрудники системы «{system}», они же принимают решение. Обращение там получено.',
    answered: 'Решение принято не здесь, а в этой системе: {system}.',
    recalled: 'Обращение возвращено из этой системы: {system}. Теперь его рассматриваем мы.',
    number: 'Номер в той системе:',
    arrived: 'Обращение получено',
    mend: 'Нужно кое-что исправить',
    come: 'Нужно прийти лично',
    grants: 'Просьба удовлетворена',
    refuses: 'Отказано',
    drops: 'Там больше не рассматривается',
    on: 'День',
    gives: 'Номер выданного разрешения или документа',
    until: 'Действует, последний день',
    note: 'Что написано',
    mark: 'Что нужно исправить',
    howToComplain: 'Как подать жалобу',
    heard: 'Мы узнали об этом',
    complain:
      'Жалобу на это решение подают владельцу той системы: {system}. В этом кабинете её подать нельзя.',
  },
}
