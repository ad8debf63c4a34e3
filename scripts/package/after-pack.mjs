import { join } from 'node:path'
import { flipFuses } from '@electron/fuses'
import { fuses } from './fuses.mjs'

/**
 * Called by electron-builder before it signs. Its own option for fuses knows eight of the nine, hence this.
 * @param {import('electron-builder').AfterPackContext} context
 */
export default async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const { productFilename } = packager.appInfo
  const program = {
    darwin: `${productFilename}.app`,
    win32: `${productFilename}.exe`,
    linux: 'executableName' in packager ? String(packager.executableName) : productFilename,
  }[electronPlatformName]
  if (program === undefined) throw new Error(`The fuses are not decided for ${electronPlatformName}`)
  await flipFuses(join(appOutDir, program), fuses)
}
