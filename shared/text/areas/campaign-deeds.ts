import { defineTexts } from '../define-texts.ts'

/** Publishing a result, offering a freed place again, and going beyond the places of an agreement. */
export const campaignDeedTexts = defineTexts({
  en: {
    'campaigns.publish.do': 'Publish',
    'campaigns.publish.will':
      'Stays that become selected: {{created}} to make, {{changed}} to change; {{unchanged}} are so already, {{released}} are withdrawn. One step to undo.',
    'campaigns.beyond_one': '{{n}} student goes beyond the places agreed',
    'campaigns.beyond_other': '{{n}} students go beyond the places agreed',
    'campaigns.beyond.line': '{{student}}: {{partner}}, {{agreed}} agreed, {{taken}} taken with this one',
    'campaigns.beyond.justified': 'the reason is written',
    'campaigns.beyond.help': 'Written with each of these stays. Without a reason they are left out.',
    'campaigns.reason.help': 'Kept with the decision; shown to the committee in the report with names.',
    'campaigns.reason.full':
      'No place is left at {{partner}} ({{agreed}} agreed, {{taken}} with this one): say why it may be exceeded.',
    'campaigns.reoffer': 'Withdraws: offer the place again…',
    'campaigns.reoffer.title': '{{name}} withdraws',
    'campaigns.reoffer.name': '{{name}}, offered again',
    'campaigns.reoffer.way': 'The freed place is offered',
    'campaigns.outcome.kept': 'Keeps its place',
    'campaigns.demand.kept': 'keeps another place',
    'campaigns.reoffer.way.waiting': 'to the first on the waiting list',
    'campaigns.reoffer.way.waiting.about':
      'Everybody else keeps their place; among those who have none, the first in the ranking who wished for it.',
    'campaigns.reoffer.way.fewest': 'so that the most students have a place, moving as few as possible',
    'campaigns.reoffer.way.fewest.about':
      'Maximum placement: places may change hands, those with an obligation at risk come first.',
    'campaigns.reoffer.way.again': 'by the same mechanism again',
    'campaigns.reoffer.way.again.about':
      'As the result was made, without this student: in the order of precedence the freed place goes down the waiting list.',
    'campaigns.reoffer.goesTo': '{{place}} goes to {{names}}.',
    'campaigns.reoffer.nobody': 'Nobody waits for {{place}}: the seat stays free.',
    'campaigns.reoffer.reason': 'Reason of the withdrawal',
    'campaigns.reoffer.settle': 'Withdraw and publish',
    'campaigns.reoffer.done_one': '{{name}} has withdrawn; {{n}} student has another result.',
    'campaigns.reoffer.done_other': '{{name}} has withdrawn; {{n}} students have another result.',
  },
  fr: {
    'campaigns.publish.do': 'Publier',
    'campaigns.publish.will':
      'Séjours qui deviennent sélectionnés : {{created}} à créer, {{changed}} à modifier ; {{unchanged}} le sont déjà, {{released}} sont retirés. Une seule étape à annuler.',
    'campaigns.beyond_one': '{{n}} élève dépasse les places convenues',
    'campaigns.beyond_other': '{{n}} élèves dépassent les places convenues',
    'campaigns.beyond.line':
      '{{student}} : {{partner}}, places convenues : {{agreed}}, prises avec celle-ci : {{taken}}',
    'campaigns.beyond.justified': 'le motif est écrit',
    'campaigns.beyond.help': 'Écrit avec chacun de ces séjours. Sans motif, ils sont laissés de côté.',
    'campaigns.reason.help': 'Gardé avec la décision ; montré à la commission dans le rapport avec noms.',
    'campaigns.reason.full':
      'Il ne reste pas de place à {{partner}} (convenues : {{agreed}}, prises avec celle-ci : {{taken}}) : dites pourquoi dépasser.',
    'campaigns.reoffer': 'Se retire : proposer la place…',
    'campaigns.reoffer.title': '{{name}} se retire',
    'campaigns.reoffer.name': '{{name}}, place proposée à nouveau',
    'campaigns.reoffer.way': 'La place libérée est proposée',
    'campaigns.outcome.kept': 'Garde sa place',
    'campaigns.demand.kept': 'garde une autre place',
    'campaigns.reoffer.way.waiting': 'au premier de la liste d’attente',
    'campaigns.reoffer.way.waiting.about':
      'Tous les autres gardent leur place ; parmi ceux qui n’en ont pas, au premier du classement qui l’a demandée.',
    'campaigns.reoffer.way.fewest': 'pour placer le plus d’élèves, en en déplaçant le moins possible',
    'campaigns.reoffer.way.fewest.about':
      'Placement maximum : des places peuvent changer de mains, les obligations menacées passent en premier.',
    'campaigns.reoffer.way.again': 'par le même mécanisme',
    'campaigns.reoffer.way.again.about':
      'Comme le résultat a été fait, sans cet élève : dans l’ordre de priorité, la place libérée descend la liste d’attente.',
    'campaigns.reoffer.goesTo': '{{place}} va à {{names}}.',
    'campaigns.reoffer.nobody': 'Personne n’attend {{place}} : la place reste libre.',
    'campaigns.reoffer.reason': 'Motif du retrait',
    'campaigns.reoffer.settle': 'Retirer et publier',
    'campaigns.reoffer.done_one': '{{name}} s’est retiré ; {{n}} élève a un autre résultat.',
    'campaigns.reoffer.done_other': '{{name}} s’est retiré ; {{n}} élèves ont un autre résultat.',
  },
})
