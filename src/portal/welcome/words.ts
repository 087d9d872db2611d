import type { Language } from '#core/language.ts'

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
  nowhereText:
    'Perhaps one letter is wrong. Type the code as it stands on the paper, for example the two words after “/go/”.',
  code: 'Code of the link',
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
    nowhereText:
      'Bəlkə bir hərf səhvdir. Kodu kağızdakı kimi yazın, məsələn, “/go/” işarəsindən sonrakı iki sözü.',
    code: 'Keçidin kodu',
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
    nowhereText:
      'Belki bir harf yanlıştır. Kodu kâğıtta yazdığı gibi yazın, örneğin “/go/” işaretinden sonraki iki sözcüğü.',
    code: 'Bağlantının kodu',
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
    nowhereText:
      'Возможно, одна буква неверна. Введите код так, как он стоит на бумаге, например два слова после «/go/».',
    code: 'Код ссылки',
    go: 'Перейти по ссылке',
    home: 'Или перейдите на первую страницу',
  },
}
