import type { Language } from '#core/language.ts'
import { basisOf } from '#core/policy/basis.ts'
import { evaluate, type Evaluation, type Facts } from '#core/policy/evaluate.ts'
import { shortestWays } from '#core/policy/ways.ts'
import { amount } from '#telling/amounts.ts'
import { Clause, ProvisionalNote } from '#telling/basis.tsx'
import { Findings, PointsSum } from '#telling/explanation.tsx'
import type { Reading } from '#telling/fact-values.ts'
import { Ways } from '#telling/ways.tsx'
import type { Child } from '#ui/markup.ts'
import { Steps } from '#ui/ornaments.tsx'

type EstimateProps = {
  readonly facts: Facts
  readonly reading: Reading
  /** What to do next, under the answer. */
  readonly children?: Child
}

/** What the facts come to, as one sentence. */
export const estimateSentence = (facts: Facts, { scoring, language }: Reading): string =>
  sentence(evaluate(scoring, facts), language)

/** A self-assessment from its facts: the answer first, then why, then what would raise it. */
export const Estimate = ({ facts, reading, children }: EstimateProps) => {
  const { scoring, laws, language } = reading
  const words = ESTIMATE_WORDS[language]
  const evaluation = evaluate(scoring, facts)
  const { points, verdict } = evaluation
  return (
    <>
      <section class={`kc-answer ${ANSWER_CLASS[verdict]}`} aria-labelledby="answer">
        <Steps />
        <p class="kc-answer__word">{words.word}</p>
        <h1 class="kc-answer__title" id="answer">
          {sentence(evaluation, language)}
        </h1>
        <PointsSum
          points={points}
          total={scoring.pointsTotal}
          passMark={scoring.passMark}
          language={language}
          verdict={verdict}
          isOpen={evaluation.undecided.length > 0}
        >
          <Clause
            laws={laws}
            basis={basisOf(scoring, 'passMark')}
            language={language}
            what={words.passMark}
            explained
          />
        </PointsSum>
        <p class="kc-answer__lead">{words.people}</p>
        {children}
      </section>
      <h2 class="govuk-heading-m">{words.why}</h2>
      <Findings findings={evaluation.findings} reading={reading} explained />
      {verdict === 'fails' && (
        <>
          <h2 class="govuk-heading-m">{words.ways(scoring.passMark)}</h2>
          {evaluation.undecided.length > 0 ? (
            <p class="govuk-body">{words.waysOpen}</p>
          ) : (
            <Ways ways={shortestWays(scoring, facts)} reading={reading} />
          )}
        </>
      )}
      <ProvisionalNote language={language} />
    </>
  )
}

const ANSWER_CLASS = {
  passes: 'kc-answer--good',
  fails: 'kc-answer--act',
  undecided: 'kc-answer--wait',
} as const satisfies Record<Evaluation['verdict'], string>

function sentence(evaluation: Evaluation, language: Language): string {
  const { points, passMark, verdict, undecided } = evaluation
  const words = ESTIMATE_WORDS[language]
  switch (verdict) {
    case 'passes':
      return words.passes(passMark)
    case 'fails':
      // An open question is not counted as nothing, so there is no number yet by which to be short.
      if (undecided.length > 0) return words.failsOpen
      return words.fails(amount(passMark - points, 'points', language))
    case 'undecided':
      return words.undecided
  }
}

type EstimateWords = {
  readonly word: string
  readonly passes: (passMark: number) => string
  readonly fails: (short: string) => string
  /** Below the pass mark whatever the answers to the open questions are. */
  readonly failsOpen: string
  readonly waysOpen: string
  readonly undecided: string
  readonly people: string
  readonly passMark: string
  readonly why: string
  readonly ways: (passMark: number) => string
}

const ESTIMATE_WORDS: Readonly<Record<Language, EstimateWords>> = {
  az: {
    word: 'Təxmini nəticəniz',
    passes: (passMark) => `Bu hesablamaya görə keçid balına (${passMark}) çatırsınız`,
    fails: (short) => `Bu hesablamaya görə keçid balına ${short} çatmır`,
    failsOpen: 'Boş qalan suallara ən yaxşı cavablarla belə keçid balına çatmırsınız',
    waysOpen: 'Ən qısa yolları görmək üçün boş qalan suallara da cavab verin.',
    undecided: 'Nəticəni demək üçün daha bir neçə cavab lazımdır',
    people:
      'Bu, qərar deyil, təxmini hesablamadır. Rəsmi balları sənədlərinizə baxaraq dövlət orqanlarında çalışan insanlar verir.',
    passMark: 'Keçid balı',
    why: 'Ballar haradan gəlir',
    ways: (passMark) => `${passMark} bala çatmağın ən qısa yolları`,
  },
  tr: {
    word: 'Tahmini sonucunuz',
    passes: (passMark) => `Bu tahmine göre geçme puanına (${passMark}) ulaşıyorsunuz`,
    fails: (short) => `Bu tahmine göre geçme puanı için ${short} eksiğiniz var`,
    failsOpen: 'Boş sorulara en iyi yanıtlarla bile geçme puanına ulaşmıyorsunuz',
    waysOpen: 'En kısa yolları görmek için boş soruları da yanıtlayın.',
    undecided: 'Sonucu söylemek için birkaç yanıt daha gerekiyor',
    people:
      'Bu bir karar değil, bir tahmindir. Resmî puanları, belgelerinize bakarak devlet kurumlarındaki insanlar verir.',
    passMark: 'Geçme puanı',
    why: 'Puan nereden geliyor',
    ways: (passMark) => `${passMark} puana ulaşmanın en kısa yolları`,
  },
  en: {
    word: 'Your estimate',
    passes: (passMark) => `By this estimate you reach the pass mark of ${passMark}`,
    fails: (short) => `By this estimate you are ${short} short of the pass mark`,
    failsOpen: 'Even with the best answers to the open questions you do not reach the pass mark',
    waysOpen: 'Answer the open questions too, and you see the shortest ways.',
    undecided: 'A few more answers are needed before we can say',
    people:
      'This is an estimate and not a decision. People in the state bodies look at your documents and give the official points.',
    passMark: 'Pass mark',
    why: 'Where the points come from',
    ways: (passMark) => `The shortest ways to ${passMark} points`,
  },
  ru: {
    word: 'Ваш примерный результат',
    passes: (passMark) => `По этому расчёту вы набираете проходной балл (${passMark})`,
    fails: (short) => `По этому расчёту до проходного балла не хватает: ${short}`,
    failsOpen: 'Даже при лучших ответах на оставшиеся вопросы проходной балл не набирается',
    waysOpen: 'Ответьте и на оставшиеся вопросы, и вы увидите кратчайшие пути.',
    undecided: 'Чтобы показать результат, нужно ещё несколько ответов',
    people:
      'Это примерный расчёт, а не решение. Официальные баллы начисляют люди в государственных органах, изучив ваши документы.',
    passMark: 'Проходной балл',
    why: 'Из чего складываются баллы',
    ways: (passMark) => `Кратчайшие пути к проходному баллу (${passMark})`,
  },
}
