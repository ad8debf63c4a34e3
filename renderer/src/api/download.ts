/** Hands a file to the user: the browser's download, or Electron's save dialog. */
export function download(file: File): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000) // the download has long begun by then
}
