import type { OfficeRole, Role, SYSTEM } from '#core/cases/roles.ts'
import type { Language } from '#core/language.ts'
import type { CaseType } from '#core/policy/case-type.ts'

/** In which role somebody acts, acted or looked; of a party, as the type of the case calls it. */
export function roleName(
  role: Role,
  type: Pick<CaseType, 'roles'> | undefined,
  language: Language,
): string {
  const named: Readonly<Record<string, string>> = ROLE_NAMES[language]
  const own = type?.roles.find(({ code }) => code === role)?.title[language]
  return own ?? named[role] ?? ROLE_NAMES[language].party
}

type Named = OfficeRole | typeof SYSTEM | 'representative' | 'party'

const ROLE_NAMES: Readonly<Record<Language, Readonly<Record<Named, string>>>> = {
  az: {
    'case-officer': 'Müraciətə baxan əməkdaş',
    head: 'Şöbə rəisi',
    signer: 'Qərarı imzalayan şəxs',
    expert: 'Qiymətləndirən ekspert',
    'body-supervisor': 'Qiymətləndirən orqanın nəzarətçi əməkdaşı',
    'objection-officer': 'Rəy verən orqanın əməkdaşı',
    'council-secretary': 'Şuranın katibi',
    'council-member': 'Şuranın üzvü',
    'policy-officer': 'Qaydaları hazırlayan əməkdaş',
    'policy-approver': 'Qaydaları təsdiq edən əməkdaş',
    auditor: 'Auditor',
    'data-protection-officer': 'Fərdi məlumatların mühafizəsi üzrə məsul şəxs',
    administrator: 'İnzibatçı',
    'mission-officer': 'Nümayəndəlik əməkdaşı',
    'promotion-officer': 'Xarici işlər nazirliyinin təbliğat əməkdaşı',
    representative: 'Nümayəndə',
    party: 'Tərəf',
    system: 'Sistem',
  },
  tr: {
    'case-officer': 'Başvuruyu inceleyen görevli',
    head: 'Birim yöneticisi',
    signer: 'Kararı imzalayan yetkili',
    expert: 'Değerlendiren uzman',
    'body-supervisor': 'Değerlendiren kurumun denetim görevlisi',
    'objection-officer': 'Görüş bildiren kurumun görevlisi',
    'council-secretary': 'Kurul sekreteri',
    'council-member': 'Kurul üyesi',
    'policy-officer': 'Kural hazırlayan görevli',
    'policy-approver': 'Kural onaylayan görevli',
    auditor: 'Denetçi',
    'data-protection-officer': 'Kişisel verileri koruma görevlisi',
    administrator: 'Sistem yöneticisi',
    'mission-officer': 'Temsilcilik görevlisi',
    'promotion-officer': 'Dışişleri Bakanlığı tanıtım görevlisi',
    representative: 'Temsilci',
    party: 'Taraf',
    system: 'Sistem',
  },
  en: {
    'case-officer': 'Case officer',
    head: 'Head of unit',
    signer: 'Signer of decisions',
    expert: 'Scoring expert',
    'body-supervisor': 'Supervisor of a scoring body',
    'objection-officer': 'Officer of a body asked for its opinion',
    'council-secretary': 'Secretary of the council',
    'council-member': 'Member of the council',
    'policy-officer': 'Policy officer',
    'policy-approver': 'Policy approver',
    auditor: 'Auditor',
    'data-protection-officer': 'Data protection officer',
    administrator: 'Administrator',
    'mission-officer': 'Officer of a mission',
    'promotion-officer': 'Promotion officer of the Ministry of Foreign Affairs',
    representative: 'Representative',
    party: 'Party',
    system: 'System',
  },
  ru: {
    'case-officer': 'Сотрудник, ведущий обращение',
    head: 'Начальник отдела',
    signer: 'Лицо, подписывающее решения',
    expert: 'Эксперт по оценке',
    'body-supervisor': 'Контролирующий сотрудник оценивающего органа',
    'objection-officer': 'Сотрудник органа, дающего заключение',
    'council-secretary': 'Секретарь совета',
    'council-member': 'Член совета',
    'policy-officer': 'Сотрудник, готовящий правила',
    'policy-approver': 'Сотрудник, утверждающий правила',
    auditor: 'Аудитор',
    'data-protection-officer': 'Ответственный за защиту персональных данных',
    administrator: 'Администратор',
    'mission-officer': 'Сотрудник представительства',
    'promotion-officer': 'Сотрудник МИД по продвижению программы',
    representative: 'Представитель',
    party: 'Участник',
    system: 'Система',
  },
}
