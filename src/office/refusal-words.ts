import type { Test } from '#core/cases/tests.ts'
import type { OfficeLanguage } from '#core/language.ts'

const en = {
  /** Reasons that need nothing named. */
  plain: {
    'not-your-role': 'Your role may not do this.',
    'stands-against': 'A case of this kind is already open.',
    stale: 'Somebody has changed this since you opened the page. Open it again and check.',
    'reason-missing': 'Write the reason',
    'nothing-marked': 'Tick at least one answer or document',
    'mark-without-note': 'Write what is wrong with each thing that you ticked',
    'not-asked': 'Your body was not asked in this case.',
    'already-given': 'Your body has already answered, and its answer stands.',
    'not-your-criterion': 'Your body scores no criterion of this case.',
    'criteria-missing': 'Give points for every criterion of your body.',
    'points-out-of-range': 'The points are not within what the rules allow.',
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
    'nothing-lapsed': 'No step was taken automatically that could be taken back.',
    'letters-left':
      'The letters about the automatic step have already left. It can no longer be taken back.',
  },
  'not-in-this-state': 'The case is now in the state “{state}”, where this is not possible.',
  'another-person-must':
    'You took the step “{step}” in this case yourself, so somebody else must do this.',
  'not-yet-due': 'The time given has not passed yet. It ends on {day}.',
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
    scored: 'The bodies have not given all their points yet.',
    'points-reach-pass-mark': 'The points do not reach the pass mark.',
    'nobody-objects': 'A state body objects.',
    'status-in-force': 'The status is not in force.',
    'status-not-expired': 'The status has not expired.',
    'no-hearing-asked': 'The person has to be heard first.',
    'decision-in-force': 'The decision does not hold any more.',
    'decision-took-status': 'The decision took no status away.',
    'decision-unfavourable': 'The decision gave what was asked for.',
    'same-type-open': 'A case of this kind is already open.',
    holds: 'The person does not hold the status that is needed.',
  },
} as const

type Texts<Of> = { readonly [Key in keyof Of]: Of[Key] extends string ? string : Texts<Of[Key]> }

type RefusalWords = Texts<typeof en> & { readonly tests: Readonly<Record<Test['test'], string>> }

/** Every reason for which something cannot be done, in words. */
export const refusalWords: Readonly<Record<OfficeLanguage, RefusalWords>> = {
  en,
  az: {
    plain: {
      'not-your-role': 'Bunu etmək səlahiyyətiniz yoxdur.',
      'stands-against': 'Belə bir iş artıq açıqdır.',
      stale: 'Səhifəni açdığınızdan bəri kimsə bunu dəyişib. Səhifəni yenidən açıb baxın.',
      'reason-missing': 'Səbəbi yazın',
      'nothing-marked': 'Ən azı bir cavabı və ya sənədi işarələyin',
      'mark-without-note': 'İşarələdiyiniz hər yer üçün nəyin səhv olduğunu yazın',
      'not-asked': 'Bu işdə orqanınızdan rəy soruşulmayıb.',
      'already-given': 'Orqanınız artıq cavab verib və bu cavab qüvvədədir.',
      'not-your-criterion': 'Bu işdə orqanınızın bal verdiyi meyar yoxdur.',
      'criteria-missing': 'Orqanınızın hər meyarı üzrə bal verin.',
      'points-out-of-range': 'Ballar qaydaların icazə verdiyi hədlərdə deyil.',
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
      'nothing-lapsed': 'Geri alına bilən avtomatik addım yoxdur.',
      'letters-left': 'Avtomatik addım barədə məktublar artıq göndərilib. Onu geri almaq olmaz.',
    },
    'not-in-this-state':
      'İş indi «{state}» vəziyyətindədir, bu vəziyyətdə bunu etmək mümkün deyil.',
    'another-person-must':
      'Bu işdə «{step}» addımını özünüz atmısınız, ona görə bunu başqa şəxs etməlidir.',
    'not-yet-due': 'Verilən müddət hələ bitməyib. O, bu tarixdə bitir: {day}.',
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
      scored: 'Orqanlar hələ bütün balları verməyib.',
      'points-reach-pass-mark': 'Ballar keçid balına çatmır.',
      'nobody-objects': 'Dövlət orqanı etiraz edir.',
      'status-in-force': 'Status qüvvədə deyil.',
      'status-not-expired': 'Statusun müddəti bitməyib.',
      'no-hearing-asked': 'Əvvəlcə şəxs dinlənilməlidir.',
      'decision-in-force': 'Qərar artıq qüvvədə deyil.',
      'decision-took-status': 'Qərarla heç bir status ləğv edilməyib.',
      'decision-unfavourable': 'Qərar müraciətçinin xeyrinədir.',
      'same-type-open': 'Belə bir iş artıq açıqdır.',
      holds: 'Şəxsdə tələb olunan status yoxdur.',
    },
  },
}
