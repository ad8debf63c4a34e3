import { defineTexts } from '../define-texts.ts'

/** What is to be expected of stays: how many could go on, what the steps behind them lack. */
export const pipelineProspectTexts = defineTexts({
  en: {
    'pipeline.ready': 'Could go on',
    'pipeline.held': 'Held back',
    'pipeline.lacking': 'Lack something',
    'pipeline.lacking.help': 'Stays whose steps so far asked for something that is not there.',
    'pipeline.ready.open': '{{n}} at “{{step}}” could go on',
    'pipeline.held.open': '{{n}} at “{{step}}” are held back',
    'pipeline.lacking.open': '{{n}} at “{{step}}” lack something of the steps behind them',
    'steps.lacking': 'The steps so far asked for this, and it is not there:',
    'steps.no-such-step': 'This form no longer has the step “{{step}}”.',
    'steps.approval': 'To be agreed: {{approval}}',
  },
  fr: {
    'pipeline.ready': 'Peuvent avancer',
    'pipeline.held': 'Retenus',
    'pipeline.lacking': 'Incomplets',
    'pipeline.lacking.help': 'Séjours dont les étapes passées demandaient quelque chose qui manque.',
    'pipeline.ready.open': '{{n}} à « {{step}} » peuvent avancer',
    'pipeline.held.open': '{{n}} à « {{step}} » sont retenus',
    'pipeline.lacking.open': '{{n}} à « {{step}} » manquent d’une pièce des étapes passées',
    'steps.lacking': 'Les étapes passées le demandaient, et cela manque :',
    'steps.no-such-step': 'Cette forme n’a plus d’étape « {{step}} ».',
    'steps.approval': 'À faire accorder : {{approval}}',
  },
})
