import { os } from '#core/rpc/implement.ts'
import { agreementOf, mirrorCourses, signAgreement } from './agreement.service.ts'
import { aidsOf } from './aids.service.ts'
import { attachFile, attachNewFile, detachFile, documentsOf } from './documents.service.ts'
import { recognitionOfStay } from './recognition.service.ts'
import { remindersOf } from './reminders.service.ts'

export const stayFilesRouter = {
  documents: os.stayFiles.documents.handler(async ({ input, context }) => [
    ...(await documentsOf(context.office.current(), input.mobilityId)),
  ]),
  attach: os.stayFiles.attach.handler(async ({ input, context }) => {
    const bytes = new Uint8Array(await input.file.arrayBuffer())
    return await attachFile(context.office.current(), input.documentId, { name: input.file.name, bytes })
  }),
  attachNew: os.stayFiles.attachNew.handler(async ({ input, context }) => {
    const bytes = new Uint8Array(await input.file.arrayBuffer())
    const { mobilityId, kind } = input
    return await attachNewFile(
      context.office.current(),
      { mobilityId, kind },
      { name: input.file.name, bytes },
    )
  }),
  detach: os.stayFiles.detach.handler(({ input, context }) =>
    detachFile(context.office.current(), input.documentId),
  ),
  agreement: os.stayFiles.agreement.handler(({ input, context }) =>
    agreementOf(context.office.current(), input.mobilityId),
  ),
  sign: os.stayFiles.sign.handler(({ input, context }) => signAgreement(context.office.current(), input)),
  mirror: os.stayFiles.mirror.handler(({ input, context }) => mirrorCourses(context.office.current(), input)),
  recognition: os.stayFiles.recognition.handler(({ input, context }) =>
    recognitionOfStay(context.office.current(), input.mobilityId),
  ),
  aids: os.stayFiles.aids.handler(({ input, context }) => aidsOf(context.office.current(), input.mobilityId)),
  reminders: os.stayFiles.reminders.handler(({ input, context }) =>
    remindersOf(context.office.current(), input),
  ),
}
