import type { Language } from '#core/language.ts'

const en = {
  chosen: 'When you come',
  who: 'Who',
  day: 'Day',
  time: 'Time',
  where: 'Place',
  setBy: 'Chosen by',
  service: 'State Migration Service',
  cancel: 'Cancel this time',
  cancelSure: 'Cancel it all the same',
  lastTime:
    'If you cancel this time, you cannot choose another here. If you only want to come at another time, ask the Service first.',
  calendar: 'Add to your calendar',
  choose: 'Choose when you come',
  move: 'Choose another time',
  movesLeft: 'How often you can still choose another time: {times}.',
  take: 'Come at this time',
  waits: 'You can choose a time once the step before it is done.',
  noPlace: 'No place is open for choosing a time here yet. Ask the Service when and where to come.',
  noTime: 'No time is free in the next weeks. Look again tomorrow, or write to us.',
  noTimeTogether:
    'In the next weeks there is no room for all of you right after one another. Choose for fewer, or each alone. You can also look again tomorrow, or write to us.',
  others: 'Everybody else in this application who has to come and has no time yet',
  'no-time': 'Choose a time',
  'nobody-chosen': 'Choose who comes',
  'not-free': 'That time is not free any more. Choose another',
  'moved-too-often':
    'You have changed the time as often as is possible here. Ask the Service for another.',
} as const

type VisitWords = Readonly<Record<keyof typeof en, string>>

export const visitWords: Readonly<Record<Language, VisitWords>> = {
  en,
  az: {
    chosen: 'Nə vaxt gəlirsiniz',
    who: 'Kim',
    day: 'Gün',
    time: 'Saat',
    where: 'Yer',
    setBy: 'Kim seçib',
    service: 'Dövlət Miqrasiya Xidməti',
    cancel: 'Bu vaxtı ləğv edin',
    cancelSure: 'Yenə də ləğv edin',
    lastTime:
      'Bu vaxtı ləğv etsəniz, burada başqasını seçə bilməyəcəksiniz. Yalnız başqa vaxtda gəlmək istəyirsinizsə, əvvəlcə Xidmətdən soruşun.',
    calendar: 'Təqviminizə əlavə edin',
    choose: 'Gələcəyiniz vaxtı seçin',
    move: 'Başqa vaxt seçin',
    movesLeft: 'Vaxtı hələ neçə dəfə dəyişə bilərsiniz: {times}.',
    take: 'Bu vaxtda gəlirəm',
    waits: 'Vaxtı bundan əvvəlki addım bitəndə seçə bilərsiniz.',
    noPlace:
      'Vaxt seçmək üçün hələ açıq yer yoxdur. Nə vaxt və hara gələcəyinizi Xidmətdən soruşun.',
    noTime: 'Yaxın həftələrdə boş vaxt yoxdur. Sabah yenidən baxın və ya bizə yazın.',
    noTimeTogether:
      'Yaxın həftələrdə hamınızın ardıcıl gəlməsi üçün yer yoxdur. Daha az adam üçün və ya hər biri üçün ayrıca seçin. Sabah yenidən baxa və ya bizə yaza da bilərsiniz.',
    others: 'Bu müraciətdə gəlməli olan və hələ vaxtı olmayan hər kəs',
    'no-time': 'Vaxt seçin',
    'nobody-chosen': 'Kimin gəldiyini seçin',
    'not-free': 'Bu vaxt artıq boş deyil. Başqasını seçin',
    'moved-too-often':
      'Vaxtı burada mümkün olan qədər dəyişmisiniz. Başqa vaxtı Xidmətdən soruşun.',
  },
  tr: {
    chosen: 'Ne zaman geliyorsunuz',
    who: 'Kim',
    day: 'Gün',
    time: 'Saat',
    where: 'Yer',
    setBy: 'Kim seçti',
    service: 'Devlet Göç Servisi',
    cancel: 'Bu randevuyu iptal edin',
    cancelSure: 'Yine de iptal edin',
    lastTime:
      'Bu randevuyu iptal ederseniz burada başka bir saat seçemezsiniz. Yalnızca başka bir saatte gelmek istiyorsanız önce Göç Servisine sorun.',
    calendar: 'Takviminize ekleyin',
    choose: 'Geleceğiniz zamanı seçin',
    move: 'Başka bir saat seçin',
    movesLeft: 'Saati daha kaç kez değiştirebilirsiniz: {times}.',
    take: 'Bu saatte geliyorum',
    waits: 'Bundan önceki adım bitince bir saat seçebilirsiniz.',
    noPlace:
      'Saat seçebileceğiniz bir yer henüz yok. Ne zaman ve nereye geleceğinizi Göç Servisine sorun.',
    noTime: 'Önümüzdeki haftalarda boş saat yok. Yarın yeniden bakın veya bize yazın.',
    noTimeTogether:
      'Önümüzdeki haftalarda hepinizin art arda gelebileceği bir yer yok. Daha az kişi için veya herkes için ayrı ayrı seçin. Yarın yeniden bakabilir veya bize yazabilirsiniz.',
    others: 'Bu başvuruda gelmesi gereken ve henüz saati olmayan diğer herkes',
    'no-time': 'Bir saat seçin',
    'nobody-chosen': 'Kimin geldiğini seçin',
    'not-free': 'Bu saat artık boş değil. Başka birini seçin',
    'moved-too-often':
      'Saati burada mümkün olduğu kadar değiştirdiniz. Başka bir saati Göç Servisine sorun.',
  },
  ru: {
    chosen: 'Когда вы приходите',
    who: 'Кто',
    day: 'День',
    time: 'Время',
    where: 'Место',
    setBy: 'Кто выбрал',
    service: 'Государственная миграционная служба',
    cancel: 'Отменить это время',
    cancelSure: 'Всё равно отменить',
    lastTime:
      'Если вы отмените это время, другое здесь выбрать будет нельзя. Если вы только хотите прийти в другое время, сначала спросите Службу.',
    calendar: 'Добавить в календарь',
    choose: 'Выберите, когда придёте',
    move: 'Выбрать другое время',
    movesLeft: 'Сколько раз ещё можно выбрать другое время: {times}.',
    take: 'Прийти в это время',
    waits: 'Время можно выбрать, когда закончен шаг перед этим.',
    noPlace: 'Места, где можно выбрать время, пока нет. Спросите Службу, когда и куда прийти.',
    noTime: 'В ближайшие недели свободного времени нет. Посмотрите завтра или напишите нам.',
    noTimeTogether:
      'В ближайшие недели нет места, чтобы принять всех вас подряд. Выберите время для меньшего числа людей или для каждого отдельно. Можно также посмотреть завтра или написать нам.',
    others: 'Все остальные в этом обращении, кто должен прийти и у кого ещё нет времени',
    'no-time': 'Выберите время',
    'nobody-chosen': 'Выберите, кто придёт',
    'not-free': 'Это время уже занято. Выберите другое',
    'moved-too-often':
      'Вы изменили время столько раз, сколько здесь возможно. Спросите другое время в Службе.',
  },
}
