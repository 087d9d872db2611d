import type { Language } from '#core/language.ts'

const en = {
  firstTitle: 'Choose a password',
  newTitle: 'Choose a new password',
  account: 'For your account',
  password: 'Password',
  hint:
    'At least 12 characters, of any kind. Four words that only ' +
    'you would put together are easy to remember.',
  save: 'Save the password and sign in',
  missing: 'Choose a password of at least 12 characters',
  'too-short': 'This password is too short. Use at least 12 characters, for example four words.',
  'too-long': 'This password is too long. Use at most 200 characters.',
  garbled: 'Some characters did not reach us correctly. Please type the password again.',
  'is-email': 'Your email address is easy to guess. Choose something else as your password.',
  'one-character':
    'One character repeated is easy to guess. Put different ones together, for example four words.',
  common:
    'Many people use this password or one much like it, so it is easy to guess. Choose four words that only you would put together.',
  busy: 'Many people are signing in at this moment. Type the password once more and try again.',
  forgottenTitle: 'I forgot my password',
  forgotten:
    'Enter the email address of your account. We will send you a link to choose a new password.',
  send: 'Send me the link',
  endedTitle: 'This link no longer works',
  ended:
    'A link works once, and only for two days. If you have already used it to choose your password, sign in.',
  whole: 'If you copied the link, check that you have all of it, or ask for another one.',
  another: 'Send me another link',
} as const

type NewPasswordWords = Readonly<Record<keyof typeof en, string>>

export const newPasswordWords: Readonly<Record<Language, NewPasswordWords>> = {
  en,
  az: {
    firstTitle: 'Parol seçin',
    newTitle: 'Yeni parol seçin',
    account: 'Şəxsi kabinetiniz:',
    password: 'Parol',
    hint:
      'Ən azı 12 simvol, istənilən növdən. Yalnız sizin yan-yana qoyacağınız dörd sözü yadda ' +
      'saxlamaq asandır.',
    save: 'Parolu yadda saxlayın və daxil olun',
    missing: 'Ən azı 12 simvoldan ibarət parol seçin',
    'too-short': 'Bu parol çox qısadır. Ən azı 12 simvol yazın, məsələn, dörd söz.',
    'too-long': 'Bu parol çox uzundur. Ən çoxu 200 simvol yazın.',
    garbled: 'Bəzi hərflər bizə düzgün çatmayıb. Parolu yenidən yazın.',
    'is-email': 'E-poçt ünvanınızı təxmin etmək asandır. Parol üçün başqa bir şey seçin.',
    'one-character':
      'Təkrarlanan bir simvolu təxmin etmək asandır. Müxtəlif simvollar yazın, məsələn, dörd söz.',
    common:
      'Bu paroldan və ya buna çox oxşarından çoxları istifadə edir, ona görə onu təxmin etmək asandır. Yalnız sizin yanaşı yazacağınız dörd söz seçin.',
    busy: 'Hazırda sistemə çox adam daxil olur. Parolu bir daha yazın və yenidən cəhd edin.',
    forgottenTitle: 'Parolumu unutmuşam',
    forgotten:
      'Şəxsi kabinetinizin e-poçt ünvanını yazın. Yeni parol seçmək üçün sizə link göndərəcəyik.',
    send: 'Linki göndərin',
    endedTitle: 'Bu link artıq işləmir',
    ended: 'Link bir dəfə, iki gün ərzində işləyir. Onunla artıq parol seçmisinizsə, daxil olun.',
    whole: 'Linki köçürmüsünüzsə, onun tam olduğunu yoxlayın və ya yenisini istəyin.',
    another: 'Yeni link göndərin',
  },
  tr: {
    firstTitle: 'Bir parola seçin',
    newTitle: 'Yeni bir parola seçin',
    account: 'Hesabınız:',
    password: 'Parola',
    hint:
      'En az 12 karakter, türü fark etmez. Yalnızca sizin yan yana ' +
      'getireceğiniz dört sözcüğü hatırlamak kolaydır.',
    save: 'Parolayı kaydedip giriş yapın',
    missing: 'En az 12 karakterlik bir parola seçin',
    'too-short': 'Bu parola çok kısa. En az 12 karakter kullanın, örneğin dört sözcük.',
    'too-long': 'Bu parola çok uzun. En fazla 200 karakter kullanın.',
    garbled: 'Bazı harfler bize bozuk ulaştı. Lütfen parolayı yeniden yazın.',
    'is-email': 'E-posta adresinizi tahmin etmek kolaydır. Parola olarak başka bir şey seçin.',
    'one-character':
      'Yinelenen tek bir karakteri tahmin etmek kolaydır. Farklı karakterler kullanın, örneğin dört sözcük.',
    common:
      'Bu parolayı ya da çok benzerini birçok kişi kullanıyor, bu yüzden tahmin edilmesi kolaydır. Yalnızca sizin yan yana getireceğiniz dört sözcük seçin.',
    busy: 'Şu anda çok kişi giriş yapıyor. Parolayı bir kez daha yazıp yeniden deneyin.',
    forgottenTitle: 'Parolamı unuttum',
    forgotten:
      'Hesabınızın e-posta adresini yazın. Yeni bir parola ' +
      'seçmeniz için size bağlantı göndereceğiz.',
    send: 'Bağlantıyı gönderin',
    endedTitle: 'Bu bağlantı artık çalışmıyor',
    ended:
      'Bağlantı iki gün geçerlidir ve yalnızca bir kez kullanılabilir. Bu bağlantıyla ' +
      'parolanızı zaten seçtiyseniz giriş yapın.',
    whole: 'Bağlantıyı kopyaladıysanız tamamını aldığınızı kontrol edin ya da yenisini isteyin.',
    another: 'Yeni bir bağlantı gönderin',
  },
  ru: {
    firstTitle: 'Придумайте пароль',
    newTitle: 'Придумайте новый пароль',
    account: 'Для учётной записи',
    password: 'Пароль',
    hint:
      'Не меньше 12 любых знаков. Легко запомнить четыре ' +
      'слова, которые только вы поставите рядом.',
    save: 'Сохранить пароль и войти',
    missing: 'Придумайте пароль не короче 12 знаков',
    'too-short': 'Этот пароль слишком короткий. Нужно не меньше 12 знаков, например четыре слова.',
    'too-long': 'Этот пароль слишком длинный. Можно не больше 200 знаков.',
    garbled: 'Некоторые буквы дошли до нас искажёнными. Наберите пароль заново.',
    'is-email': 'Ваш адрес почты легко угадать. Придумайте другой пароль.',
    'one-character':
      'Один повторяющийся знак легко угадать. Возьмите разные знаки, например четыре слова.',
    common:
      'Такой или очень похожий пароль есть у многих, его легко угадать. Выберите четыре слова, которые вместе поставили бы только вы.',
    busy: 'Сейчас входит очень много людей. Наберите пароль ещё раз и попробуйте снова.',
    forgottenTitle: 'Я не помню пароль',
    forgotten: 'Введите адрес почты вашей учётной записи. Мы пришлём ссылку для нового пароля.',
    send: 'Прислать ссылку',
    endedTitle: 'Эта ссылка больше не работает',
    ended:
      'Ссылка действует два дня и срабатывает один раз. Если ' +
      'вы уже задали по ней пароль, войдите.',
    whole:
      'Если вы копировали ссылку, проверьте, что она скопирована целиком, или запросите новую.',
    another: 'Прислать новую ссылку',
  },
}
