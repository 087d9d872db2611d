import type { Language } from '#core/language.ts'
import type { Basis } from '#core/policy/basis.ts'

export type HomeWords = Readonly<Record<keyof typeof en, string>>

/** The concessions that lead, each with the article of the Code that says exactly this. */
export const CONCESSIONS = [
  { title: 'workTitle', text: 'workText', basis: 'migration-code/64.0.20' },
  { title: 'stayTitle', text: 'stayText', basis: 'migration-code/49.1' },
  { title: 'settleTitle', text: 'settleText', basis: 'migration-code/52.1.7' },
  { title: 'familyTitle', text: 'familyText', basis: 'migration-code/51.5' },
] as const satisfies readonly {
  readonly title: keyof HomeWords
  readonly text: keyof HomeWords
  readonly basis: Basis
}[]

/** The way through, from the question to the answer. */
export const STEPS = [
  { title: 'step1Title', text: 'step1Text' },
  { title: 'step2Title', text: 'step2Text' },
  { title: 'step3Title', text: 'step3Text' },
  { title: 'step4Title', text: 'step4Text' },
] as const satisfies readonly { readonly title: keyof HomeWords; readonly text: keyof HomeWords }[]

const en = {
  title: 'Your skill opens the way to Azerbaijan',
  description:
    'The Highly Skilled Migrant Program of Azerbaijan: criteria, estimate and application.',
  lead: 'Engineers, doctors, researchers, makers: be recognised for what you can do, then live and work here.',
  whatTitle: 'One application, one answer',
  what: 'The Program recognises specialists from abroad as highly skilled migrants. You do not need an employer or a sponsor to apply. State bodies look at your experience, education and achievements and give points. If you reach the pass mark and no state body objects, you are recognised.',
  passMark: 'points are needed',
  term: 'until you have the decision',
  validity: 'for which your status is valid',
  of: '{points} of {total}',
  getTitle: 'What recognition gives you',
  workTitle: 'No work permit',
  workText: 'You do not need a work permit to work in the field in which you are recognised.',
  stayTitle: 'A residence permit for up to 3 years',
  stayText:
    'A temporary residence permit is given for as long as you ask for, up to 3 years, and can be extended.',
  settleTitle: 'A way to stay for good',
  settleText:
    'After 2 years of temporary residence on this basis, you can apply for permanent residence.',
  familyTitle: 'Your family can work too',
  familyText:
    'Work permits for your spouse and children under 23 do not count towards the labour migration quota.',
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
  stepsMore: 'Every step and how long it takes',
  readyTitle: 'Find out in a few minutes',
  ready: 'The estimate shows your points criterion by criterion, and what could raise them.',
} as const

const az: HomeWords = {
  title: 'Bacarığınız Azərbaycana yol açır',
  description:
    'Azərbaycanın Yüksəkixtisaslı Miqrant Proqramı: meyarlar, bal hesablaması və müraciət.',
  lead: 'Mühəndislər, həkimlər, tədqiqatçılar, yaradıcı insanlar: bacarıqlarınıza görə tanının, burada yaşayın və işləyin.',
  whatTitle: 'Bir müraciət, bir cavab',
  what: 'Proqram xaricdən gələn mütəxəssisləri yüksəkixtisaslı miqrant kimi tanıyır. Müraciət üçün işəgötürən və ya zamin lazım deyil. Dövlət orqanları təcrübənizə, təhsilinizə və nailiyyətlərinizə baxıb bal verir; bal kifayət etsə, tanınırsınız.',
  passMark: 'bal toplamaq kifayətdir',
  term: 'ərzində qərar verilir',
  validity: 'status etibarlıdır',
  of: '{total} baldan {points}',
  getTitle: 'Tanınmaq sizə nə verir',
  workTitle: 'İş icazəsi lazım deyil',
  workText: 'Tanındığınız sahədə işləmək üçün iş icazəsi tələb olunmur.',
  stayTitle: '3 ilədək yaşamaq üçün icazə',
  stayText: 'Müvəqqəti yaşamaq üçün icazə istədiyiniz müddətə, 3 ilədək verilir və uzadıla bilər.',
  settleTitle: 'Daimi yaşamağa yol',
  settleText:
    'Bu əsasla 2 il müvəqqəti yaşadıqdan sonra daimi yaşamaq üçün icazə istəyə bilərsiniz.',
  familyTitle: 'Ailəniz də işləyə bilər',
  familyText:
    'Həyat yoldaşınızın və 23 yaşına çatmamış övladlarınızın iş icazələri əmək miqrasiyası kvotasına daxil deyil.',
  stepsTitle: 'Proses necə gedir',
  step1Title: 'Vəziyyətinizi görün',
  step1Text: 'Balınızı bir neçə dəqiqəyə hesablayın. Yazdıqlarınız saxlanılmır.',
  step2Title: 'Müraciət edin',
  step2Text:
    'İstənilən cihazda, tələsmədən cavab verin, sənədlərinizi əlavə edib müraciəti təqdim edin.',
  step3Title: 'Biz baxırıq',
  step3Text:
    'Müraciətin tam olub-olmadığını yoxlayırıq. Dövlət orqanları səbəbini göstərib bal verir.',
  step4Title: 'Cavab alırsınız',
  step4Text: 'Bütün səbəblər yazılmış qərar, tanındığınız halda isə status sənədi.',
  stepsMore: 'Hər mərhələ və müddəti',
  readyTitle: 'Bir neçə dəqiqəyə öyrənin',
  ready: 'Hesablama hər meyar üzrə balınızı və onu nəyin artıra biləcəyini göstərir.',
}

const tr: HomeWords = {
  title: 'Beceriniz size Azerbaycan’ın yolunu açar',
  description: 'Azerbaycan Yüksek Nitelikli Göçmen Programı: kriterler, puan tahmini ve başvuru.',
  lead: 'Mühendisler, doktorlar, araştırmacılar, üretenler: yapabildiklerinizle tanının, burada yaşayın ve çalışın.',
  whatTitle: 'Tek başvuru, tek yanıt',
  what: 'Program, yurt dışından gelen uzmanları yüksek nitelikli göçmen olarak tanır. Başvurmak için işveren ya da kefil gerekmez: devlet kurumları deneyiminize, eğitiminize ve başarılarınıza bakıp puan verir, puanınız yeterse tanınırsınız.',
  passMark: 'puan yeter',
  term: 'içinde karar verilir',
  validity: 'boyunca statünüz geçerlidir',
  of: '{total} üzerinden {points}',
  getTitle: 'Tanınmak size ne kazandırır',
  workTitle: 'Çalışma izni gerekmez',
  workText: 'Tanındığınız alanda çalışmak için çalışma iznine ihtiyacınız yoktur.',
  stayTitle: '3 yıla kadar ikamet izni',
  stayText:
    'Geçici ikamet izni, talep ettiğiniz süre için, en fazla 3 yıllığına verilir ve uzatılabilir.',
  settleTitle: 'Kalıcı yerleşmenin yolu',
  settleText:
    'Bu gerekçeyle 2 yıl geçici ikamet ettikten sonra daimi ikamet iznine başvurabilirsiniz.',
  familyTitle: 'Aileniz de çalışabilir',
  familyText:
    'Eşinizin ve 23 yaşından küçük çocuklarınızın çalışma izinleri işgücü göçü kotasının dışındadır.',
  stepsTitle: 'Nasıl işliyor',
  step1Title: 'Durumunuzu görün',
  step1Text: 'Puanınızı birkaç dakikada hesaplayın. Yazdıklarınız saklanmaz.',
  step2Title: 'Başvurun',
  step2Text: 'İstediğiniz cihazda, acele etmeden yanıtlayın, belgelerinizi ekleyip gönderin.',
  step3Title: 'Biz inceliyoruz',
  step3Text: 'Eksik olup olmadığını kontrol ederiz. Devlet kurumları gerekçesiyle puan verir.',
  step4Title: 'Yanıtınızı alırsınız',
  step4Text: 'Bütün gerekçeleriyle karar, tanındıysanız statü belgeniz de.',
  stepsMore: 'Her adım ve süresi',
  readyTitle: 'Birkaç dakikada öğrenin',
  ready: 'Tahmin, her kriterdeki puanınızı ve puanınızı neyin artıracağını gösterir.',
}

const ru: HomeWords = {
  title: 'Ваше мастерство открывает путь в Азербайджан',
  description:
    'Программа Азербайджана для высококвалифицированных мигрантов: критерии, расчёт баллов, обращение.',
  lead: 'Инженеры, врачи, исследователи, мастера своего дела: получите признание за то, что вы умеете, живите и работайте здесь.',
  whatTitle: 'Одно обращение, один ответ',
  what: 'Программа признаёт специалистов из-за рубежа высоко\u00ADквалифици\u00ADрованными мигрантами. Для обращения не нужны ни работодатель, ни поручитель: государственные органы изучают ваш опыт, образование и достижения и ставят баллы. Если баллов достаточно, вас признают.',
  passMark: 'баллов достаточно',
  term: 'до решения',
  validity: 'действует статус',
  of: '{points} из {total}',
  getTitle: 'Что даёт признание',
  workTitle: 'Работа без разрешения',
  workText: 'Для работы в сфере, в которой вы признаны, разрешение на работу не нужно.',
  stayTitle: 'Разрешение на проживание до 3 лет',
  stayText:
    'Разрешение на временное проживание дают на нужный вам срок, до 3 лет, и его можно продлить.',
  settleTitle: 'Путь к постоянному проживанию',
  settleText:
    'После 2 лет временного проживания на этом основании можно запросить разрешение на постоянное.',
  familyTitle: 'Семья тоже может работать',
  familyText:
    'Разрешения на работу для мужа или жены и детей до 23 лет не входят в квоту трудовой миграции.',
  stepsTitle: 'Как это работает',
  step1Title: 'Узнайте свой результат',
  step1Text: 'Рассчитайте баллы за несколько минут. Ответы не сохраняются.',
  step2Title: 'Подайте обращение',
  step2Text: 'Отвечайте не спеша, с любого устройства, приложите документы и отправьте.',
  step3Title: 'Мы рассматриваем',
  step3Text: 'Мы проверяем, всё ли на месте. Госорганы ставят баллы и объясняют их.',
  step4Title: 'Вы получаете ответ',
  step4Text: 'Решение с обоснованием, а если вас признали — документ о статусе.',
  stepsMore: 'Все этапы и сроки',
  readyTitle: 'Узнайте за несколько минут',
  ready: 'Расчёт покажет баллы по каждому критерию и то, что поможет набрать больше.',
}

export const homeWords: Readonly<Record<Language, HomeWords>> = { az, tr, en, ru }
