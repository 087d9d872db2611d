import type { Language } from '#core/language.ts'

/** What whoever comes back to the sign-in without our cookie may not know, on both faces. */
export const noCookieText = (language: Language): string => WORDS[language]

const WORDS: Readonly<Record<Language, string>> = {
  az: 'İndicə daxil olmusunuzsa, brauzeriniz kukimizi saxlamayıb. Onsuz daxil olmaq mümkün deyil: brauzerin parametrlərində bu sayt üçün kukilərə icazə verin, sonra yenidən daxil olun.',
  tr: 'Az önce giriş yaptıysanız tarayıcınız çerezimizi saklamadı. Çerez olmadan giriş yapılamaz: tarayıcı ayarlarında bu site için çerezlere izin verin, sonra yeniden giriş yapın.',
  en: 'If you have just signed in, your browser did not keep our cookie. Nobody can be signed in without it: allow cookies for this site in the settings of your browser, then sign in again.',
  ru: 'Если вы только что вошли, ваш браузер не сохранил наш файл cookie. Без него войти нельзя: разрешите cookie для этого сайта в настройках браузера и войдите снова.',
}
