import type { Language } from '#core/language.ts'

/** Check your answers, submit, and the receipt. */
const en = {
  title: 'Check your answers before you submit',
  sentTitle: 'What you sent',
  gapsTitle: 'Some things are still missing',
  gapBlock: 'Fill in:',
  gapDocument: 'Upload:',
  documents: 'Documents',
  whatHappens: 'What happens when you submit',
  happens:
    'You can no longer change your answers, except where we ask you to correct something. A case officer checks that everything is there. Then state bodies score your application. Two people decide.',
  happensAsked:
    'You can no longer change your answers, except where we ask you to correct something. A case officer checks that everything is there. Then state bodies give their opinion. Two people decide.',
  happensPlain:
    'You can no longer change your answers, except where we ask you to correct something. A case officer examines them and the documents. Two people decide.',
  happensFinal:
    'You can no longer change your answers. A case officer examines them and the documents. Two people decide.',
  happensElsewhere:
    'You can no longer change your answers, except where a correction is asked for. We send them to the state system whose people examine them. They decide, and you read here what they say.',
  submit: 'Submit my application',
  already: 'This has already been submitted. Nothing was sent twice. Go to the receipt.',
  notAdopted:
    'The State Migration Service has not yet adopted all the rules for deciding this application. You can submit it as soon as it has. Your answers are kept.',
  whatConfirms: 'What happens when you confirm',
  confirms:
    'This is what we will examine of you. Nothing is sent in yet: whoever began this application sends it once everybody has confirmed. What you change afterwards counts only when you confirm again.',
  confirm: 'This is right, and I agree',
  partMissing:
    'Not everybody has confirmed their own part yet. You can send the application as soon as they have.',
  marksOpen: 'Not everything that was marked has been corrected yet. See whose part is still open.',
  receiptTitle: 'Your application has been received',
  number: 'Your number',
  submittedOn: 'Received on',
  counted: 'We count in Azerbaijani working days; the day of submission is not counted.',
  next: 'What happens next',
  next1: 'You also get an email with this number.',
  next2:
    'A case officer checks that everything is there. If something needs correcting, we write to you.',
  next3: 'State bodies score your application, each only its own criteria.',
  next3Asked: 'State bodies give their opinion.',
  next4:
    'One person drafts the decision and another signs it. You read the reasons criterion by criterion.',
  next4Plain: 'One person drafts the decision and another signs it. You read the reasons.',
  next5: 'If the decision is favourable, you pay the state duty and are handed the document.',
  nextElsewhere1:
    'We send it to the state system whose people examine it. You see here when it has arrived there.',
  nextElsewhere2: 'They decide. We write to you each time there is news, and you read it here.',
  toStatus: 'See where it stands',
  print: 'Keep this page: print it or save it as a PDF.',
} as const

export type CheckWords = Readonly<Record<keyof typeof en, string>>

export const checkWords: Readonly<Record<Language, CheckWords>> = {
  en,
  az: {
    title: 'Təqdim etməzdən əvvəl cavablarınızı yoxlayın',
    sentTitle: 'Təqdim etdikləriniz',
    gapsTitle: 'Hələ çatışmayanlar var',
    gapBlock: 'Doldurun:',
    gapDocument: 'Yükləyin:',
    documents: 'Sənədlər',
    whatHappens: 'Təqdim etdikdə nə baş verir',
    happens:
      'Cavablarınız bağlanır və yalnız düzəliş istədiyimiz yerlərdə dəyişdirilə bilər. Əməkdaş müraciətin tam olub-olmadığını yoxlayır. Sonra dövlət orqanları bal verir. Qərarı iki nəfər verir.',
    happensAsked:
      'Cavablarınız bağlanır və yalnız düzəliş istədiyimiz yerlərdə dəyişdirilə bilər. Əməkdaş müraciətin tam olub-olmadığını yoxlayır. Sonra dövlət orqanları rəy verir. Qərarı iki nəfər verir.',
    happensPlain:
      'Cavablarınız bağlanır və yalnız düzəliş istədiyimiz yerlərdə dəyişdirilə bilər. Əməkdaş onlara və sənədlərə baxır. Qərarı iki nəfər verir.',
    happensFinal:
      'Cavablarınızı artıq dəyişdirmək olmur. Əməkdaş onlara və sənədlərə baxır. Qərarı iki nəfər verir.',
    happensElsewhere:
      'Cavablarınız bağlanır və yalnız düzəliş istənilən yerlərdə dəyişdirilə bilər. Onları əməkdaşları baxan dövlət sisteminə göndəririk. Qərarı onlar verir, nə dediklərini burada oxuyursunuz.',
    submit: 'Müraciətimi təqdim edirəm',
    already: 'Bu artıq təqdim edilib. Heç nə iki dəfə göndərilməyib. Daxilolma bildirişinə keçin.',
    notAdopted:
      'Xidmət bu müraciətə dair bütün qaydaları hələ qəbul etməyib. Qəbul edən kimi təqdim edə bilərsiniz. Cavablarınız qalır.',
    whatConfirms: 'Təsdiq edəndə nə olur',
    confirms:
      'Sizinlə bağlı məhz bunlara baxacağıq. Hələ heç nə göndərilmir: müraciətə başlayan şəxs onu hamı təsdiq edəndən sonra göndərir. Bundan sonra dəyişdikləriniz yalnız yenidən təsdiq edəndə nəzərə alınır.',
    confirm: 'Hər şey düzgündür, razıyam',
    partMissing:
      'Hələ hamı öz hissəsini təsdiq etməyib. Onlar təsdiq edən kimi müraciəti göndərə bilərsiniz.',
    marksOpen: 'İşarələnənlərin hamısı hələ düzəldilməyib. Kimin hissəsinin açıq qaldığına baxın.',
    receiptTitle: 'Müraciətiniz daxil oldu',
    number: 'Nömrəniz',
    submittedOn: 'Daxil olma tarixi',
    counted: 'Azərbaycanın iş günləri ilə hesablanır; müraciətin təqdim edildiyi gün sayılmır.',
    next: 'Sonra nə olacaq',
    next1: 'Bu nömrəni sizə e-poçtla da göndəririk.',
    next2: 'Əməkdaş müraciətin tam olub-olmadığını yoxlayır. Düzəliş lazım olsa, sizə yazırıq.',
    next3: 'Dövlət orqanları müraciətinizi qiymətləndirir, hər biri yalnız öz meyarları üzrə.',
    next3Asked: 'Dövlət orqanları rəy verir.',
    next4: 'Bir nəfər qərarı hazırlayır, başqası imzalayır. Səbəbləri meyarlar üzrə oxuyacaqsınız.',
    next4Plain: 'Bir nəfər qərarı hazırlayır, başqası imzalayır. Səbəbləri oxuyacaqsınız.',
    next5: 'Qərar müsbətdirsə, dövlət rüsumunu ödəyirsiniz və sənəd sizə təhvil verilir.',
    nextElsewhere1:
      'Müraciəti əməkdaşları ona baxan dövlət sisteminə göndəririk. Ora nə vaxt çatdığını burada görürsünüz.',
    nextElsewhere2: 'Qərarı onlar verir. Hər yenilikdə sizə yazırıq, onu burada oxuyursunuz.',
    toStatus: 'Hansı mərhələdə olduğuna baxın',
    print: 'Bu səhifəni saxlayın: çap edin və ya PDF kimi yadda saxlayın.',
  },
  tr: {
    title: 'Sunmadan önce yanıtlarınızı kontrol edin',
    sentTitle: 'Sunduklarınız',
    gapsTitle: 'Hâlâ eksikler var',
    gapBlock: 'Doldurun:',
    gapDocument: 'Yükleyin:',
    documents: 'Belgeler',
    whatHappens: 'Sunduğunuzda ne olur',
    happens:
      'Yanıtlarınız kilitlenir ve yalnızca düzeltme istediğimiz yerlerde değiştirilebilir. Bir görevli her şeyin tam olup olmadığını kontrol eder. Sonra devlet kurumları puan verir. Kararı iki kişi verir.',
    happensAsked:
      'Yanıtlarınız kilitlenir ve yalnızca düzeltme istediğimiz yerlerde değiştirilebilir. Bir görevli her şeyin tam olup olmadığını kontrol eder. Sonra devlet kurumları görüş bildirir. Kararı iki kişi verir.',
    happensPlain:
      'Yanıtlarınız kilitlenir ve yalnızca düzeltme istediğimiz yerlerde değiştirilebilir. Bir görevli yanıtları ve belgeleri inceler. Kararı iki kişi verir.',
    happensFinal:
      'Yanıtlarınızı artık değiştiremezsiniz. Bir görevli yanıtlarınızı ve belgeleri inceler. Kararı iki kişi verir.',
    happensElsewhere:
      'Yanıtlarınız kilitlenir ve yalnızca düzeltme istenen yerlerde değiştirilebilir. Onları, görevlileri inceleyen devlet sistemine gönderiyoruz. Kararı onlar verir, ne dediklerini burada okursunuz.',
    submit: 'Başvurumu sunuyorum',
    already: 'Bu zaten sunuldu. Hiçbir şey iki kez gönderilmedi. Alındı belgesine gidin.',
    notAdopted:
      'Göç Servisi bu başvuruya uygulanacak kuralların tamamını henüz kabul etmedi. Kabul ettiğinde başvurunuzu sunabilirsiniz. Yanıtlarınız saklanıyor.',
    whatConfirms: 'Onayladığınızda ne olur',
    confirms:
      'Sizinle ilgili olarak bunları inceleyeceğiz. Henüz hiçbir şey gönderilmez: Başvuruyu başlatan kişi, herkes onayladıktan sonra gönderir. Sonradan değiştirdikleriniz ancak yeniden onayladığınızda geçerli olur.',
    confirm: 'Hepsi doğru, kabul ediyorum',
    partMissing:
      'Herkes henüz kendi bölümünü onaylamadı. Onayladıkları anda başvuruyu gönderebilirsiniz.',
    marksOpen: 'İşaretlenenlerin hepsi henüz düzeltilmedi. Kimin bölümünün açık kaldığına bakın.',
    receiptTitle: 'Başvurunuz alındı',
    number: 'Numaranız',
    submittedOn: 'Alındığı tarih',
    counted: 'Azerbaycan’daki iş günlerine göre sayılır; sunulduğu gün sayılmaz.',
    next: 'Bundan sonra ne olacak',
    next1: 'Bu numarayı size e-postayla da gönderiyoruz.',
    next2:
      'Bir görevli her şeyin tam olup olmadığını kontrol eder. Düzeltme gerekirse size yazarız.',
    next3: 'Devlet kurumları başvurunuzu değerlendirir; her biri yalnızca kendi kriterlerini.',
    next3Asked: 'Devlet kurumları görüş bildirir.',
    next4: 'Bir kişi kararı hazırlar, bir başkası imzalar. Gerekçeleri kriter kriter okursunuz.',
    next4Plain: 'Bir kişi kararı hazırlar, bir başkası imzalar. Gerekçeleri okursunuz.',
    next5: 'Karar olumluysa devlet harcını ödersiniz ve belge size teslim edilir.',
    nextElsewhere1:
      'Başvuruyu, görevlileri onu inceleyen devlet sistemine gönderiyoruz. Oraya ne zaman ulaştığını burada görürsünüz.',
    nextElsewhere2: 'Kararı onlar verir. Her yenilikte size yazarız, onu burada okursunuz.',
    toStatus: 'Hangi aşamada olduğunu görün',
    print: 'Bu sayfayı saklayın: yazdırın ya da PDF olarak kaydedin.',
  },
  ru: {
    title: 'Проверьте ответы перед подачей',
    sentTitle: 'Что вы отправили',
    gapsTitle: 'Ещё не всё готово',
    gapBlock: 'Заполните:',
    gapDocument: 'Загрузите:',
    documents: 'Документы',
    whatHappens: 'Что будет после подачи',
    happens:
      'Изменить ответы можно будет только там, где мы попросим исправить. Сотрудник проверяет, всё ли на месте. Затем госорганы начисляют баллы. Решение принимают два сотрудника.',
    happensAsked:
      'Изменить ответы можно будет только там, где мы попросим исправить. Сотрудник проверяет, всё ли на месте. Затем госорганы дают заключения. Решение принимают два сотрудника.',
    happensPlain:
      'Изменить ответы можно будет только там, где мы попросим исправить. Сотрудник рассматривает ответы и документы. Решение принимают два сотрудника.',
    happensFinal:
      'Изменить ответы больше нельзя. Сотрудник рассматривает их и документы. Решение принимают два человека.',
    happensElsewhere:
      'Ответы больше нельзя изменить, кроме мест, которые попросят исправить. Мы отправляем их в государственную систему, где их рассматривают. Решение принимают там, а ответ вы читаете здесь.',
    submit: 'Подать обращение',
    already: 'Это уже подано. Второй раз ничего не отправлено. Откройте подтверждение.',
    notAdopted:
      'Служба ещё не приняла все правила, по которым рассматривают это обращение. Подать его можно будет, как только она их примет. Ваши ответы сохранены.',
    whatConfirms: 'Что будет после подтверждения',
    confirms:
      'Именно это мы будем рассматривать о вас. Пока ничего не отправляется: заявление отправит тот, кто его начал, когда все подтвердят свою часть. Изменения после этого учитываются, только если вы подтвердите их снова.',
    confirm: 'Всё верно, подтверждаю',
    partMissing:
      'Не все ещё подтвердили свою часть. Заявление можно отправить, как только они это сделают.',
    marksOpen: 'Исправлено ещё не всё, что было отмечено. Посмотрите, чья часть ещё открыта.',
    receiptTitle: 'Ваше обращение получено',
    number: 'Ваш номер',
    submittedOn: 'Получено',
    counted: 'Считаем в рабочих днях Азербайджана; день подачи не учитывается.',
    next: 'Что дальше',
    next1: 'Этот номер мы отправим и на вашу электронную почту.',
    next2: 'Сотрудник проверяет, всё ли на месте. Если нужно что-то исправить, мы вам напишем.',
    next3: 'Госорганы оценивают обращение, каждый только по своим критериям.',
    next3Asked: 'Госорганы дают заключения.',
    next4:
      'Один сотрудник готовит решение, другой подписывает. Обоснование будет по каждому критерию.',
    next4Plain: 'Один сотрудник готовит решение, другой подписывает. Обоснование вы прочитаете.',
    next5: 'Если решение положительное, вы платите госпошлину, и документ вам выдают.',
    nextElsewhere1:
      'Мы отправляем обращение в государственную систему, где его рассматривают. Здесь видно, когда оно туда поступило.',
    nextElsewhere2:
      'Решение принимают там. О каждой новости мы вам пишем, прочитать её можно здесь.',
    toStatus: 'Посмотреть, на каком это этапе',
    print: 'Сохраните эту страницу: распечатайте или сохраните в PDF.',
  },
}
