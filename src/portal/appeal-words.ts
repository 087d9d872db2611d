import type { Language } from '#core/language.ts'

/** Where and until when an unfavourable decision can be appealed. */
const en = {
  title: 'If you do not agree',
  lead: 'You do not have to accept this decision. There are two ways to challenge it, and both are open to you.',
  council: 'Complaint to the Appeal Council of the State Migration Service',
  councilHow:
    'Write what you do not agree with and why, and add what proves it. Give the number of your application.',
  court: 'Claim in the administrative court',
  courtHow: 'The court then looks at whether the decision is lawful.',
  until: 'Until',
  delivered:
    'These days are counted from the day on which the decision counts as delivered to you:',
} as const

export type AppealWords = Readonly<Record<keyof typeof en, string>>

export const appealWords: Readonly<Record<Language, AppealWords>> = {
  en,
  az: {
    title: 'Qərarla razı deyilsinizsə',
    lead: 'Bu qərarı qəbul etmək məcburiyyətində deyilsiniz. İki yolunuz var, hər ikisi açıqdır.',
    council: 'Dövlət Miqrasiya Xidmətinin Apellyasiya Şurasına şikayət',
    councilHow:
      'Nə ilə və niyə razı olmadığınızı yazın, bunu təsdiq edən sənədləri əlavə edin. ' +
      'Müraciətinizin nömrəsini göstərin.',
    court: 'İnzibati məhkəməyə iddia',
    courtHow: 'Bu halda qərarın qanuniliyini məhkəmə yoxlayır.',
    until: 'Son gün',
    delivered: 'Bu müddətlər qərarın sizə təqdim edilmiş sayıldığı gündən hesablanır:',
  },
  tr: {
    title: 'Katılmıyorsanız',
    lead: 'Bu kararı kabul etmek zorunda değilsiniz. İki yolunuz var ve ikisi de açık.',
    council: 'Devlet Göç Servisi İtiraz Kuruluna itiraz',
    councilHow:
      'Neye, neden katılmadığınızı yazın ve bunu kanıtlayan belgeleri ekleyin. Başvurunuzun ' +
      'numarasını belirtin.',
    court: 'İdare mahkemesinde dava',
    courtHow: 'Kararın hukuka uygun olup olmadığını mahkeme inceler.',
    until: 'Son gün',
    delivered: 'Bu süreler, kararın size tebliğ edilmiş sayıldığı günden itibaren işler:',
  },
  ru: {
    title: 'Если вы не согласны',
    lead: 'Вы не обязаны соглашаться с этим решением. У вас есть два пути, и оба открыты.',
    council: 'Жалоба в Апелляционный совет Государственной миграционной службы',
    councilHow:
      'Напишите, с чем и почему вы не согласны, и приложите подтверждающие документы. Укажите ' +
      'номер обращения.',
    court: 'Иск в административный суд',
    courtHow: 'Тогда законность решения проверит суд.',
    until: 'Последний день',
    delivered: 'Эти сроки считаются со дня, когда решение считается вручённым вам:',
  },
}
