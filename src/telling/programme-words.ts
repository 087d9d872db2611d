import type { Language } from '#core/language.ts'
import type { Basis } from '#core/policy/basis.ts'

/** What the Program is told with: on the first page of the portal, and in what missions print. */
export type ProgrammeWords = Readonly<Record<keyof typeof en, string>>

/** The concessions that lead, each with the articles of the Code that say exactly this. */
export const CONCESSIONS = [
  { title: 'workTitle', text: 'workText', bases: ['migration-code/64.0.20'] },
  { title: 'stayTitle', text: 'stayText', bases: ['migration-code/49.2'] },
  {
    title: 'settleTitle',
    text: 'settleText',
    bases: ['migration-code/52.1.7', 'migration-code/54.1'],
  },
  { title: 'familyTitle', text: 'familyText', bases: ['migration-code/51.5'] },
] as const satisfies readonly {
  readonly title: keyof ProgrammeWords
  readonly text: keyof ProgrammeWords
  readonly bases: readonly Basis[]
}[]

/** The way through, from the question to the answer. */
export const STEPS = [
  { title: 'step1Title', text: 'step1Text' },
  { title: 'step2Title', text: 'step2Text' },
  { title: 'step3Title', text: 'step3Text' },
  { title: 'step4Title', text: 'step4Text' },
] as const satisfies readonly {
  readonly title: keyof ProgrammeWords
  readonly text: keyof ProgrammeWords
}[]

const en = {
  title: 'Your skill opens the way to Azerbaijan',
  lead: 'Engineers, doctors, researchers, makers: be recognised for what you can do, then live and work here.',
  whatTitle: 'One application, one answer',
  what: 'The Program recognises specialists from abroad as highly qualified migrants. State bodies look at your experience, education and achievements and give points. Recognition needs the pass mark, and no objection of a state body.',
  passMark: 'points are needed, and no objection of a state body',
  term: 'until you have the decision; we may extend this time',
  validity: 'for which your status is valid',
  of: '{points} of {total}',
  getTitle: 'What recognition gives you',
  workTitle: 'No work permit in your field',
  workText: 'You do not need a work permit to work in the field in which you are recognised.',
  stayTitle: 'Your own residence permit for up to 3 years',
  stayText:
    'Your own temporary residence permit is given for as long as you ask for, up to 3 years, and can be extended by up to 3 years each time.',
  settleTitle: 'A way to stay for good',
  settleText:
    'After 2 uninterrupted years of temporary residence on this basis, with no more than 90 days abroad in any 180, you can apply for permanent residence. Apply at least 3 months before your permit ends.',
  familyTitle: 'No quota for your family’s work permits',
  familyText:
    'Your spouse and your children under 23 need a work permit, but it does not count towards the labour migration quota.',
  stepsTitle: 'How it works',
  step1Title: 'See where you stand',
  step1Text: 'Estimate your points in a few minutes. Nothing you type is kept.',
  step2Title: 'Apply',
  step2Text: 'Answer at your own pace, on any device, and add your documents. Then submit.',
  step3Title: 'We look at it',
  step3Text: 'We check that nothing is missing. State bodies give points, each with a reason.',
  step4Title: 'You get the answer',
  step4Text:
    'You get a decision with every reason and, if you are recognised, your status document.',
} as const

const az: ProgrammeWords = {
  title: 'Bacarığınız Azərbaycana yol açır',
  lead: 'Mühəndislər, həkimlər, tədqiqatçılar, sənətkarlar: bacarığınız tanınsın, burada yaşayın və işləyin.',
  whatTitle: 'Bir müraciət, bir cavab',
  what: 'Proqram xaricdən gələn mütəxəssisləri yüksəkixtisaslı miqrant kimi tanıyır. Dövlət orqanları təcrübənizə, təhsilinizə və nailiyyətlərinizə baxıb bal verir. Status üçün keçid balını toplamaq lazımdır və heç bir dövlət orqanı etiraz etməməlidir.',
  passMark: 'bal lazımdır, dövlət orqanlarının etirazı da olmamalıdır',
  term: 'ərzində qərar verilir; bu müddət uzadıla bilər',
  validity: 'status etibarlıdır',
  of: '{total} baldan {points}',
  getTitle: 'Status sizə nə verir',
  workTitle: 'Sahənizdə iş icazəsi lazım deyil',
  workText: 'Status aldığınız sahədə işləmək üçün iş icazəsi tələb olunmur.',
  stayTitle: 'Özünüz üçün 3 ilədək yaşamaq icazəsi',
  stayText:
    'Özünüzün müvəqqəti yaşamaq üçün icazəniz istədiyiniz müddətə, 3 ilədək verilir və hər dəfə 3 ilədək uzadıla bilər.',
  settleTitle: 'Daimi yaşamağa yol',
  settleText:
    'Bu əsasla fasiləsiz 2 il, hər 180 gündə xaricdə ən çoxu 90 gün olmaqla müvəqqəti yaşadıqdan sonra daimi yaşamaq üçün icazə istəyə bilərsiniz. Buna icazənizin müddəti bitməzdən ən azı 3 ay əvvəl müraciət edin.',
  familyTitle: 'Ailənizin iş icazələri kvotadan kənardır',
  familyText:
    'Həyat yoldaşınıza və 23 yaşına çatmamış övladlarınıza iş icazəsi lazımdır, amma bu icazələr əmək miqrasiyası kvotasına daxil deyil.',
  stepsTitle: 'Proses necə gedir',
  step1Title: 'Balınızı öyrənin',
  step1Text: 'Balınızı bir neçə dəqiqəyə hesablayın. Yazdıqlarınız saxlanılmır.',
  step2Title: 'Müraciət edin',
  step2Text:
    'İstənilən cihazda, tələsmədən cavab verin və sənədlərinizi əlavə edin. Sonra müraciəti təqdim edin.',
  step3Title: 'Biz baxırıq',
  step3Text:
    'Müraciətin tam olub-olmadığını yoxlayırıq. Dövlət orqanları səbəbini göstərib bal verir.',
  step4Title: 'Cavab alırsınız',
  step4Text: 'Bütün səbəblər yazılmış qərar, status verildikdə isə status sənədi.',
}

const tr: ProgrammeWords = {
  title: 'Beceriniz size Azerbaycan’ın yolunu açar',
  lead: 'Mühendisler, doktorlar, araştırmacılar, ustalar: becerileriniz tanınsın, burada yaşayın ve çalışın.',
  whatTitle: 'Tek başvuru, tek yanıt',
  what: 'Program, yurt dışından gelen uzmanları yüksek nitelikli göçmen olarak tanır. Devlet kurumları deneyiminize, eğitiminize ve başarılarınıza bakıp puan verir. Statü için geçme puanına ulaşmak gerekir ve hiçbir devlet kurumu itiraz etmemelidir.',
  passMark: 'puan gerekir; hiçbir devlet kurumu da itiraz etmemelidir',
  term: 'içinde karar verilir; bu süre uzatılabilir',
  validity: 'boyunca statünüz geçerlidir',
  of: '{total} üzerinden {points}',
  getTitle: 'Statü size ne kazandırır',
  workTitle: 'Alanınızda çalışma izni gerekmez',
  workText: 'Statü aldığınız alanda çalışmak için çalışma iznine ihtiyacınız yoktur.',
  stayTitle: 'Kendiniz için 3 yıla kadar ikamet izni',
  stayText:
    'Size verilen geçici ikamet izni, talep ettiğiniz süre için, en fazla 3 yıllığına verilir ve her seferinde en fazla 3 yıl uzatılabilir.',
  settleTitle: 'Kalıcı yerleşmenin yolu',
  settleText:
    'Bu gerekçeyle, her 180 günün en fazla 90’ını yurt dışında geçirerek kesintisiz 2 yıl geçici ikamet ettikten sonra daimi ikamet iznine başvurabilirsiniz. Başvuruyu izninizin bitmesinden en az 3 ay önce yapın.',
  familyTitle: 'Ailenizin çalışma izinleri kota dışındadır',
  familyText:
    'Eşinizin ve 23 yaşından küçük çocuklarınızın çalışma izni alması gerekir, ama bu izinler işgücü göçü kotasına dahil değildir.',
  stepsTitle: 'Nasıl işliyor',
  step1Title: 'Puanınızı öğrenin',
  step1Text: 'Puanınızı birkaç dakikada hesaplayın. Yazdıklarınız saklanmaz.',
  step2Title: 'Başvurun',
  step2Text:
    'İstediğiniz cihazda, acele etmeden yanıtlayın ve belgelerinizi ekleyin. Sonra başvuruyu sunun.',
  step3Title: 'Biz inceliyoruz',
  step3Text: 'Eksik olup olmadığını kontrol ederiz. Devlet kurumları gerekçesiyle puan verir.',
  step4Title: 'Yanıtınızı alırsınız',
  step4Text: 'Bütün gerekçeleriyle karar, statü verildiyse statü belgeniz de.',
}

const ru: ProgrammeWords = {
  title: 'Ваше мастерство открывает путь в Азербайджан',
  lead: 'Инженеры, врачи, исследователи, мастера своего дела: получите признание за то, что вы умеете, живите и работайте здесь.',
  whatTitle: 'Одно обращение, один ответ',
  what: 'Программа признаёт специалистов из-за рубежа высококвалифицированными мигрантами. Государственные органы изучают ваш опыт, образование и достижения и начисляют баллы. Для статуса нужен проходной балл, и ни один государственный орган не должен возражать.',
  passMark: 'баллов нужно, и государственные органы не должны возражать',
  term: 'до решения; этот срок могут продлить',
  validity: 'действует статус',
  of: '{points} из {total}',
  getTitle: 'Что даёт статус',
  workTitle: 'Работа в вашей сфере без разрешения',
  workText: 'Для работы в сфере, по которой присвоен статус, разрешение на работу не нужно.',
  stayTitle: 'Ваше разрешение на проживание до 3 лет',
  stayText:
    'Разрешение на временное проживание вам самим дают на нужный вам срок, до 3 лет, и каждый раз его можно продлить ещё на срок до 3 лет.',
  settleTitle: 'Путь к постоянному проживанию',
  settleText:
    'После 2 лет непрерывного временного проживания на этом основании (не больше 90 дней за границей в любые 180 дней) можно запросить разрешение на постоянное проживание. Обратиться за ним нужно не позднее чем за 3 месяца до конца вашего разрешения.',
  familyTitle: 'Разрешения на работу для семьи — вне квоты',
  familyText:
    'Мужу или жене и детям до 23 лет разрешение на работу нужно, но в квоту трудовой миграции оно не входит.',
  stepsTitle: 'Как это работает',
  step1Title: 'Узнайте свой результат',
  step1Text: 'Рассчитайте баллы за несколько минут. Ответы не сохраняются.',
  step2Title: 'Подайте обращение',
  step2Text:
    'Отвечайте не спеша, с любого устройства, и приложите документы. Затем подайте обращение.',
  step3Title: 'Мы рассматриваем',
  step3Text: 'Мы проверяем, всё ли на месте. Госорганы начисляют баллы и объясняют их.',
  step4Title: 'Вы получаете ответ',
  step4Text: 'Решение с обоснованием, а если статус присвоен — документ о статусе.',
}

export const programmeWords: Readonly<Record<Language, ProgrammeWords>> = { az, tr, en, ru }
