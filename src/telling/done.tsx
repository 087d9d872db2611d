import type { Language } from '#core/language.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { stepDone } from '#telling/case-words.ts'
import { NotificationBanner } from '#ui/notification-banner.tsx'

/**
 * The one way in which a form that was taken says so, on both faces: the answer to the POST leads
 * to a page whose address holds what was done, and the shell of that page makes of it a banner,
 * where the focus goes, and the beginning of the title. It works without scripts, and the address
 * holds nothing but codes, of this list and of policy, so that it can neither name anybody nor say
 * anything else.
 */
const WORDS = {
  az: {
    title: 'Hazırdır',
    saved: 'Yadda saxlanıldı',
    'saved-for-later': 'Yadda saxlanıldı. Sonra davam edə bilərsiniz',
    'nothing-written': 'Hələ heç nə yazılmayıb, ona görə heç nə saxlanılmadı',
    added: 'Əlavə edildi',
    removed: 'Silindi',
    invited: 'Dəvət göndərilir',
    withdrawn: 'Dəvət geri götürülüb',
    'taken-over': 'Bundan sonra özünüz üçün özünüz hərəkət edirsiniz',
    uploaded: 'Fayl yükləndi',
    'uploaded-before': 'Bu fayl artıq burada idi, bir dəfə saxlanılır',
    'uploaded-alike': 'Fayl yükləndi. Elə həmin fayl burada başqa adla da var',
    restored: 'Fayl geri qaytarıldı',
    'let-go': 'Yarımçıq yükləmə silindi',
    adopted: 'Qəbul etdiyiniz qeydə alındı',
    'time-confirmed': 'Vaxtı təsdiqlədiyiniz qeydə alındı. Avtomatik addımlar davam edir',
    'system-off': 'Sistem söndürüldü. Heç nə itmir: sorğular onu gözləyir',
    'system-on': 'Sistem yandırıldı. Gözləyən sorğular indi göndərilir',
    'system-again': 'Gözləyən sorğular indi göndərilir',
    'registers-asked': 'Reyestrlərdən soruşulur',
    'signed-in': 'Daxil oldunuz',
    'signed-in-without-file': 'Daxil oldunuz. Fayl bizə çatmadı, onu yenidən seçin',
    'signed-out': 'Çıxış etdiniz',
    'account-ready': 'Şəxsi kabinetiniz hazırdır',
    'password-set': 'Yeni parolunuz yadda saxlanıldı',
    'visit-chosen': 'Gələcəyiniz vaxt qeydə alındı',
    'visit-together':
      'Gələcəyiniz vaxt qeydə alındı. Gəlməli olan və vaxtı olmayan o birilərə də vaxt verilib, onlara yazırıq',
    'visit-set': 'Vaxt qeydə alındı',
    'visit-cancelled': 'Vaxt ləğv edildi',
    'visit-recorded': 'Gəlib-gəlmədiyi qeydə alındı',
    'campaign-made':
      'Kampaniya yaradıldı və tədbir nümayəndəliyinizin hamıya açıq səhifəsindədir. Keçidi',
    'campaign-changed': 'Kampaniya dəyişdirildi. Keçidi əvvəlki kimi qalır',
    'campaign-retired': 'Keçid bağlandı: səhifəsi tədbirin bitdiyini deyir. Keçid',
    'campaign-revived': 'Keçid yenidən tədbirə aparır. Keçid',
    'campaign-deleted': 'Kampaniya silindi. Onun kodu başqa heç bir kampaniyaya verilməyəcək',
    'shown-to-all': 'Bunu indi hamı oxuya bilir',
    'taken-down': 'Portaldan çıxarıldı',
  },
  tr: {
    title: 'Tamamlandı',
    saved: 'Kaydedildi',
    'saved-for-later': 'Kaydedildi. Daha sonra devam edebilirsiniz',
    'nothing-written': 'Henüz bir şey yazılmadı, bu yüzden bir şey kaydedilmedi',
    added: 'Eklendi',
    removed: 'Kaldırıldı',
    invited: 'Davet gönderiliyor',
    withdrawn: 'Davet geri çekildi',
    'taken-over': 'Bundan sonra kendi adınıza siz hareket ediyorsunuz',
    uploaded: 'Dosya yüklendi',
    'uploaded-before': 'Bu dosya zaten buradaydı, bir kez saklanıyor',
    'uploaded-alike': 'Dosya yüklendi. Aynı dosya burada başka bir adla da var',
    restored: 'Dosya geri getirildi',
    'let-go': 'Yarım kalan yükleme silindi',
    adopted: 'Onayınız kaydedildi',
    'time-confirmed': 'Saat onayınız kaydedildi. Otomatik adımlar sürüyor',
    'system-off': 'Sistem kapatıldı. Hiçbir şey kaybolmaz: sorular onu bekler',
    'system-on': 'Sistem açıldı. Bekleyen sorular şimdi gönderiliyor',
    'system-again': 'Bekleyen sorular şimdi gönderiliyor',
    'registers-asked': 'Sicillere soruluyor',
    'signed-in': 'Giriş yaptınız',
    'signed-in-without-file': 'Giriş yaptınız. Dosya bize ulaşmadı, yeniden seçin',
    'signed-out': 'Çıkış yaptınız',
    'account-ready': 'Hesabınız hazır',
    'password-set': 'Yeni parolanız kaydedildi',
    'visit-chosen': 'Geleceğiniz saat kaydedildi',
    'visit-together':
      'Geleceğiniz saat kaydedildi. Gelmesi gereken ve saati olmayan diğerlerine de saat verildi, onlara yazıyoruz',
    'visit-set': 'Saat kaydedildi',
    'visit-cancelled': 'Randevu iptal edildi',
    'visit-recorded': 'Gelip gelmediği kaydedildi',
    'campaign-made':
      'Kampanya oluşturuldu ve etkinlik temsilciliğinizin herkese açık sayfasında. Bağlantısı',
    'campaign-changed': 'Kampanya değiştirildi. Bağlantısı aynı kaldı',
    'campaign-retired': 'Bağlantı kapatıldı: sayfası etkinliğin bittiğini söylüyor. Bağlantı',
    'campaign-revived': 'Bağlantı yeniden etkinliğe götürüyor. Bağlantı',
    'campaign-deleted': 'Kampanya silindi. Kodu başka hiçbir kampanyaya verilmeyecek',
    'shown-to-all': 'Bunu artık herkes okuyabilir',
    'taken-down': 'Portaldan kaldırıldı',
  },
  en: {
    title: 'Done',
    saved: 'Saved',
    'saved-for-later': 'Saved. You can continue later',
    'nothing-written': 'Nothing is written yet, so nothing was saved',
    added: 'Added',
    removed: 'Removed',
    invited: 'The invitation is on its way',
    withdrawn: 'Invitation withdrawn',
    'taken-over': 'From now on you act for yourself',
    uploaded: 'File uploaded',
    'uploaded-before': 'This file was already here, and is kept once',
    'uploaded-alike': 'File uploaded. The same file is here under another name as well',
    restored: 'File brought back',
    'let-go': 'Unfinished upload deleted',
    adopted: 'Your adoption is recorded',
    'time-confirmed': 'Your confirmation of the time is recorded. Automatic steps go on',
    'system-off': 'The system is switched off. Nothing is lost: questions wait for it',
    'system-on': 'The system is switched on. What waited is being asked',
    'system-again': 'What waited is being asked',
    'registers-asked': 'The registers are being asked',
    'signed-in': 'You are signed in',
    'signed-in-without-file': 'You are signed in. The file did not reach us: choose it again',
    'signed-out': 'You are signed out',
    'account-ready': 'Your account is ready',
    'password-set': 'Your new password is saved',
    'visit-chosen': 'Your time is recorded',
    'visit-together':
      'Your time is recorded. The others who have to come and had none have a time too, and we write to them',
    'visit-set': 'The time is recorded',
    'visit-cancelled': 'The time is cancelled',
    'visit-recorded': 'It is recorded who came',
    'campaign-made':
      'The campaign is made, and the event stands on the public page of your mission. Its link',
    'campaign-changed': 'The campaign is changed. Its link stays the same',
    'campaign-retired': 'The link is retired: its page says that the event is over. The link',
    'campaign-revived': 'The link leads to the event again. The link',
    'campaign-deleted': 'The campaign is deleted. Its code will be given to no other campaign',
    'shown-to-all': 'Everybody can read it now',
    'taken-down': 'It is gone from the portal',
  },
  ru: {
    title: 'Готово',
    saved: 'Сохранено',
    'saved-for-later': 'Сохранено. Продолжить можно позже',
    'nothing-written': 'Пока ничего не написано, поэтому ничего не сохранено',
    added: 'Добавлено',
    removed: 'Удалено',
    invited: 'Приглашение отправляется',
    withdrawn: 'Приглашение отозвано',
    'taken-over': 'Теперь вы действуете за себя сами',
    uploaded: 'Файл загружен',
    'uploaded-before': 'Этот файл уже был здесь и хранится один раз',
    'uploaded-alike': 'Файл загружен. Тот же файл есть здесь и под другим именем',
    restored: 'Файл возвращён',
    'let-go': 'Незавершённая загрузка удалена',
    adopted: 'Ваше согласие с правилами записано',
    'time-confirmed': 'Ваше подтверждение времени записано. Автоматические шаги продолжаются',
    'system-off': 'Система отключена. Ничего не потеряно: запросы ждут её',
    'system-on': 'Система включена. Ожидавшие запросы отправляются',
    'system-again': 'Ожидавшие запросы отправляются',
    'registers-asked': 'Реестры запрашиваются',
    'signed-in': 'Вы вошли',
    'signed-in-without-file': 'Вы вошли. Файл не дошёл до нас, выберите его ещё раз',
    'signed-out': 'Вы вышли',
    'account-ready': 'Учётная запись готова',
    'password-set': 'Новый пароль сохранён',
    'visit-chosen': 'Время вашего визита записано',
    'visit-together':
      'Время вашего визита записано. Остальным, кто должен прийти и у кого времени не было, оно тоже выбрано, мы им пишем',
    'visit-set': 'Время записано',
    'visit-cancelled': 'Время отменено',
    'visit-recorded': 'Записано, кто пришёл',
    'campaign-made':
      'Кампания создана, и мероприятие видно на открытой странице вашего представительства. Её ссылка',
    'campaign-changed': 'Кампания изменена. Её ссылка осталась прежней',
    'campaign-retired': 'Ссылка закрыта: её страница говорит, что мероприятие закончилось. Ссылка',
    'campaign-revived': 'Ссылка снова ведёт к мероприятию. Ссылка',
    'campaign-deleted': 'Кампания удалена. Её код не получит ни одна другая кампания',
    'shown-to-all': 'Теперь это может прочитать каждый',
    'taken-down': 'Снято с портала',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>

type OwnDeed = Exclude<keyof (typeof WORDS)['en'], 'title'>

/** What was done: something of a form, or a step of a case, which its code and type name. */
export type Deed = OwnDeed | typeof STEP

/** The page after the form is itself what there is to say, such as a receipt. */
export type Told = 'told'

export const STEP = 'step'

const isOwnDeed = (text: string): text is OwnDeed =>
  text !== 'title' && Object.hasOwn(WORDS.en, text)

const isDeed = (text: string): text is Deed => isOwnDeed(text) || text === STEP

/** To which step of which type an address says that a deed was. */
export const stepOfType = (type: string, step: string): string => `${type}.${step}`

/** What a banner says of what was just done; nothing where an address names a step that is none. */
export function deedText(
  { deed, deedOf }: Pick<Asked, 'deed' | 'deedOf'>,
  language: Language,
  types: Iterable<CaseType>,
): string | undefined {
  if (deed === undefined) return undefined
  if (deed !== STEP) return WORDS[language][deed]
  for (const type of types) {
    const step = type.steps.find(({ code }) => stepOfType(type.code, code) === deedOf)
    if (step) return stepDone(type, step.code, language)
  }
  return undefined
}

const NAME = 'done'
/** To what it was done: a code of policy, and nothing where no page of ours knows a name for it. */
const OF = 'of'

type Answering = { readonly redirect: (place: string, status: 303) => Response }

/** Answers a POST that was taken. A fragment would take the focus away from what is said. */
export function done(c: Answering, path: string, deed: Deed | Told, of?: string): Response {
  const url = new URL(path, NOWHERE)
  url.searchParams.set(NAME, deed)
  url.searchParams.delete(OF)
  if (of !== undefined) url.searchParams.set(OF, of)
  return c.redirect(pathOf(url), 303)
}

/** What the address of a page says was done; anything that is not in the list is nothing. */
export function deedIn(address: string): Deed | Told | undefined {
  const text = new URL(address).searchParams.get(NAME) ?? ''
  return text === 'told' || isDeed(text) ? text : undefined
}

/** What was done just before a page of ours was asked for; a link from elsewhere tells nothing. */
export function deedOf({ url, headers }: Request): Deed | Told | undefined {
  const from = headers.get('sec-fetch-site') ?? 'same-origin' // older browsers say nothing
  return from === 'same-origin' ? deedIn(url) : undefined
}

/** What a page says of the request that it answers, on both faces. */
export type Asked = {
  /** Path and query, for links to this page in another language. */
  readonly here: string
  /** What the form before this page did. */
  readonly deed?: Deed
  readonly deedOf?: string
  /** The same in words, where a page can tell. */
  readonly said?: string
  /** This page is itself the answer to a form. */
  readonly isAnswer: boolean
}

export function askedIn(
  request: Request,
  { language, types }: { readonly language: Language; readonly types: Iterable<CaseType> },
): Asked {
  const isPost = request.method === 'POST'
  const deed = isPost ? undefined : deedOf(request)
  const of = new URL(request.url).searchParams.get(OF)
  const told =
    deed === undefined || deed === 'told' ? {} : { deed, ...(of === null ? {} : { deedOf: of }) }
  const said = deedText(told, language, types)
  return {
    here: placeIn(request.url),
    ...told,
    ...(said === undefined ? {} : { said }),
    isAnswer: isPost || deed === 'told',
  }
}

/** True for a page that was to be the first one after a sign-in. */
export const isAfterSignIn = (path: string): boolean =>
  AFTER_SIGN_IN.some((deed) => deed === deedIn(`${NOWHERE}${path}`))

const AFTER_SIGN_IN: readonly Deed[] = ['signed-in', 'signed-in-without-file']

/** Path and query of an address, as they are when nothing was just done. */
export function placeIn(address: string): string {
  const url = new URL(address)
  if (url.searchParams.has(NAME)) for (const name of [NAME, OF]) url.searchParams.delete(name)
  return pathOf(url)
}

const NOWHERE = 'http://nowhere.invalid'
/** Never two slashes first, which lead to another host. */
const pathOf = ({ pathname, search }: URL): string => `${pathname.replace(/^\/+/, '/')}${search}`

type Props = { readonly text: string; readonly language: Language }

export const DoneBanner = ({ text, language }: Props) => (
  <NotificationBanner title={WORDS[language].title} success>
    {text}
  </NotificationBanner>
)
