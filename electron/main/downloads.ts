import { session } from 'electron'
import type { HostText } from '../hosts/host-text.ts'

/** Exports arrive as downloads: the system asks where to keep each, under the name that the core gave it. */
export function saveDownloads(text: HostText): void {
  session.defaultSession.on('will-download', (_event, item) => {
    item.setSaveDialogOptions({ title: text('hosts.file-save'), defaultPath: item.getFilename() })
  })
}
