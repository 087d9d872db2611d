import type { Agreed, LinkGround, LinkTold } from '#core/cases/one-person.ts'
import { dayInBaku, type IsoMoment } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import { formatDate } from '#telling/dates.ts'

/** What agrees of two entries of one person, and how it was seen that they are one. */
type SeenWords = {
  readonly agreed: Readonly<Record<Agreed, string>>
  readonly ground: Readonly<Record<LinkGround, string>>
}

export const seenWords: Readonly<Record<Language, SeenWords>> = {
  en: {
    agreed: { names: 'names', 'birth-date': 'date of birth', document: 'travel document' },
    ground: {
      'document-shown': 'the travel document that both entries name was shown',
      'both-documents-shown': 'both travel documents, the old one and the new one, were shown',
      'register-says': 'a register of the state says so',
    },
  },
  az: {
    agreed: { names: 'ad və soyad', 'birth-date': 'doğum tarixi', document: 'səyahət sənədi' },
    ground: {
      'document-shown': 'hər iki qeyddə yazılan səyahət sənədi göstərilib',
      'both-documents-shown': 'köhnə və yeni səyahət sənədinin hər ikisi göstərilib',
      'register-says': 'dövlət reyestri bunu göstərir',
    },
  },
  tr: {
    agreed: { names: 'ad ve soyadı', 'birth-date': 'doğum tarihi', document: 'seyahat belgesi' },
    ground: {
      'document-shown': 'her iki kayıtta yazan seyahat belgesi gösterildi',
      'both-documents-shown': 'eski ve yeni seyahat belgesinin ikisi de gösterildi',
      'register-says': 'bir devlet sicili bunu gösteriyor',
    },
  },
  ru: {
    agreed: {
      names: 'имя и фамилия',
      'birth-date': 'дата рождения',
      document: 'проездной документ',
    },
    ground: {
      'document-shown': 'показан проездной документ, указанный в обеих записях',
      'both-documents-shown': 'показаны оба проездных документа, прежний и новый',
      'register-says': 'так указано в государственном реестре',
    },
  },
}

const en = {
  title: 'You are here twice',
  asked: 'Whether you are here twice',
  waiting:
    'An official of the State Migration Service proposed that another entry here is you as well. Nothing changes until another official confirms it.',
  linked:
    'The State Migration Service found that another entry here is you as well, and linked the two. What you hold by both counts together: for years, for what the law allows you and for what you apply for. Cases, letters and accounts stay apart.',
  undone:
    'Another entry here was linked with yours as the same person. That was undone, and each counts by itself again.',
  gone: 'Another entry here was linked with yours as the same person. It was erased since, and yours counts by itself.',
  rejected:
    'It was proposed that another entry here is you as well. That was rejected, and nothing has changed.',
  proposed: 'Proposed',
  since: 'Linked',
  until: 'Undone',
  notLinked: 'Rejected',
  agrees: 'Written the same in both',
  seen: 'How it was seen',
  wrong:
    'Is the other entry somebody else? Ask on this page to have your data corrected. Two officials undo a link, as two have made it.',
}

export type LinkedWords = Readonly<Record<keyof typeof en, string>>

export const linkedWords: Readonly<Record<Language, LinkedWords>> = {
  en,
  az: {
    title: 'Burada iki dəfə varsınız',
    asked: 'Burada iki dəfə olub-olmadığınız',
    waiting:
      'Dövlət Miqrasiya Xidmətinin əməkdaşı buradakı başqa bir qeydin də siz olduğunu təklif edib. Başqa əməkdaş bunu təsdiqləyənə qədər heç nə dəyişmir.',
    linked:
      'Dövlət Miqrasiya Xidməti müəyyən edib ki, buradakı başqa bir qeyd də sizsiniz, və ikisini əlaqələndirib. İllər, qanunun sizə icazə verdikləri və müraciətlər üçün hər ikisində olanlar birlikdə nəzərə alınır. İşlər, məktublar və kabinetlər ayrı qalır.',
    undone:
      'Buradakı başqa bir qeyd həmin şəxs kimi sizinki ilə əlaqələndirilmişdi. Bu, ləğv edilib və hər biri yenə ayrıca hesablanır.',
    gone: 'Buradakı başqa bir qeyd həmin şəxs kimi sizinki ilə əlaqələndirilmişdi. O, sonra silinib və sizinki ayrıca hesablanır.',
    rejected:
      'Buradakı başqa bir qeydin də siz olduğu təklif edilmişdi. Bu, rədd edilib və heç nə dəyişməyib.',
    proposed: 'Təklif edilib',
    since: 'Əlaqələndirilib',
    until: 'Ləğv edilib',
    notLinked: 'Rədd edilib',
    agrees: 'Hər ikisində eyni yazılanlar',
    seen: 'Necə müəyyən olunub',
    wrong:
      'O biri qeyd başqa şəxsdir? Bu səhifədə məlumatlarınızın düzəldilməsini istəyin. Əlaqəni iki əməkdaş qurduğu kimi, iki əməkdaş da ləğv edir.',
  },
  tr: {
    title: 'Burada iki kez varsınız',
    asked: 'Burada iki kez olup olmadığınız',
    waiting:
      'Devlet Göç Servisinin bir görevlisi, buradaki başka bir kaydın da size ait olduğunu önerdi. Başka bir görevli bunu onaylayana kadar hiçbir şey değişmez.',
    linked:
      'Devlet Göç Servisi buradaki başka bir kaydın da size ait olduğunu belirledi ve ikisini birbirine bağladı. Süreler, yasanın size tanıdıkları ve başvurularınız için ikisinde olanlar birlikte sayılır. Dosyalar, mektuplar ve hesaplar ayrı kalır.',
    undone:
      'Buradaki başka bir kayıt aynı kişi olarak sizinkine bağlıydı. Bu bağ kaldırıldı ve her biri yeniden tek başına sayılır.',
    gone: 'Buradaki başka bir kayıt aynı kişi olarak sizinkine bağlıydı. O kayıt sonradan silindi ve sizinki tek başına sayılır.',
    rejected:
      'Buradaki başka bir kaydın da size ait olduğu önerilmişti. Bu reddedildi ve hiçbir şey değişmedi.',
    proposed: 'Önerildi',
    since: 'Bağlandı',
    until: 'Kaldırıldı',
    notLinked: 'Reddedildi',
    agrees: 'İkisinde de aynı yazılanlar',
    seen: 'Nasıl belirlendi',
    wrong:
      'Öteki kayıt başka birine mi ait? Bu sayfada verilerinizin düzeltilmesini isteyin. Bağı iki görevli kurduğu gibi, iki görevli kaldırır.',
  },
  ru: {
    title: 'Вы записаны здесь дважды',
    asked: 'Записаны ли вы здесь дважды',
    waiting:
      'Сотрудник Государственной миграционной службы предложил считать, что другая запись здесь — тоже вы. Пока другой сотрудник этого не подтвердит, ничего не меняется.',
    linked:
      'Государственная миграционная служба установила, что другая запись здесь — тоже вы, и связала обе. Для сроков, для того, что разрешает вам закон, и для ваших заявлений учитывается всё, что есть в обеих. Дела, письма и учётные записи остаются раздельными.',
    undone:
      'Другая запись здесь была связана с вашей как запись о том же человеке. Связь отменена, и каждая снова считается отдельно.',
    gone: 'Другая запись здесь была связана с вашей как запись о том же человеке. Позже её удалили, и ваша считается отдельно.',
    rejected:
      'Было предложено считать, что другая запись здесь — тоже вы. Это отклонено, и ничего не изменилось.',
    proposed: 'Предложено',
    since: 'Связано',
    until: 'Отменено',
    notLinked: 'Отклонено',
    agrees: 'В обеих записано одинаково',
    seen: 'Как это установлено',
    wrong:
      'Другая запись — о другом человеке? Попросите на этой странице исправить ваши данные. Связь отменяют два сотрудника, как двое её и установили.',
  },
}

/** That somebody is, or was, thought to be here twice, as they are told. */
export type ToldLink = {
  readonly stands: LinkTold
  readonly proposedAt: IsoMoment
  readonly linkedAt?: IsoMoment | undefined
  readonly endedAt?: IsoMoment | undefined
  readonly agrees: readonly Agreed[]
  readonly ground: LinkGround
}

/** What stands over them: whether they are here twice, or whether that was asked. */
export const linksTitle = (
  links: readonly Pick<ToldLink, 'stands'>[],
  language: Language,
): string =>
  linkedWords[language][links.some(({ stands }) => stands === 'linked') ? 'title' : 'asked']

/** Its days, each with its name. */
export function linkDays(
  { stands, ...at }: Pick<ToldLink, 'stands' | 'proposedAt' | 'linkedAt' | 'endedAt'>,
  language: Language,
): readonly (readonly [label: string, value: string])[] {
  const words = linkedWords[language]
  const day = (label: string, moment: IsoMoment | undefined) =>
    moment === undefined
      ? []
      : ([[label, formatDate(dayInBaku(moment), language, 'plain')]] as const)
  return [
    ...day(words.proposed, at.proposedAt),
    ...day(words.since, at.linkedAt),
    ...day(stands === 'rejected' ? words.notLinked : words.until, at.endedAt),
  ]
}

/** Its days, what agreed and how it was seen. */
export const linkFacts = (
  link: ToldLink,
  language: Language,
): readonly (readonly [label: string, value: string])[] => [
  ...linkDays(link, language),
  [linkedWords[language].agrees, agreedText(link.agrees, language)],
  [linkedWords[language].seen, seenWords[language].ground[link.ground]],
]

export const agreedText = (agrees: readonly Agreed[], language: Language): string =>
  agrees.map((each) => seenWords[language].agreed[each]).join(', ')
