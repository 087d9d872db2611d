import type { Agreed, LinkGround } from '#core/cases/one-person.ts'
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
  linked:
    'The State Migration Service found that another entry here is you as well, and linked the two. What you hold by both counts together for years and for what the law allows you. Cases, letters and accounts stay apart.',
  undone:
    'Another entry here was linked with yours as the same person. That was undone, and each counts by itself again.',
  gone: 'Another entry here was linked with yours as the same person. It was erased since, and yours counts by itself.',
  since: 'Linked',
  until: 'Undone',
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
    linked:
      'Dövlət Miqrasiya Xidməti müəyyən edib ki, buradakı başqa bir qeyd də sizsiniz, və ikisini əlaqələndirib. İllər və qanunun sizə icazə verdikləri hər ikisində olanlara görə birlikdə hesablanır. İşlər, məktublar və kabinetlər ayrı qalır.',
    undone:
      'Buradakı başqa bir qeyd həmin şəxs kimi sizinki ilə əlaqələndirilmişdi. Bu, ləğv edilib və hər biri yenə ayrıca hesablanır.',
    gone: 'Buradakı başqa bir qeyd həmin şəxs kimi sizinki ilə əlaqələndirilmişdi. O, sonra silinib və sizinki ayrıca hesablanır.',
    since: 'Əlaqələndirilib',
    until: 'Ləğv edilib',
    agrees: 'Hər ikisində eyni yazılanlar',
    seen: 'Necə müəyyən olunub',
    wrong:
      'O biri qeyd başqa şəxsdir? Bu səhifədə məlumatlarınızın düzəldilməsini istəyin. Əlaqəni iki əməkdaş qurduğu kimi, iki əməkdaş da ləğv edir.',
  },
  tr: {
    title: 'Burada iki kez varsınız',
    linked:
      'Devlet Göç Servisi buradaki başka bir kaydın da size ait olduğunu belirledi ve ikisini birbirine bağladı. Süreler ve yasanın size tanıdıkları, ikisinde olanlara göre birlikte sayılır. Dosyalar, mektuplar ve hesaplar ayrı kalır.',
    undone:
      'Buradaki başka bir kayıt aynı kişi olarak sizinkine bağlıydı. Bu bağ kaldırıldı ve her biri yeniden tek başına sayılır.',
    gone: 'Buradaki başka bir kayıt aynı kişi olarak sizinkine bağlıydı. O kayıt sonradan silindi ve sizinki tek başına sayılır.',
    since: 'Bağlandı',
    until: 'Kaldırıldı',
    agrees: 'İkisinde de aynı yazılanlar',
    seen: 'Nasıl belirlendi',
    wrong:
      'Öteki kayıt başka birine mi ait? Bu sayfada verilerinizin düzeltilmesini isteyin. Bağı iki görevli kurduğu gibi, iki görevli kaldırır.',
  },
  ru: {
    title: 'Вы записаны здесь дважды',
    linked:
      'Государственная миграционная служба установила, что другая запись здесь — тоже вы, и связала обе. Сроки и то, что разрешает вам закон, считаются вместе по тому, что есть в обеих. Дела, письма и учётные записи остаются раздельными.',
    undone:
      'Другая запись здесь была связана с вашей как запись о том же человеке. Связь отменена, и каждая снова считается отдельно.',
    gone: 'Другая запись здесь была связана с вашей как запись о том же человеке. Позже её удалили, и ваша считается отдельно.',
    since: 'Связано',
    until: 'Отменено',
    agrees: 'В обеих записано одинаково',
    seen: 'Как это установлено',
    wrong:
      'Другая запись — о другом человеке? Попросите на этой странице исправить ваши данные. Связь отменяют два сотрудника, как двое её и установили.',
  },
}

/** That somebody was found to be here twice, and until when that held. */
export type LinkTold = {
  readonly linkedAt: IsoMoment
  readonly endedAt?: IsoMoment | undefined
  /** The other entry was erased. */
  readonly isGone: boolean
  readonly agrees: readonly Agreed[]
  readonly ground: LinkGround
}

/** The sentences that say it; the days, what agreed and how it was seen stand beside them. */
export function linkText(
  { endedAt, isGone }: Pick<LinkTold, 'endedAt' | 'isGone'>,
  language: Language,
): string {
  const words = linkedWords[language]
  if (endedAt !== undefined) return words.undone
  return isGone ? words.gone : words.linked
}

/** Those facts, each with its name. */
export function linkFacts(
  { linkedAt, endedAt, agrees, ground }: LinkTold,
  language: Language,
): readonly (readonly [label: string, value: string])[] {
  const words = linkedWords[language]
  const day = (moment: IsoMoment) => formatDate(dayInBaku(moment), language, 'plain')
  return [
    [words.since, day(linkedAt)],
    ...(endedAt === undefined ? [] : ([[words.until, day(endedAt)]] as const)),
    [words.agrees, agreedText(agrees, language)],
    [words.seen, seenWords[language].ground[ground]],
  ]
}

export const agreedText = (agrees: readonly Agreed[], language: Language): string =>
  agrees.map((each) => seenWords[language].agreed[each]).join(', ')
