import { createRequire } from 'node:module'
import { writeFile } from 'node:fs/promises'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { writeRefusal } from '#core/workbooks/write-refusal.ts'

/** Points between the margins of an A4 page held upright. */
export const pageWidth = 515

/** A document to print: its pages numbered, in the application's look. @throws DomainError as `writeRefusal` */
export async function printDocument(
  path: string,
  definition: Pick<TDocumentDefinitions, 'content' | 'pageOrientation'> & {
    readonly info: { readonly title: string }
  },
): Promise<void> {
  const bytes = await printed({
    ...definition,
    pageSize: 'A4',
    pageMargins: [40, 48, 40, 48],
    info: { ...definition.info, creator: 'Escale', producer: 'Escale' },
    defaultStyle: { font: 'Roboto', fontSize: 9, color: '#182026' },
    footer: (page: number, pages: number) => ({
      text: `${page} / ${pages}`,
      alignment: 'center',
      color: quiet,
    }),
  })
  try {
    await writeFile(path, bytes)
  } catch (error) {
    throw writeRefusal(error, path)
  }
}

/** The colour of what is said in passing. */
export const quiet = '#56616a'

/** The head of a column. */
export function head(text: string): Content {
  return { text, bold: true, color: quiet }
}

export function number(text: string): Content {
  return { text, alignment: 'right' }
}

/** The document's bytes. No font, picture or address is fetched from anywhere: what it needs is in the package. */
async function printed(definition: TDocumentDefinitions): Promise<Uint8Array> {
  const require = createRequire(import.meta.url)
  const { default: pdfmake } = await import('pdfmake') // heavy: loaded by those who print only
  pdfmake.setFonts(require('pdfmake/fonts/Roboto.js'))
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => path.includes('pdfmake'))
  return await pdfmake.createPdf(definition).getBuffer()
}
