import { defineTexts } from '../define-texts.ts'

/** The import of a list of wishes. */
export const importWishesTexts = defineTexts({
  en: {
    'importing.kind.wishes': 'Wishes of a campaign',
    'importing.kind.wishes.about': 'Ranked choices of students: one row per student, or one row per wish',
    'importing.creates.campaignWishes_one': '{{n}} wish',
    'importing.creates.campaignWishes_other': '{{n}} wishes',
    'importing.done.show.wishes': 'Show the wishes',
    'imports.target.wish.1': 'Wish 1',
    'imports.target.wish.2': 'Wish 2',
    'imports.target.wish.3': 'Wish 3',
    'imports.target.wish.4': 'Wish 4',
    'imports.target.wish.5': 'Wish 5',
    'imports.target.wish.6': 'Wish 6',
    'imports.target.wish.7': 'Wish 7',
    'imports.target.wish.8': 'Wish 8',
    'imports.target.wish.9': 'Wish 9',
    'imports.target.wish.10': 'Wish 10',
    'imports.target.wish.rank': 'Rank of the wish',
    'imports.target.wish.place': 'Place wished for',
    'imports.option.campaign': 'Campaign of the wishes',
    'imports.reason.no-campaign': 'There is no campaign to receive these wishes: make one first.',
    'imports.reason.sets-wishes': '{{count}} wishes of {{name}} are set',
    'imports.issue.wish-unknown':
      '“{{place}}” is no place of the campaign: this wish is left out. Write its code, its Erasmus code or the name of the host.',
    'imports.issue.wish-several':
      '“{{place}}” has several places in the campaign ({{codes}}): write the code of one.',
    'imports.issue.wish-closed': '“{{place}}” is closed: the wish is kept, and nobody can be placed there.',
    'imports.issue.wish-too-many':
      'The campaign takes {{most}} wishes at most: this one is kept and does not count.',
    'imports.issue.wish-repeated': 'The same place is wished for several times: the best rank is kept.',
  },
  fr: {
    'importing.kind.wishes': 'Vœux d’une campagne',
    'importing.kind.wishes.about': 'Choix classés des élèves : une ligne par élève, ou une ligne par vœu',
    'importing.creates.campaignWishes_one': '{{n}} vœu',
    'importing.creates.campaignWishes_other': '{{n}} vœux',
    'importing.done.show.wishes': 'Voir les vœux',
    'imports.target.wish.1': 'Vœu 1',
    'imports.target.wish.2': 'Vœu 2',
    'imports.target.wish.3': 'Vœu 3',
    'imports.target.wish.4': 'Vœu 4',
    'imports.target.wish.5': 'Vœu 5',
    'imports.target.wish.6': 'Vœu 6',
    'imports.target.wish.7': 'Vœu 7',
    'imports.target.wish.8': 'Vœu 8',
    'imports.target.wish.9': 'Vœu 9',
    'imports.target.wish.10': 'Vœu 10',
    'imports.target.wish.rank': 'Rang du vœu',
    'imports.target.wish.place': 'Place demandée',
    'imports.option.campaign': 'Campagne des vœux',
    'imports.reason.no-campaign': 'Aucune campagne ne peut recevoir ces vœux : créez-en une d’abord.',
    'imports.reason.sets-wishes': '{{count}} vœux de {{name}} sont posés',
    'imports.issue.wish-unknown':
      '« {{place}} » n’est pas une place de la campagne : ce vœu est laissé de côté. Écrivez son code, son code Erasmus ou le nom de l’accueil.',
    'imports.issue.wish-several':
      '« {{place}} » a plusieurs places dans la campagne ({{codes}}) : écrivez le code de l’une.',
    'imports.issue.wish-closed':
      '« {{place}} » est fermée : le vœu est gardé, et personne ne peut y être placé.',
    'imports.issue.wish-too-many':
      'La campagne prend {{most}} vœux au plus : celui-ci est gardé et ne compte pas.',
    'imports.issue.wish-repeated': 'La même place est demandée plusieurs fois : le meilleur rang est gardé.',
  },
})
