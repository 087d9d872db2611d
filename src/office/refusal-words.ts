import type { Test } from '#core/cases/tests.ts'
import type { OfficeLanguage } from '#core/language.ts'

const en = {
  /** Reasons that need nothing named. */
  plain: {
    'not-your-role': 'Your role may not do this.',
    'took-part': 'You took part in what this case is about, so somebody else must do this.',
    'stands-against': 'A case of this kind is already open.',
    stale:
      'Somebody has changed this since you opened the page. It is shown as it is now, with what you typed: check both, then send it again.',
    'reason-missing': 'Write the reason',
    'nothing-marked': 'Tick at least one answer or document',
    'not-a-subject': 'Somebody who is marked is not in this case any more',
    'mark-without-note': 'Write what is wrong with each thing that you ticked',
    'not-asked': 'Neither you nor your body was asked in this case.',
    'already-given': 'This was answered already, and the answer stands.',
    'not-your-criterion': 'Your body scores no criterion of this case.',
    'criteria-missing': 'Give points for every criterion of your body.',
    'points-out-of-range': 'The points are not within what the rules allow.',
    'reply-missing': 'Write what the person says, or tick that they have nothing to add',
    'option-unknown': 'Choose one of the answers',
    'day-impossible': 'The day is not one on which this could have happened.',
    'nobody-to-ask': 'There is nobody who could be asked.',
    'examined-elsewhere':
      'Another system examines this case. You can do this once it has been taken back from there.',
    'not-elsewhere': 'No other system examines this case, or somebody asked for it back already.',
    'is-of-another':
      'Another official takes care of this case. You can do this once it has been assigned to you.',
    'not-of-role': 'Choose somebody who has the role today',
    'already-so': 'Nothing has changed by that.',
    'nobody-to-write-to': 'There is nobody in this case to whom you could write.',
    'said-already': 'You have just sent exactly this. It was not sent twice.',
    'waits-for-reply': 'What was written before has to be answered first.',
    'purpose-missing': 'Write what the answer is needed for',
    'not-to-be-asked': 'Choose one of the registers, and somebody whom this case is about',
    'waits-already':
      'This register has the question already and has not answered yet. It is not asked twice.',
    'outcome-unknown': 'This cannot be decided in a case of this kind.',
    'not-every-subject': 'There has to be one proposal for everybody whom the case is about.',
    'reasoning-missing': 'Write the reasoning',
    'ground-unknown': 'You chose a ground that is not in the rules for this case.',
    'ground-missing': 'Choose at least one ground',
    'ground-does-not-hold': 'You chose a ground that this case does not support.',
    'ground-stands-against': 'You left out a ground that follows from this case.',
    'not-before-scoring': 'This cannot be decided before the bodies have given their points.',
    'policy-not-adopted':
      'Two people of the Service have not yet adopted the rules that this case rests on. Until they have, nothing can be decided under them.',
    'all-told': 'The person has been told of this decision already.',
    'nothing-lapsed': 'No step was taken automatically that could be taken back.',
    'letters-left':
      'The letters about the automatic step have already left. It can no longer be taken back.',
  },
  'not-in-this-state': 'The case is now in the state “{state}”, where this is not possible.',
  'another-person-must':
    'You took the step “{step}” in this case yourself, so somebody else must do this.',
  'not-yet-due': 'The time given has not passed yet. It ends on {day}.',
  'told-outside': 'Enter a day from the day of the decision to today: from {from} to {until}.',
  'too-few-to-vote': 'Fewer people could be asked for their vote than have to give it ({needed}).',
  'set-aside-before':
    'A decision like this was set aside on {day}, and that binds. Choose another ground, or have the bodies answer anew first',
  'held-back':
    'Nothing is decided against this person as long as the restriction of case {number} stands.',
  'too-late-to-extend':
    'With more time the last day would be {day}, and that is over: there is nothing left to extend',
  'used-up': 'This has been done as often as the rules allow (times: {times}).',
  missing: 'Write the reason',
  'too-long': 'Write at most 4,000 characters',
  'bad-characters': 'Remove the characters that cannot be read',
  'no-scorer': 'No body gives points for this criterion in the field that was chosen: {criterion}',
  'ground-contradicted': 'The ground “{ground}” cannot be: {why}',
  answered: '{question}: {answer}',
  rules: 'Go to the rules in force',
  typed: 'What you typed was not saved; copy what you still need',
  tests: {
    'age-at-least': 'The person is old enough by the date of birth.',
    'younger-than': 'The person is too young for that by the date of birth.',
    answers: 'An answer leaves no room for it.',
    scored: 'The bodies have not given all their points yet.',
    'points-reach-pass-mark': 'The points do not reach the pass mark.',
    'nobody-objects': 'A state body objects.',
    'registers-answered': 'A register that has to be asked has not answered yet.',
    heard: 'The person has to be heard first.',
    recorded: 'First this has to be recorded: {step}. What it has to say: {option}.',
    voted: 'Not enough members have voted, or not more than half of them for this.',
    'status-in-force': 'The status is not in force.',
    'status-not-expired': 'The status has not expired.',
    proposed: 'Something else is proposed.',
    'no-hearing-asked': 'The person has to be heard first.',
    'decision-in-force': 'The decision does not hold any more.',
    'decision-gone': 'The decision that this case is about still holds.',
    'decision-took-status': 'The decision took no status away.',
    'decision-unfavourable': 'The decision gave what was asked for.',
    'nothing-decided':
      'Something was decided in the case that this one is about, or that case is over.',
    overdue: 'The last day for the decision has not passed, or its time stands still.',
    'nothing-given': 'Something is given by what is proposed.',
    'in-role': 'The role of the person in this case rules it out.',
    'nothing-against-erasing':
      'Nothing of this person can be erased yet: they hold a status, another case of theirs is open, or their data is held.',
    'concerns-own-case':
      'The person has no case with the number that they name, or has sent in no other case.',
    'same-type-open': 'A case of this kind is already open.',
    'type-open': 'No case that has to be open for this is open.',
    holds: 'The person does not hold the status that is needed.',
    'holds-any': 'The person holds none of the statuses that would do.',
    'held-for': 'The person has not held the status for long enough without a day between.',
  },
} as const

type Texts<Of> = { readonly [Key in keyof Of]: Of[Key] extends string ? string : Texts<Of[Key]> }

type RefusalWords = Texts<typeof en> & { readonly tests: Readonly<Record<Test['test'], string>> }

/** Every reason for which something cannot be done, in words. */
export const refusalWords: Readonly<Record<OfficeLanguage, RefusalWords>> = {
  en,
  az: {
    plain: {
      'took-part':
        'Bu işin aid olduğu məsələdə iştirak etmisiniz, ona görə bunu başqa şəxs etməlidir.',
      'not-your-role': 'Bunu etmək səlahiyyətiniz yoxdur.',
      'stands-against': 'Belə bir iş artıq açıqdır.',
      stale:
        'Səhifəni açdığınızdan bəri kimsə bunu dəyişib. İndiki halı, yazdıqlarınızla birlikdə, burada göstərilir: hər ikisini yoxlayın, sonra yenidən göndərin.',
      'reason-missing': 'Səbəbi yazın',
      'nothing-marked': 'Ən azı bir cavabı və ya sənədi işarələyin',
      'not-a-subject': 'İşarələnən şəxs artıq bu işdə deyil',
      'mark-without-note': 'İşarələdiyiniz hər yer üçün nəyin səhv olduğunu yazın',
      'not-asked': 'Bu işdə nə sizdən, nə də orqanınızdan cavab istənilməyib.',
      'already-given': 'Buna artıq cavab verilib və bu cavab qüvvədədir.',
      'not-your-criterion': 'Bu işdə orqanınızın bal verdiyi meyar yoxdur.',
      'criteria-missing': 'Orqanınızın hər meyarı üzrə bal verin.',
      'points-out-of-range': 'Ballar qaydaların icazə verdiyi hədlərdə deyil.',
      'reply-missing': 'Şəxsin dediklərini yazın və ya əlavə sözü olmadığını işarələyin',
      'option-unknown': 'Cavablardan birini seçin',
      'day-impossible': 'Bu hadisə həmin gün baş verə bilməzdi.',
      'nobody-to-ask': 'Sorğu göndərilə bilən heç kim yoxdur.',
      'examined-elsewhere':
        'Bu işə başqa sistemdə baxılır. İş oradan geri götürüləndən sonra bunu edə bilərsiniz.',
      'not-elsewhere':
        'Bu işə başqa sistemdə baxılmır və ya onun geri götürülməsi artıq istənilib.',
      'is-of-another':
        'Bu işlə başqa əməkdaş məşğul olur. İş sizə həvalə ediləndən sonra bunu edə bilərsiniz.',
      'not-of-role': 'Bu gün həmin rolda olan əməkdaşı seçin',
      'already-so': 'Bununla heç nə dəyişməyib.',
      'nobody-to-write-to': 'Bu işdə yaza biləcəyiniz heç kim yoxdur.',
      'said-already': 'Bunu artıq eynilə göndərmisiniz. İkinci dəfə göndərilmədi.',
      'waits-for-reply': 'Əvvəlcə indiyədək yazılanlara cavab verilməlidir.',
      'purpose-missing': 'Cavabın nə üçün lazım olduğunu yazın',
      'not-to-be-asked': 'Reyestrlərdən birini və işin aid olduğu şəxsi seçin',
      'waits-already':
        'Bu sorğu artıq reyestrdədir və hələ cavab verilməyib. Eyni şey ikinci dəfə soruşulmur.',
      'outcome-unknown': 'Bu növ iş üzrə belə qərar vermək olmaz.',
      'not-every-subject': 'İşin aid olduğu hər şəxs üçün bir təklif olmalıdır.',
      'reasoning-missing': 'Əsaslandırmanı yazın',
      'ground-unknown': 'Bu işin qaydalarında olmayan əsas seçilib.',
      'ground-missing': 'Ən azı bir əsas seçin',
      'ground-does-not-hold': 'Bu işin materiallarından irəli gəlməyən əsas seçilib.',
      'ground-stands-against': 'Bu işin materiallarından irəli gələn əsas göstərilməyib.',
      'not-before-scoring': 'Orqanlar bal verməzdən əvvəl bu barədə qərar vermək olmaz.',
      'policy-not-adopted':
        'Bu işin əsaslandığı qaydaları Xidmətin iki əməkdaşı hələ qəbul etməyib. Onlar qəbul edənə qədər bu qaydalarla qərar verilə bilməz.',
      'all-told': 'Bu qərar şəxsə artıq təqdim edilib.',
      'nothing-lapsed': 'Geri alına bilən avtomatik addım yoxdur.',
      'letters-left': 'Avtomatik addım barədə məktublar artıq göndərilib. Onu geri almaq olmaz.',
    },
    'not-in-this-state':
      'İş indi «{state}» vəziyyətindədir, bu vəziyyətdə bunu etmək mümkün deyil.',
    'another-person-must':
      'Bu işdə «{step}» addımını özünüz atmısınız, ona görə bunu başqa şəxs etməlidir.',
    'not-yet-due': 'Verilən müddət hələ bitməyib. O, bu tarixdə bitir: {day}.',
    'told-outside': 'Qərarın tarixindən bu günədək olan bir gün yazın: {from} – {until}.',
    'too-few-to-vote': 'Səs verə biləcək şəxslərin sayı lazım olandan azdır (lazımdır: {needed}).',
    'set-aside-before':
      'Belə qərar artıq ləğv edilib ({day}) və bu, məcburidir. Başqa əsas seçin və ya əvvəlcə orqanların yenidən cavab verməsini istəyin',
    'held-back':
      '{number} nömrəli işdəki məhdudiyyət qüvvədə olduqca bu şəxsin əleyhinə qərar verilmir.',
    'too-late-to-extend':
      'Müddət uzadılsa da, yeni son gün artıq keçib ({day}): uzadılacaq vaxt qalmayıb',
    'used-up': 'Bu artıq {times} dəfə edilib; qaydalar bundan artığına icazə vermir.',
    missing: 'Səbəbi yazın',
    'too-long': 'Ən çoxu 4.000 simvol yazın',
    'bad-characters': 'Oxunmayan simvolları silin',
    'no-scorer': 'Seçilmiş sahədə bu meyar üzrə bal verən orqan yoxdur: {criterion}',
    'ground-contradicted': '«{ground}» əsası ola bilməz: {why}',
    answered: '{question}: {answer}',
    rules: 'Qüvvədə olan qaydalara keçin',
    typed: 'Yazdıqlarınız yadda saxlanılmayıb; lazım olanı köçürün',
    tests: {
      'age-at-least': 'Doğum tarixinə görə şəxsin yaşı çatır.',
      'younger-than': 'Doğum tarixinə görə şəxsin yaşı bunun üçün azdır.',
      answers: 'Verilmiş cavab buna imkan vermir.',
      scored: 'Orqanlar hələ bütün balları verməyib.',
      'points-reach-pass-mark': 'Ballar keçid balına çatmır.',
      'nobody-objects': 'Dövlət orqanı etiraz edir.',
      'registers-answered': 'Mütləq soruşulmalı olan reyestr hələ cavab verməyib.',
      heard: 'Əvvəlcə şəxs dinlənilməlidir.',
      recorded: 'Əvvəlcə bu qeyd olunmalıdır: {step}. Qeyddə olmalıdır: {option}.',
      voted: 'Kifayət qədər üzv səs verməyib və ya yarıdan çoxu buna səs verməyib.',
      'status-in-force': 'Status qüvvədə deyil.',
      'status-not-expired': 'Statusun müddəti bitməyib.',
      proposed: 'Başqa nəticə təklif olunub.',
      'no-hearing-asked': 'Əvvəlcə şəxs dinlənilməlidir.',
      'decision-in-force': 'Qərar artıq qüvvədə deyil.',
      'decision-gone': 'Bu işin barəsində olduğu qərar hələ qüvvədədir.',
      'decision-took-status': 'Qərarla heç bir status ləğv edilməyib.',
      'decision-unfavourable': 'Qərar müraciətçinin xeyrinədir.',
      'nothing-decided': 'Bu işin aid olduğu iş üzrə qərar verilib və ya həmin iş bitib.',
      overdue: 'Qərar üçün son gün keçməyib və ya müddət dayandırılıb.',
      'nothing-given': 'Təklif olunanla nəsə verilir.',
      'in-role': 'Şəxsin bu işdəki rolu bunu istisna edir.',
      'nothing-against-erasing':
        'Bu şəxsin məlumatlarını hələ silmək olmaz: onun statusu qüvvədədir, başqa işi açıqdır və ya məlumatlarının saxlanılmasına göstəriş var.',
      'concerns-own-case': 'Şəxsin göstərdiyi nömrə ilə işi yoxdur və ya o, başqa iş göndərməyib.',
      'same-type-open': 'Belə bir iş artıq açıqdır.',
      'type-open': 'Bunun üçün açıq olmalı olan iş açıq deyil.',
      holds: 'Şəxsdə tələb olunan status yoxdur.',
      'holds-any': 'Bunun üçün lazım olan statusların heç biri şəxsdə yoxdur.',
      'held-for': 'Şəxsdə tələb olunan status fasiləsiz lazımi müddət qüvvədə olmayıb.',
    },
  },
}
