import { defineTexts } from '../define-texts.ts'

/** Why a campaign cannot be allocated or published, and the phases of an allocation. */
export const campaignProblemTexts = defineTexts({
  en: {
    'phase.allocating': 'allocating',
    'phase.certifying': 'checking the result',
    'error.campaign-missing': 'No such campaign was found: make one, or give the name of one that there is.',
    'error.campaign-invalid': 'The campaign contradicts itself.',
    'error.campaign-not-published':
      'The campaign {{name}} has no published result yet: publish a scenario first.',
    'error.scenario-missing': 'There is no such scenario, or not any more.',
    'error.no-scenario':
      'No result of the campaign {{campaign}} has been kept yet: run it and keep a scenario first.',
    'error.scenario-stale':
      'The campaign has changed since this scenario was made ({{count}} differences). Run it again, then publish.',
    'error.scenario-not-certified': 'This scenario is not certified: run it again.',
    'error.scenario-published': 'This scenario has been published already.',
    'error.instance-invalid': '{{sheet}}, row {{row}}: {{reason}}',
    'campaign.problem.two-students': 'The student {{student}} is there twice.',
    'campaign.problem.two-places': 'The place {{place}} is there twice.',
    'campaign.problem.wish-twice': '{{student}} wishes for {{place}} twice: remove one of the two.',
    'campaign.problem.rank-twice': '{{student}} has two wishes of rank {{rank}}: correct the ranks.',
    'campaign.problem.wish-unknown-place':
      '{{student}} wishes for {{place}}, which the campaign does not have.',
    'campaign.problem.place-in-two-pools': '{{place}} is in two shared quotas: it can be in one only.',
    'campaign.problem.pool-unknown-place':
      'The shared quota {{pool}} names a place that it does not have: {{place}}.',
    'campaign.problem.reserves-exceed':
      'More seats are reserved at {{place}} than it has ({{seats}}): reserve fewer or open more.',
    'campaign.problem.reserve-twice': 'At {{place}} seats are reserved twice for {{group}}.',
    'campaign.problem.lock-unknown-place':
      '{{student}} was given {{place}} by hand, which the campaign does not have.',
    'campaign.problem.locks-exceed':
      '{{count}} students were given {{place}} by hand, which has {{seats}} seats: open more, or take a decision back.',
    'campaign.problem.pool-scores-differ':
      'In the shared quota {{pool}}, {{student}} has different scores: within a quota there is one.',
    'campaign.problem.not-whole': 'At {{place}} a number of seats is not a whole number.',
    'campaign.problem.more': '{{reason}} ({{count}} problems in all)',
  },
  fr: {
    'phase.allocating': 'affectation',
    'phase.certifying': 'vérification du résultat',
    'error.campaign-missing':
      'Aucune campagne de ce nom : créez-en une, ou donnez le nom d’une campagne qui existe.',
    'error.campaign-invalid': 'La campagne se contredit.',
    'error.campaign-not-published':
      'La campagne {{name}} n’a pas encore de résultat publié\u00a0: publiez d’abord un scénario.',
    'error.scenario-missing': 'Ce scénario n’existe pas, ou plus.',
    'error.no-scenario':
      'Aucun résultat de la campagne {{campaign}} n’a encore été gardé : lancez-la et gardez d’abord un scénario.',
    'error.scenario-stale':
      'La campagne a changé depuis ce scénario ({{count}} différences). Relancez-le, puis publiez.',
    'error.scenario-not-certified': 'Ce scénario n’est pas certifié\u00a0: relancez-le.',
    'error.scenario-published': 'Ce scénario est déjà publié.',
    'error.instance-invalid': '{{sheet}}, ligne {{row}}\u00a0: {{reason}}',
    'campaign.problem.two-students': 'L’élève {{student}} est là deux fois.',
    'campaign.problem.two-places': 'La place {{place}} est là deux fois.',
    'campaign.problem.wish-twice':
      '{{student}} demande {{place}} deux fois\u00a0: retirez l’un des deux vœux.',
    'campaign.problem.rank-twice': '{{student}} a deux vœux de rang {{rank}}\u00a0: corrigez les rangs.',
    'campaign.problem.wish-unknown-place': '{{student}} demande {{place}}, que la campagne n’a pas.',
    'campaign.problem.place-in-two-pools':
      '{{place}} est dans deux quotas partagés\u00a0: elle ne peut être que dans un.',
    'campaign.problem.pool-unknown-place':
      'Le quota partagé {{pool}} nomme une place qu’il n’a pas\u00a0: {{place}}.',
    'campaign.problem.reserves-exceed':
      'Plus de places sont réservées à {{place}} qu’il n’y en a ({{seats}})\u00a0: réservez-en moins ou ouvrez-en plus.',
    'campaign.problem.reserve-twice': 'À {{place}}, des places sont réservées deux fois pour {{group}}.',
    'campaign.problem.lock-unknown-place':
      '{{place}}, donnée à la main à {{student}}, n’est pas dans la campagne.',
    'campaign.problem.locks-exceed':
      '{{count}} élèves ont reçu {{place}} à la main, qui a {{seats}} places\u00a0: ouvrez-en plus, ou revenez sur une décision.',
    'campaign.problem.pool-scores-differ':
      'Dans le quota partagé {{pool}}, {{student}} a des scores différents\u00a0: dans un quota il n’y en a qu’un.',
    'campaign.problem.not-whole': 'À {{place}}, un nombre de places n’est pas entier.',
    'campaign.problem.more': '{{reason}} ({{count}} problèmes en tout)',
  },
})
