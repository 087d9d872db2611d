import type { Story } from '#main/demonstration/story.ts'

/** Whoever has a story in a few words has done the same work in it: it is not what it is about. */
type Short = Pick<Story, 'email' | 'language' | 'life' | 'reaches'> & {
  readonly person: Pick<Story['person'], 'surname' | 'givenNames' | 'sex' | 'born' | 'country'> & {
    readonly town: string
    readonly number: string
  }
  readonly subject: string
}

export const told = ({ email, language, life, person, subject, reaches }: Short): Story => {
  const { town, number, country, ...named } = person
  return {
    email,
    language,
    person: {
      ...named,
      country,
      birthPlace: town,
      home: [country, town, `${subject} ${number.slice(-2)}`, `+99890000${number.slice(-4)}`],
      passport: [number, town],
    },
    work: {
      field: 'ict',
      speciality: subject,
      occupation: '25',
      education: [['7', `${town} Technical School`, country, subject, '2014-06']],
      experience: [
        {
          at: [`${town} Data Works`, country],
          as: ['Engineer', 'senior'],
          from: '2015-03',
          duties: `${subject} for two services of the town.`,
        },
      ],
      languages: { en: 'c1' },
    },
    ...(reaches === undefined ? {} : { reaches }),
    life,
  }
}
