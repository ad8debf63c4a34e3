import type { MapPoint } from '#shared/contract/map.ts'
import { download } from '#renderer/api/download.ts'
import { useExport } from '#renderer/api/exports.ts'
import { useNotices } from '#renderer/ui/notice.tsx'
import { useText } from '#renderer/ui/text.tsx'

/** The map as files: what the filters let through, whatever part of it is in sight. */
export function useMapFiles(academicYear: string, points: readonly MapPoint[], withFlows: boolean) {
  const { t } = useText()
  const notices = useNotices()
  const makeFile = useExport()
  const make = (format: 'map' | 'map-svg') =>
    makeFile(
      {
        format,
        params: { academicYear, partners: points.map((point) => point.institutionId), flows: withFlows },
      },
      t('map.export.working'),
    )
  const save = async (format: 'map' | 'map-svg') => {
    const file = await make(format)
    if (file !== undefined) download(file)
  }
  const savePng = async () => {
    const drawing = await make('map-svg')
    if (drawing === undefined) return
    const picture = await pictureOf(drawing)
    if (picture === null) notices.fail({ text: t('map.export.noPicture') })
    else download(new File([picture], drawing.name.replace(/\.svg$/, '.png'), { type: 'image/png' }))
  }
  return {
    saveHtml: () => void save('map'),
    saveSvg: () => void save('map-svg'),
    savePng: () => void savePng(),
  }
}

/** An SVG file drawn at twice its size; null when the browser cannot. */
async function pictureOf(drawing: File): Promise<Blob | null> {
  const url = URL.createObjectURL(new Blob([await drawing.text()], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth * 2
    canvas.height = image.naturalHeight * 2
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
  } finally {
    URL.revokeObjectURL(url)
  }
}
