import { LANGUAGES, type Language, type OfficeLanguage } from '#core/language.ts'
import {
  DAYS_LONG_MAX,
  EVENT_LETTERS_MAX,
  PLACE_LETTERS_MAX,
  type CampaignFault,
  type CampaignField,
  type Landing,
  type WhyKept,
} from '#core/promotion/campaigns.ts'
import { BATCH_MIN } from '#core/promotion/releasing.ts'

type Texts = {
  readonly title: string
  readonly lead: string
  readonly none: string
  readonly make: string
  readonly change: string
  readonly all: string
  readonly event: string
  readonly mission: string
  readonly days: string
  readonly place: string
  readonly stands: string
  readonly followed: string
  readonly begun: string
  readonly few: string
  readonly next: string
  readonly ahead: string
  readonly now: string
  readonly over: string
  readonly retired: string
  readonly uncounted: string
  readonly uncountedWhy: string
  readonly leadsTo: string
  readonly landings: Readonly<Record<Landing, string>>
  readonly landingHints: Readonly<Record<Landing, string>>
  readonly languages: string
  readonly languagesHint: string
  readonly eventIn: Readonly<Record<Language, string>>
  readonly placeHint: string
  readonly from: string
  readonly until: string
  readonly save: string
  readonly create: string
  readonly codeStays: string
  readonly codeAs: string
  readonly codeWhy: string
  readonly isPublic: string
  readonly standsNow: string
  readonly retire: string
  readonly retireWhy: string
  readonly revive: string
  readonly reviveWhy: string
  readonly delete: string
  readonly deleteWhy: string
  readonly kept: Readonly<Record<WhyKept, string>>
  readonly absent: string
  readonly faster: string
  readonly closed: string
  readonly material: string
  readonly materialLead: string
  readonly materialOpen: string
  readonly figures: string
  readonly figuresWhy: string
  readonly week: string
  readonly sum: string
  readonly fault: (field: CampaignField, fault: CampaignFault) => string
}

const FAULTS_EN: Readonly<Record<CampaignFault, Readonly<Record<string, string>>>> = {
  missing: {
    languages: 'Choose at least one language',
    place: 'Write where the event takes place',
    from: 'Enter the first day of the event, for example 7 3 2026',
    until: 'Enter the last day of the event, for example 8 3 2026',
    leadsTo: 'Choose the page that the link leads to',
    event: '{event}: write it, or take the language away',
  },
  'too-long': {
    event: `{event}: more than ${EVENT_LETTERS_MAX} letters, for which a poster has no room`,
    place: `The place has more than ${PLACE_LETTERS_MAX} letters`,
  },
  'is-over': { until: 'This day has passed: enter the last day of an event that is still to come' },
  'too-far': { from: 'This is more than two years ahead' },
  'before-it-begins': { until: 'The last day is before the first' },
  'lasts-too-long': {
    until: `A campaign lasts ${DAYS_LONG_MAX} days at most: make a second one for what comes after`,
  },
}

const FAULTS_AZ: typeof FAULTS_EN = {
  missing: {
    languages: 'Ən azı bir dil seçin',
    place: 'Tədbirin harada keçirildiyini yazın',
    from: 'Tədbirin ilk gününü yazın, məsələn, 7 3 2026',
    until: 'Tədbirin son gününü yazın, məsələn, 8 3 2026',
    leadsTo: 'Keçidin hansı səhifəyə apardığını seçin',
    event: '{event}: yazın və ya bu dili çıxarın',
  },
  'too-long': {
    event: `{event}: ${EVENT_LETTERS_MAX} hərfdən çoxdur, plakatda ona yer yoxdur`,
    place: `Yerin adında ${PLACE_LETTERS_MAX} hərfdən çox var`,
  },
  'is-over': { until: 'Bu gün keçib: hələ qarşıda olan tədbirin son gününü yazın' },
  'too-far': { from: 'Bu, iki ildən də irəlidədir' },
  'before-it-begins': { until: 'Son gün ilk gündən əvvəldir' },
  'lasts-too-long': {
    until: `Kampaniya ən çoxu ${DAYS_LONG_MAX} gün davam edir: sonrası üçün ikincisini yaradın`,
  },
}

const said =
  (faults: typeof FAULTS_EN, events: Texts['eventIn']) =>
  (field: CampaignField, fault: CampaignFault): string => {
    const language = LANGUAGES.find((each) => field === `event-${each}`)
    const text = faults[fault][language === undefined ? field : 'event'] ?? ''
    return language === undefined ? text : text.replace('{event}', () => events[language])
  }

const EVENTS_EN = {
  az: 'Name of the event in Azerbaijani',
  tr: 'Name of the event in Turkish',
  en: 'Name of the event in English',
  ru: 'Name of the event in Russian',
} as const

const EVENTS_AZ = {
  az: 'Tədbirin azərbaycanca adı',
  tr: 'Tədbirin türkcə adı',
  en: 'Tədbirin ingiliscə adı',
  ru: 'Tədbirin rusca adı',
} as const

export const campaignsWords: Readonly<Record<OfficeLanguage, Texts>> = {
  en: {
    title: 'Campaigns',
    lead: 'A campaign is one event at which you tell people of the Program. It has a short link and a QR code of its own, for slides and paper.',
    none: 'There is no campaign yet. The first one takes a minute.',
    make: 'New campaign',
    change: 'Change',
    all: 'All missions',
    event: 'Event',
    mission: 'Mission',
    days: 'Days',
    place: 'Place',
    stands: 'State',
    followed: 'Followed the link',
    begun: 'Began an account',
    few: `Fewer than ${BATCH_MIN}`,
    next: 'Earlier campaigns',
    ahead: 'To come',
    now: 'Now',
    over: 'Over',
    retired: 'Retired',
    uncounted: 'Uncounted',
    uncountedWhy:
      'Machines followed this link, faster than people can. What they did is not counted, and some people may be missing from these figures.',
    leadsTo: 'Leads to',
    landings: {
      welcome: 'A page that welcomes people from this event',
      criteria: 'What is scored',
      estimate: 'The estimate of one’s own points',
    },
    landingHints: {
      welcome: 'It names the event and shows what to do next. Choose this one if you are not sure.',
      criteria: 'For people who already know what the Program is.',
      estimate: 'For a hall with phones in hand: it takes five minutes, and nothing is kept.',
    },
    languages: 'Languages',
    languagesHint: 'Each guest reads the language of their phone if it is one of these.',
    eventIn: EVENTS_EN,
    placeHint: 'For example: Technical University, hall 2, Ankara',
    from: 'First day',
    until: 'Last day',
    save: 'Save the changes',
    create: 'Make the campaign',
    isPublic:
      'The event stands on the public page of your mission as soon as you make the campaign.',
    standsNow: 'How it stands now',
    codeStays: 'The link stays the same: it may be on paper already.',
    codeAs: 'Download the code as {form}',
    codeWhy: 'For your own slides and posters. Leave the white around it.',
    retire: 'Retire the link',
    retireWhy: 'Its page will say that the event is over, and will lead on to the Program.',
    revive: 'Bring the link back',
    reviveWhy: 'The link leads to the Program and says that the event is over.',
    delete: 'Delete this campaign',
    deleteWhy:
      'For a campaign that was begun by mistake. It goes from your list and from the public page of your mission, with all that was counted of it. Its link will lead nowhere, and no other campaign will be given it. This cannot be taken back.',
    kept: {
      printed:
        'Material was made of this campaign, which may be on paper. You can only retire its link.',
      shown: 'Figures of this campaign were shown already. You can only retire its link.',
      begun:
        'The event has begun, and the campaign was made on an earlier day, so that people may have the link. You can only retire it.',
    },
    absent: 'Check the address. A campaign of another mission is treated as not found.',
    faster:
      'Somebody of your mission changed this campaign meanwhile. Look at how it stands now before you press again.',
    closed: 'This mission is closed, so that it makes no new campaigns.',
    material: 'Material',
    materialLead:
      'Leaflets, a poster, slides, a card and texts, made from the law in force today, with this link and code.',
    materialOpen: 'Leaflets, poster, slides',
    figures: 'Figures',
    figuresWhy: `Figures are brought up to date once a week, and never by fewer than ${BATCH_MIN} people, so that nobody can be recognised in them.`,
    week: 'Week from',
    sum: 'All weeks',
    fault: said(FAULTS_EN, EVENTS_EN),
  },
  az: {
    title: 'Kampaniyalar',
    lead: 'Kampaniya insanlara Proqramdan danışdığınız bir tədbirdir. Onun slaydlar və kağız üçün öz qısa keçidi və QR kodu var.',
    none: 'Hələ kampaniya yoxdur. Birincisi bir dəqiqə çəkir.',
    make: 'Yeni kampaniya',
    change: 'Dəyişmək',
    all: 'Bütün nümayəndəliklər',
    event: 'Tədbir',
    mission: 'Nümayəndəlik',
    days: 'Günlər',
    place: 'Yer',
    stands: 'Vəziyyət',
    followed: 'Keçidlə gələnlər',
    begun: 'Kabinet açanlar',
    few: `${BATCH_MIN} nəfərdən az`,
    next: 'Əvvəlki kampaniyalar',
    ahead: 'Qarşıda',
    now: 'İndi',
    over: 'Bitib',
    retired: 'Bağlanıb',
    uncounted: 'Sayılmır',
    uncountedWhy:
      'Bu keçidlə insandan sürətli, maşınlar keçib. Onlar sayılmayıb, bəzi insanlar da bu rəqəmlərdə olmaya bilər.',
    leadsTo: 'Aparır',
    landings: {
      welcome: 'Bu tədbirdən gələnləri qarşılayan səhifəyə',
      criteria: 'Nəyə bal verildiyini göstərən səhifəyə',
      estimate: 'Öz ballarını hesablamağa',
    },
    landingHints: {
      welcome:
        'Tədbirin adını çəkir və bundan sonra nə edəcəyini göstərir. Əmin deyilsinizsə, bunu seçin.',
      criteria: 'Proqramın nə olduğunu artıq bilənlər üçün.',
      estimate: 'Əlində telefon olan zal üçün: beş dəqiqə çəkir və heç nə saxlanmır.',
    },
    languages: 'Dillər',
    languagesHint: 'Telefonunun dili bunlardan biridirsə, qonaq həmin dildə oxuyur.',
    eventIn: EVENTS_AZ,
    placeHint: 'Məsələn: Texniki Universitet, 2-ci zal, Ankara',
    from: 'İlk gün',
    until: 'Son gün',
    save: 'Dəyişiklikləri yadda saxlamaq',
    create: 'Kampaniyanı yaratmaq',
    isPublic: 'Kampaniyanı yaradan kimi tədbir nümayəndəliyinizin hamıya açıq səhifəsində görünür.',
    standsNow: 'İndi necədir',
    codeStays: 'Keçid dəyişmir: o artıq kağızda ola bilər.',
    codeAs: 'Kodu {form} kimi yükləmək',
    codeWhy: 'Öz slayd və plakatlarınız üçün. Ətrafındakı ağ yeri saxlayın.',
    retire: 'Keçidi bağlamaq',
    retireWhy: 'Səhifəsi tədbirin bitdiyini deyəcək və Proqrama aparacaq.',
    revive: 'Keçidi geri qaytarmaq',
    reviveWhy: 'Keçid Proqrama aparır və tədbirin bitdiyini deyir.',
    delete: 'Kampaniyanı silmək',
    deleteWhy:
      'Səhvən yaradılmış kampaniya üçün. O, siyahınızdan və nümayəndəliyinizin hamıya açıq səhifəsindən sayılanlarla birlikdə silinir. Keçidi heç yerə aparmayacaq və başqa kampaniyaya verilməyəcək. Bunu geri qaytarmaq olmur.',
    kept: {
      printed:
        'Bu kampaniyanın materialı hazırlanıb, kağızda ola bilər. Yalnız keçidini bağlamaq olar.',
      shown: 'Bu kampaniyanın rəqəmləri artıq göstərilib. Yalnız keçidini bağlamaq olar.',
      begun:
        'Tədbir başlayıb, kampaniya isə daha əvvəlki gün yaradılıb, ona görə keçid insanlarda ola bilər. Yalnız keçidini bağlamaq olar.',
    },
    absent: 'Ünvanı yoxlayın. Başqa nümayəndəliyin kampaniyası da burada tapılmır.',
    faster:
      'Bu arada nümayəndəliyinizdən kimsə kampaniyanı dəyişib. Yenidən basmazdan əvvəl indiki halına baxın.',
    closed: 'Bu nümayəndəlik bağlanıb, ona görə yeni kampaniya yaratmır.',
    material: 'Materiallar',
    materialLead:
      'Bu gün qüvvədə olan qanundan, bu keçid və kodla hazırlanan vərəqələr, plakat, slaydlar, kart və mətnlər.',
    materialOpen: 'Vərəqələr, plakat, slaydlar',
    figures: 'Rəqəmlər',
    figuresWhy: `Rəqəmlər həftədə bir dəfə və heç vaxt ${BATCH_MIN} nəfərdən az olmaqla yenilənir ki, heç kim tanınmasın.`,
    week: 'Həftənin başlanğıcı',
    sum: 'Bütün həftələr',
    fault: said(FAULTS_AZ, EVENTS_AZ),
  },
}
