import type { Language } from '#core/language.ts'
import type { CodeSlip } from '#core/promotion/short-code.ts'

export type WelcomeWords = Readonly<Record<keyof typeof en, string>>

const en = {
  from: 'You come from',
  over: 'This event is over. What it told of is still here.',
  lead: 'Azerbaijan recognises specialists from abroad as highly qualified migrants: engineers, doctors, researchers and many others. Whoever is recognised lives and works here with their family, with fewer permits and shorter waits.',
  first:
    'Start here: see in five minutes whether your experience is enough. You need no account, and nothing that you type is kept.',
  estimate: 'Estimate my points',
  more: 'Or first',
  criteria: 'read what is scored',
  steps: 'see how it goes, and how long it takes',
  register: 'begin an account and apply',
  who: 'Who invited you',
  ask: 'How to reach us',
  counted:
    'This link counts how many people followed it. It does not know who you are, and keeps nothing about you.',
  nowhere: 'We do not know this link',
  type: 'Type the code of a link',
  typeText: 'The code stands on the paper or on the slide, after “/go/”.',
  code: 'Code of the link',
  codeHint: 'Two words of four letters each, such as kabe-rosu',
  go: 'Follow the link',
  home: 'Or go to the first page',
} as const

export const welcomeWords: Readonly<Record<Language, WelcomeWords>> = {
  en,
  az: {
    from: 'Gəldiyiniz tədbir',
    over: 'Bu tədbir bitib. Danışdığı isə hələ buradadır.',
    lead: 'Azərbaycan xaricdən olan mütəxəssisləri yüksəkixtisaslı miqrant kimi tanıyır: mühəndisləri, həkimləri, tədqiqatçıları və bir çox başqalarını. Tanınan şəxs ailəsi ilə burada daha az icazə və daha qısa gözləmə ilə yaşayır və işləyir.',
    first:
      'Buradan başlayın: təcrübənizin kifayət edib-etmədiyini beş dəqiqəyə öyrənin. Şəxsi kabinet lazım deyil və yazdığınız heç nə saxlanmır.',
    estimate: 'Ballarımı hesablamaq',
    more: 'Yaxud əvvəlcə',
    criteria: 'nəyə bal verildiyini oxuyun',
    steps: 'necə getdiyinə və nə qədər çəkdiyinə baxın',
    register: 'şəxsi kabinet açıb müraciət edin',
    who: 'Sizi kim dəvət edib',
    ask: 'Bizimlə əlaqə',
    counted:
      'Bu keçid onunla neçə nəfərin keçdiyini sayır. O, kim olduğunuzu bilmir və haqqınızda heç nə saxlamır.',
    nowhere: 'Bu keçidi tanımırıq',
    type: 'Keçidin kodunu yazın',
    typeText: 'Kod kağızda və ya slaydda “/go/” işarəsindən sonradır.',
    code: 'Keçidin kodu',
    codeHint: 'Hər biri dörd hərfli iki söz, məsələn, kabe-rosu',
    go: 'Keçidlə getmək',
    home: 'Yaxud baş səhifəyə keçin',
  },
  tr: {
    from: 'Geldiğiniz etkinlik',
    over: 'Bu etkinlik bitti. Anlattıkları ise hâlâ burada.',
    lead: 'Azerbaycan, yurt dışından gelen uzmanları yüksek nitelikli göçmen olarak tanır: mühendisleri, hekimleri, araştırmacıları ve daha birçoğunu. Tanınan kişi ailesiyle burada daha az izinle ve daha kısa bekleyişle yaşar ve çalışır.',
    first:
      'Buradan başlayın: deneyiminizin yetip yetmediğini beş dakikada görün. Hesap gerekmez ve yazdığınız hiçbir şey saklanmaz.',
    estimate: 'Puanımı hesaplayın',
    more: 'Ya da önce',
    criteria: 'neye puan verildiğini okuyun',
    steps: 'nasıl ilerlediğini ve ne kadar sürdüğünü görün',
    register: 'hesap açıp başvurun',
    who: 'Sizi kim davet etti',
    ask: 'Bize nasıl ulaşırsınız',
    counted:
      'Bu bağlantı, onu kaç kişinin izlediğini sayar. Kim olduğunuzu bilmez ve sizinle ilgili hiçbir şey saklamaz.',
    nowhere: 'Bu bağlantıyı tanımıyoruz',
    type: 'Bağlantının kodunu yazın',
    typeText: 'Kod, kâğıtta ya da slaytta “/go/” işaretinden sonra durur.',
    code: 'Bağlantının kodu',
    codeHint: 'Dörder harfli iki sözcük, örneğin kabe-rosu',
    go: 'Bağlantıyı izleyin',
    home: 'Ya da ilk sayfaya gidin',
  },
  ru: {
    from: 'Вы пришли с мероприятия',
    over: 'Это мероприятие закончилось. То, о чём на нём рассказывали, по-прежнему здесь.',
    lead: 'Азербайджан признаёт специалистов из-за рубежа высококвалифицированными мигрантами: инженеров, врачей, исследователей и многих других. Кого признали, живёт и работает здесь с семьёй: меньше разрешений и короче ожидание.',
    first:
      'Начните здесь: за пять минут узнайте, хватает ли вашего опыта. Учётная запись не нужна, и ничто из написанного не сохраняется.',
    estimate: 'Посчитать мои баллы',
    more: 'Или сначала',
    criteria: 'прочитайте, за что дают баллы',
    steps: 'посмотрите, как всё идёт и сколько занимает',
    register: 'откройте учётную запись и подайте заявление',
    who: 'Кто вас пригласил',
    ask: 'Как с нами связаться',
    counted:
      'Эта ссылка считает, сколько человек по ней прошли. Она не знает, кто вы, и ничего о вас не хранит.',
    nowhere: 'Мы не знаем этой ссылки',
    type: 'Введите код ссылки',
    typeText: 'Код стоит на бумаге или на слайде после «/go/».',
    code: 'Код ссылки',
    codeHint: 'Два слова по четыре буквы, например kabe-rosu',
    go: 'Перейти по ссылке',
    home: 'Или перейдите на первую страницу',
  },
}

type SlipWords = {
  readonly nothing: string
  readonly length: (letters: number, wanted: number) => string
  readonly letter: (place: number, letter: string, may: string) => string
  readonly sum: string
  /** It is a code, and no event has it. */
  readonly nobodys: string
}

const SLIPS: Readonly<Record<Language, SlipWords>> = {
  en: {
    nothing: 'Type the code as it stands after “/go/”',
    length: (letters, wanted) =>
      `Letters typed: ${letters}. A code has ${wanted}: two words of four letters each`,
    letter: (place, letter, may) =>
      `Letter ${place}, “${letter}”, cannot be right: in its place stands one of ${may}`,
    sum: 'One letter is wrong, or two have changed places. Compare them with the paper one by one',
    nobodys: 'It is spelt as a code should be, but no event has it, or none any more',
  },
  az: {
    nothing: 'Kodu “/go/” işarəsindən sonra yazıldığı kimi yazın',
    length: (letters, wanted) =>
      `Yazılan hərflərin sayı: ${letters}. Kodda ${wanted} hərf var: hər biri dörd hərfli iki söz`,
    letter: (place, letter, may) =>
      `${place} nömrəli hərf, “${letter}”, düz ola bilməz: onun yerində bunlardan biri olur: ${may}`,
    sum: 'Bir hərf səhvdir və ya iki hərfin yeri dəyişib. Onları bir-bir kağızla tutuşdurun',
    nobodys: 'Yazılışı koda uyğundur, amma belə kodu olan tədbir yoxdur və ya daha yoxdur',
  },
  tr: {
    nothing: 'Kodu “/go/” işaretinden sonra yazıldığı gibi yazın',
    length: (letters, wanted) =>
      `Yazılan harf sayısı: ${letters}. Bir kodda ${wanted} harf vardır: dörder harfli iki sözcük`,
    letter: (place, letter, may) =>
      `${place}. harf, “${letter}”, doğru olamaz: onun yerinde şunlardan biri bulunur: ${may}`,
    sum: 'Bir harf yanlış ya da iki harf yer değiştirmiş. Kâğıttakilerle tek tek karşılaştırın',
    nobodys: 'Yazılışı bir koda uyuyor, ama bu kodun etkinliği yok ya da artık yok',
  },
  ru: {
    nothing: 'Введите код так, как он стоит после «/go/»',
    length: (letters, wanted) =>
      `Введено букв: ${letters}. В коде их ${wanted}: два слова по четыре буквы`,
    letter: (place, letter, may) =>
      `Буква № ${place}, «${letter}», неверна: на её месте стоит одна из этих: ${may}`,
    sum: 'Одна буква неверна или две поменялись местами. Сравните их с бумагой по одной',
    nobodys: 'Написано так, как пишется код, но мероприятия с ним нет или уже нет',
  },
}

/** What is wrong with a code that leads nowhere. */
export function slipText(slip: CodeSlip | undefined, language: Language): string {
  const words = SLIPS[language]
  switch (slip?.why) {
    case undefined:
      return words.nobodys
    case 'length':
      return slip.letters === 0 ? words.nothing : words.length(slip.letters, slip.wanted)
    case 'letter':
      return words.letter(slip.place, slip.letter, slip.may.join(', '))
    case 'sum':
      return words.sum
  }
}
