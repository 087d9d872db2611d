import type { Language } from '#core/language.ts'

/** Where and until when an unfavourable decision can be contested. */
const en = {
  title: 'If you do not agree',
  leadCourt:
    'The Council has decided, and you do not have to accept this decision. You can still go to court.',
  lead: 'You do not have to accept this decision. There are two ways to challenge it, and both are open to you.',
  council: 'Complaint to the Appeal Council of the State Migration Service',
  councilHow:
    'Write what you do not agree with and why, and add what proves it. Give the number of the decision.',
  court: 'Claim in the administrative court',
  compel: 'You ask the court to oblige the Service to do what it declined to do.',
  'set-aside': 'You ask the court to set the decision aside.',
  until: 'Last day',
  delivered:
    'These days are counted from the day on which the decision counts as delivered to you:',
  further: 'Good to know',
} as const

export type AppealWords = Readonly<Record<keyof typeof en, string>>

export const appealWords: Readonly<Record<Language, AppealWords>> = {
  en,
  az: {
    title: 'Qərarla razı deyilsinizsə',
    leadCourt:
      'Şura qərar verib, amma bu qərarla razılaşmaq məcburiyyətində deyilsiniz. Hələ məhkəməyə müraciət edə bilərsiniz.',
    lead: 'Bu qərarla razılaşmaq məcburiyyətində deyilsiniz. Ondan iki yolla şikayət etmək olar, hər ikisi sizin üçün açıqdır.',
    council: 'Dövlət Miqrasiya Xidmətinin Apellyasiya Şurasına şikayət',
    councilHow:
      'Nə ilə və niyə razı olmadığınızı yazın, bunu təsdiq edən sənədləri əlavə edin. ' +
      'Qərarın nömrəsini göstərin.',
    court: 'İnzibati məhkəməyə iddia',
    compel:
      'Məhkəmədən xahiş edirsiniz ki, Xidmətin üzərinə imtina etdiyi qərarı qəbul etmək vəzifəsini qoysun.',
    'set-aside': 'Məhkəmədən qərarın qüvvədən salınmasını xahiş edirsiniz.',
    until: 'Son gün',
    delivered: 'Bu müddətlər qərarın sizə təqdim edilmiş sayıldığı gündən hesablanır:',
    further: 'Bunları da bilin',
  },
  tr: {
    title: 'Katılmıyorsanız',
    leadCourt:
      'Kurul kararını verdi, ama bu kararı kabul etmek zorunda değilsiniz. Hâlâ mahkemeye gidebilirsiniz.',
    lead: 'Bu kararı kabul etmek zorunda değilsiniz. Karara karşı iki yolunuz var ve ikisi de size açık.',
    council: 'Devlet Göç Servisi Apelasyon Kuruluna şikâyet',
    councilHow:
      'Neye, neden katılmadığınızı yazın ve bunu kanıtlayan belgeleri ekleyin. Kararın ' +
      'numarasını belirtin.',
    court: 'İdare mahkemesinde dava',
    compel:
      'Mahkemeden, Göç Servisini yapmayı reddettiği işlemi yapmaya mecbur kılmasını istersiniz.',
    'set-aside': 'Mahkemeden, kararı kaldırmasını istersiniz.',
    until: 'Son gün',
    delivered: 'Bu süreler, kararın size tebliğ edilmiş sayıldığı günden itibaren işler:',
    further: 'Bunları da bilin',
  },
  ru: {
    title: 'Если вы не согласны',
    leadCourt:
      'Совет принял решение, но вы не обязаны с ним соглашаться. Вы ещё можете обратиться в суд.',
    lead: 'Вы не обязаны соглашаться с этим решением. Обжаловать его можно двумя путями, и оба для вас открыты.',
    council: 'Жалоба в Апелляционный совет Государственной миграционной службы',
    councilHow:
      'Напишите, с чем и почему вы не согласны, и приложите подтверждающие документы. Укажите ' +
      'номер решения.',
    court: 'Иск в административный суд',
    compel: 'Вы просите суд обязать Службу сделать то, в чём она отказала.',
    'set-aside': 'Вы просите суд отменить это решение.',
    until: 'Последний день',
    delivered: 'Эти сроки считаются со дня, когда решение считается вручённым вам:',
    further: 'Что ещё важно знать',
  },
}
