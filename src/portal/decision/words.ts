import type { Language } from '#core/language.ts'
import type { Basis } from '#core/policy/basis.ts'

/** What the Code gives to whoever is recognised, each with its article. */
export const NEXT_CONCESSIONS = [
  { text: 'nextWork', basis: 'migration-code/64.0.20' },
  { text: 'nextPermit', basis: 'migration-code/45.1.4-1' },
  { text: 'nextLength', basis: 'migration-code/49.2' },
  { text: 'nextFamily', basis: 'migration-code/51.5' },
] as const satisfies readonly { readonly text: keyof DecisionPageWords; readonly basis: Basis }[]

const en = {
  title: 'Your decision',
  validUntil: 'Valid until',
  download: 'Download your document',
  downloadHint: 'A PDF to keep, print and show. Anyone you show it to can check it on this site.',
  copy: 'Download what is kept of you',
  statusNow: 'Your status today',
  nextTitle: 'What comes next',
  nextPermit: 'You can apply for a temporary residence permit on the basis of this status.',
  nextLength:
    'Your own permit is given for as long as you ask for, up to 3 years, and can be extended by up to 3 years each time.',
  nextWork: 'You do not need a work permit to work in the field in which you are recognised.',
  nextFamily:
    'Your spouse and your children under 23 need a work permit, but it does not count towards the labour migration quota.',
  nextLooks: 'Your account shows you who looked at your data.',
  askedFor: 'What we asked you to correct',
  waysTitle: 'The shortest ways to reach the pass mark',
  waysLead:
    'From the points you were given, we have worked out what could raise them most in the least time. These are possibilities: you are free to take another way.',
  againTitle: 'Applying again',
  again:
    'A refusal does not close the door. Each reason above says when you can apply again. A new application is looked at afresh.',
  againNow: 'You can apply again at any time. A new application is looked at afresh.',
  againLink: 'Your applications',
  lettersLink: 'Letters to you',
  actTitle: 'The act and this translation',
  actDownload: 'Download the decision (PDF)',
  translation:
    'The decision is issued in Azerbaijani, and that text is what counts. Beside it you find a translation. What officials wrote in their own words is translated by the officer who prepared the decision; where that has not been done yet, it says so.',
  help: 'If you do not know Azerbaijani, you have the right to an interpreter. Ask the State Migration Service for one, and give the number of the decision.',
  untranslated: 'Something in this translation has not been translated yet.',
  askHere: 'You can ask for it in a message.',
  askByMail: 'You can ask the State Migration Service for it. Give the number of the decision.',
  daysGoOn: 'The time to contest the decision does not wait for the translation.',
  askLink: 'Ask for the translation',
} as const

export type DecisionPageWords = Readonly<Record<keyof typeof en, string>>

const az: DecisionPageWords = {
  title: 'Qərarınız',
  validUntil: 'Bu tarixədək etibarlıdır',
  download: 'Sənədinizi endirin',
  downloadHint:
    'Saxlamaq, çap etmək və göstərmək üçün PDF. Göstərdiyiniz hər kəs onu bu saytda yoxlaya bilər.',
  copy: 'Haqqınızda saxlanılanları endirin',
  statusNow: 'Bugünkü vəziyyət',
  nextTitle: 'Bundan sonra',
  nextPermit: 'Bu status əsasında müvəqqəti yaşamaq üçün icazə istəyə bilərsiniz.',
  nextLength:
    'Özünüzün icazəniz istədiyiniz müddətə, 3 ilədək verilir və hər dəfə 3 ilədək uzadıla bilər.',
  nextWork: 'Status aldığınız sahədə işləmək üçün iş icazəsi lazım deyil.',
  nextFamily:
    'Həyat yoldaşınıza və 23 yaşına çatmamış övladlarınıza iş icazəsi lazımdır, amma bu icazələr ' +
    'əmək miqrasiyası kvotasına daxil deyil.',
  nextLooks: 'Məlumatlarınıza kimin baxdığını şəxsi kabinetinizdə görə bilərsiniz.',
  askedFor: 'Düzəltməyinizi xahiş etdiklərimiz',
  waysTitle: 'Keçid balına aparan ən qısa yollar',
  waysLead:
    'Sizə verilən ballardan çıxış edərək balınızı ən qısa vaxtda nəyin daha çox artıra biləcəyini hesabladıq. Bunlar mümkün variantlardır: başqa yol da seçə bilərsiniz.',
  againTitle: 'Yenidən müraciət',
  again:
    'Bu imtina yenidən müraciət etməyinizə mane olmur. Nə vaxt yenidən müraciət edə biləcəyiniz ' +
    'yuxarıda, hər səbəbin yanında yazılıb. Yeni müraciətə sıfırdan baxılır.',
  againNow: 'İstədiyiniz vaxt yenidən müraciət edə bilərsiniz. Yeni müraciətə sıfırdan baxılır.',
  againLink: 'Müraciətləriniz',
  lettersLink: 'Sizə göndərilən məktublar',
  actTitle: 'Qərar və onun tərcüməsi',
  actDownload: 'Qərarı endirin (PDF)',
  translation:
    'Qərar Azərbaycan dilində verilir və əsas mətn odur. Onun yanında tərcüməsi var. Əməkdaşların öz sözləri ilə yazdıqlarını qərarı hazırlayan əməkdaş tərcümə edir; hələ tərcümə olunmayan yerdə bu barədə qeyd var.',
  help: 'Azərbaycan dilini bilmirsinizsə, tərcüməçidən istifadə etmək hüququnuz var. Bunu Dövlət Miqrasiya Xidmətindən istəyin və qərarın nömrəsini göstərin.',
  untranslated: 'Tərcümədə hələ tərcümə olunmayan yer var.',
  askHere: 'Onun tərcüməsini mesajla istəyə bilərsiniz.',
  askByMail:
    'Onun tərcüməsini Dövlət Miqrasiya Xidmətindən istəyə bilərsiniz. Qərarın nömrəsini göstərin.',
  daysGoOn: 'Qərardan şikayət müddəti tərcüməni gözləmir.',
  askLink: 'Tərcüməni istəyin',
}

const tr: DecisionPageWords = {
  title: 'Kararınız',
  validUntil: 'Son geçerlilik tarihi',
  download: 'Belgenizi indirin',
  downloadHint:
    'Saklamak, yazdırmak ve göstermek için bir PDF. Gösterdiğiniz herkes onu bu sitede ' +
    'sorgulayabilir.',
  copy: 'Hakkınızda saklananları indirin',
  statusNow: 'Bugünkü durum',
  nextTitle: 'Bundan sonra',
  nextPermit: 'Bu statüye dayanarak geçici ikamet iznine başvurabilirsiniz.',
  nextLength:
    'Size verilen izin, talep ettiğiniz süre için, en fazla 3 yıllığına verilir ve her seferinde en fazla 3 yıl uzatılabilir.',
  nextWork: 'Statü aldığınız alanda çalışmak için çalışma iznine ihtiyacınız yok.',
  nextFamily:
    'Eşinizin ve 23 yaşından küçük çocuklarınızın çalışma izni alması gerekir, ama bu izinler ' +
    'işgücü göçü kotasına dahil değildir.',
  nextLooks: 'Verilerinize kimin baktığını hesabınızda görebilirsiniz.',
  askedFor: 'Düzeltmenizi istediklerimiz',
  waysTitle: 'Geçme puanına giden en kısa yollar',
  waysLead:
    'Size verilen puanlardan yola çıkarak, puanınızı en kısa sürede neyin en çok artırabileceğini hesapladık. Bunlar olasılıklardır: başka bir yol da seçebilirsiniz.',
  againTitle: 'Yeniden başvurmak',
  again:
    'Ret kararı kapıyı kapatmaz. Ne zaman yeniden başvurabileceğiniz yukarıda, her nedenin ' +
    'yanında yazıyor. Yeni başvuru baştan incelenir.',
  againNow: 'İstediğiniz zaman yeniden başvurabilirsiniz. Yeni başvuru baştan incelenir.',
  againLink: 'Başvurularınız',
  lettersLink: 'Size gönderilen bildirimler',
  actTitle: 'Karar ve bu çeviri',
  actDownload: 'Kararı indirin (PDF)',
  translation:
    'Karar Azerbaycanca verilir ve geçerli olan o metindir. Yanında çevirisi yer alır. Görevlilerin kendi sözleriyle yazdıklarını, kararı hazırlayan görevli çevirir; henüz çevrilmemiş bir yer varsa orada yazar.',
  help: 'Azerbaycanca bilmiyorsanız tercüman hakkınız vardır. Bunu Devlet Göç Servisinden isteyin ve kararın numarasını belirtin.',
  untranslated: 'Bu çeviride henüz çevrilmemiş bir yer var.',
  askHere: 'Çevrilmesini bir mesajla isteyebilirsiniz.',
  askByMail: 'Çevrilmesini Devlet Göç Servisinden isteyebilirsiniz. Kararın numarasını belirtin.',
  daysGoOn: 'Karara karşı şikâyet süresi çeviriyi beklemez.',
  askLink: 'Çeviriyi isteyin',
}

const ru: DecisionPageWords = {
  title: 'Ваше решение',
  validUntil: 'Действителен по',
  download: 'Скачать документ',
  downloadHint:
    'PDF, который можно хранить, напечатать и показать. Каждый, кому вы его покажете, сможет ' +
    'проверить его на этом сайте.',
  copy: 'Скачать то, что о вас хранится',
  statusNow: 'На сегодня',
  nextTitle: 'Что дальше',
  nextPermit:
    'На основании этого статуса вы можете обратиться за разрешением на временное проживание.',
  nextLength:
    'Разрешение вам самим дают на нужный вам срок, до 3 лет, и каждый раз его можно продлить ещё на срок до 3 лет.',
  nextWork: 'Для работы в сфере, по которой присвоен статус, разрешение на работу не нужно.',
  nextFamily:
    'Мужу или жене и детям до 23 лет разрешение на работу нужно, но в квоту трудовой миграции ' +
    'оно не входит.',
  nextLooks: 'В личном кабинете видно, кто смотрел ваши данные.',
  askedFor: 'Что мы просили исправить',
  waysTitle: 'Кратчайшие пути к проходному баллу',
  waysLead:
    'Мы посчитали, исходя из начисленных вам баллов, что могло бы повысить их больше всего за самое короткое время. Это возможные варианты: вы можете выбрать и другой путь.',
  againTitle: 'Новое обращение',
  again:
    'После отказа можно обратиться снова. Когда именно, написано выше, рядом с каждой ' +
    'причиной. Новое обращение рассматривают заново.',
  againNow: 'Обратиться снова можно в любое время. Новое обращение рассматривают заново.',
  againLink: 'Ваши обращения',
  lettersLink: 'Письма для вас',
  actTitle: 'Решение и этот перевод',
  actDownload: 'Скачать решение (PDF)',
  translation:
    'Решение выносится на азербайджанском языке, и силу имеет именно этот текст. Рядом с ним — перевод. То, что сотрудники написали своими словами, переводит тот, кто готовил решение; если чего-то ещё не перевели, там так и сказано.',
  help: 'Если вы не знаете азербайджанского языка, у вас есть право на переводчика. Попросите о нём Государственную миграционную службу и укажите номер решения.',
  untranslated: 'В этом переводе есть то, что ещё не переведено.',
  askHere: 'Попросить о переводе можно в сообщении.',
  askByMail:
    'Попросить о переводе можно Государственную миграционную службу. Укажите номер решения.',
  daysGoOn: 'Срок обжалования решения не ждёт перевода.',
  askLink: 'Попросить о переводе',
}

export const decisionPageWords: Readonly<Record<Language, DecisionPageWords>> = { az, tr, en, ru }
