import { defineTexts } from '../define-texts.ts'

/** The screens where stays move: the steps of one, the pipeline, the home page. */
export const pipelineScreenTexts = defineTexts({
  en: {
    'steps.section': 'Steps',
    'steps.line': 'Steps of this form',
    'steps.next': 'Move to “{{step}}”',
    'steps.other': 'Other step',
    'steps.kind.forward': 'Further on',
    'steps.kind.resume': 'Take up again',
    'steps.kind.stop': 'Stop here',
    'steps.kind.back': 'Back, to correct',
    'steps.held': 'Before “{{step}}”:',
    'steps.warned': 'Still missing before “{{step}}”; it does not hold the stay back:',
    'steps.level.block': 'Holds the stay back',
    'steps.level.warn': 'Warning',
    'steps.moved_one': 'Moved to “{{step}}”',
    'steps.moved_other': 'Moved {{n}} mobilities to “{{step}}”',
  },
  fr: {
    'steps.section': 'Étapes',
    'steps.line': 'Étapes de cette forme',
    'steps.next': 'Passer à « {{step}} »',
    'steps.other': 'Autre étape',
    'steps.kind.forward': 'Plus loin',
    'steps.kind.resume': 'Reprendre',
    'steps.kind.stop': 'Arrêter ici',
    'steps.kind.back': 'Revenir, pour corriger',
    'steps.held': 'Avant « {{step}} » :',
    'steps.warned': 'Manque encore avant « {{step}} », sans retenir le séjour :',
    'steps.level.block': 'Retient le séjour',
    'steps.level.warn': 'Avertissement',
    'steps.moved_one': 'Passée à « {{step}} »',
    'steps.moved_other': '{{n}} mobilités passées à « {{step}} »',
  },
})
