import type { Language } from '#core/language.ts'

const en = {
  lead: 'You need no account for this. The mission reads your question and answers it.',
  speaks: 'Write in the language that is easiest for you. The mission answers in',
  perhaps: 'Perhaps this is answered already',
  where:
    'We write to this address that your question has come, and again when there is an answer. Each e-mail has a link with which you read both.',
  kept: 'The people of the mission read your question. If they hand it over, the State Migration Service reads it as well. You can delete it at any time with the link.',
  tooOften:
    'Several questions have been asked with this address. Ask again from this time on: {time}. What you wrote is still here.',
  tooOftenHere:
    'Very many questions have come from the network you use. From another network you can ask now, from this one again from this time on: {time}. What you wrote is still here.',
  notYet: 'Nothing can be asked here yet. What you wrote is still here.',
  askedTitle: 'Your question has come to us',
  sent: 'An e-mail with its number and a link is on its way to {email}.',
  sentSomewhere: 'An e-mail with its number and a link is on its way to the address you gave us.',
  link: 'With the link you read your question and the answer, and can delete both. Give it to nobody.',
  nothing: 'If nothing arrives in a few minutes, look in the spam folder, or ask once more.',
} as const

export type AskingWords = Readonly<Record<keyof typeof en, string>>

export const askingWords: Readonly<Record<Language, AskingWords>> = {
  en,
  az: {
    lead: 'Bunun üçün şəxsi kabinet lazım deyil. Nümayəndəlik sualınızı oxuyur və cavab verir.',
    speaks: 'Sizə ən asan olan dildə yazın. Nümayəndəliyin cavab verdiyi dillər:',
    perhaps: 'Bəlkə buna artıq cavab var',
    where:
      'Sualınızın çatdığını və sonra cavab verildiyini bu ünvana yazırıq. Hər məktubda bir link olur, onunla hər ikisini oxuyursunuz.',
    kept: 'Sualınızı nümayəndəliyin əməkdaşları oxuyur. Onu ötürsələr, Dövlət Miqrasiya Xidməti də oxuyur. Linklə sualı istənilən vaxt silə bilərsiniz.',
    tooOften:
      'Bu ünvanla bir neçə sual verilib. Bu vaxtdan sonra yenidən soruşun: {time}. Yazdığınız burada qalır.',
    tooOftenHere:
      'İstifadə etdiyiniz şəbəkədən çoxlu sual gəlib. Başqa şəbəkədən indi, bu şəbəkədən isə bu vaxtdan sonra soruşa bilərsiniz: {time}. Yazdığınız burada qalır.',
    notYet: 'Burada hələ sual vermək olmur. Yazdığınız burada qalır.',
    askedTitle: 'Sualınız bizə çatdı',
    sent: 'Nömrəsi və linki olan məktub {email} ünvanına göndərilir.',
    sentSomewhere: 'Nömrəsi və linki olan məktub yazdığınız ünvana göndərilir.',
    link: 'Bu linklə sualınızı və cavabı oxuyur, istəsəniz, silirsiniz. Onu başqasına verməyin.',
    nothing:
      'Bir neçə dəqiqəyə heç nə gəlməsə, lazımsız məktublar (spam) qovluğuna baxın və ya yenidən soruşun.',
  },
  tr: {
    lead: 'Bunun için hesap gerekmez. Temsilcilik sorunuzu okur ve yanıtlar.',
    speaks: 'Sizin için en kolay dilde yazın. Temsilciliğin yanıt verdiği diller:',
    perhaps: 'Belki bunun yanıtı zaten var',
    where:
      'Sorunuzun ulaştığını ve sonra yanıtlandığını bu adrese yazarız. Her e-postada bir bağlantı olur, ikisini de onunla okursunuz.',
    kept: 'Sorunuzu temsilciliğin çalışanları okur. Aktarırlarsa Devlet Göç Servisi de okur. Soruyu bağlantıyla istediğiniz zaman silebilirsiniz.',
    tooOften:
      'Bu adresle birkaç soru soruldu. Şu saatten sonra yeniden sorun: {time}. Yazdıklarınız burada duruyor.',
    tooOftenHere:
      'Kullandığınız ağdan çok sayıda soru geldi. Başka bir ağdan şimdi, bu ağdan ise şu saatten sonra sorabilirsiniz: {time}. Yazdıklarınız burada duruyor.',
    notYet: 'Burada henüz soru sorulamıyor. Yazdıklarınız burada duruyor.',
    askedTitle: 'Sorunuz bize ulaştı',
    sent: 'Numarasını ve bağlantısını içeren bir e-posta {email} adresine gönderiliyor.',
    sentSomewhere: 'Numarasını ve bağlantısını içeren bir e-posta, verdiğiniz adrese gönderiliyor.',
    link: 'Bu bağlantıyla sorunuzu ve yanıtı okur, isterseniz silersiniz. Onu kimseye vermeyin.',
    nothing:
      'Birkaç dakika içinde bir şey gelmezse istenmeyen e-posta (spam) klasörüne bakın ya da yeniden sorun.',
  },
  ru: {
    lead: 'Для этого не нужна учётная запись. Представительство прочитает ваш вопрос и ответит.',
    speaks: 'Пишите на языке, который вам удобнее. Языки, на которых отвечает представительство:',
    perhaps: 'Возможно, на это уже есть ответ',
    where:
      'Мы напишем на этот адрес, что вопрос получен, и ещё раз, когда будет ответ. В каждом письме есть ссылка, по которой можно прочитать и то и другое.',
    kept: 'Ваш вопрос читают сотрудники представительства. Если они его передадут, его прочитает и Государственная миграционная служба. По ссылке вы можете удалить его в любое время.',
    tooOften:
      'С этим адресом уже задано несколько вопросов. Спросите снова с этого времени: {time}. Написанное здесь сохранилось.',
    tooOftenHere:
      'Из сети, которой вы пользуетесь, пришло очень много вопросов. Из другой сети можно спросить сейчас, из этой — с этого времени: {time}. Написанное здесь сохранилось.',
    notYet: 'Задать вопрос здесь пока нельзя. Написанное здесь сохранилось.',
    askedTitle: 'Мы получили ваш вопрос',
    sent: 'Письмо с его номером и ссылкой отправляется на {email}.',
    sentSomewhere: 'Письмо с его номером и ссылкой отправляется на указанный вами адрес.',
    link: 'По ссылке вы прочитаете свой вопрос и ответ и сможете их удалить. Никому её не передавайте.',
    nothing:
      'Если через несколько минут ничего не пришло, посмотрите в папке «Спам» или спросите ещё раз.',
  },
}
